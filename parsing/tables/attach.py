"""Which run of figures belongs to which row of the form.

A row's own printed label decides. Where labels and figures were torn apart, the order of the form decides only if
exactly as many rows of figures stand between two certain labels as the form has rows there; else nothing is decided.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from parsing.form import Row
from parsing.model import UNCERTAIN
from parsing.tables.interleaved import with_rows_inside_labels
from parsing.tables.labels import is_rest
from parsing.tables.runs import Run
from parsing.tables.segments import Segment, is_unknown, lacks_figures, place, segments
from parsing.tables.zones import Entry

_FEWEST_PARTS: Final = 2  # a single figure above the first row is the number of a page
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
    by_count: bool = False  # nothing but their number speaks for the restored rows
    continued: tuple[tuple[str, Run], ...] = ()  # rows behind which figures without a label go on, and those figures


@dataclass(slots=True)
class _Found:
    """The rows that have found their figures, segment after segment."""

    rows: dict[str, list[Run]] = field(default_factory=dict)
    restored: list[str] = field(default_factory=list)
    torn: list[str] = field(default_factory=list)
    continued: dict[str, Run] = field(default_factory=dict)
    above: list[Run] = field(default_factory=list)  # figures above the first row, of whatever row
    last: str | None = None

    def take(self, segment: Segment, placed: Sequence[tuple[str, Entry]] | None) -> None:
        """Take in what stands between two certain rows, each row of figures with the row of the form that it has."""
        if placed is None:
            self.torn.extend(segment.rows)
        first = segment.entries[0] if segment.entries else None
        if first and self.last and first not in [entry for _, entry in placed or ()]:
            self.continued |= _going_on(self.last, self.rows[self.last][-1].printed_in, first)
        if self.last is None:
            attached = [entry for _, entry in placed or ()]
            self.above.extend(entry.run for entry in segment.entries if entry.run and entry not in attached)
        for row, entry in placed or ():
            if entry.run is not None:
                self.rows.setdefault(row, []).append(entry.run)
                self.last = row
                if entry.row != row:
                    self.restored.append(row)

    def settle(self, order: Sequence[str], width: int) -> None:
        """Draw the consequences of how the table as a whole is printed; every row has ``width`` figures."""
        if self._all_go_on(width):
            self._join_parts()
        lines = [len(run.cells) for run in self.above if run.has_only_figures]
        if self._has_parts(lines, order, width):
            self.rows, self.restored, self.continued, self.torn = {}, [], {}, [*order]

    def _has_parts(self, lines: Sequence[int], order: Sequence[str], width: int) -> bool:
        """Whether lines with so many figures above the first row are parts of the rows, broken over two lines each.

        A whole row may stand above its own label, if the first rows have no other figures.
        """
        lacking = next((at for at, row in enumerate(order) if row in self.rows), 0)
        parts = sum(cells for cells in lines if cells != width)
        return bool(self.rows) and (parts >= _FEWEST_PARTS or lines.count(width) > lacking)

    def _all_go_on(self, width: int) -> bool:
        """Whether every row is broken over two lines behind the same figure, so that its parts make a row."""
        if len(self.rows) < _FEWEST_BROKEN or self.continued.keys() != self.rows.keys():
            return False
        parts = {(len(run.cells), len(self.continued[row].cells)) for row, runs in self.rows.items() for run in runs}
        once = all(len(runs) == 1 for runs in self.rows.values())
        return once and len(parts) == 1 and sum(next(iter(parts))) == width

    def _join_parts(self) -> None:
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
    parted = _taken_apart(entries, [run for _, run in stray], order, width)
    split = frozenset(entry.row for entry in parted if entry.words and entry.row)
    parted = [entry for entry in parted if entry.row not in split]
    found = _Found()
    for segment in segments(parted, order, split):
        found.take(segment, place(segment, table, columns))
    if width is not None:
        found.settle(order, width)
    rows = {row: runs for row, runs in found.rows.items() if row not in found.continued}
    attached = [run for runs in found.rows.values() for run in runs]
    return Attached(
        rows,
        tuple(found.restored),
        tuple(row for row in found.torn if row not in rows),
        tuple(entry for entry in parted if is_unknown(entry, table) and entry.run not in attached),
        tuple(split),
        tuple(entry.row for entry in parted if entry.run is None and entry.row and entry.row not in rows),
        stray,
        bool(found.restored),
        tuple(found.continued.items()),
    )


def _taken_apart(
    entries: Sequence[Entry], stray: Sequence[Run], order: Sequence[str], width: int | None
) -> list[Entry]:
    """The entries of an edition, each with the figures of one row; those that are stray are left out."""
    kept = [entry for entry in entries if entry.run is None or entry.run not in stray]
    return [
        part
        for above, entry in pairwise((None, *kept))
        if entry is not None
        for part in _parted(_of_edition(entry, order), None if above and lacks_figures(above) else width)
    ]


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
    if run is None or entry.row is not None or not any(_ends_in_digit(piece.text) for piece in run.cells):
        return {}
    if run.aligned and run.printed_in == printed_in:
        return {}
    words = (run.label or run.before)[-1:]
    goes_on = is_rest(words[0].text) if words else run.bound
    return {row: run} if goes_on else {}


def _ends_in_digit(text: str) -> bool:
    return text[-1:].isdigit() or text[-1:] == UNCERTAIN


def _of_edition(entry: Entry, order: Sequence[str]) -> Entry:
    """A row of another edition's form is no row of this one."""
    if entry.row is None or entry.row in order:
        return entry
    words = "".join(piece.text for piece in entry.run.label or entry.run.before[-1:]) if entry.run else ""
    return entry._replace(row=None, words=words)


def _parted(entry: Entry, width: int | None) -> Iterator[Entry]:
    """Lines of figures that hold several whole rows: the first belongs to the label, the others have lost theirs."""
    run = entry.run
    if run is None or width is None or run.bound or not run.dense or len(run.cells) <= width or len(run.cells) % width:
        yield entry
        return
    for start in range(0, len(run.cells), width):
        part = run._replace(cells=run.cells[start : start + width])
        yield entry._replace(run=part) if start == 0 else Entry(None, part, follows=True)
