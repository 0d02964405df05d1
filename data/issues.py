"""Problems and findings as the dataset keeps them, and back as records that can be worded."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypedDict

from parsing import form
from parsing.catalogue import Severity, severity
from parsing.model import Finding, Place, Problem
from parsing.output import json_value, place_json


class Issue(TypedDict):
    """One entry of the dataset's ``issues`` column."""

    code: str
    severity: str
    finding: bool
    table: str | None
    cells: list[str]
    left: str | None
    right: str | None
    values: str
    place: str | None
    excerpt: str


def kept(record: Problem | Finding) -> Issue:
    """A problem or finding as the dataset keeps it."""
    left, right = (record.left, record.right) if isinstance(record, Finding) else (None, None)
    return {
        "code": record.code,
        "severity": severity(record),
        "finding": isinstance(record, Finding),
        "table": record.table,
        "cells": list(record.cells),
        "left": _exact(left),
        "right": _exact(right),
        "values": json.dumps(dict(record.values), ensure_ascii=False),
        "place": None if record.place is None else json.dumps(place_json(record.place)),
        "excerpt": record.excerpt,
    }


def restored(issue: Issue) -> Problem | Finding:
    """The problem or finding that was kept."""
    cells = tuple(issue["cells"])
    values: Mapping[str, str | int] = json.loads(issue["values"])
    place = None if issue["place"] is None else restored_place(json.loads(issue["place"]))
    if not issue["finding"]:
        return Problem(
            code=issue["code"], table=issue["table"], cells=cells, place=place, excerpt=issue["excerpt"], values=values
        )
    return Finding(
        code=issue["code"],
        table=issue["table"],
        cells=cells,
        left=_figure(issue["left"], cells),
        right=_figure(issue["right"], cells),
        place=place,
        excerpt=issue["excerpt"],
        values=values,
    )


def unreadable_cause(issues: Iterable[Issue]) -> Problem | Finding:
    """Why nothing could be taken from a document that is unreadable, from the issues of its row."""
    return restored(next(issue for issue in issues if issue["severity"] == Severity.UNREADABLE))


def _exact(figure: int | Decimal | None) -> str | None:
    return None if figure is None else str(json_value(figure))


def _figure(kept_as: str | None, cells: Sequence[str]) -> int | Decimal | None:
    """A count, or the exact amount or share that has decimals."""
    if kept_as is None:
        return None
    is_amount = any(form.kind_of(cell) is form.Kind.AMOUNT for cell in cells)
    return Decimal(kept_as) if is_amount or "." in kept_as else int(kept_as)


def restored_place(kept_as: Mapping[str, Any]) -> Place:
    """A place that was kept as :func:`parsing.output.place_json` tells it."""
    return Place(**{**kept_as, "bbox": kept_as["bbox"] and tuple(kept_as["bbox"])})
