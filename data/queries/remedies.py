"""What became of reviews and lawsuits of table 四: upheld, corrected, otherwise, or still pending.

The question is asked of totals (:func:`data.survey.totals.of`), to which this module adds :func:`measures`.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from data.queries.condition import by_year, complete_sum, is_unsound, known_sum
from parsing import form

SMALLEST_BASE: Final = 10  # below this many concluded cases a rate says nothing
WAYS: Final = form.REMEDY_WAYS
RESULTS: Final = ("upheld", "corrected", "other", "pending")
CONCLUDED: Final = ("upheld", "corrected", "other")


def cells(way: str) -> dict[str, str]:
    """The cell that counts each result of one way."""
    return {result: form.cell_id("remedies", way, result) for result in RESULTS}


def results(totals: pl.LazyFrame) -> pl.DataFrame:
    """How reviews and lawsuits ended, over the reports that state all four results of the way.

    One row a year and way: year, way, a column for each of :data:`RESULTS` and ``total`` (null when no report is
    complete), ``concluded`` (all but the pending), ``rate`` (corrected ÷ concluded, null when fewer than
    :data:`SMALLEST_BASE` are concluded), complete, reports, unsound (complete reports whose table 四 has a problem).
    """
    sums = by_year(totals).agg(pl.col("reports").sum(), *(total for way in WAYS for total in _totals(way))).collect()
    return (
        pl.concat([_of_way(sums, way) for way in WAYS])
        .with_columns(concluded=complete_sum(CONCLUDED), total=complete_sum(RESULTS))
        .with_columns(
            rate=pl.when(pl.col("concluded") >= SMALLEST_BASE).then(pl.col("corrected") / pl.col("concluded"))
        )
        .sort(pl.col("way").cast(pl.Enum(WAYS)), "year")
        .select("year", "way", *RESULTS, "total", "concluded", "rate", "complete", "reports", "unsound")
    )


def measures() -> dict[str, pl.Expr]:
    """What is added up over reports: the results where a report states all four of a way, and how many do."""
    return {name: part for way in WAYS for name, part in _parts(way).items()}


def _parts(way: str) -> dict[str, pl.Expr]:
    whole = complete_sum(tuple(cells(way).values())).is_not_null()
    return {
        **{f"{way}.{result}": pl.when(whole).then(cell) for result, cell in cells(way).items()},
        f"{way}.complete": whole.cast(pl.Int64),
        f"{way}.unsound": (whole & is_unsound("remedies")).cast(pl.Int64),
    }


def _totals(way: str) -> list[pl.Expr]:
    results = [known_sum(f"{way}.{result}").alias(f"{way}.{result}") for result in RESULTS]
    return [*results, pl.col(f"{way}.complete", f"{way}.unsound").sum()]


def _of_way(sums: pl.DataFrame, way: str) -> pl.DataFrame:
    own = {name: pl.col(f"{way}.{name}") for name in (*RESULTS, "complete", "unsound")}
    return sums.select("year", "reports", pl.lit(way).alias("way"), **own)


def of_way(results: pl.DataFrame, way: str) -> pl.DataFrame:
    """The years of one way."""
    return results.filter(pl.col("way") == way)
