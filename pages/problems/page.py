"""表格问题: the working list of files and tables that are malformed or unreadable."""

from pages.shell import frame, working_list

view = frame.begin_page("problems")
working_list.show("problems", view, findings=False)
