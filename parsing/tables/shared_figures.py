"""Figures in cells that reach down into the next row of the form: whose they are is not printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from parsing.model import UNCERTAIN, Cell
from parsing.tables.labels import row_at_end
from parsing.tables.numbers import looks_like_figure

_NOTHING: Final = frozenset({"0", "零", ""})  # shared or not, there was none


def marked(rows: Sequence[tuple[Cell, ...]]) -> Sequence[tuple[Cell, ...]]:
    """The rows of a printed table, a mark behind each figure that two rows of the form share."""
    shared = {
        (index, cell.left)
        for index, row in enumerate(rows)
        for cell in row
        if cell.height > 1 and _is_shared(cell, rows[index + 1 :])
    }
    if not shared:
        return rows
    return tuple(
        tuple(cell._replace(text=cell.text + UNCERTAIN) if (index, cell.left) in shared else cell for cell in row)
        for index, row in enumerate(rows)
    )


def _is_shared(cell: Cell, below: Sequence[tuple[Cell, ...]]) -> bool:
    if cell.text in _NOTHING or not looks_like_figure(cell.text):
        return False
    return any(map(_is_of_form, below[: cell.height - 1]))


def _is_of_form(row: Iterable[Cell]) -> bool:
    """Whether the words of a row end with a label of the form."""
    words = "".join(cell.text for cell in row if not looks_like_figure(cell.text))
    return bool(words) and row_at_end(words) is not None
