"""Cells with their spans laid out on a grid, as a browser or word processor does it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, TypeVar

from parsing.limits import MAX_SPAN
from parsing.model import UNCERTAIN, Cell, Grid
from parsing.readers.places import in_table

CELLS_OF_SMALLEST_TABLE: Final = 15  # 表四 has 15 figures
_CELLS_OF_SMALLEST_PART: Final = 4  # an item of 表二 that stands in a table of its own
PICTURE: Final = UNCERTAIN
"""Text of a cell that shows a picture and nothing else: what is drawn cannot be read, and it is not a blank."""

_Part = TypeVar("_Part")
_LONG_TEXT: Final = 200  # characters; no cell of the form holds as much


class Written(NamedTuple):
    """A cell as it is written in its row: its text, and how many columns and rows it claims, one or more."""

    text: str
    width: int = 1
    height: int = 1


def lay_out(rows: Sequence[Sequence[Written]], table: int) -> Grid:
    """Give each cell its true column, beside the cells that reach down from rows above.

    ``table`` is the running number of the table in the document, from 1.
    """
    covered_until: dict[int, int] = {}  # column -> first row that is free again
    laid_out = []
    for index, row in enumerate(rows):
        cells: list[Cell] = []
        column = 0
        for written in row:
            while covered_until.get(column, 0) > index:
                column += 1
            cell = _place(written, table, index, column, len(rows))
            cells.append(cell)
            if cell.height > 1 and column < MAX_SPAN:
                covered_until.update(dict.fromkeys(range(column, column + cell.width), index + cell.height))
            column += cell.width
        laid_out.append(tuple(cells))
    return Grid(rows=tuple(laid_out), aligned=True)


def _place(written: Written, table: int, row: int, column: int, rows: int) -> Cell:
    """``row`` and ``column`` count from 0 here; a span never reaches below the last row."""
    text, width, height = written
    if width == height == 1:
        return Cell(text, in_table(table, row + 1, column + 1), column)
    return Cell(text, in_table(table, row + 1, column + 1), column, min(width, MAX_SPAN), min(height, rows - row))


def is_frame(rows: Sequence[Sequence[_Part]], text_of: Callable[[_Part], str]) -> bool:
    """Whether a table without inner tables only arranges text: one column, or a long text amid blank cells."""
    if _one_in_each(rows):
        return True
    if sum(map(len, rows)) >= CELLS_OF_SMALLEST_TABLE:
        return False
    texts = [[text_of(part) for part in row] for row in rows]
    filled = [[text for text in row if text and not text.isspace()] for row in texts]
    return _one_in_each(filled) and any(len(text) > _LONG_TEXT for row in filled for text in row)


def _one_in_each(rows: Sequence[Sequence[object]]) -> bool:
    return all(len(row) <= 1 for row in rows)


def is_page_layout(cells: int, inner: Sequence[int]) -> bool:
    """Whether a table with inner tables only arranges them.

    ``inner`` are the sizes of those in cells; ``cells`` is the size of the whole, theirs included.
    """
    largest = max(inner)
    around = cells - sum(inner)
    return (
        largest >= CELLS_OF_SMALLEST_TABLE
        or largest >= cells - largest
        or (around <= len(inner) and min(inner) >= _CELLS_OF_SMALLEST_PART)
    )
