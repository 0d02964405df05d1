"""应报未报: who has filed for which year, who was late, who is missing."""

from data.queries import filing
from pages.filing import sections
from pages.shell import frame

view = frame.begin_page("filing")
filed = sections.filed(view)
count = filing.count(filed.organs)
if count:
    sections.by_year(filed, view)
    sections.matrix(filed, count, view)
    sections.whom_to_ask(filed, view)
else:
    frame.nothing_to_show(view)
