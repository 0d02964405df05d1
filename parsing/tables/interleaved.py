"""Rows whose figures stand between the lines of their own label, as a PDF centres them beside it.

Without the figures the words of a table are its labels, whole and in order; figures inside a label are of its row.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from parsing.tables.labels import Match, find_rows, without_headings
from parsing.tables.runs import key_of
from parsing.tables.zones import Entry, since_narrative

_NUMBERS_OF_COMMON: Final = frozenset({"3", "七"})
_FEWEST_INSIDE: Final = 3  # rows of figures inside a label; at the ends of labels alone they may be the next row's


def with_rows_inside_labels(table: str, entries: Sequence[Entry]) -> Sequence[Entry]:
    """The entries with the rows that their place gives them; unchanged where any figures stand outside all labels."""
    if not any(entry.words and entry.run for entry in entries):
        return entries
    printed = [entry for entry in entries if entry.run is not None]
    words = [_key(entry) for entry in printed]
    text = "".join(words)
    labels = _labels(table, text)
    ends = [sum(map(len, words[: index + 1])) for index in range(len(words))]
    found = [None if entry.sure else _around(labels, end, text) for entry, end in zip(printed, ends, strict=True)]
    if not _is_certain(printed, found, ends):
        return entries
    rows = iter(found)
    return [_placed(entry, next(rows)) for entry in entries if entry.run is not None]


def _key(entry: Entry) -> str:
    pieces = (*since_narrative(entry.run.before), *entry.run.label) if entry.run else ()
    return key_of(pieces)


def _labels(table: str, text: str) -> list[Match]:
    """The labels among the words of a table; 其他 and 总计 are labels only behind their number."""
    found = (match for match in find_rows(text) if match.label.table == table)
    return [match for match in found if not match.common or text[match.start - 1 : match.start] in _NUMBERS_OF_COMMON]


def _around(labels: Sequence[Match], position: int, text: str) -> Match | None:
    """The label in which, behind which or behind the group of which figures are printed."""
    index = next((index for index, match in enumerate(labels) if position <= match.end), None)
    if index is None or labels[index].start < position:
        return None if index is None else labels[index]
    end = labels[index - 1].end if index else 0
    numbered = without_headings(text[end:position])  # the label's number may precede the figures
    return labels[index] if not numbered or numbered.isdigit() else None


def _is_certain(printed: Sequence[Entry], found: Sequence[Match | None], ends: Sequence[int]) -> bool:
    """Whether all rows that lack a label beside them are in labels of their own, in order.

    The label of the last row may end behind the table.
    """
    placed = [match for match in found if match is not None]
    rows = [entry.row if match is None else match.label.row for entry, match in zip(printed, found, strict=True)]
    inside = sum(1 for match, end in zip(found, ends, strict=True) if match and match.start < end < match.end)
    starts = [match.start for match in placed]
    return (
        None not in rows[:-1] and len(set(rows)) == len(rows) and starts == sorted(starts) and inside >= _FEWEST_INSIDE
    )


def _placed(entry: Entry, match: Match | None) -> Entry:
    return entry if match is None else entry._replace(row=match.label.row, sure=True, words="", hints=())
