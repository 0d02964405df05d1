"""How far the figures of a report can be relied on, and how those of many add up, over the rows of a survey."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import polars as pl
from polars.lazyframe.group_by import LazyGroupBy

from data.dataset import WAS_READ
from parsing import form
from parsing.catalogue import WORST_FIRST, Severity

EVERY_TABLE: Final = (1 << len(form.TABLE_NAMES)) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How many of the chosen reports state a figure, and in how many of those its table has a problem."""

    known: int
    reports: int
    unsound: int


def rank(severity: pl.Expr) -> pl.Expr:
    """The place of a severity among all of them, the worst being 0; null stays null."""
    return severity.replace_strict({name.value: place for place, name in enumerate(WORST_FIRST)}, default=None)


def severity_bit(severity: Severity) -> int:
    """The bit of the column ``severities`` that stands for a severity."""
    return 1 << WORST_FIRST.index(severity)


def table_bit(table: str) -> int:
    """The bit of the column ``doubts`` that stands for a table of the form."""
    return 1 << list(form.TABLE_NAMES).index(table)


def is_unsound(table: str) -> pl.Expr:
    """Whether something is wrong with one table of the report, or with the report as a whole."""
    return pl.col("doubts") & table_bit(table) != 0


def has_severity(severity: Severity) -> pl.Expr:
    """Whether the report has at least one issue of this severity."""
    return pl.col("severities") & severity_bit(severity) != 0


def is_readable() -> pl.Expr:
    """Whether anything could be read: else there is a file, but no report to count."""
    return WAS_READ


def known_sum(cell: str) -> pl.Expr:
    """The sum of the figures that are known; null when none is, since absence is not zero."""
    figure = pl.col(cell)
    return pl.when(figure.count() > 0).then(figure.sum())


def stated(cell: str, doubt: pl.Expr) -> dict[str, pl.Expr]:
    """What of a figure can be added up over reports: itself, whether it is known, and whether it is in doubt."""
    known = pl.col(cell).is_not_null()
    return {
        cell: pl.col(cell),
        f"known.{cell}": known.cast(pl.Int64),
        f"unsound.{cell}": (known & doubt).cast(pl.Int64),
    }


def rests_on(cell: str) -> tuple[pl.Expr, ...]:
    """What a sum of :func:`stated` rests on: ``known`` reports that state the figure, ``reports``, ``unsound`` ones."""
    return (
        pl.col(f"known.{cell}").sum().alias("known"),
        pl.col("reports").sum(),
        pl.col(f"unsound.{cell}").sum().alias("unsound"),
    )


def by_year(totals: pl.LazyFrame, *groups: pl.Expr) -> LazyGroupBy:
    """Totals grouped by ``year``, and by other columns before it; those that name no year are left out."""
    return totals.filter(pl.col("fiscal_year").is_not_null()).group_by(*groups, pl.col("fiscal_year").alias("year"))


def complete_sum(cells: Collection[str]) -> pl.Expr:
    """The sum of several figures of one report; null as soon as one of them is not known."""
    return pl.sum_horizontal(cells, ignore_nulls=False)
