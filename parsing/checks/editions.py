"""Whether a report uses the form that is prescribed for its year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from parsing import form
from parsing.catalogue.reasons import Reason
from parsing.checks.evidence import Evidence
from parsing.checks.verdicts import Rule, Verdict
from parsing.model import Finding, Report

_TELLING: Final = ("proactive", "applications")  # table 四 is the same in both editions


def _judge(evidence: Evidence) -> Verdict:
    """One finding for each table on a form that was superseded before the report's year."""
    report = evidence.report
    if report.fiscal_year is None:
        return Verdict(reason=Reason.YEAR_UNKNOWN)
    if not any(table in report.table_editions for table in _TELLING):
        return Verdict(reason=Reason.TABLE_MISSING)
    return Verdict(tuple(_superseded(report, report.fiscal_year)))


def _superseded(report: Report, year: int) -> Iterator[Finding]:
    due = form.edition_due(year)
    for table in _TELLING:
        edition = report.table_editions.get(table)
        if edition is None or edition >= due or year < form.FIRST_YEAR[due]:
            continue
        cells = form.TABLES[table, edition].cells
        place = next((figure.place for cell in cells if (figure := report.figures.get(cell)) and figure.place), None)
        values: dict[str, str | int] = {"year": year, "due": due, "edition": edition}
        yield Finding(code="edition-superseded", table=table, place=place, values=values)


RULES: Final = (Rule("edition-superseded", _judge),)
