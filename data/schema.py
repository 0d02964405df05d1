"""The dataset's one table: a wide row for each report, a column for each cell of the form.

Derived from :mod:`parsing.form`; nothing else declares a figure column.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from parsing import form

VERSION: Final = 1  # of this schema; a dataset of a newer version is refused

# Amounts are exact: 12 digits before the point are 9,999 亿, 8 after it are more than any report prints.
AMOUNT: Final = pl.Decimal(20, 8)

ISSUE: Final = pl.Struct(
    {
        "code": pl.String,
        "severity": pl.String,
        "finding": pl.Boolean,  # a contradiction between figures, else a problem of shape or reading
        "table": pl.String,
        "cells": pl.List(pl.String),
        "left": pl.String,
        "right": pl.String,
        "values": pl.String,  # JSON: what fills the kind's wording
        "place": pl.String,  # JSON, as in `gongkai parse --json`
        "excerpt": pl.String,
    }
)

IDENTITY: Final[dict[str, pl.DataType]] = {
    "report_id": pl.String(),  # the first 16 hex digits of sha256
    "sha256": pl.String(),
    "source": pl.String(),
    "format": pl.String(),
    "organ_id": pl.String(),  # division code and name: the same organ over the years; null when it has no name
    "agency": pl.String(),
    "agency_level": pl.String(),
    "agency_kind": pl.String(),
    "division_code": pl.String(),
    "province": pl.String(),  # six-digit codes of the divisions above and including the organ's own
    "city": pl.String(),
    "county": pl.String(),
    "fiscal_year": pl.Int64(),
    "edition": pl.String(),
    "edition_proactive": pl.String(),
    "edition_applications": pl.String(),
    "edition_remedies": pl.String(),
    "published": pl.Date(),
    "synthetic": pl.Boolean(),
    "ingested_at": pl.Datetime("us", "UTC"),
}

CONDITION: Final[dict[str, pl.DataType]] = {
    "worst": pl.String(),  # the worst severity among the report's problems and findings; null when there are none
    "states": pl.String(),  # one letter a cell of form.all_cells(), see STATE_LETTERS
    "issues": pl.List(ISSUE),
}

TEXTS: Final[dict[str, pl.DataType]] = {  # signatures, see data/signatures.py
    "text_overview": pl.String(),
    "text_problems": pl.String(),
}

FIGURES: Final[dict[str, pl.DataType]] = {
    cell: AMOUNT if form.kind_of(cell) is form.Kind.AMOUNT else pl.Int64() for cell in form.all_cells()
}

REPORTS: Final = pl.Schema({**IDENTITY, **CONDITION, **TEXTS, **FIGURES})

# How each cell came about; "absent" cells belong to another edition than the report's.
STATE_LETTERS: Final = {
    "printed": "p",
    "derived": "d",
    "blank": "b",
    "dash": "s",
    "unreadable": "u",
    "missing": "m",
    "absent": "-",
}
