"""数据不一致: the working list of figures that contradict each other."""

from pages.shell import frame, working_list

view = frame.begin_page("inconsistencies")
working_list.show("inconsistencies", view, findings=True)
