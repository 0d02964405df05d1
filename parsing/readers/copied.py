"""Rows as a browser gives out those whose cells hold paragraphs: between two cells a tab on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

_LONE_TAB: Final = re.compile(r"\n\n\t+\n\n")
_FEWEST: Final = 12  # such tabs in a text; table 四 has 14 between its figures
_END_OF_ROW: Final = 2  # empty lines behind a row's last cell; between paragraphs there is one
_MOST_PARAGRAPHS: Final = 2  # of a cell


class CopiedRows(NamedTuple):
    """``rows`` are the cells, each with its line, by the index of the line that begins the row.

    ``inside`` are the indexes of all further lines that rows take up, and of the blank ones between them.
    """

    rows: Mapping[int, list[tuple[int, str]]]
    inside: frozenset[int]


def copied_rows(text: str, lines: Sequence[str]) -> CopiedRows:
    """The rows of a text whose cells are parted by tabs on lines of their own; none in any other text."""
    if len(_LONE_TAB.findall(text)) < _FEWEST:
        return CopiedRows({}, frozenset())
    rows: dict[int, list[tuple[int, str]]] = {}
    inside: set[int] = set()
    ended = 0
    for tabs in _tabs_by_row(lines):
        first, last = _line_before(lines, tabs[0], ended), _line_behind(lines, tabs[-1])
        rows[first] = list(_cells(lines, first, tabs, last))
        inside |= set(range(first + 1, last + 1))
        if not any(lines[index].strip() for index in range(ended, first)):
            inside |= set(range(ended, first))
        ended = last + 1
    return CopiedRows(rows, frozenset(inside))


def _tabs_by_row(lines: Sequence[str]) -> Iterator[list[int]]:
    """The lines of tabs, those of one row together."""
    tabs = [
        index
        for index in range(2, len(lines) - 2)
        if lines[index] and not lines[index].strip("\t") and not lines[index - 1] and not lines[index + 1]
    ]
    row = tabs[:1]
    for above, below in pairwise(tabs):
        if _ends_row(lines, above, below):
            yield row
            row = []
        row.append(below)
    if row:
        yield row


def _ends_row(lines: Sequence[str], above: int, below: int) -> bool:
    """Whether several empty lines, or a last cell, words and a first cell, stand between two lines of tabs."""
    between = lines[above + 1 : below]
    gap = any(not line and not following for line, following in pairwise(between))
    return gap or sum(1 for line in between if line.strip()) > _MOST_PARAGRAPHS


def _line_before(lines: Sequence[str], tab: int, ended: int) -> int:
    """The last line of a row's first cell, which may be blank; ``ended`` is the line behind the row above."""
    return next((index for index in range(tab - 1, ended - 1, -1) if lines[index].strip()), tab - _END_OF_ROW)


def _line_behind(lines: Sequence[str], tab: int) -> int:
    """The first line of a row's last cell; the tab itself where that is blank."""
    for index in range(tab + _END_OF_ROW, len(lines)):
        if lines[index].strip():
            return index
        if not lines[index] and not lines[index - 1]:
            break
    return tab


def _cells(lines: Sequence[str], first: int, tabs: Sequence[int], last: int) -> Iterator[tuple[int, str]]:
    yield first + 1, lines[first].strip()
    for tab, following in pairwise((*tabs, last + 1)):
        for _ in lines[tab][1:]:  # a tab more is a cell more
            yield tab + 1, ""
        found = [(index, text) for index in range(tab + 1, following) if (text := lines[index].strip())]
        yield found[0][0] + 1 if found else tab + 1, "\n".join(text for _, text in found)
