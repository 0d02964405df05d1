"""Whether a report uses the form that is prescribed for its year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from parsing import form
from parsing.model import Finding, Report


def check(report: Report) -> Iterator[Finding]:
    """One finding for each table on a form that was superseded before the report's year."""
    if report.fiscal_year is None or report.fiscal_year < form.FIRST_YEAR["2021"]:
        return
    due = form.edition_due(report.fiscal_year)
    used = defaultdict(list)
    for table, edition in report.table_editions.items():
        if edition < due and table != "remedies":  # table 四 is the same in both editions
            used[edition].append(table)
    for edition, tables in used.items():
        for table in tables:
            values: dict[str, str | int] = {"year": report.fiscal_year, "due": due, "edition": edition}
            yield Finding(code="edition-superseded", table=table, values=values)
