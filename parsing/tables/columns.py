"""Which printed figure of a row belongs to which column of the form."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from parsing.folding import label_key
from parsing.form import APPLICANTS
from parsing.tables.labels import applicant_keys, find_applicants
from parsing.tables.runs import Piece, Run

_FORM_ORDER: Final = tuple(column.id for column in APPLICANTS)
# Read row by row, the heading names 总计 before the organisations, which stand one row lower.
_HEADING_ORDERS: Final = (_FORM_ORDER, ("natural_person", "total", *_FORM_ORDER[1:-1]))
_FEWEST_NAMED: Final = 3  # a heading that names fewer columns says nothing about their order


@dataclass(frozen=True, slots=True)
class Heading:
    """The columns of table 三 in the order in which they are printed, and what its heading lacks.

    ``order`` is None where the heading contradicts the form's order and does not tell its own.
    """

    order: tuple[str, ...] | None
    missing: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()  # what it says, where that is not the form's order


def read_heading(words: Sequence[Piece]) -> Heading:
    """The column order that the words above a table give."""
    named = find_applicants(label_key("".join(piece.text for piece in words)))[: len(_FORM_ORDER)]
    missing = tuple(column for column in _FORM_ORDER if column not in named)
    if len(named) < _FEWEST_NAMED or any(_follows(named, order) for order in _HEADING_ORDERS):
        return Heading(_FORM_ORDER, missing)
    by_position = _by_position(words)
    if sorted(by_position) == sorted(_FORM_ORDER):
        return Heading(by_position, (), () if by_position == _FORM_ORDER else by_position)
    return Heading(None, missing, named)


def _follows(named: Sequence[str], order: Sequence[str]) -> bool:
    """Whether the named columns come in that order, some left out."""
    remaining = iter(order)
    return all(column in remaining for column in named)


def _by_position(words: Sequence[Piece]) -> tuple[str, ...]:
    """The columns from left to right, by the place of their heading cells in the grid."""
    keys = applicant_keys()
    placed = {label_key(piece.text): piece.left for piece in words if label_key(piece.text) in keys}
    return tuple(keys[key] for key in sorted(placed, key=lambda key: placed[key]))


def pick_cells(run: Run, width: int, certain: Collection[tuple[int, int]] = ()) -> tuple[Piece, ...] | None:
    """The ``width`` cells of a row of figures, blanks included; None where they cannot be told.

    A printed row may have blank cells before and behind its figures (merged labels, padding). They are left out if
    that can be done in one way only, or in the way of the ``certain`` rows of the same table (see :func:`extent`).
    """
    cells = run.cells
    if len(cells) == width:
        return cells
    if not run.bound or run.dense or len(cells) < width:
        return None
    windows = [
        cells[start : start + width]
        for start in range(len(cells) - width + 1)
        if not any(piece.text for piece in (*cells[:start], *cells[start + width :]))
    ]
    if len(windows) > 1:
        windows = [window for window in windows if extent(run, window) in certain]
    return windows[0] if len(windows) == 1 else None


def extent(run: Run, window: Sequence[Piece]) -> tuple[int, int]:
    """Where the figures of a row begin, and where the row ends: alike for the rows of one table."""
    return window[0].left, run.cells[-1].left + run.cells[-1].width
