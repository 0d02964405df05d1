"""复议与诉讼: what became of reviews and lawsuits about disclosure."""

from data.queries import remedies, scope
from pages.remedies import sections
from pages.shell import frame

view = frame.begin_page("remedies")
if scope.count(view.totals):
    results = remedies.results(view.totals)
    sections.results(results, view)
    sections.rates(results, view)
    sections.pending(results, view)
else:
    frame.nothing_to_show(view)
