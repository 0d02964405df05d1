"""Which run of figures belongs to which row of the form.

A row's own printed label decides. Where labels and figures were torn apart, the order of the form decides only if
exactly as many rows of figures stand between two certain labels as the form has rows there; else nothing is decided.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Final

from parsing.folding import label_key
from parsing.form import Row
from parsing.tables.interleaved import with_rows_inside_labels
from parsing.tables.labels import is_rest, row_labels
from parsing.tables.runs import Run
from parsing.tables.zones import Entry

_SIMILAR: Final = 0.6  # share of a label's characters that a damaged printing must keep, in order

_FEWEST_BROKEN: Final = 5  # rows over two lines, before that is how the table is printed


@dataclass(frozen=True, slots=True)
class Attached:
    """What is known of the rows of one printed table."""

    rows: dict[str, list[Run]]
    restored: tuple[str, ...] = ()  # rows without a label of their own, placed by the order of the form
    torn: tuple[str, ...] = ()  # rows whose figures are printed but cannot be told apart
    unknown: tuple[Entry, ...] = ()  # printed rows that are not of the form
    split: tuple[str, ...] = ()  # rows that are printed as several rows
    empty: tuple[str, ...] = ()  # rows whose label has no figures
    stray: tuple[tuple[str, Run], ...] = ()  # lone figures, each behind a printed row
    continued: tuple[tuple[str, Run], ...] = ()  # rows behind which figures without a label go on, and those figures


@dataclass(frozen=True, slots=True)
class _Segment:
    """What stands between two certain rows: the form's rows there, and what is printed."""

    rows: tuple[str, ...]
    entries: tuple[Entry, ...]
    bounded: bool  # by certain rows, or by the ends of a table


@dataclass(slots=True)
class _Found:
    """The rows that have found their figures, segment after segment."""

    rows: dict[str, list[Run]] = field(default_factory=dict)
    restored: list[str] = field(default_factory=list)
    torn: list[str] = field(default_factory=list)
    continued: dict[str, Run] = field(default_factory=dict)
    last: str | None = None

    def take(self, segment: _Segment, placed: Sequence[tuple[str, Entry]] | None) -> None:
        """Take in what stands between two certain rows, each row of figures with the row of the form that it has."""
        if placed is None:
            self.torn.extend(segment.rows)
        first = segment.entries[0] if segment.entries else None
        if first and self.last and first not in [entry for _, entry in placed or ()]:
            self.continued |= _going_on(self.last, self.rows[self.last][-1].printed_in, first)
        for row, entry in placed or ():
            if entry.run is not None:
                self.rows.setdefault(row, []).append(entry.run)
                self.last = row
                if entry.row != row:
                    self.restored.append(row)

    def go_on(self) -> None:
        """Take the rest of each row's figures, which stands below it, for a part of the row."""
        for row, rest in self.continued.items():
            first = self.rows[row][0]
            self.rows[row] = [first._replace(cells=(*first.cells, *rest.cells))]
        self.continued = {}


def attach(table: str, entries: Sequence[Entry], form_rows: Sequence[Row], width: int | None) -> Attached:
    """Give every row of figures its row of the form.

    ``form_rows`` are those of the edition, ``width`` is the number of figures of each where all have the same.
    """
    order = [row.id for row in form_rows]
    columns = {} if width else {row.id: len(row.columns) for row in form_rows}
    entries = entries if width is None else with_rows_inside_labels(table, entries)
    stray = tuple(_stray(entries))
    behind = [run for _, run in stray]
    kept = [entry for entry in entries if entry.run is None or entry.run not in behind]
    parted = [
        part
        for above, entry in pairwise((None, *kept))
        if entry is not None
        for part in _parted(_of_edition(entry, order), None if above and _lacks_figures(above) else width)
    ]
    split = frozenset(entry.row for entry in parted if entry.words and entry.row)
    parted = [entry for entry in parted if entry.row not in split]
    found = _Found()
    for segment in _segments(parted, order, split):
        found.take(segment, _place(segment, table, columns))
    if width is not None and _all_go_on(found, width):
        found.go_on()
    rows = {row: runs for row, runs in found.rows.items() if row not in found.continued}
    return Attached(
        rows,
        tuple(found.restored),
        tuple(row for row in found.torn if row not in rows),
        tuple(entry for entry in parted if _is_unknown(entry, table)),
        tuple(split),
        tuple(entry.row for entry in parted if entry.run is None and entry.row and entry.row not in rows),
        stray,
        tuple(found.continued.items()),
    )


