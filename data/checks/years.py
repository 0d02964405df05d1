"""From year to year: what a report carries over from the organ's report of the year before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import polars as pl

from data.checks.outcome import BROKEN, verdict
from data.checks.raised import Raised
from data.checks.succession import before, succession
from data.queries.condition import complete_sum
from parsing import form
from parsing.catalogue.reasons import Reason
from parsing.form import cell_id
from parsing.model import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A figure that continues last year's report: stated = last year's + plus - minus.

    ``earlier`` are cells of the report of the year before; the first is what the stated figure continues.
    ``edition`` is the edition of table 二 that both reports must be on, where the measure is that edition's own.
    """

    code: str
    stated: str
    earlier: tuple[str, ...]
    plus: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    edition: str | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of the report itself."""
        return (self.stated, *self.plus, *self.minus)

    @property
    def expected(self) -> pl.Expr:
        """What the stated figure must be; null where a figure is not known."""
        right = before(self.earlier[0])
        for cell in self.earlier[1:]:
            right = right + before(cell)
        right = right + complete_sum(self.plus) if self.plus else right
        return right - complete_sum(self.minus) if self.minus else right


def _carried() -> Iterator[Carried]:
    for column in form.APPLICANTS:
        carried_in, carried_out = (cell_id("applications", row, column.id) for row in ("carried_in", "carried_out"))
        yield Carried(code="year-carry-over", stated=carried_in, earlier=(carried_out,))
    yield from map(_stock_2021, ("regulations", "normative_documents"))
    yield from map(_stock_2019, ("regulations", "normative_documents"))
    yield from map(_items, (*form.ITEM_ROWS, "fees"))


def _stock_2021(row: str) -> Carried:
    issued, repealed, in_force = (cell_id("proactive", row, column) for column in ("issued", "repealed", "in_force"))
    return Carried(
        code="year-stock", stated=in_force, earlier=(in_force,), plus=(issued,), minus=(repealed,), edition="2021"
    )


def _stock_2019(row: str) -> Carried:
    disclosed, in_all = (cell_id("proactive", row, column) for column in ("disclosed", "total_disclosed"))
    return Carried(code="year-stock", stated=in_all, earlier=(in_all,), plus=(disclosed,), edition="2019")


def _items(row: str) -> Carried:
    previous, change = (cell_id("proactive", row, column) for column in ("previous_items", "change"))
    return Carried(code="year-items", stated=previous, earlier=(previous, change), edition="2019")


CARRIED: Final = tuple(_carried())
CODES: Final = ("year-carry-over", "year-stock", "year-items", "year-missing")
_CELLS: Final = tuple(dict.fromkeys(cell for one in CARRIED for cell in (*one.cells, *one.earlier)))
_EDITIONS: Final = ("edition_proactive", "edition_applications")


def check(reports: pl.LazyFrame) -> tuple[pl.DataFrame, list[Raised]]:
    """The outcome of each year-to-year rule for every report that names organ and year, and what is broken."""
    years = succession(reports, _CELLS, _EDITIONS)
    outcomes = years.select("report_id", *(_outcome(code).alias(code) for code in CODES))
    return outcomes, [*_breaks(years, outcomes), *_gaps(years)]


def _outcome(code: str) -> pl.Expr:
    is_first = (pl.col("gap").is_null(), Reason.FIRST_REPORT)
    if code == "year-missing":
        return verdict(pl.col("gap") > 1, is_first)
    table = "applications" if code == "year-carry-over" else "proactive"
    edition = f"edition_{table}"
    unread = pl.col(edition).is_null() | before(edition).is_null()
    obstacles = [is_first, (pl.col("gap") != 1, Reason.NO_YEAR_BEFORE), (unread, Reason.TABLE_MISSING)]
    if code != "year-carry-over":
        obstacles.append((pl.col(edition) != before(edition), Reason.EDITION))
    if code == "year-items":
        obstacles.append((pl.col(edition) != "2019", Reason.OTHER_EDITION))
    return verdict(_is_broken(code), *obstacles)


def _is_broken(code: str) -> pl.Expr:
    """Whether one of the rule's figures differs from what it continues, by the edition of the report."""
    is_broken = pl.lit(None, dtype=pl.Boolean)
    own = [one for one in CARRIED if one.code == code]
    for edition in dict.fromkeys(one.edition for one in own):
        differ = pl.any_horizontal(pl.col(one.stated) != one.expected for one in own if one.edition == edition)
        applies = pl.lit(value=True) if edition is None else pl.col("edition_proactive") == edition
        is_broken = pl.when(applies).then(differ).otherwise(is_broken)
    return is_broken


def _breaks(years: pl.DataFrame, outcomes: pl.DataFrame) -> Iterator[Raised]:
    """A finding for each figure that does not continue the report of the year before."""
    for one in CARRIED:
        found = years.select(
            "report_id",
            "fiscal_year",
            before("report_id").alias("other_report_id"),
            pl.col(one.stated).alias("left"),
            one.expected.alias("right"),
            before(one.earlier[0]).alias("before"),
            (complete_sum(one.plus) if one.plus else pl.lit(0)).alias("plus"),
            (complete_sum(one.minus) if one.minus else pl.lit(0)).alias("minus"),
            outcomes[one.code].alias("outcome"),
            "edition_proactive",
        ).filter(pl.col("outcome") == BROKEN, pl.col("left") != pl.col("right"))
        if one.edition is not None:
            found = found.filter(pl.col("edition_proactive") == one.edition)
        for row in found.iter_rows(named=True):
            yield Raised(row["report_id"], _finding(one, row))


def _finding(one: Carried, row: dict[str, str | int]) -> Finding:
    table, row_id, column = one.stated.split(".")
    left, right = int(row["left"]), int(row["right"])
    change = right - int(row["before"])
    return Finding(
        code=one.code,
        table=table,
        cells=one.cells,
        left=left,
        right=right,
        values={
            "row": row_id,
            "column": column,
            "left": left,
            "right": right,
            "difference": abs(left - right),
            "before": row["before"],
            "plus": row["plus"],
            "minus": row["minus"],
            "change": f"{change:+d}",
            "year": row["fiscal_year"],
            "other_year": int(row["fiscal_year"]) - 1,
            "other_cells": ",".join(one.earlier),
            "other_report_id": row["other_report_id"],
        },
    )


def _gaps(years: pl.DataFrame) -> Iterator[Raised]:
    """A finding for each report before which years are missing."""
    found = years.select("report_id", "fiscal_year", "gap", earlier=pl.col("report_id").shift(1)).filter(
        pl.col("gap") > 1
    )
    for report_id, year, gap, earlier in found.iter_rows():
        first, last = year - gap + 1, year - 1
        values: dict[str, str | int] = {
            "year": year,
            "other_year": year - gap,
            "missing": f"{first}" if first == last else f"{first}-{last}",
            "other_report_id": earlier,
        }
        yield Raised(report_id, Finding(code="year-missing", values=values))
