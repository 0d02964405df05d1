"""A report as the JSON object that ``gongkai parse --json`` prints."""

from __future__ import annotations

from decimal import Decimal

from parsing.catalogue import message, severity
from parsing.model import Assessment, Comparison, Figure, Finding, Place, Problem, Report, State

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


def as_json(report: Report) -> dict[str, Json]:
    """The report with every cell, the place of every figure, and all problems and findings in both languages.

    A count is an integer; an amount with decimals is a string that holds an exact decimal; what is not known is null.
    """
    agency = report.agency
    return {
        "source": report.source,
        "sha256": report.sha256,
        "format": report.format.value if report.format else None,
        "agency": agency.name if agency else None,
        "agency_evidence": agency.evidence if agency else None,
        "agency_level": agency.level if agency else None,
        "agency_kind": agency.kind if agency else None,
        "division_code": agency.division_code if agency else None,
        "fiscal_year": report.fiscal_year,
        "edition": report.edition,
        "table_editions": dict(report.table_editions),
        "published": report.published.isoformat() if report.published else None,
        "cells": {cell: json_value(figure.value) for cell, figure in report.figures.items()},
        "states": {
            cell: figure.state.value for cell, figure in report.figures.items() if figure.state is not State.PRINTED
        },
        "places": {cell: _printed_place(figure) for cell, figure in report.figures.items() if figure.place is not None},
        "problems": [issue_json(problem) for problem in report.problems],
        "findings": [issue_json(finding) for finding in report.findings],
        "rules": [_rule_json(assessment) for assessment in report.assessments],
        "claims": [_claim_json(each) for assessment in report.assessments for each in assessment.comparisons],
    }


def _rule_json(assessment: Assessment) -> Json:
    """What one rule came to; the findings of those that are broken stand under their own key."""
    return {
        "code": assessment.rule,
        "outcome": assessment.outcome.value,
        "reason": assessment.reason or None,
        "cells": list(assessment.cells),
    }


def _claim_json(compared: Comparison) -> Json:
    """A figure that the text claims, with the cells that it was held against."""
    return {
        "subject": compared.subject,
        "quoted": compared.quoted,
        "sentence": compared.printed,
        "place": place_json(compared.place),
        "claimed": json_value(compared.claimed),
        "least": json_value(compared.least),
        "most": json_value(compared.most),
        "cells": list(compared.cells),
        "filed": json_value(compared.filed),
        "agreement": compared.agreement.value,
        "reason": compared.reason or None,
        "unread": list(compared.unread),
    }


def json_value(value: int | Decimal | None) -> int | str | None:
    """A figure as JSON holds it without losing a digit."""
    return format(value, "f") if isinstance(value, Decimal) else value


def _printed_place(figure: Figure) -> dict[str, Json]:
    return {**place_json(figure.place), "printed": figure.printed}


def place_json(place: Place | None) -> dict[str, Json]:
    """Where something is printed; empty where that is not known."""
    if place is None:
        return {}
    return {
        "page": place.page,
        "line": place.line,
        "table": place.table,
        "row": place.row,
        "column": place.column,
        "bbox": list(place.bbox) if place.bbox else None,
    }


def issue_json(record: Problem | Finding) -> dict[str, Json]:
    """A problem, or a finding with both its sides, told in both languages."""
    sides: dict[str, Json] = {}
    if isinstance(record, Finding):
        sides = {"left": json_value(record.left), "right": json_value(record.right)}
    return {
        "code": record.code,
        "severity": severity(record).value,
        "table": record.table,
        "cells": list(record.cells),
        **sides,
        "place": place_json(record.place),
        "excerpt": record.excerpt,
        "values": dict(record.values),
        "message": {"zh": message(record, "zh"), "en": message(record, "en")},
    }
