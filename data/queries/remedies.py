"""What became of reviews and lawsuits of table 四: upheld, corrected, otherwise, or still pending."""

from __future__ import annotations

from typing import Final

import polars as pl

from data.queries.condition import complete_sum, is_unsound, known_sum
from parsing import form

SMALLEST_BASE: Final = 10  # below this many concluded cases a rate says nothing
WAYS: Final = ("administrative_review", "litigation_direct", "litigation_after_review")
RESULTS: Final = ("upheld", "corrected", "other", "pending")
CONCLUDED: Final = ("upheld", "corrected", "other")


def cells(way: str) -> dict[str, str]:
    """The cell that counts each result of one way."""
    return {result: form.cell_id("remedies", way, result) for result in RESULTS}


def results(reports: pl.LazyFrame) -> pl.DataFrame:
    """How reviews and lawsuits ended, over the reports that state all four results of the way.

    One row a year and way: year, way, a column for each of :data:`RESULTS` and ``total`` (null when no report is
    complete), ``concluded`` (all but the pending), ``rate`` (corrected ÷ concluded, null when fewer than
    :data:`SMALLEST_BASE` are concluded), complete, reports, unsound (complete reports whose table 四 has a problem).
    """
    return (
        pl.concat([_by_year(reports, way) for way in WAYS])
        .with_columns(concluded=complete_sum(CONCLUDED), total=complete_sum(RESULTS))
        .with_columns(
            rate=pl.when(pl.col("concluded") >= SMALLEST_BASE).then(pl.col("corrected") / pl.col("concluded"))
        )
        .sort(pl.col("way").cast(pl.Enum(WAYS)), "year")
        .select("year", "way", *RESULTS, "total", "concluded", "rate", "complete", "reports", "unsound")
        .collect()
    )


def _by_year(reports: pl.LazyFrame, way: str) -> pl.LazyFrame:
    own = cells(way)
    whole = complete_sum(tuple(own.values())).is_not_null()
    of_whole = {result: pl.when(whole).then(cell) for result, cell in own.items()}
    doubtful = whole & is_unsound("remedies")
    return (
        reports.filter(pl.col("fiscal_year").is_not_null())
        .select(year="fiscal_year", complete=whole, unsound=doubtful, **of_whole)
        .group_by("year")
        .agg(
            pl.lit(way).alias("way"),
            *(known_sum(result).alias(result) for result in RESULTS),
            pl.len().cast(pl.Int64).alias("reports"),
            pl.col("complete", "unsound").sum().cast(pl.Int64),
        )
    )


def of_way(results: pl.DataFrame, way: str) -> pl.DataFrame:
    """The years of one way."""
    return results.filter(pl.col("way") == way)
