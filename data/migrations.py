"""Datasets of older versions brought forward to :data:`data.schema.VERSION`.

A new column needs no step: rows written before it hold null there. Whatever else changes (a name, a type, a meaning)
raises the version, with a step that turns rows of the version before into rows of the next. It is given them in parts,
since all of them may be more than memory holds, and so must not look from one row at another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import polars as pl

from data.identity import organ_id
from data.schema import REPORTS, VERSION
from parsing.model import Agency

Step = Callable[[pl.LazyFrame], pl.LazyFrame]


def _identified_anew(rows: pl.LazyFrame) -> pl.LazyFrame:
    """Version 2 knows an organ that one year's report names in short and another's in full."""
    columns = ("agency", "division_code")
    organs = rows.select(columns).drop_nulls("agency").unique().collect()
    ids = [organ_id(Agency(name=name, evidence="", division_code=code)) for name, code in organs.iter_rows()]
    known = organs.with_columns(pl.Series("organ_id", ids, pl.String())).lazy()
    return rows.drop("organ_id").join(known, on=columns, how="left", nulls_equal=True, maintain_order="left")


STEPS: Final[Mapping[int, Step]] = {1: _identified_anew}  # by the version that they start from


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