def _is_shifted(entries: Sequence[Entry]) -> bool:
    """Whether figures stand before their labels: a row of figures before the first label, none behind the last."""
    if not any(entry.run is not None and entry.row is not None for entry in entries):
        return False
    first, last = entries[0], entries[-1]
    return first.run is not None and first.row is None and last.run is None and last.row is not None


def _stray(entries: Sequence[Entry]) -> Iterator[tuple[str, Run]]:
    """A single figure on a line of its own right behind a printed row: a page number, or a part of the last figure."""
    for row, entry in pairwise(entries):
        lone = entry.run is not None and entry.row is None and not entry.run.bound and len(entry.run.cells) == 1
        if lone and entry.follows and entry.run and row.row and row.run and row.run.bound:
            yield row.row, entry.run


def _going_on(row: str, printed_in: int | None, entry: Entry) -> dict[str, Run]:
    """The figures right behind a row that have no row of their own: the rest of figures broken over two lines.

    Of the row's label a rest may be printed before them. A row of figures may also be printed twice, and so may a page
    number; neither is told apart from a rest. A figure that stands in a cell goes on in another one only on a new page.
    """
    run = entry.run
    if run is None or entry.row is not None or not any(piece.text[-1:].isdigit() for piece in run.cells):
        return {}
    if run.aligned and run.printed_in == printed_in:
        return {}
    words = (run.label or run.before)[-1:]
    goes_on = is_rest(words[0].text) if words else run.bound
    return {row: run} if goes_on else {}


def _all_go_on(found: _Found, width: int) -> bool:
    """Whether every row of a table is broken over two lines behind the same figure, so that its parts make a row."""
    if len(found.rows) < _FEWEST_BROKEN or found.continued.keys() != found.rows.keys():
        return False
    parts = {(len(run.cells), len(found.continued[row].cells)) for row, runs in found.rows.items() for run in runs}
    once = all(len(runs) == 1 for runs in found.rows.values())
    return once and len(parts) == 1 and sum(next(iter(parts))) == width


def _of_edition(entry: Entry, order: Sequence[str]) -> Entry:
    """A row of another edition's form is no row of this one."""
    if entry.row is None or entry.row in order:
        return entry
    words = "".join(piece.text for piece in entry.run.label or entry.run.before[-1:]) if entry.run else ""
    return entry._replace(row=None, words=words)


def _lacks_figures(entry: Entry) -> bool:
    """Whether it is a label whose figures do not follow it: they may stand below it column by column."""
    return entry.row is not None and entry.run is None


def _parted(entry: Entry, width: int | None) -> Iterator[Entry]:
    """Lines of figures that hold several whole rows: the first belongs to the label, the others have lost theirs."""
    run = entry.run
    if run is None or width is None or run.bound or not run.dense or len(run.cells) <= width or len(run.cells) % width:
        yield entry
        return
    for start in range(0, len(run.cells), width):
        part = run._replace(cells=run.cells[start : start + width])
        yield entry._replace(run=part) if start == 0 else Entry(None, part, follows=True)


# ---- Damaged and unknown labels -------------------------------------------------------------------------------------


@lru_cache(maxsize=1024)
def similar_rows(table: str, words: str) -> frozenset[str]:
    """The rows of a table whose label the printed words resemble (其他法律行政止公开)."""
    core = re.sub(r"^[一二三四五六七八九\d]+", "", label_key(words))
    return frozenset(
        label.row
        for official, label in row_labels().items()
        if label.table == table and core and min(_kept(core, official), _kept(official, core)) >= _SIMILAR
    )


