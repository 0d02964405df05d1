"""Sums over all reports of a year, place, level, kind and soundness: what the pages' sums are made of.

There are few such groups, however many reports. All filters but that of organs choose whole groups, so that a question
asked of the totals is answered exactly as one asked of the reports.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from data.filters import Filters
from data.queries import filing, licensing, outcomes, remedies
from data.queries.condition import is_readable, known_sum

# What the filters choose by, see data.filters; the soundness switch goes by ``worst``.
KEYS: Final = ("fiscal_year", "province", "city", "county", "agency_level", "agency_kind", "worst")
_MEASURES: Final = {**outcomes.measures(), **remedies.measures(), **licensing.measures(), **filing.measures()}


def of(reports: pl.LazyFrame) -> pl.LazyFrame:
    """The totals of some reports: a row for each group of :data:`KEYS`.

    ``reports`` counts them and ``unreadable`` the files that could not be read, ``synthetic`` those that are made up,
    ``ingested_at`` is when the last one came. Of the measures that the queries name, each is the sum of what is known,
    null when nothing is.
    """
    return (
        reports.select(*KEYS, "synthetic", "ingested_at", **_MEASURES)
        .group_by(KEYS)
        .agg(
            is_readable().sum().cast(pl.Int64).alias("reports"),
            (~is_readable()).sum().cast(pl.Int64).alias("unreadable"),
            pl.col("synthetic").sum().cast(pl.Int64),
            pl.col("ingested_at").max(),
            *(known_sum(name).alias(name) for name in _MEASURES),
        )
    )


def chosen(totals: pl.LazyFrame, reports: pl.LazyFrame, filters: Filters) -> pl.LazyFrame:
    """The totals of the reports that filters leave. Organs are not told apart in totals: theirs are made anew."""
    return of(filters.apply(reports)) if filters.organs else filters.apply(totals)
