"""数字构成: which organs' figures a sum is made of, and which of them rose or fell."""

from data.queries import scope
from pages.behind import sections
from pages.shell import frame

view = frame.begin_page("behind")
if scope.count(view.totals):
    sections.show(sections.ask(view), view)
else:
    frame.nothing_to_show(view)
