"""Licences, penalties, coercive measures, fees and normative documents over the years."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Literal, assert_never

import polars as pl

from data.filters import region_below
from data.queries.condition import Coverage, by_year, is_readable, is_unsound, known_sum, rests_on, stated

SMALLEST_BASE: Final = 20  # below this many decisions a change in per cent says nothing
INDEX_START: Final = 100
_ORGANS: Final = 2**32  # more than there are: their numbers have 32 bits


class Grouping(StrEnum):
    """What a line of the trend stands for."""

    TOTAL = "total"
    REGION = "region"
    LEVEL = "level"
    KIND = "kind"
    ORGAN = "organ"


# Totals are kept of each of these; they know no organs, for which there is :func:`trend_of_organs`.
Summed = Literal[Grouping.TOTAL, Grouping.REGION, Grouping.LEVEL, Grouping.KIND]


class Scale(StrEnum):
    """How a group's figure is expressed."""

    COUNT = "count"
    INDEX = "index"  # the first year with a figure is 100
    MEAN = "mean"  # for each report that has the figure


# The cells of table 二 that make up a measure. Two cells are two measures of two editions, never one series.
MEASURES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "licensing": ("proactive.licensing.decisions",),
        "penalties": ("proactive.penalties.decisions",),
        "coercion": ("proactive.coercion.decisions",),
        "fees": ("proactive.fees.amount_10k_yuan",),
        "normative_documents": (
            "proactive.normative_documents.total_disclosed",
            "proactive.normative_documents.in_force",
        ),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """What is shown of a ranking of organs: the first of them, some that tell how all are spread, and their median."""

    first: pl.DataFrame
    drawn: pl.DataFrame
    median: float | None
    organs: int


def measures() -> dict[str, pl.Expr]:
    """What is added up over reports, see :func:`data.survey.totals.of`."""
    cells = (cell for group in MEASURES.values() for cell in group)
    return {name: part for cell in cells for name, part in stated(cell, is_unsound("proactive")).items()}


def trend(
    totals: pl.LazyFrame, measure: str, grouping: Summed = Grouping.TOTAL, region: str | None = None
) -> pl.DataFrame:
    """One row a group, cell and year, of the totals of :func:`data.survey.totals.of`.

    Columns: group (a code, or null where it is not known), agency and
    report_id (of an organ, its name and report; else null), cell, year, total
    (the sum of the known figures, null when none is), known (reports with the figure), reports, unsound (reports with
    the figure whose table 二 has a problem).
    """
    by_cell = [_by_year(totals, cell, _group(grouping, region)) for cell in MEASURES[measure]]
    return pl.concat(by_cell).sort("cell", "group", "year").collect()


def _group(grouping: Summed, region: str | None) -> pl.Expr:
    match grouping:
        case Grouping.TOTAL:
            return pl.lit("all")
        case Grouping.REGION:
            return pl.col(region_below(region))
        case Grouping.LEVEL:
            return pl.col("agency_level")
        case Grouping.KIND:
            return pl.col("agency_kind")
        case _:
            assert_never(grouping)


def _by_year(totals: pl.LazyFrame, cell: str, group: pl.Expr) -> pl.LazyFrame:
    return by_year(totals, group.alias("group")).agg(
        *(pl.lit(None, pl.String).alias(name) for name in ("agency", "report_id")),
        pl.lit(cell).alias("cell"),
        known_sum(cell).cast(pl.Float64).alias("total"),
        *rests_on(cell),
    )


def trend_of_organs(reports: pl.LazyFrame, measure: str) -> pl.DataFrame:
    """The columns of :func:`trend`, with a row for each organ, cell and year.

    An organ has one report a year, so that nothing need be grouped, which takes five times as long.
    """
    own = reports.filter("represents").sort("organ", "fiscal_year")
    by_cell = [
        own.select(
            group="organ_id",
            year="fiscal_year",
            agency="agency",
            report_id="report_id",
            cell=pl.lit(cell),
            total=pl.col(cell).cast(pl.Float64),
            known=pl.col(cell).is_not_null().cast(pl.Int64),
            reports=is_readable().cast(pl.Int64),
            unsound=(is_unsound("proactive") & pl.col(cell).is_not_null()).cast(pl.Int64),
        )
        for cell in MEASURES[measure]
    ]
    return pl.concat(by_cell).collect()


def coverage(trend: pl.DataFrame) -> Coverage:
    """What a whole trend rests on. A report of another edition has its figure in the other cell."""
    years = trend.group_by("group", "year").agg(pl.col("known").sum(), pl.col("reports").max(), pl.col("unsound").sum())
    known, total, unsound = years.select("known", "reports", "unsound").sum().row(0)
    return Coverage(known=known, reports=total, unsound=unsound)


def scaled(trend: pl.DataFrame, scale: Scale) -> pl.DataFrame:
    """The trend with a column ``value`` in the wanted scale; null where it cannot be told."""
    if scale is Scale.COUNT:
        return trend.with_columns(value=pl.col("total"))
    if scale is Scale.MEAN:
        return trend.with_columns(value=pl.col("total") / pl.col("known"))
    start = pl.col("total").drop_nulls().first().over("group", "cell", order_by="year")
    return trend.with_columns(value=pl.when(start > 0).then(pl.col("total") / start * INDEX_START))


