"""Table 三 that a program read down its columns: all labels first, then the figures of each column from top to bottom.

Whether the figures run down or across, only the form's arithmetic tells. They are taken where it leaves one way, and
must not be used to pass the arithmetic that told it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from parsing import form
from parsing.folding import label_key
from parsing.model import UNREADABLE, Figure, State
from parsing.tables.assemble import Collected, TableReading
from parsing.tables.column_order import read_heading
from parsing.tables.labels import row_at_end, without_headings
from parsing.tables.runs import Piece
from parsing.tables.zones import Zone

_ID: Final = "applications"

_Way = Mapping[str, Piece]  # cell → the figure that it has if the figures run that way


def read_columns(zone: Zone) -> TableReading | None:
    """The figures of such a table; None where it is set otherwise, or nothing tells how the figures run."""
    labels = [row for piece in zone.heading if (row := _row(piece))]
    printed = [run for entry in zone.entries if (run := entry.run)]
    pieces = [piece for run in printed for piece in run.cells]
    table = next((each for each in map(_table, form.EDITIONS) if _are_rows(labels, each)), None)
    if table is None or len(pieces) != len(table.cells) or not all(_is_count(piece.text) for piece in pieces):
        return None
    if any(_key(piece) for run in printed[1:] for piece in (*run.before, *run.label)):
        return None
    order = read_heading([piece for piece in zone.words if not _row(piece)], aligned=False).order
    ways = [way for way in _ways(table, order, pieces) if _adds_up(table, way)] if order else []
    return _taken(table, ways) if ways else None


def _table(edition: str) -> form.Table:
    return form.TABLES[_ID, edition]


def _row(piece: Piece) -> str | None:
    """The row that a line names, if it names nothing else."""
    label = row_at_end(piece.text, numbered=True)
    return label.row if label else None


def _key(piece: Piece) -> str:
    """What a line between the columns prints besides heads."""
    return without_headings(label_key(piece.text))


def _are_rows(labels: Sequence[str], table: form.Table) -> bool:
    """Whether labels are all rows of a table: in its order, or those without a group first and then level by level.

    The head of a group may be called as a row of another edition is.
    """
    rows = [row.id for row in table.rows]
    by_level = [row.id for row in sorted(table.rows, key=lambda row: len(row.groups))]
    groups = {label_key(group) for row in table.rows for group in row.groups}
    other = "other" if any(key.endswith("其他处理") for key in groups) else ""
    return [row for row in labels if row != other] in (rows, by_level)


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and (text == "0" or not text.startswith("0"))


def _ways(table: form.Table, order: Sequence[str], pieces: Sequence[Piece]) -> Iterator[_Way]:
    """The figures down the columns, and across the rows."""
    down = [(row.id, column) for column in order for row in table.rows]
    across = [(row.id, column) for row in table.rows for column in order]
    for places in (down, across):
        cells = (form.cell_id(table.id, *place) for place in places)
        yield dict(zip(cells, pieces, strict=True))


def _adds_up(table: form.Table, way: _Way) -> bool:
    values = {cell: int(piece.text) for cell, piece in way.items()}
    return all(equation.holds(values) for equation in form.equations(table.id, table.edition))


def _taken(table: form.Table, ways: Sequence[_Way]) -> TableReading:
    """What all ways that add up have in common."""
    first = ways[0]
    certain = [cell for cell in table.cells if all(way[cell].text == first[cell].text for way in ways)]
    figures = dict.fromkeys(table.cells, UNREADABLE)
    for cell in certain:
        printed, place = first[cell].text, first[cell].place
        figures[cell] = Figure(value=int(printed), state=State.DERIVED, printed=printed, place=place)
    collected = Collected(table.id)
    collected.tell("columns-one-by-one", certain, found=len(certain))
    doubtful = [cell for cell in table.cells if cell not in certain]
    if doubtful:
        collected.tell("rows-torn", doubtful, rows=",".join(_rows_of(doubtful)), found=len(_rows_of(doubtful)))
    return TableReading(table.id, table.edition, figures, tuple(collected.problems))


def _rows_of(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form.describe(cell)[1].id for cell in cells))
