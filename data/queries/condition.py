"""How far the figures of a report can be relied on, as expressions over the dataset's rows."""

from __future__ import annotations

from typing import Final

import polars as pl

from data.filters import UNSOUND
from parsing.catalogue import Severity

WORST_FIRST: Final = tuple(Severity)


def rank(severity: pl.Expr) -> pl.Expr:
    """The place of a severity among all of them, the worst being 0; null stays null."""
    return severity.replace_strict({name.value: place for place, name in enumerate(WORST_FIRST)}, default=None)


def is_unsound(table: str) -> pl.Expr:
    """Whether something is wrong with one table of the report, or with the report as a whole."""
    issue = pl.element().struct
    concerned = (issue.field("table") == table) | issue.field("table").is_null()
    grave = issue.field("severity").is_in(UNSOUND)
    return pl.col("issues").list.eval(concerned & grave).list.any().fill_null(value=False)


def has_severity(severity: Severity) -> pl.Expr:
    """Whether the report has at least one issue of this severity."""
    own = pl.element().struct.field("severity") == severity.value
    return pl.col("issues").list.eval(own).list.any().fill_null(value=False)


def known_sum(cell: str) -> pl.Expr:
    """The sum of the figures that are known; null when none is, since absence is not zero."""
    figure = pl.col(cell)
    return pl.when(figure.is_not_null().any()).then(figure.sum())


def complete_sum(cells: tuple[str, ...]) -> pl.Expr:
    """The sum of several figures of one report; null as soon as one of them is not known."""
    known = pl.all_horizontal(pl.col(cell).is_not_null() for cell in cells)
    return pl.when(known).then(pl.sum_horizontal(cells))
