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


def unreadable(totals: pl.LazyFrame) -> int:
    """How many files could not be read, from their totals."""
    files: int = totals.select(pl.col("unreadable").sum()).collect().item()
    return files


def organs(organs: pl.LazyFrame, filters: Filters, most: int) -> dict[str, str] | None:
    """The organs of a region, level and kind: id to name, by division and name; None when there are more.

    ``organs`` are those of :func:`data.survey.organs.of`.
    """
    within = Filters(region=filters.region, levels=filters.levels, kinds=filters.kinds).apply(organs)
    count: int = within.select(pl.col("organ").n_unique()).collect().item()
    return None if count > most else _names(within)


def named(organs: pl.LazyFrame, organ_ids: tuple[str, ...]) -> dict[str, str]:
    """Those of the organ ids that the dataset holds, with their names."""
    return _names(organs.filter(pl.col("organ_id").is_in(organ_ids))) if organ_ids else {}


def _names(organs: pl.LazyFrame) -> dict[str, str]:
    # By their order, then by year: of several names the last one stays.
    return dict(organs.select("organ_id", "agency").collect().iter_rows())
