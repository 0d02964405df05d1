"""Tables of a DOCX file: merged cells are put together, deleted and hidden rows left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile
from typing import Final, Literal

from lxml.etree import _Element as Element  # the type has no public name

from parsing.limits import MAX_SPAN
from parsing.model import Cell, Grid
from parsing.readers.docx_text import (
    attribute,
    is_on,
    local_name,
    properties,
    text_boxes,
    text_of,
    unwrapped,
    whole_number,
)
from parsing.readers.grids import PICTURE, is_frame, is_page_layout
from parsing.readers.places import in_table
from parsing.readers.whitespace import lines

_Merge = Literal["none", "restart", "continue"]
_OF_ROW: Final = ("{*}gridBefore", "{*}del", "{*}hidden")
_OF_CELL: Final = ("{*}gridSpan", "{*}vMerge", "{*}cellDel")
_FEWEST_BOXED: Final = 2  # figures: a single one may be the number of the page
_BARE_NUMBER: Final = re.compile(r"[-+]?\d+(?:\.\d+)?")
_PICTURES: Final = ("{*}drawing", "{*}pict", "{*}object")


@dataclass(frozen=True, slots=True)
class Slot:
    """One ``w:tc``: the grid columns it takes, and how it is merged with the one above."""

    cell: Element
    left: int
    width: int
    merge: _Merge


Rows = list[list[Slot]]


def rows_of(table: Element) -> Rows:
    """The cells row by row, without hidden rows, and rows and cells that were deleted under revision marks."""
    rows = (_slots(row) for row in unwrapped(table, "tr"))
    return [slots for slots in rows if slots]


def arranges_page(rows: Rows) -> bool:
    """Whether a table only arranges text or other tables."""
    inner = [part for row in rows for slot in row for part in _inner_tables(slot.cell)]
    if inner:
        sizes = [_size(part) for part in inner]
        return is_page_layout(sum(map(len, rows)) + sum(sizes), sizes)
    return is_frame(rows, lambda slot: "\n".join(cell_lines(slot.cell)))


def _inner_tables(cell: Element) -> Iterator[Element]:
    return unwrapped(cell, "tbl") if next(cell.iter("{*}tbl"), None) is not None else iter(())


def _size(table: Element) -> int:
    """Its cells, those of its inner tables included."""
    return sum(1 + sum(_size(part) for part in _inner_tables(slot.cell)) for row in rows_of(table) for slot in row)


def cell_lines(container: Element, *, boxed: bool = False) -> Iterator[str]:
    """The lines of a cell or text box; tables inside it are read cell by cell.

    What a text box says counts only where the cell is else empty: a page number anchored in a cell is no part of it.
    In a cell that is else empty, a bare number may be the cell's or the page's: it is not read unless all figures of
    its row stand in text boxes (``boxed``).
    """
    own = [line for line in _own_lines(container) if line]
    yield from own or (line if boxed or not line.strip().isdigit() else PICTURE for line in _boxed_lines(container))


def _boxed_lines(container: Element) -> Iterator[str]:
    boxes = (box for part in unwrapped(container, "p") for box in text_boxes(part))
    return (line for box in boxes for line in cell_lines(box))


def _is_boxed(row: Sequence[Slot]) -> bool:
    """Whether each cell of a row holds one bare number in a text box and nothing else, from the first that does on."""
    if all(next(slot.cell.iter("{*}txbxContent"), None) is None for slot in row):
        return False
    numbers = [_boxed_number(slot.cell) for slot in row]
    behind = list(dropwhile(lambda number: not number, numbers))
    return len(behind) >= _FEWEST_BOXED and all(behind)


def _boxed_number(cell: Element) -> bool:
    lines = [line.strip() for line in _boxed_lines(cell) if line.strip()]
    return len(lines) == 1 and _BARE_NUMBER.fullmatch(lines[0]) is not None and not any(_own_lines(cell))


def _own_lines(container: Element) -> Iterator[str]:
    for part in unwrapped(container, "p", "tbl"):
        if local_name(part) == "tbl":
            for row in rows_of(part):
                for slot in row:
                    yield from cell_lines(slot.cell)
            continue
        yield from lines(text_of(part))


def read_table(rows: Rows, number: int) -> Grid:
    """The table as a grid. ``number`` is its running number in the document, from 1."""
    return Grid(rows=tuple(tuple(_printed(rows, index, number)) for index in range(len(rows))), aligned=True)


def _slots(row: Element) -> list[Slot]:
    of_row = properties(row, "trPr", _OF_ROW)
    left = _columns(of_row.get("gridBefore"), 0)
    slots: list[Slot] = []
    left_out = "del" in of_row or ("hidden" in of_row and is_on(of_row["hidden"]))
    for cell in () if left_out else unwrapped(row, "tc"):
        of_cell = properties(cell, "tcPr", _OF_CELL)
        if "cellDel" not in of_cell:
            width = _columns(of_cell.get("gridSpan"), 1)
            slots.append(Slot(cell, left, width, _merge(of_cell.get("vMerge"))))
            left += width
    return slots


def _columns(element: Element | None, least: int) -> int:
    """How many columns an element tells of; ``least`` where it tells of fewer, or of no number."""
    return min(max(whole_number(element) or 0, least), MAX_SPAN)


def _merge(element: Element | None) -> _Merge:
    if element is None:
        return "none"
    return "restart" if attribute(element, "val") == "restart" else "continue"


def _printed(rows: list[list[Slot]], index: int, number: int) -> Iterator[Cell]:
    """The cells that begin in a row. One that claims to continue a cell which is not there stands for itself."""
    boxed = _is_boxed(rows[index])
    for slot in rows[index]:
        if slot.merge == "continue" and _is_merged(_slot_at(rows, index - 1, slot.left)):
            continue
        yield Cell(
            text="\n".join(cell_lines(slot.cell, boxed=boxed)).strip()
            or (PICTURE if _shows_picture(slot.cell) else ""),
            place=in_table(number, index + 1, slot.left + 1),
            left=slot.left,
            width=slot.width,
            height=_height(rows, index, slot),
        )


def _is_merged(slot: Slot | None) -> bool:
    return slot is not None and slot.merge != "none"


def _shows_picture(cell: Element) -> bool:
    return next(cell.iter(*_PICTURES), None) is not None


def _slot_at(rows: list[list[Slot]], index: int, left: int) -> Slot | None:
    if not 0 <= index < len(rows):
        return None
    return next((slot for slot in rows[index] if slot.left == left), None)


def _height(rows: list[list[Slot]], index: int, slot: Slot) -> int:
    """Rows that the cell reaches over."""
    if slot.merge == "none":
        return 1
    below = takewhile(lambda found: found is not None and found.merge == "continue", _below(rows, index, slot.left))
    return 1 + sum(1 for _ in below)


def _below(rows: list[list[Slot]], index: int, left: int) -> Iterator[Slot | None]:
    return (_slot_at(rows, row, left) for row in range(index + 1, len(rows)))
