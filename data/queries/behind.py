"""What is behind a sum of the trends: the reports whose figures were added up, the largest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import polars as pl

from data.queries import licensing, outcomes, remedies
from data.queries.condition import is_readable, is_unsound, known_sum


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """A figure that a page adds up over reports: of which table, and in which cell a report prints it.

    ``cell`` is None where a report's own figure is a sum of cells. ``figure`` is null in a report that the page leaves
    out, so that what is behind a sum adds up to it.
    """

    table: str
    figure: pl.Expr
    cell: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """The reports behind a sum, and on how many it rests.

    ``rows``: report_id, agency, year, count, share_percent (of the total), previous and change (of the same organ,
    where one year is asked for), unsound; ``listed`` counts them before they were cut.
    """

    rows: pl.DataFrame
    listed: int
    total: float | None
    known: int
    reports: int
    unsound: int


def _sums() -> Iterator[tuple[str, Sum]]:
    """Names are those of the measures that the trends add up."""
    for cell in (cell for cells in licensing.MEASURES.values() for cell in cells):
        yield cell, Sum(table="proactive", figure=pl.col(cell), cell=cell)
    figures = outcomes.measures() | remedies.measures()
    for name, summand in outcomes.summands().items():
        yield name, Sum(table="applications", figure=figures[name], cell=summand)
    for way in remedies.WAYS:
        for result, printed in remedies.cells(way).items():
            yield f"{way}.{result}", Sum(table="remedies", figure=figures[f"{way}.{result}"], cell=printed)


SUMS: Final[Mapping[str, Sum]] = MappingProxyType(dict(_sums()))


def behind(reports: pl.LazyFrame, name: str, year: int | None, most: int | None = None) -> Behind:
    """The reports behind one of :data:`SUMS` in one year, or in all (None); at most so many rows, or all.

    Listed are reports whose figure is not 0, and those whose organ had one the year before.
    """
    part = SUMS[name]
    own = reports.with_columns(count=part.figure.cast(pl.Float64), year="fiscal_year", unsound=is_unsound(part.table))
    if year is None:
        found = own.with_columns(previous=pl.lit(None, pl.Float64))
    else:
        before = own.filter("represents", pl.col("year") == year - 1).select("organ", previous="count")
        found = own.filter(pl.col("year") == year).join(before, on="organ", how="left")
    is_known = pl.col("count").is_not_null()
    is_listed = is_known & ((pl.col("count") != 0) | (pl.col("previous") != 0).fill_null(value=False))
    counted = found.select(
        reports=is_readable().sum(),
        known=is_known.sum(),
        listed=is_listed.sum(),
        unsound=(is_known & pl.col("unsound")).sum(),
        total=known_sum("count"),
    )
    listed = found.filter(is_listed).select("report_id", "agency", "organ", "year", "count", "previous", "unsound")
    ordered = listed.sort("count", "previous", "organ", "year", descending=[True, True, False, False], nulls_last=True)
    numbers, rows = pl.collect_all([counted, ordered if most is None else ordered.head(most)])
    told = numbers.row(0, named=True)
    total: float | None = told["total"]
    shown = rows.with_columns(
        share_percent=pl.when(total != 0).then(100 * pl.col("count") / total),
        change=pl.col("count") - pl.col("previous"),
    ).select("report_id", "agency", "year", "count", "share_percent", "previous", "change", "unsound")
    return Behind(rows=shown, **told)
