"""Reports whose figures are arbitrary, agree with each other as the form requires, and cannot hide behind zeros."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import Final

from data.synthetic.draft import Draft
from data.synthetic.narrative import draft
from data.synthetic.organs import roster
from data.synthetic.world import Filing, history
from parsing import form
from parsing.form import cell_id

Pick = Callable[[int, int], int]  # a whole number from the first to the second, both included
Figures = dict[str, int | Decimal]

SEED: Final = 5
YEARS: Final[Mapping[str, int]] = {"2019": 2020, "2021": 2023}
_PEOPLE: Final = tuple(column.id for column in form.APPLICANTS[:-1])
_RESULTS: Final = tuple(column.id for column in form.REMEDY_RESULTS[:-1])


def filled(edition: str, pick: Pick, most: int = 99) -> Draft:
    """A report on one edition of the form, its words those of a synthetic organ."""
    plain = draft(filing(edition), SEED)
    cells = figures(edition, pick, most)
    return replace(plain, cells=cells, printed={cell: printed(cell, cells[cell]) for cell in plain.printed})


def filing(edition: str) -> Filing:
    """What a synthetic organ files on that edition."""
    return history(roster(3)[-1], YEARS[edition], SEED)[-1]


def figures(edition: str, pick: Pick, most: int) -> Figures:
    """A figure for each cell of an edition. No application or remedy is counted in one place only."""
    found = {**_proactive(edition, pick, most), **_applications(edition, pick, most), **_remedies(pick, most)}
    return {cell: found[cell] for table in form.TABLE_NAMES for cell in form.TABLES[table, edition].cells}


def _proactive(edition: str, pick: Pick, most: int) -> Figures:
    found: Figures = {}
    for cell in form.TABLES["proactive", edition].cells:
        _, _, column = form.describe(cell)
        if column.kind is form.Kind.CHANGE:
            found[cell] = pick(-most, most)
        elif column.kind is form.Kind.AMOUNT and column.unit == "万元":
            found[cell] = Decimal(pick(0, most * 10_000)) / 10_000
        else:
            found[cell] = pick(0, most)
    return found


def _applications(edition: str, pick: Pick, most: int) -> Figures:
    rows: dict[str, dict[str, int]] = {row.id: {} for row in form.TABLES["applications", edition].rows}
    outcomes = [row.id for row in form.outcome_rows(edition)]
    for person in _PEOPLE:
        for row in outcomes:
            rows[row][person] = pick(0, most)
        rows["total_processed"][person] = sum(rows[row][person] for row in outcomes)
        rows["carried_out"][person] = pick(0, most)
        everything = rows["total_processed"][person] + rows["carried_out"][person]
        rows["carried_in"][person] = pick(0, min(most, everything))
        rows["new_received"][person] = everything - rows["carried_in"][person]
    return {
        cell_id("applications", row, column): value
        for row, columns in rows.items()
        for column, value in (*columns.items(), ("total", sum(columns.values())))
    }


def _remedies(pick: Pick, most: int) -> Figures:
    found: Figures = {}
    for row in form.TABLES["remedies", "2021"].rows:
        results = {result: pick(0, most) for result in _RESULTS}
        results["total"] = sum(results.values())
        found |= {cell_id("remedies", row.id, result): value for result, value in results.items()}
    return found


def printed(cell: str, value: int | Decimal) -> str:
    """A figure as the form asks for it: signs before a change, the unit behind an amount in yuan."""
    _, _, column = form.describe(cell)
    if column.kind is form.Kind.CHANGE:
        return f"{value:+}" if value else "0"
    return f"{value}元" if column.unit == "元" and value else f"{value:f}" if isinstance(value, Decimal) else f"{value}"


def drawn(seed: int) -> Pick:
    """Figures drawn from a seed."""
    return Random(seed).randint  # noqa: S311 - a seed, so that every case can be had again
