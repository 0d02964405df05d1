"""应报未报: who has filed for which year, who was late, who is missing."""

from data.queries.overview import holdings
from pages.filing import sections
from pages.shell import frame

view = frame.begin_page("filing")
reports = view.filters.organs_only.apply(view.everything)
if holdings(reports).organs:
    sections.by_year(reports, view)
    sections.matrix(reports, view)
    sections.whom_to_ask(reports, view)
else:
    frame.nothing_to_show(view)
