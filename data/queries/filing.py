"""Who has filed for which year: on time, late, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import polars as pl

_PRESENT: Final = "filing.present"
_LATE: Final = "filing.late"


class Filing(StrEnum):
    """What an organ did for one year."""

    FILED = "filed"  # in time, or without a date
    LATE = "late"  # published after 31 January (organs) or 31 March (governments) of the next year
    MISSING = "missing"  # not in the dataset, though reports of years before and after are
    NOT_YET = "not-yet"  # the dataset's first report of the organ is of a later year
    NO_MORE = "no-more"  # its last is of an earlier year: it may be late, renamed, merged or dissolved


@dataclass(frozen=True, slots=True)
class Due:
    """How many reports are due, one of each organ for each year, and how many of these are present."""

    expected: int
    present: int


def measures() -> dict[str, pl.Expr]:
    """What is added up over reports, see :func:`data.survey.totals.of`."""
    represents = pl.col("represents")
    return {_PRESENT: represents.cast(pl.Int64), _LATE: (represents & pl.col("is_late")).cast(pl.Int64)}


def count(organs: pl.LazyFrame) -> int:
    """How many organs have a report of a known year. ``organs`` are those of :func:`data.survey.organs.of`."""
    known: int = _identified(organs).select(pl.col("organ").n_unique()).collect().item()
    return known


def due(organs: pl.LazyFrame, totals: pl.LazyFrame, years: tuple[int, ...]) -> Due:
    """What is due and present. ``organs`` and ``totals`` are those of the same organs, whatever years are asked for."""
    present = totals.filter(pl.col("fiscal_year").is_in(years)).select(pl.col(_PRESENT).sum()).collect().item()
    return Due(expected=count(organs) * len(years), present=present)


def filing(
    organs: pl.LazyFrame, reports: pl.LazyFrame, years: tuple[int, ...], *, start: int = 0, count: int | None = None
) -> pl.DataFrame:
    """A run of organs by region and name, with a row for every year.

    ``organs`` are those of the reports, ``start`` counts them from 0, ``count`` is how many. Columns: organ_id,
    agency, division_code, fiscal_year, filing, published and report_id (both null where nothing was filed).
    """
    run = _identified(organs).select(pl.col("organ").unique().sort().slice(start, count)).collect()["organ"]
    of_run = pl.col("organ").is_in(run.implode())
    return _states(organs.filter(of_run), reports.filter(of_run), years).collect()


def of_year(organs: pl.LazyFrame, reports: pl.LazyFrame, year: int) -> pl.DataFrame:
    """The organs that filed late, or whose report of one year is not there, with the columns of :func:`filing`."""
    filed = reports.filter("represents", pl.col("fiscal_year") == year).select("organ", "is_late").collect()
    begun = _spans(organs).filter(pl.col("first") <= year)
    missing = begun.join(filed.lazy(), on="organ", how="anti").select("organ").collect()
    asked = pl.concat([missing["organ"], filed.filter("is_late")["organ"]])
    of_asked = pl.col("organ").is_in(asked.implode())  # names and dates are looked up for these alone
    return _states(organs.filter(of_asked), reports.filter(of_asked), (year,)).collect()


def tally(organs: pl.LazyFrame, totals: pl.LazyFrame, years: tuple[int, ...]) -> pl.DataFrame:
    """How many organs did what for each year: year, and a column for each of :class:`Filing`.

    ``organs`` and ``totals`` are those of the same reports.
    """
    if not years:
        return pl.DataFrame(schema={"year": pl.Int64, **dict.fromkeys(Filing, pl.Int64)})
    present = totals.group_by(pl.col("fiscal_year").alias("year")).agg(
        pl.col(_PRESENT).sum().alias("present"), pl.col(_LATE).sum().alias(Filing.LATE)
    )
    return (
        _spans(organs)
        .group_by("first", "last")
        .agg(pl.len().cast(pl.Int64).alias("organs"))
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
    first, last, organs = pl.col("first"), pl.col("last"), pl.col("organs")
    return pl.struct(
        pl.lit(year, pl.Int64).alias("year"),
        organs.filter((first < year) & (last > year)).sum().alias("between"),
        organs.filter((first == year) | (last == year)).sum().alias("at_ends"),
        organs.filter(first > year).sum().alias(Filing.NOT_YET),
        organs.filter(last < year).sum().alias(Filing.NO_MORE),
    )


def _identified(organs: pl.LazyFrame) -> pl.LazyFrame:
    """The organs of which a year is known."""
    return organs.filter(pl.col("last").is_not_null())


def _spans(organs: pl.LazyFrame) -> pl.LazyFrame:
    """The first and the last year of each organ."""
    return _identified(organs).group_by("organ").agg(pl.col("first").min(), pl.col("last").max())


def _states(organs: pl.LazyFrame, reports: pl.LazyFrame, years: tuple[int, ...]) -> pl.LazyFrame:
    own = reports.filter("represents", pl.col("fiscal_year").is_in(years))
    asked = pl.LazyFrame({"fiscal_year": years}, schema={"fiscal_year": pl.Int64})
    return (
        _spans(organs)
        .join(asked, how="cross")
        .join(
            own.select("organ", "fiscal_year", "published", "report_id", "is_late"),
            on=["organ", "fiscal_year"],
            how="left",
        )
        .with_columns(filing=_state())
        .join(_names(organs), on="organ")
        .sort("organ", "fiscal_year")
        .select("organ_id", "agency", "division_code", "fiscal_year", "filing", "published", "report_id")
    )


def _names(organs: pl.LazyFrame) -> pl.LazyFrame:
    """What each organ was called last, and its division."""
    named = _identified(organs).select("organ", "organ_id", "division_code", "agency")
    return named.unique("organ", keep="last")


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
