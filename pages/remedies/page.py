"""复议与诉讼: what became of reviews and lawsuits about disclosure."""

from data.queries import remedies
from data.queries.overview import holdings
from pages.remedies import sections
from pages.shell import frame

view = frame.begin_page("remedies")
if holdings(view.reports).reports:
    results = remedies.results(view.reports)
    sections.results(results, view)
    sections.rates(results, view)
    sections.pending(results, view)
else:
    frame.nothing_to_show(view)
