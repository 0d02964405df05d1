"""Faults of the tables: cells, rows and a whole table that are not printed, or hold what is no figure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from data.synthetic.chance import chance_of
from data.synthetic.draft import Draft, Section
from data.synthetic.narrative import draft
from data.synthetic.world import Filing
from parsing import form
from parsing.form import cell_id

_ORGANISATIONS: Final = tuple(column.id for column in form.APPLICANTS[1:-1])


def remedies_short(filing: Filing, _before: Filing | None, seed: int) -> Draft | None:
    """Two of the fifteen cells of table four are not printed; which, the table does not show."""
    cells = form.TABLES["remedies", filing.editions["remedies"]].cells
    lost = chance_of(seed, filing.organ.name, filing.fiscal_year, "lost").sample(cells, 2)
    return _unprinted(draft(filing, seed), lost).unknowable(cells).with_planted("cells-missing", cells)


def row_short(filing: Filing, _before: Filing | None, seed: int) -> Draft | None:
    """One of the seven cells of a row is not printed."""
    cells = _row("unable_not_held")
    lost = chance_of(seed, filing.organ.name, filing.fiscal_year, "lost").choice(cells)
    return _unprinted(draft(filing, seed), [lost]).unknowable(cells).with_planted("cells-missing", cells)


def row_left_out(filing: Filing, _before: Filing | None, seed: int) -> Draft | None:
    """A row of table three in which nothing ever happens is not printed at all."""
    faulty = draft(filing, seed)
    table = faulty.tables["applications"]
    cells = _row("unprocessed_excessive")
    rows = tuple(row for row in table.rows if row.id != "unprocessed_excessive")
    faulty = replace(faulty, tables={**faulty.tables, "applications": replace(table, rows=rows)})
    return faulty.unknowable(cells).with_planted("rows-missing", cells)


def blank_columns(filing: Filing, _before: Filing | None, seed: int) -> Draft | None:
    """The columns of organisations are left blank throughout table three."""
    table = form.TABLES["applications", filing.editions["applications"]]
    cells = [cell_id(table.id, row.id, column) for row in table.rows for column in _ORGANISATIONS]
    if any(filing.figures[cell] for cell in cells):
        return None  # only figures of zero are left blank
    return _reprinted(draft(filing, seed), cells, "").unknowable(cells).with_planted("cells-blank", cells)


def table_left_out(filing: Filing, _before: Filing | None, seed: int) -> Draft | None:
    """Table four is replaced by a reference to a file that is not there."""
    faulty = draft(filing, seed)
    cells = faulty.tables["remedies"].cells
    section = Section(faulty.sections["四"].heading, ("相关数据见附件。",))
    tables = {name: table for name, table in faulty.tables.items() if name != "remedies"}
    faulty = replace(faulty, tables=tables, sections={**faulty.sections, "四": section})
    return faulty.unknowable(cells).with_planted("table-missing", cells)


def words_for_a_number(filing: Filing, _before: Filing | None, seed: int) -> Draft | None:
    """The number of licensing decisions is said to stand elsewhere."""
    cells = [cell_id("proactive", "licensing", "decisions")]
    return _reprinted(draft(filing, seed), cells, "见附件").unknowable(cells).with_planted("cell-not-a-number", cells)


def amount_without_unit(filing: Filing, _before: Filing | None, seed: int) -> Draft | None:
    """An amount of procurement that may be in yuan or in ten thousands of yuan."""
    cells = [cell_id("proactive", "procurement", "amount_yuan")]
    faulty = draft(filing, seed)
    if not faulty.cells.get(cells[0]):
        return None
    return (
        _reprinted(faulty, cells, f"{filing.figures[cells[0]]}")
        .unknowable(cells)
        .with_planted("cell-unit-missing", cells)
    )


def _row(row: str) -> tuple[str, ...]:
    return tuple(cell_id("applications", row, column.id) for column in form.APPLICANTS)


def _unprinted(faulty: Draft, lost: Collection[str]) -> Draft:
    return replace(faulty, printed={cell: text for cell, text in faulty.printed.items() if cell not in lost})


def _reprinted(faulty: Draft, cells: Sequence[str], text: str) -> Draft:
    return replace(faulty, printed={**faulty.printed, **dict.fromkeys(cells, text)})
