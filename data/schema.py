"""The dataset's one table: a wide row for each report, a column for each cell of the form.

Derived from :mod:`parsing.form`; nothing else declares a figure column.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from parsing import form

VERSION: Final = 2  # of this schema; a dataset of a newer version is refused

AMOUNT: Final = pl.Decimal(form.MOST_DIGITS + form.MOST_DECIMALS, form.MOST_DECIMALS)

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
    "ingested_by": pl.String(),  # the account that signed in, else the user of the operating system
}

CONDITION: Final[dict[str, pl.DataType]] = {
    "worst": pl.String(),  # the worst severity among the report's problems and findings; null when there are none
    "states": pl.String(),  # one letter a cell of form.all_cells(), see STATE_LETTERS
    "verdicts": pl.String(),  # one letter a rule of JUDGED, see VERDICT_LETTERS; null when an older version read it
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
STATE_OF_LETTER: Final = {letter: state for state, letter in STATE_LETTERS.items()}

# The rules that one report is judged by, in the order of the letters of ``verdicts``. A new rule comes last: rows that
# were written before it have a letter less.
JUDGED: Final = (
    "applications-balance",
    "applications-outcomes",
    "applications-row-total",
    "remedies-total",
    "edition-superseded",
    "narrative-figure",
    "narrative-contradiction",
    "narrative-list-sum",
    "narrative-percent",
    "date-before-year-end",
    "date-late",
    "year-stale",
    "title-broken",
    "template-residue",
    "numbering-skipped",
    "counter-without-number",
    "other-share",
    "remedies-without-applications",
    "items-change-decisions",
)

# What a rule comes to: that it holds, is broken, or the code of the reason why it cannot be judged.
VERDICT_LETTERS: Final = {
    "holds": "h",
    "broken": "b",
    "table-missing": "t",
    "older-form": "o",
    "cells-unread": "c",
    "edition-without-row": "e",
    "year-unknown": "y",
    "date-unknown": "d",
    "date-of-another-year": "a",
    "no-text": "x",
    "nothing-claimed": "n",
    "nothing-claimed-twice": "2",
    "no-lists": "l",
    "no-shares": "s",
    "no-numbering": "i",
}
