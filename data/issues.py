"""Problems and findings as the dataset keeps them, and back as records that can be worded."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import TypedDict

from parsing import form
from parsing.catalogue import severity
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
    place = _place(issue["place"])
    if not issue["finding"]:
        return Problem(
            code=issue["code"], table=issue["table"], cells=cells, place=place, excerpt=issue["excerpt"], values=values
        )
    is_amount = any(form.kind_of(cell) is form.Kind.AMOUNT for cell in cells)
    return Finding(
        code=issue["code"],
        table=issue["table"],
        cells=cells,
        left=_figure(issue["left"], is_amount=is_amount),
        right=_figure(issue["right"], is_amount=is_amount),
        place=place,
        excerpt=issue["excerpt"],
        values=values,
    )


def _exact(figure: int | Decimal | None) -> str | None:
    return None if figure is None else str(json_value(figure))


def _figure(kept_as: str | None, *, is_amount: bool) -> int | Decimal | None:
    if kept_as is None:
        return None
    return Decimal(kept_as) if is_amount else int(kept_as)


def _place(kept_as: str | None) -> Place | None:
    if kept_as is None:
        return None
    place = json.loads(kept_as)
    return Place(**{**place, "bbox": place["bbox"] and tuple(place["bbox"])})
