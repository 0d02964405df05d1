"""Where each of the three tables is printed: runs of figures sorted into the table whose heading or labels precede."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from parsing.folding import label_key
from parsing.tables.labels import (
    Match,
    find_applicants,
    find_rows,
    is_common_line,
    is_fragment,
    is_rest,
    numbered_common,
    row_at_end,
    without_headings,
    without_long_remarks,
    without_remark,
)
from parsing.tables.runs import Piece, Run, is_narrative

_HEADINGS: Final = re.compile(
    r"(?P<proactive>第二十条第|信息内容|制发件数|新制作数量)"
    r"|(?P<applications>收到和处理政府信息公开申请|申请人情况|勾稽关系|自然人|本年新收政府信息公开|上年结转政府信息公开)"
    r"|(?P<remedies>政府信息公开行政复议行政诉讼|结果维持|尚未审结|未经复议直接起诉)"
    r"|(?P<outside>存在的?主要?问题|改进情况|其他需要报告)"
)
_LEAD: Final = 2
_FIRST_ROW: Final = {"proactive": "regulations", "applications": "new_received"}


class Entry(NamedTuple):
    """One row of figures, or one label without figures, as it follows in the document.

    ``sure`` tells that label and figures stand in the same printed row, ``follows`` that no words stand between this
    row of figures and the one before. ``hints`` are all rows named before figures that stand apart from their labels;
    ``words`` is a row label that is not of the form.
    """

    row: str | None
    run: Run | None
    sure: bool = False
    follows: bool = False
    hints: tuple[str, ...] = ()
    words: str = ""


@dataclass(slots=True)
class Zone:
    """Everything printed for one table, in order.

    ``heading`` holds the words before its first figures, ``words`` all of them, ``behind`` those after its last ones.
    """

    table: str
    entries: list[Entry] = field(default_factory=list)
    heading: list[Piece] = field(default_factory=list)
    words: list[Piece] = field(default_factory=list)
    behind: list[Piece] = field(default_factory=list)

    def add(self, run: Run, words: Sequence[Piece]) -> None:
        """Take in the next run of the table."""
        is_first = not any(entry.run for entry in self.entries)
        if is_first:
            self.heading.extend(words)
        self.words.extend(words)
        self.behind = [] if run.cells else [*self.behind, *words]
        found = list(_entries(run, self.table))
        if is_first and self.table == "applications" and not any(entry.row for entry in found):
            found = [entry._replace(words="") for entry in found]  # of its heading: no row stands above the first
        self.entries.extend(found)


def zones(found: Iterable[Run]) -> list[Zone]:
    """The printed tables of a document. A table that is printed twice gives two zones."""
    result: list[Zone] = []
    current: Zone | None = None
    lead: tuple[Piece, ...] = ()  # the last lines above a table: they may name its unit
    for run in _without_page_numbers(found):
        for table, part in _by_heading(run, current.table if current else None):
            words = [piece for piece in (*part.before, *part.label) if not is_narrative(piece.text)]
            if table is None:
                current, lead = None, part.before[-_LEAD:]
                continue
            if current is None or current.table != table or _starts_again(current, words):
                current, lead = Zone(table, words=[*lead]), ()
                result.append(current)
            current.add(part, words)
    return result


def _without_page_numbers(found: Iterable[Run]) -> Iterator[Run]:
    """A lone figure on a line between a label and a row of figures is a page number; the label belongs to the row."""
    held: Run | None = None
    for run in found:
        if held is not None:
            if run.bound and not run.before and run.has_only_figures:
                yield run._replace(before=held.before)
                held = None
                continue
            yield held
        held = run if len(run.cells) == 1 and not run.bound else None
        if held is None:
            yield run
    if held is not None:
        yield held


# ---- Words to tables ------------------------------------------------------------------------------------------------


def _by_heading(run: Run, current: str | None) -> Iterator[tuple[str | None, Run]]:
    """A run cut where its words pass from one table to the next; the last part holds the figures."""
    pieces = (*run.before, *run.label)
    start, table = 0, current
    for index, found in _headings(pieces):
        if found == table:
            continue
        if index > start and start < len(run.before):
            yield table, Run(run.before[start : min(index, len(run.before))])
        start, table = min(index, len(run.before)), found
    yield table, run._replace(before=run.before[start:]) if start else run


def _headings(pieces: Sequence[Piece]) -> list[tuple[int, str | None]]:
    """Every heading among the words: the piece in which it begins, and the table that it opens, if any."""
    keys = [_heading_key(piece.text) for piece in pieces]
    found = _opened("".join(keys))
    ends = list(accumulate(map(len, keys))) if found else []
    return [(bisect_right(ends, start), table) for start, table in found]


@lru_cache(maxsize=4096)
def _heading_key(text: str) -> str:
    """The key of words that may be a heading; a sentence has none."""
    return "" if is_narrative(text) else label_key(text)


@lru_cache(maxsize=2048)
def _opened(key: str) -> tuple[tuple[int, str | None], ...]:
    """Where headings begin in a key, and which table each of them opens, if any."""
    found = ((match.start(), match.lastgroup) for match in _HEADINGS.finditer(key))
    return tuple((start, None if group == "outside" else group) for start, group in found)


def _starts_again(zone: Zone, words: Sequence[Piece]) -> bool:
    """Whether the first row of the table is printed once more."""
    first = _FIRST_ROW.get(zone.table)
    labels = [match.label.row for match in find_rows(_key(words))]
    return first in labels[:1] and any(entry.row == first and entry.run for entry in zone.entries)


def _key(pieces: Sequence[Piece]) -> str:
    return label_key(without_long_remarks("".join([piece.text for piece in pieces])))


# ---- Runs to entries ------------------------------------------------------------------------------------------------


def _entries(run: Run, table: str) -> Iterator[Entry]:
    before = since_narrative(run.before)
    key = _key(before)
    labels = [match for match in _labels(before, key) if match.label.table == table]
    if run.cells and not run.label and labels and labels[-1].at_end:
        yield from (Entry(match.label.row, None) for match in labels[:-1])
        yield Entry(labels[-1].label.row, run, hints=tuple(match.label.row for match in labels))
        return
    yield from (Entry(match.label.row, None) for match in labels)
    if not run.cells:
        return
    if run.label:
        yield _labelled(run, table)
        return
    yield _unlabelled(run, key, labels, before)


def _unlabelled(run: Run, key: str, labels: Sequence[Match], before: Sequence[Piece]) -> Entry:
    """Figures without a row label right before them.

    Words of their own there are a label that is not of the form; behind a label of the form they divide its row.
    """
    end = labels[-1].end if labels else 0
    tail = key[end:]
    words = without_headings(tail)
    if not words or is_fragment(words) or is_fragment(tail) or is_rest(words) or _are_rest(before, end):
        return Entry(None, run, follows=not key)
    return Entry(labels[-1].label.row if labels and tail == words else None, run, words=words)


def _are_rest(pieces: Sequence[Piece], start: int) -> bool:
    """Whether the lines behind a label, which ends at ``start`` of the key of all, are pieces of broken labels."""
    ends = accumulate(len(label_key(piece.text)) for piece in pieces)
    return is_rest(" ".join(piece.text for piece, end in zip(pieces, ends, strict=True) if end > start))


def _labelled(run: Run, table: str) -> Entry:
    """A row whose label is printed beside its figures."""
    words = "".join(piece.text for piece in run.label)
    row, is_all = _named(words, table)
    return Entry(row, run, sure=True, words="" if is_all else words)


@lru_cache(maxsize=2048)
def _named(words: str, table: str) -> tuple[str | None, bool]:
    """The row that a label names, and whether the label names nothing else."""
    label = row_at_end(words)
    found = find_rows(label_key(without_remark(words)))
    named = [match.label.row for match in found if match.label.table == table and not match.common]
    if label is not None and label.table == table and len(named) <= 1:
        return label.row, True
    return named[0] if len(named) == 1 else None, False


def since_narrative(pieces: Sequence[Piece]) -> list[Piece]:
    """The words behind the last sentence: headings and labels."""
    for behind, piece in enumerate(reversed(pieces)):
        if is_narrative(piece.text):
            return list(pieces[len(pieces) - behind :])
    return list(pieces)


def _labels(pieces: Sequence[Piece], key: str) -> list[Match]:
    """The row labels among the words before a run, whose key is ``key``.

    Ordinary words (其他, 总计) count as a line of their own: with their number, or as the last line, with their number
    there too where the heading of the table precedes.
    """
    found = find_rows(key)
    if not any(match.common for match in found):
        return list(found)
    in_heading = len(find_applicants(key)) > 1
    last_line = bool(pieces) and is_common_line(label_key(pieces[-1].text), numbered=in_heading)
    lines = {row for piece in pieces if (row := numbered_common(label_key(piece.text)))}
    return [match for match in found if not match.common or (match.at_end and last_line) or match.label.row in lines]
