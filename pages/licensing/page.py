"""许可与处罚: decisions, fees and normative documents over the years."""

from data.queries import scope
from pages.licensing import ranking, sections
from pages.shell import frame

view = frame.begin_page("licensing")
if scope.count(view.totals):
    choice = sections.ask(view)
    trend = sections.trend(choice, view)
    ranking.comparison(choice, trend, view)
else:
    frame.nothing_to_show(view)
