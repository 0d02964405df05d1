"""A report as one row of the dataset's table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

import polars as pl

from data.identity import organ_id, region
from data.issues import kept
from data.schema import FIGURES, JUDGED, REPORTS, STATE_LETTERS, VERDICT_LETTERS
from data.signatures import signatures
from parsing.catalogue import WORST_FIRST, severity
from parsing.model import Figure, Finding, Problem, Report

Row = Mapping[str, object]

SYNTHETIC_MARK: Final = "合成数据"  # what a synthetic document says of itself


def row(report: Report, ingested_at: datetime | None = None) -> Row:
    """Every column of the dataset for one report. A dataset tells when and by whom it was taken in."""
    return {
        **_identity(report),
        "ingested_at": ingested_at,
        "ingested_by": None,
        **_condition(report),
        **signatures(report),
        **_figures(report),
    }


def frame(rows: Iterable[Row]) -> pl.DataFrame:
    """Rows as a frame of the dataset's schema, in which every figure stays exact."""
    return pl.DataFrame(list(rows), schema=REPORTS, orient="row")


def _identity(report: Report) -> Row:
    agency = report.agency
    above = region(agency.division_code if agency else None)
    return {
        "report_id": report.sha256[:16],
        "sha256": report.sha256,
        "source": report.source,
        "format": report.format,
        "organ_id": organ_id(agency),
        "agency": agency and agency.name,
        "agency_level": agency and agency.level,
        "agency_kind": agency and agency.kind,
        "division_code": agency and agency.division_code,
        "province": above.province,
        "city": above.city,
        "county": above.county,
        "fiscal_year": report.fiscal_year,
        "edition": report.edition,
        "edition_proactive": report.table_editions.get("proactive"),
        "edition_applications": report.table_editions.get("applications"),
        "edition_remedies": report.table_editions.get("remedies"),
        "published": report.published,
        "synthetic": any(SYNTHETIC_MARK in paragraph.text for paragraph in report.narrative),
    }


def _condition(report: Report) -> Row:
    issues: tuple[Problem | Finding, ...] = (*report.problems, *report.findings)
    return {
        "worst": min((severity(issue) for issue in issues), key=WORST_FIRST.index, default=None),
        "states": "".join(_letter(report.figures.get(cell)) for cell in FIGURES),
        "verdicts": _verdicts(report),
        "issues": [kept(issue) for issue in issues],
    }


def _verdicts(report: Report) -> str | None:
    """What each rule came to; nothing of a report that was not judged."""
    by_rule = {each.rule: VERDICT_LETTERS[each.reason or each.outcome] for each in report.assessments}
    return "".join(by_rule[rule] for rule in JUDGED) if by_rule else None


def _figures(report: Report) -> Row:
    return {cell: figure.value if (figure := report.figures.get(cell)) else None for cell in FIGURES}


def _letter(figure: Figure | None) -> str:
    return STATE_LETTERS["absent" if figure is None else figure.state]
