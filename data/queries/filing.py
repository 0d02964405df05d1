"""Who has filed for which year: on time, late, or not at all."""

from __future__ import annotations

from enum import StrEnum

import polars as pl


class Filing(StrEnum):
    """What an organ did for one year."""

    FILED = "filed"  # in time, or without a date
    LATE = "late"  # published after 31 January (organs) or 31 March (governments) of the next year
    MISSING = "missing"  # not in the dataset, though reports of years before and after are
    NOT_YET = "not-yet"  # the dataset's first report of the organ is of a later year
    NO_MORE = "no-more"  # its last is of an earlier year: it may be late, renamed, merged or dissolved


_GOVERNMENT = r"^\d{6}-人民政府$"


def filing(reports: pl.LazyFrame, *, start: int = 0, count: int | None = None) -> pl.DataFrame:
    """A run of organs by region and name, with a row for every year of which the dataset holds any report.

    ``start`` counts organs from 0, ``count`` is how many. Columns: organ_id, agency, division_code, fiscal_year,
    filing, published and report_id (both null where nothing was filed).
    """
    filed = reports.filter(pl.col("organ_id").is_not_null(), pl.col("fiscal_year").is_not_null())
    organs = (
        filed.group_by("organ_id")
        .agg(
            pl.col("division_code").first(),
            pl.col("agency").sort_by("fiscal_year").last(),
            pl.col("fiscal_year").min().alias("first"),
            pl.col("fiscal_year").max().alias("last"),
        )
        .sort("division_code", "agency", "organ_id", nulls_last=True)
        .slice(start, count)
        .with_row_index("place")
    )
    years = filed.select(pl.col("fiscal_year").unique())
    own = filed.select("organ_id", "fiscal_year", "published", "report_id").unique(
        ["organ_id", "fiscal_year"], keep="last", maintain_order=True
    )
    return (
        organs.join(years, how="cross")
        .join(own, on=["organ_id", "fiscal_year"], how="left")
        .sort("place", "fiscal_year")
        .select("organ_id", "agency", "division_code", "fiscal_year", _state(), "published", "report_id")
        .collect()
    )


def _state() -> pl.Expr:
    month = pl.when(pl.col("organ_id").str.contains(_GOVERNMENT)).then(3).otherwise(1)
    deadline = pl.date(pl.col("fiscal_year") + 1, month, 31)
    state = (
        pl.when(pl.col("report_id").is_not_null() & (pl.col("published") > deadline).fill_null(value=False))
        .then(pl.lit(Filing.LATE.value))
        .when(pl.col("report_id").is_not_null())
        .then(pl.lit(Filing.FILED.value))
        .when(pl.col("fiscal_year") < pl.col("first"))
        .then(pl.lit(Filing.NOT_YET.value))
        .when(pl.col("fiscal_year") > pl.col("last"))
        .then(pl.lit(Filing.NO_MORE.value))
        .otherwise(pl.lit(Filing.MISSING.value))
    )
    return state.alias("filing")
