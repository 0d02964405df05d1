"""A figure among others: the same organ's year before, and the organs of its kind and level in the same year."""

from __future__ import annotations

from typing import Final

import polars as pl

from data.queries.report import Filed

SMALLEST_GROUP: Final = 5  # other organs; of fewer no quartiles are told
_QUARTILES: Final = {"lower": 0.25, "median": 0.5, "upper": 0.75}


def beside(reports: pl.LazyFrame, filed: Filed, cells: tuple[str, ...]) -> pl.DataFrame:
    """What some figures of one report are held against, in the order of the cells.

    Columns: cell; previous (the same organ's figure of the year before); peers (how many other organs of the same
    kind and level state the figure for the year); lower, median and upper (their quartiles, null for fewer than
    :data:`SMALLEST_GROUP`). Figures are decimals.
    """
    columns = ("organ_id", "agency_kind", "agency_level", "fiscal_year")
    around = reports.filter(_is_previous(filed) | _is_peer(filed)).select(*columns, *cells).collect()
    previous, peers = around.filter(_is_previous(filed)), around.filter(_is_peer(filed))
    rows = [(cell, _first(previous[cell]), *_spread(peers[cell])) for cell in cells]
    figure = pl.Float64
    schema = {"cell": pl.String, "previous": figure, "peers": pl.Int64, **dict.fromkeys(_QUARTILES, figure)}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _is_previous(filed: Filed) -> pl.Expr:
    year = None if filed.fiscal_year is None else filed.fiscal_year - 1
    return _is("organ_id", filed.organ_id) & _is("fiscal_year", year)


def _is_peer(filed: Filed) -> pl.Expr:
    alike = _is("agency_kind", filed.agency_kind) & _is("agency_level", filed.agency_level)
    return alike & _is("fiscal_year", filed.fiscal_year) & ~_is("organ_id", filed.organ_id)


def _is(column: str, value: str | int | None) -> pl.Expr:
    """Whether the column has the value; what is not known is like nothing."""
    return pl.lit(value=False) if value is None else pl.col(column) == value


def _first(figures: pl.Series) -> float | None:
    known = figures.drop_nulls()
    return None if known.is_empty() else float(known.to_list()[0])


def _spread(figures: pl.Series) -> tuple[int, float | None, float | None, float | None]:
    """How many figures there are, and their quartiles where those are enough."""
    known = figures.drop_nulls().cast(pl.Float64)
    if len(known) < SMALLEST_GROUP:
        return len(known), None, None, None
    lower, median, upper = (known.quantile(share, "linear") for share in _QUARTILES.values())
    return len(known), lower, median, upper