def without_index(trend: pl.DataFrame, groups: Collection[str | None]) -> int:
    """How many of some groups have a figure but no index, since it would begin with 0."""
    known = trend.filter(pl.col("total").is_not_null()).sort("year")
    starts = known.group_by("group", "cell").agg(pl.col("total").first())
    return sum(group in groups for group in starts.filter(pl.col("total") <= 0)["group"].unique())


def largest_groups(trend: pl.DataFrame, count: int) -> list[str | None]:
    """The groups with the largest figure in the last year that has any, the largest first."""
    newest = trend.filter(pl.col("total").is_not_null()).sort("year").group_by("group").last()
    return newest.sort("year", "total", "group", descending=[True, True, False]).head(count)["group"].to_list()


def ranking(trend: pl.DataFrame, year: int) -> pl.DataFrame:
    """The groups by their figure in one year, the largest first, with the year before if the trend holds it.

    Adds to the trend's columns: previous, change, and change_percent, which is null where the year before has fewer
    than :data:`SMALLEST_BASE` decisions.
    """
    this = trend.filter(pl.col("year") == year, pl.col("total").is_not_null())
    before = trend.filter(pl.col("year") == year - 1).select("group", "cell", previous="total")
    both = this.join(before, on=["group", "cell"], how="left", nulls_equal=True)
    return _compared(both.lazy()).sort("total", "group", descending=[True, False]).collect()


def ranking_of_organs(reports: pl.LazyFrame, measure: str, year: int) -> pl.LazyFrame:
    """The organs by their figure in one year, as :func:`ranking` gives groups; those with the same figure by place.

    Columns: group (the organ's id), agency, report_id, cell, total, previous, change, change_percent, unsound (table 二
    of the report has a problem). ``reports`` hold the year before as well.
    """
    return _ranked(reports, measure, year).drop("organ")


def _ranked(reports: pl.LazyFrame, measure: str, year: int) -> pl.LazyFrame:
    """The same with the organ's number."""
    own = reports.filter("represents")
    by_cell = []
    for cell in MEASURES[measure]:
        figure = pl.col(cell).cast(pl.Float64)
        before = own.filter(pl.col("fiscal_year") == year - 1).select("organ", previous=figure)
        this = own.filter(pl.col("fiscal_year") == year, pl.col(cell).is_not_null())
        names = (pl.col("organ_id").alias("group"), "agency", "report_id", pl.lit(cell).alias("cell"))
        named = this.select("organ", *names, total=figure, unsound=is_unsound("proactive"))
        by_cell.append(named.join(before, on="organ", how="left"))
    return _compared(pl.concat(by_cell)).sort("total", "organ", descending=[True, False])


def shown_of_ranking(reports: pl.LazyFrame, measure: str, year: int, *, first: int, most: int) -> Ranked:
    """The ``first`` rows of :func:`ranking_of_organs`, and of all rows at most ``most`` and one, evenly by size.

    All organs are put in order by two numbers; names and the year before are looked up for those that are shown.
    """
    order = _order(reports, measure, year)
    step = max(1, -(-order.height // most))
    place = pl.int_range(pl.len())
    is_drawn = (place % step == 0) | (place == pl.len() - 1)
    points = order.filter(is_drawn)["organ"]
    wanted = pl.concat([order["organ"].head(first), points]).unique()
    rows = _ranked(reports.filter(pl.col("organ").is_in(wanted.implode())), measure, year).collect()
    drawn = rows.filter(pl.col("organ").is_in(points.implode()))
    middle: float | None = order.select(pl.col("total").median()).item()
    return Ranked(
        first=rows.head(first).drop("organ"),
        drawn=drawn.drop("organ"),
        median=middle,
        organs=order.height,
    )


def _order(reports: pl.LazyFrame, measure: str, year: int) -> pl.DataFrame:
    """The organs' numbers and figures in the order of :func:`ranking_of_organs`."""
    own = reports.filter("represents", pl.col("fiscal_year") == year)
    stated = [
        own.filter(pl.col(cell).is_not_null()).select("organ", total=pl.col(cell).cast(pl.Float64))
        for cell in MEASURES[measure]
    ]
    found = pl.concat(stated).collect()
    # The few figures that differ are sorted, and all organs by one number: that grows no faster than they do.
    places = found.select("total").unique().sort("total", descending=True).with_row_index("place")
    placed = found.join(places, on="total").select(both=pl.col("place").cast(pl.UInt64) * _ORGANS + pl.col("organ"))
    place, organ = pl.col("both") // _ORGANS, pl.col("both") % _ORGANS
    ordered = placed["both"].sort().to_frame()
    return ordered.select(organ=organ.cast(found.schema["organ"]), total=pl.lit(places["total"]).gather(place))


def _compared(both_years: pl.LazyFrame) -> pl.LazyFrame:
    """Totals with how they differ from the previous ones."""
    percent = 100 * pl.col("change") / pl.col("previous")
    return both_years.with_columns(change=pl.col("total") - pl.col("previous")).with_columns(
        change_percent=pl.when(pl.col("previous") >= SMALLEST_BASE).then(percent)
    )


def figures(reports: pl.LazyFrame, measure: str) -> pl.LazyFrame:
    """The figures behind a trend: one row a report, for the download."""
    return reports.select(
        "report_id", "agency", "division_code", "fiscal_year", "edition_proactive", "worst", *MEASURES[measure]
    ).sort("agency", "fiscal_year", "report_id")