def _kept(printed: str, official: str) -> float:
    """The share of the official label's characters that are printed in the same order."""
    position = kept = 0
    for character in printed:
        found = official.find(character, position)
        if found >= 0:
            position, kept = found + 1, kept + 1
    return kept / len(official)


def _is_unknown(entry: Entry, table: str) -> bool:
    """A printed row whose label is none of the form's, not even damaged."""
    return entry.run is not None and bool(entry.words) and not similar_rows(table, entry.words)


# ---- Order of the form ----------------------------------------------------------------------------------------------


def _segments(entries: Sequence[Entry], order: Sequence[str], split: frozenset[str]) -> Iterator[_Segment]:
    """The entries between certain rows, each certain row a segment of its own."""
    index = {row: position for position, row in enumerate(order)}
    start, collected = 0, list[Entry]()
    for entry in entries:
        if not (entry.run is not None and entry.sure and entry.row in index):
            collected.append(entry)
            continue
        end = index[entry.row]
        yield _Segment(_between(order, start, end, split), tuple(collected), bounded=True)
        yield _Segment((entry.row,), (entry,), bounded=True)
        start, collected = end + 1, []
    yield _Segment(_between(order, start, len(order), split), tuple(collected), bounded=start > 0)


def _between(order: Sequence[str], start: int, end: int, split: frozenset[str]) -> tuple[str, ...]:
    return tuple(row for row in order[start:end] if row not in split)


def _place(segment: _Segment, table: str, columns: Mapping[str, int]) -> list[tuple[str, Entry]] | None:
    """Row and entry for every row of figures of a segment, or None where they cannot be told apart.

    ``columns`` tells how many figures a row has, where rows have different numbers of them.
    """
    if _is_shifted(segment.entries):
        return None
    printed = [entry for entry in segment.entries if entry.run is not None and not _is_unknown(entry, table)]
    labelled = [(entry.row, entry) for entry in printed if entry.row is not None]
    if len(labelled) == len(printed) and (not segment.bounded or all(row in segment.rows for row, _ in labelled)):
        return labelled
    whole = len(printed) == len(segment.rows) == len([entry for entry in segment.entries if entry.run is not None])
    if not whole:
        return None
    placed = list(zip(segment.rows, printed, strict=True))
    if not _on_one_side(placed, segment.entries) or not all(_fits(entry, columns.get(row)) for row, entry in placed):
        return None
    return placed if all(_may_be(position, placed, table, segment) for position in range(len(placed))) else None


def _fits(entry: Entry, columns: int | None) -> bool:
    """Whether a row without a label has as many figures as the row of the form that it may be."""
    return columns is None or entry.row is not None or entry.run is None or len(entry.run.cells) == columns


def _on_one_side(placed: Sequence[tuple[str, Entry]], entries: Sequence[Entry]) -> bool:
    """Whether the labels that are printed apart all stand before their figures, or all behind them."""
    labels = {entry.row: index for index, entry in enumerate(entries) if entry.run is None}
    sides = {labels[row] < entries.index(entry) for row, entry in placed if entry.row is None and row in labels}
    return len(sides) <= 1


def _may_be(position: int, placed: Sequence[tuple[str, Entry]], table: str, segment: _Segment) -> bool:
    """Whether nothing that is printed speaks against the row that the order gives.

    Words torn from several rows stand before the first of them, so between certain rows figures may belong to any of
    the labels before them, and a label to any row of figures of the block that follows it.
    """
    row, entry = placed[position]
    if entry.words:
        return row in similar_rows(table, entry.words)
    if entry.row in {None, row}:
        return True
    return segment.bounded and (row in entry.hints or entry.row in _block(position, placed))


def _block(position: int, placed: Sequence[tuple[str, Entry]]) -> tuple[str, ...]:
    """The rows that follow each other from here on without words between."""
    end = position + 1
    while end < len(placed) and placed[end][1].follows:
        end += 1
    return tuple(row for row, _ in placed[position:end])
