"""Labels that an editor broke over two rows of a printed table: the figures stand in one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from parsing.folding import label_key
from parsing.model import Cell
from parsing.tables.labels import find_rows, row_at_end
from parsing.tables.numbers import looks_like_figure

_MOST_WORDS: Final = 4  # groups and label of a row; a row of figures has more cells that are not blank

Row = tuple[Cell, ...]


class _Parts(NamedTuple):
    """The words at the beginning of a row, and the cells behind them."""

    words: Row
    behind: Row

    @property
    def has_figures(self) -> bool:
        return any(cell.text for cell in self.behind)


def with_labels_joined(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows of a printed table, two rows that hold one label as one row.

    The label must be whole once its parts are joined, and the lower part must be none. Only one of the two rows has
    anything behind its words.
    """
    joined: list[Row] = []
    for row in rows:
        one = _joined(joined[-1], row) if joined and (_may_be_part(joined[-1]) or _may_be_part(row)) else None
        if one is None:
            joined.append(row)
        else:
            joined[-1] = one
    return joined if len(joined) < len(rows) else rows


def _may_be_part(row: Row) -> bool:
    """Whether the row holds a few words and nothing else."""
    texts = [cell.text for cell in row if cell.text]
    return 0 < len(texts) <= _MOST_WORDS and not looks_like_figure(texts[-1])


def _joined(above: Row, below: Row) -> Row | None:
    first, second = _parts(above), _parts(below)
    if not first.words or len(second.words) != 1 or first.has_figures == second.has_figures:
        return None
    begins, ends = first.words[-1], second.words[0]
    text = begins.text + ends.text
    found = find_rows(label_key(text))
    if row_at_end(ends.text) or row_at_end(text) is None or len(found) != 1:
        return None
    if not found[0].start < len(label_key(begins.text)) < found[0].end:
        return None
    behind = first.behind if first.has_figures else second.behind
    return (*first.words[:-1], begins._replace(text=text), *behind)


def _parts(row: Row) -> _Parts:
    """A row in two, where no words stand behind its figures; else without words."""
    worded = [at for at, cell in enumerate(row) if cell.text and not looks_like_figure(cell.text)]
    end = worded[-1] + 1 if worded else 0
    words = tuple(cell for cell in row[:end] if cell.text)
    return _Parts(words, row[end:]) if len(words) == len(worded) else _Parts((), row)
