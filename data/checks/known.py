"""The figures that a rule may rest on: those that were printed, never those that arithmetic itself has found."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

import polars as pl

from data.schema import STATE_LETTERS
from parsing import form

_NUMBER: Final = {cell: number for number, cell in enumerate(form.all_cells())}
_DERIVED: Final = STATE_LETTERS["derived"]


def printed(reports: pl.LazyFrame, cells: Collection[str]) -> pl.LazyFrame:
    """The reports, in another order, with those of the cells set to null that the form's arithmetic has found."""
    letters = pl.col("states").str
    has_derived = letters.contains(_DERIVED, literal=True).fill_null(value=False)
    # Looking at every cell's letter is slow, and few reports have any.
    some_derived = reports.filter(has_derived).with_columns(
        pl.when(letters.slice(_NUMBER[cell], 1) != _DERIVED).then(pl.col(cell)).alias(cell) for cell in cells
    )
    return pl.concat([reports.filter(~has_derived), some_derived])
