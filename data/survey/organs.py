"""Every organ with the first and the last year of its reports: a sixth of the rows, where organs alone are asked for.

An organ has a row for each place, level and kind that its reports name, which is nearly always one. All filters but
those of years and soundness choose whole rows, so that a question asked of the organs is answered exactly as one asked
of their reports.
"""

from __future__ import annotations

from typing import Final

import polars as pl

# What the filters choose by, see data.filters.
KEYS: Final = ("organ", "organ_id", "province", "city", "county", "agency_level", "agency_kind")


def of(reports: pl.LazyFrame) -> pl.LazyFrame:
    """The organs of some reports in their order: :data:`KEYS`, division_code, agency, first, last.

    ``agency`` is what the organ is called in the ``last`` year; ``first`` and ``last`` are null when no report names
    its year.
    """
    return (
        reports.filter(pl.col("organ").is_not_null())
        .group_by(KEYS)
        .agg(
            pl.col("division_code").first(),
            pl.col("agency").sort_by("fiscal_year").last(),
            first=pl.col("fiscal_year").min(),
            last=pl.col("fiscal_year").max(),
        )
        .sort("organ", "last", *KEYS[2:])
    )
