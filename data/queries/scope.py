"""What there is to choose from: the years, regions, organs, levels and kinds of the dataset."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import polars as pl

from data.filters import Filters


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """The values that occur in the dataset, each in the order in which it is offered."""

    years: tuple[int, ...]
    provinces: tuple[str, ...]
    cities: tuple[str, ...]
    counties: tuple[str, ...]
    levels: tuple[str, ...]
    kinds: tuple[str, ...]
    synthetic: bool  # at least one report is made up for demonstration
    imported: datetime | None  # when the last report came in


def choices(totals: pl.LazyFrame) -> Choices:
    """Every value that a filter can take, from the totals of :func:`data.survey.totals.of`."""
    columns = ("fiscal_year", "province", "city", "county", "agency_level", "agency_kind")
    found = totals.select(
        *(pl.col(name).drop_nulls().unique().sort().implode() for name in columns),
        (pl.col("synthetic").sum() > 0).alias("synthetic"),
        pl.col("ingested_at").max(),
    ).collect()
    row = found.row(0, named=True)
    return Choices(
        years=tuple(row["fiscal_year"]),
        provinces=tuple(row["province"]),
        cities=tuple(row["city"]),
        counties=tuple(row["county"]),
        levels=tuple(row["agency_level"]),
        kinds=tuple(row["agency_kind"]),
        synthetic=row["synthetic"],
        imported=row["ingested_at"],
    )


def count(totals: pl.LazyFrame) -> int:
    """How many reports there are, from their totals."""
    reports: int = totals.select(pl.col("reports").sum()).collect().item()
    return reports


def organs(reports: pl.LazyFrame, filters: Filters, most: int) -> dict[str, str] | None:
    """The organs of a region, level and kind: id to name, by division and name; None when there are more."""
    within = Filters(region=filters.region, levels=filters.levels, kinds=filters.kinds).apply(reports)
    count: int = within.select(pl.col("organ").n_unique()).collect().item()
    return None if count > most else _names(within)


def named(reports: pl.LazyFrame, organ_ids: tuple[str, ...]) -> dict[str, str]:
    """Those of the organ ids that the dataset holds, with their names."""
    return _names(reports.filter(pl.col("organ_id").is_in(organ_ids))) if organ_ids else {}


def _names(reports: pl.LazyFrame) -> dict[str, str]:
    organs = (
        reports.filter(pl.col("organ").is_not_null())
        .group_by("organ")
        .agg(pl.col("organ_id").first(), pl.col("agency").sort_by("fiscal_year").last())
        .sort("organ")
        .select("organ_id", "agency")
        .collect()
    )
    return dict(organs.iter_rows())
