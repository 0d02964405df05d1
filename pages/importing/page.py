"""导入: drop files, watch them being read, see what each gave, commit."""

from data.access import Right
from data.intake import Stage
from pages.importing import records, sections
from pages.shell import access, frame, store

view = frame.begin_page("importing", is_about_reports=False)
desk = store.desk(view.dataset)
if not view.person.may(Right.IMPORT):
    access.explain_missing(Right.IMPORT, view.person, view.word)
elif store.is_sample():
    sections.found_dataset(view)
elif desk.intake is None:
    sections.drop(desk, view)
elif desk.intake.progress().stage is Stage.READING:
    sections.watch(desk, view)
else:
    sections.decide(desk, view)
records.show(view)
