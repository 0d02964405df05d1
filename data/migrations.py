"""Datasets of older versions brought forward to :data:`data.schema.VERSION`.

A new column needs no step: rows written before it hold null there. Whatever else changes (a name, a type, a meaning)
raises the version, with a step that turns all rows of the version before into rows of the next.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import polars as pl

from data.schema import REPORTS, VERSION

Step = Callable[[pl.LazyFrame], pl.LazyFrame]

STEPS: Final[Mapping[int, Step]] = {}  # by the version that they start from


def is_due(version: int) -> bool:
    """Whether rows of a version are not yet as this program reads them."""
    return any(older in STEPS for older in range(version, VERSION))


def migrated(rows: pl.LazyFrame, version: int) -> pl.LazyFrame:
    """Rows of an older version as this one has them."""
    for older in range(version, VERSION):
        if older in STEPS:
            rows = STEPS[older](rows)
    known = rows.collect_schema()
    return rows.select(
        (pl.col(name) if name in known else pl.lit(None)).cast(REPORTS[name]).alias(name) for name in REPORTS
    )
