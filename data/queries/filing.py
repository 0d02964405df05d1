"""Who has filed for which year: on time, late, or not at all."""

from __future__ import annotations

from enum import StrEnum

import polars as pl

from data.queries.overview import run_of_organs


class Filing(StrEnum):
    """What an organ did for one year."""

    FILED = "filed"  # in time, or without a date
    LATE = "late"  # published after 31 January (organs) or 31 March (governments) of the next year
    MISSING = "missing"  # not in the dataset, though reports of years before and after are
    NOT_YET = "not-yet"  # the dataset's first report of the organ is of a later year
    NO_MORE = "no-more"  # its last is of an earlier year: it may be late, renamed, merged or dissolved


def filing(reports: pl.LazyFrame, *, start: int = 0, count: int | None = None) -> pl.DataFrame:
    """A run of organs by region and name, with a row for every year of which the dataset holds any report.

    ``start`` counts organs from 0, ``count`` is how many. Columns: organ_id, agency, division_code, fiscal_year,
    filing, published and report_id (both null where nothing was filed).
    """
    filed = _identified(reports)
    years = filed.select(pl.col("fiscal_year").unique())
    run = run_of_organs(filed, start, count)
    return _states(filed.filter(pl.col("organ").is_in(run.implode())), years).collect()


def of_year(reports: pl.LazyFrame, year: int) -> pl.DataFrame:
    """The organs that filed late, or whose report of one year is not there, with the columns of :func:`filing`."""
    filed = _identified(reports)
    years = pl.LazyFrame({"fiscal_year": [year]}, schema={"fiscal_year": pl.Int64})
    wanted = (Filing.MISSING, Filing.NO_MORE, Filing.LATE)
    return _states(filed, years).filter(pl.col("filing").is_in(wanted)).collect()


def tally(reports: pl.LazyFrame, years: tuple[int, ...]) -> pl.DataFrame:
    """How many organs did what for each year: year, and a column for each of :class:`Filing`."""
    filed = _identified(reports)
    present = (
        filed.filter("represents")
        .group_by(pl.col("fiscal_year").alias("year"))
        .agg(pl.len().cast(pl.Int64).alias("present"), pl.col("is_late").sum().cast(pl.Int64).alias(Filing.LATE))
    )
    if not years:
        return pl.DataFrame(schema={"year": pl.Int64, **dict.fromkeys(Filing, pl.Int64)})
    return (
        _spans(filed)
        .select(pl.concat_list(_counts(year) for year in years).explode().alias("counts"))
        .unnest("counts")
        .join(present, on="year", how="left")
        .with_columns(pl.col("present", Filing.LATE).fill_null(0))
        .select(
            "year",
            (pl.col("present") - pl.col(Filing.LATE)).alias(Filing.FILED),
            Filing.LATE,
            # Of the years between, an organ is either present or missing; at both ends of its span it is present.
            (pl.col("between") - pl.col("present") + pl.col("at_ends")).alias(Filing.MISSING),
            Filing.NOT_YET,
            Filing.NO_MORE,
        )
        .sort("year")
        .collect()
    )


def _counts(year: int) -> pl.Expr:
    first, last = pl.col("first"), pl.col("last")
    return pl.struct(
        pl.lit(year, pl.Int64).alias("year"),
        ((first < year) & (last > year)).sum().cast(pl.Int64).alias("between"),
        ((first == year) | (last == year)).sum().cast(pl.Int64).alias("at_ends"),
        (first > year).sum().cast(pl.Int64).alias(Filing.NOT_YET),
        (last < year).sum().cast(pl.Int64).alias(Filing.NO_MORE),
    )


def _identified(reports: pl.LazyFrame) -> pl.LazyFrame:
    return reports.filter(pl.col("organ").is_not_null(), pl.col("fiscal_year").is_not_null())


def _spans(filed: pl.LazyFrame) -> pl.LazyFrame:
    """The first and the last year of each organ."""
    return filed.group_by("organ").agg(
        pl.col("fiscal_year").min().alias("first"), pl.col("fiscal_year").max().alias("last")
    )


def _names(filed: pl.LazyFrame) -> pl.LazyFrame:
    """What each organ was called last, and its division."""
    return filed.group_by("organ").agg(
        pl.col("organ_id", "division_code").first(), pl.col("agency").sort_by("fiscal_year").last()
    )


def _states(filed: pl.LazyFrame, years: pl.LazyFrame) -> pl.LazyFrame:
    own = filed.filter("represents").select("organ", "fiscal_year", "published", "report_id", "is_late")
    return (
        _spans(filed)
        .join(years, how="cross")
        .join(own, on=["organ", "fiscal_year"], how="left")
        .with_columns(filing=_state())
        .join(_names(filed), on="organ")
        .sort("organ", "fiscal_year")
        .select("organ_id", "agency", "division_code", "fiscal_year", "filing", "published", "report_id")
    )


def _state() -> pl.Expr:
    return (
        pl.when(pl.col("report_id").is_not_null() & pl.col("is_late"))
        .then(pl.lit(Filing.LATE.value))
        .when(pl.col("report_id").is_not_null())
        .then(pl.lit(Filing.FILED.value))
        .when(pl.col("fiscal_year") < pl.col("first"))
        .then(pl.lit(Filing.NOT_YET.value))
        .when(pl.col("fiscal_year") > pl.col("last"))
        .then(pl.lit(Filing.NO_MORE.value))
        .otherwise(pl.lit(Filing.MISSING.value))
    )
