"""One report: its figures, how each of them came about, and the organ's other years."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import polars as pl

from data.schema import STATE_LETTERS, STATE_OF_LETTER
from parsing import form
from parsing.form import statistics

_HEAD = (
    "report_id",
    "sha256",
    "source",
    "format",
    "organ_id",
    "agency",
    "agency_level",
    "agency_kind",
    "division_code",
    "fiscal_year",
    "edition",
    "published",
    "synthetic",
    "worst",
)
_COLUMNS = (*_HEAD, *(f"edition_{table}" for table in form.TABLE_NAMES), "states", *form.all_cells())


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """One report as the dataset holds it. ``figures`` and ``states`` have every cell of every edition."""

    report_id: str
    sha256: str
    source: str
    format: str | None
    organ_id: str | None
    agency: str | None
    agency_level: str | None
    agency_kind: str | None
    division_code: str | None
    fiscal_year: int | None
    edition: str | None
    published: date | None
    synthetic: bool
    worst: str | None
    table_editions: Mapping[str, str]
    figures: Mapping[str, int | Decimal | None]
    states: Mapping[str, str]

    @property
    def has_statistics(self) -> bool:
        """Whether the report is on the statistics form of the years before 2019, or a provincial variant of it."""
        return any(self.states[cell] != "absent" for cell in statistics.TABLE.cells)

    @property
    def cells(self) -> tuple[str, ...]:
        """Every cell of the report's own tables, in the form's order."""
        own = tuple(cell for name in self.table_editions.items() for cell in form.TABLES[name].cells)
        return own + (statistics.TABLE.cells if self.has_statistics else ())


def filed(reports: pl.LazyFrame, report_id: str) -> Filed | None:
    """The report of that id, or None when the dataset holds no such report."""
    found = reports.filter(pl.col("report_id") == report_id).select(*_COLUMNS).head(1).collect()
    if found.is_empty():
        return None
    row = found.row(0, named=True)
    editions = {table: row[f"edition_{table}"] for table in form.TABLE_NAMES}
    letters = row["states"] or STATE_LETTERS["absent"] * len(form.all_cells())
    return Filed(
        **{name: row[name] for name in _HEAD},
        table_editions={table: edition for table, edition in editions.items() if edition},
        figures={cell: row[cell] for cell in form.all_cells()},
        states=dict(zip(form.all_cells(), (STATE_OF_LETTER[letter] for letter in letters), strict=True)),
    )


def own_series(reports: pl.LazyFrame, organ_id: str, cells: tuple[str, ...]) -> pl.DataFrame:
    """The organ's reports over the years, the one that counts of each: report_id, fiscal_year, worst and the cells."""
    return (
        reports.filter(pl.col("organ_id") == organ_id, "represents")
        .select("report_id", "fiscal_year", "worst", *cells)
        .sort("fiscal_year")
        .collect()
    )


def catalogue(reports: pl.LazyFrame) -> pl.LazyFrame:
    """The chosen reports, one row each, by organ and year: what a report is picked from."""
    return reports.select("report_id", "agency", "fiscal_year", "worst", "source").sort(
        "agency", "fiscal_year", "report_id", nulls_last=True
    )
