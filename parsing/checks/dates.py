"""When a report was signed and published: not before its year was over, and not after it was due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from parsing.catalogue.reasons import Reason
from parsing.checks.evidence import Evidence
from parsing.checks.verdicts import Rule, Verdict
from parsing.model import Agency, Finding, Place

_DUE_ORGANS: Final = (1, 31)  # Article 49 of the Regulations as revised in 2019; until then 31 March for all
_DUE_GOVERNMENTS: Final = (3, 31)
_FIRST_YEAR_REVISED: Final = 2019
_GOVERNMENTS: Final = frozenset({"government", "township", "zone"})


@dataclass(frozen=True, slots=True)
class _Dated:
    """One date of a report: ``what`` is signed or published."""

    what: str
    day: date
    place: Place | None = None
    printed: str = ""


def _dates(evidence: Evidence) -> Iterator[_Dated]:
    if evidence.signature:
        yield _Dated("signed", evidence.signature.day, evidence.signature.place, evidence.signature.printed)
    if evidence.report.published:
        yield _Dated("published", evidence.report.published)


def _judge_early(evidence: Evidence) -> Verdict:
    """Signed or published while the year was still running."""
    year, dated = evidence.report.fiscal_year, list(_dates(evidence))
    if year is None or not dated:
        return Verdict(reason=Reason.YEAR_UNKNOWN if year is None else Reason.DATE_UNKNOWN)
    early = (each for each in dated if each.day <= date(year, 12, 31))
    return Verdict(tuple(_finding("date-before-year-end", each, date(year, 12, 31)) for each in early))


def _judge_late(evidence: Evidence) -> Verdict:
    """Signed after the report was due, or published after it in the year in which it was due.

    A page that bears a later year may have been moved to another site since: that proves nothing.
    """
    year, dated = evidence.report.fiscal_year, list(_dates(evidence))
    if year is None or not dated:
        return Verdict(reason=Reason.YEAR_UNKNOWN if year is None else Reason.DATE_UNKNOWN)
    due = _due(year, evidence.report.agency)
    late = [each for each in dated if each.day > due]
    proven = [each for each in late if each.what == "signed" or each.day.year == due.year]
    if late and not proven:
        return Verdict(reason=Reason.DATE_OF_ANOTHER_YEAR)
    return Verdict(tuple(_finding("date-late", each, due) for each in proven[-1:]))


def _due(year: int, agency: Agency | None) -> date:
    """The last day on which the report for a year could be published."""
    if year < _FIRST_YEAR_REVISED or _is_government(agency):
        return date(year + 1, *_DUE_GOVERNMENTS)
    return date(year + 1, *_DUE_ORGANS)


def _is_government(agency: Agency | None) -> bool:
    """Whether a government reports for itself; what cannot be told is given the later date."""
    return agency is None or agency.kind in _GOVERNMENTS or "人民政府" in agency.name


def _finding(code: str, dated: _Dated, limit: date) -> Finding:
    values: dict[str, str | int] = {"what": dated.what, "day": dated.day.isoformat(), "limit": limit.isoformat()}
    return Finding(code=code, place=dated.place, excerpt=dated.printed, values=values)


RULES: Final = (Rule("date-before-year-end", _judge_early), Rule("date-late", _judge_late))
