"""Each organ's reports in the order of their years, so that a report stands below the one it follows."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

import polars as pl

from data.checks.known import printed
from data.dataset import WAS_READ
from data.identity import UNKNOWN_DIVISION

KEYS: Final = ("report_id", "organ_id", "fiscal_year")


def identified(reports: pl.LazyFrame) -> pl.LazyFrame:
    """The reports that can be compared with others: organ and year are known, and something was read.

    Organs of one name whose region is not known may be different organs: they are compared with nothing.
    """
    is_placed = ~pl.col("organ_id").str.starts_with(UNKNOWN_DIVISION)
    return reports.filter(
        is_placed | (pl.col("agency_level") == "national"),
        pl.col("fiscal_year").is_not_null(),
        WAS_READ,
    )


def succession(reports: pl.LazyFrame, cells: Collection[str] = (), columns: Collection[str] = ()) -> pl.DataFrame:
    """The reports by organ and year, with these cells (null unless printed) and other columns.

    ``organ`` numbers the organs; ``gap`` is how many years the organ's last report lies back, null for its first.
    """
    return in_order(printed(identified(reports), cells).select(*KEYS, *columns, *cells))


def in_order(reports: pl.LazyFrame) -> pl.DataFrame:
    """The reports by organ and year, with ``organ`` and ``gap``."""
    return (
        reports.sort("organ_id", "fiscal_year")
        .with_columns(organ=pl.col("organ_id").rle_id())
        .with_columns(gap=pl.when(pl.col("organ").diff() == 0).then(pl.col("fiscal_year").diff()))
        .collect()
    )


def before(column: str) -> pl.Expr:
    """What the organ's report of the year before says; null where the dataset has none."""
    return pl.when(pl.col("gap") == 1).then(pl.col(column).shift(1))
