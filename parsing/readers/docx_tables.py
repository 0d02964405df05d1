"""Tables of a DOCX file: merged cells are put together, deleted rows left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Final, Literal

from lxml.etree import _Element as Element  # the type has no public name

from parsing.limits import MAX_SPAN
from parsing.model import Cell, Grid, Place
from parsing.readers.docx_text import attribute, child, local_name, text_boxes, text_of, unwrapped
from parsing.readers.grids import PICTURE, is_frame, is_page_layout
from parsing.readers.whitespace import lines

_Merge = Literal["none", "restart", "continue"]
_PICTURES: Final = frozenset({"drawing", "pict", "object"})


@dataclass(frozen=True, slots=True)
class _Slot:
    """One ``w:tc``: the grid columns it takes, and how it is merged with the one above."""

    cell: Element
    left: int
    width: int
    merge: _Merge


def _rows(table: Element) -> list[Element]:
    """The rows, without those that were deleted under revision marks."""
    return [row for row in unwrapped(table, "tr") if child(row, "trPr", "del") is None]


def _cells(row: Element) -> list[Element]:
    return [cell for cell in unwrapped(row, "tc") if child(cell, "tcPr", "cellDel") is None]


def cells_of(table: Element) -> list[list[Element]]:
    """The cells row by row, without deleted ones."""
    return [_cells(row) for row in _rows(table)]


def arranges_page(table: Element) -> bool:
    """Whether the table only arranges text or other tables."""
    rows = cells_of(table)
    inner = [part for row in rows for cell in row for part in _inner_tables(cell)]
    if inner:
        sizes = [_size(part) for part in inner]
        return is_page_layout(sum(map(len, rows)) + sum(sizes), sizes)
    return is_frame([["\n".join(cell_lines(cell)) for cell in row] for row in rows])


def _inner_tables(cell: Element) -> Iterator[Element]:
    return unwrapped(cell, "tbl")


def _size(table: Element) -> int:
    """Its cells, those of its inner tables included."""
    rows = cells_of(table)
    return sum(1 + sum(_size(part) for part in _inner_tables(cell)) for row in rows for cell in row)


def cell_lines(container: Element) -> Iterator[str]:
    """The lines of a cell or text box; tables inside it are read cell by cell.

    What a text box says counts only where the cell is else empty: a page number anchored in a cell is no part of it.
    """
    own = [line for line in _own_lines(container) if line]
    boxes = (box for part in unwrapped(container, "p") for box in text_boxes(part))
    yield from own or (line for box in boxes for line in cell_lines(box))


def _own_lines(container: Element) -> Iterator[str]:
    for part in unwrapped(container, "p", "tbl"):
        if local_name(part) == "tbl":
            for row in cells_of(part):
                for cell in row:
                    yield from cell_lines(cell)
            continue
        yield from lines(text_of(part))


def read_table(table: Element, number: int) -> Grid:
    """The table as a grid. ``number`` is its running number in the document, from 1."""
    rows = [slots for row in _rows(table) if (slots := _slots(row))]
    return Grid(rows=tuple(tuple(_printed(rows, index, number)) for index in range(len(rows))), aligned=True)


def _slots(row: Element) -> list[_Slot]:
    left = _number(child(row, "trPr", "gridBefore"), 0)
    slots = []
    for cell in _cells(row):
        width = max(_number(child(cell, "tcPr", "gridSpan"), 1), 1)
        slots.append(_Slot(cell, left, width, _merge(child(cell, "tcPr", "vMerge"))))
        left += width
    return slots


def _number(element: Element | None, default: int) -> int:
    value = attribute(element, "val")
    return min(int(value), MAX_SPAN) if value.isascii() and value.isdigit() else default


def _merge(element: Element | None) -> _Merge:
    if element is None:
        return "none"
    return "restart" if attribute(element, "val") == "restart" else "continue"


def _printed(rows: list[list[_Slot]], index: int, number: int) -> Iterator[Cell]:
    """The cells that begin in a row. One that claims to continue a cell which is not there stands for itself."""
    for slot in rows[index]:
        above = _slot_at(rows, index - 1, slot.left)
        if slot.merge == "continue" and above is not None and above.merge != "none":
            continue
        yield Cell(
            text="\n".join(cell_lines(slot.cell)) or (PICTURE if _shows_picture(slot.cell) else ""),
            place=Place(table=number, row=index + 1, column=slot.left + 1),
            left=slot.left,
            width=slot.width,
            height=_height(rows, index, slot),
        )


def _shows_picture(cell: Element) -> bool:
    return any(local_name(part) in _PICTURES for part in cell.iter())


def _slot_at(rows: list[list[_Slot]], index: int, left: int) -> _Slot | None:
    if not 0 <= index < len(rows):
        return None
    return next((slot for slot in rows[index] if slot.left == left), None)


def _height(rows: list[list[_Slot]], index: int, slot: _Slot) -> int:
    """Rows that the cell reaches over."""
    if slot.merge == "none":
        return 1
    below = takewhile(lambda found: found is not None and found.merge == "continue", _below(rows, index, slot.left))
    return 1 + sum(1 for _ in below)


def _below(rows: list[list[_Slot]], index: int, left: int) -> Iterator[_Slot | None]:
    return (_slot_at(rows, row, left) for row in range(index + 1, len(rows)))
