"""导入: drop files, watch them being read, see what each gave, commit."""

from data.intake import Stage
from pages.importing import sections
from pages.shell import frame, store

view = frame.begin_page("importing", is_about_reports=False)
desk = store.desk(view.dataset)
if store.is_sample():
    sections.found_dataset(view)
elif desk.intake is None:
    sections.drop(desk, view)
elif desk.intake.progress().stage is Stage.READING:
    sections.watch(desk, view)
else:
    sections.decide(desk, view)
