"""Tables whose labels and figures stand on lines of their own, as a PDF gives them out that centres both.

Nothing tells of a single row whether its label is the one above or below. All rows together do: as many of them as the
form has, the words around each make its label in the order of the form, and no label stands on the other side than the
rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from parsing.folding import label_key
from parsing.form import Row
from parsing.tables.numbers import looks_like_figure
from parsing.tables.runs import Run, key_of
from parsing.tables.segments import count_in_order
from parsing.tables.zones import Zone, since_narrative

_WHOLE: Final = 0.9  # share of a label's characters, in order, that makes the label; parts of groups stand among them
_FEWEST_PINNED: Final = 0.6  # share of the rows of which the side of their label is known
_SHORTEST: Final = 4  # characters of a label that other words do not hold by chance


def rows_by_order(zone: Zone, rows: Sequence[Row]) -> dict[str, Run] | None:
    """The row of figures of each row of the form; None where the words leave any doubt."""
    filled = [entry for entry in zone.entries if entry.run is not None]
    printed = [entry.run for entry in filled if entry.run is not None]
    if len(printed) != len(rows) or not all(map(_is_whole, printed, rows)):
        return None
    if any(entry.sure and entry.row not in {None, row.id} for entry, row in zip(filled, rows, strict=True)):
        return None
    words = [*(key_of(since_narrative(run.before)) for run in printed), key_of(zone.behind)]
    sides = [
        _side(row, above, key_of(run.label), below)
        for row, run, above, below in zip(rows, printed, words, words[1:], strict=False)
    ]
    known = [side for side in sides if side]
    if None in sides or {"above", "below"} <= set(known) or len(known) < _FEWEST_PINNED * len(rows):
        return None
    return {row.id: run for row, run in zip(rows, printed, strict=True)}


def rows_beside_labels(zone: Zone, rows: Sequence[Row]) -> dict[str, Run] | None:
    """The same where a block of all figures stands above or below a block of all labels; None where it is otherwise.

    A program that takes the text out of a page may keep the figures in their table and leave the labels out of it.
    """
    printed = [entry.run for entry in zone.entries if entry.run is not None]
    if len(printed) != len(rows) or not all(map(_has_all, printed, rows)):
        return None
    if any(run.label for run in printed) or any(run.before for run in printed[1:]):
        return None
    above, below = key_of(since_narrative(printed[0].before)), key_of(zone.behind)
    if _names_all(above, rows) == _names_all(below, rows):
        return None
    return {row.id: run for row, run in zip(rows, printed, strict=True)}


def _has_all(run: Run, row: Row) -> bool:
    filled = [piece.text for piece in run.cells if piece.text]
    return run.bound and len(filled) == len(row.columns) and all(map(looks_like_figure, filled))


def _names_all(words: str, rows: Sequence[Row]) -> bool:
    """Whether the label of every row stands among the words, in the order of the form."""
    at = 0
    for row in rows:
        ends = [words.find(key, at) + len(key) for key in map(label_key, row.printings) if key in words[at:]]
        if not ends:
            return False
        at = min(ends)
    return True


def _is_whole(run: Run, row: Row) -> bool:
    """Whether a line has the figures of the row; a single one may as well be the number of a page."""
    return run.bound and len(run.cells) == len(row.columns) and all(looks_like_figure(each.text) for each in run.cells)


def _side(row: Row, above: str, beside: str, below: str) -> str | None:
    """Where the label of a row stands: above, below, beside or around its figures.

    Nothing where it may be on either side; None where it is not there.
    """
    if _share(row, f"{above}{beside}{below}") < _WHOLE:
        return None
    if len(label_key(row.label)) < _SHORTEST:
        return ""
    if _share(row, beside) >= _WHOLE:
        return "beside"
    is_above, is_below = _share(row, above + beside) >= _WHOLE, _share(row, beside + below) >= _WHOLE
    if is_above and is_below:
        return ""
    return "above" if is_above else "below" if is_below else "around"


def _share(row: Row, words: str) -> float:
    return max(_held(label_key(label), words) for label in row.printings)


@lru_cache(maxsize=4096)
def _held(label: str, words: str) -> float:
    """The share of a label's characters that stand among the words, in order."""
    return count_in_order(label, words) / len(label)
