"""The rows of the form that stand between two certain ones, and what is printed there: by labels, else by order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from parsing.folding import label_key
from parsing.form import APPLICANTS, TABLES
from parsing.tables.labels import row_labels
from parsing.tables.runs import Run
from parsing.tables.zones import Entry

_SIMILAR: Final = 0.6  # share of a label's characters that a damaged printing must keep, in order


@dataclass(frozen=True, slots=True)
class Segment:
    """What stands between two certain rows: the form's rows there, and what is printed."""

    rows: tuple[str, ...]
    entries: tuple[Entry, ...]
    bounded: bool  # by certain rows, or by the ends of a table
    split: bool = False  # a row between is printed as several rows, which are left out


def lacks_figures(entry: Entry) -> bool:
    """Whether it is a label whose figures do not follow it: they may stand below it column by column."""
    return entry.row is not None and entry.run is None


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


@lru_cache(maxsize=1024)
def _rows_of_pieces(table: str, pieces: tuple[str, ...]) -> frozenset[str]:
    """The rows of a table of whose label and groups each of the pieces is a part (供 | 息需要另行制)."""
    if not pieces:
        return frozenset()
    return frozenset(row for row, words in _wordings(table) if all(_is_in_any(piece, words) for piece in pieces))


def _is_in_any(piece: str, words: Sequence[str]) -> bool:
    return any(piece in word for word in words)


@cache
def _wordings(table: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Every row of a table, whatever the edition, with the keys of its labels and of the groups that it stands in."""
    rows = [row for (table_id, _), each in TABLES.items() if table_id == table for row in each.rows]
    return tuple((row.id, tuple(map(label_key, (*row.printings, *row.groups)))) for row in rows)


def _kept(printed: str, official: str) -> float:
    """The share of the official label's characters that are printed in the same order."""
    return count_in_order(printed, official) / len(official)


def count_in_order(characters: str, text: str) -> int:
    """How many of the characters stand in the text in the same order."""
    position = count = 0
    for character in characters:
        found = text.find(character, position)
        if found >= 0:
            position, count = found + 1, count + 1
    return count


def is_unknown(entry: Entry, table: str) -> bool:
    """A printed row whose label is none of the form's, not even damaged."""
    return entry.run is not None and bool(entry.words) and not similar_rows(table, entry.words)


# ---- Order of the form ----------------------------------------------------------------------------------------------


def _is_shifted(entries: Sequence[Entry]) -> bool:
    """Whether figures stand before their labels: a row of figures before the first label, none behind the last."""
    if not any(entry.run is not None and entry.row is not None for entry in entries):
        return False
    first, last = entries[0], entries[-1]
    return first.run is not None and first.row is None and last.run is None and last.row is not None


def segments(entries: Sequence[Entry], order: Sequence[str], split: frozenset[str]) -> Iterator[Segment]:
    """The entries between certain rows, each certain row a segment of its own."""
    index = {row: position for position, row in enumerate(order)}
    start, collected = 0, list[Entry]()
    for entry in entries:
        if not (entry.run is not None and entry.sure and entry.row in index):
            collected.append(entry)
            continue
        end = index[entry.row]
        yield _between(order[start:end], collected, split, bounded=True)
        yield Segment((entry.row,), (entry,), bounded=True)
        start, collected = end + 1, []
    yield _between(order[start:], collected, split, bounded=start > 0)


def _between(rows: Sequence[str], entries: Sequence[Entry], split: frozenset[str], *, bounded: bool) -> Segment:
    whole = tuple(row for row in rows if row not in split)
    return Segment(whole, tuple(entries), bounded=bounded, split=len(whole) < len(rows))


def place(segment: Segment, table: str, columns: Mapping[str, int]) -> list[tuple[str, Entry]] | None:
    """Row and entry for every row of figures of a segment, or None where they cannot be told apart.

    ``columns`` tells how many figures a row has, where rows have different numbers of them.
    """
    if not segment.entries:
        return []
    first = segment.entries[0]
    if first.sure and first.row is not None and segment.rows == (first.row,) and len(segment.entries) == 1:
        return [(first.row, first)]  # what most segments are
    if _is_shifted(segment.entries):
        return None
    figures = [entry for entry in segment.entries if entry.run is not None]
    printed = [entry for entry in figures if not is_unknown(entry, table)]
    if len(printed) < len(figures) and (in_order := _in_order(segment, table, columns, figures)) is not None:
        return in_order  # a row's label may be torn to pieces that are no label any more
    labelled = [(entry.row, entry) for entry in printed if entry.row is not None]
    if (
        len(labelled) == len(printed)
        and not _stand_apart(segment.entries)
        and (not segment.bounded or all(row in segment.rows for row, _ in labelled))
    ):
        return labelled
    return _in_order(segment, table, columns, figures)


def _in_order(
    segment: Segment, table: str, columns: Mapping[str, int], figures: Sequence[Entry]
) -> list[tuple[str, Entry]] | None:
    """The rows of figures in the order of the form, if there are as many as rows and nothing speaks against it."""
    if segment.split or len(figures) != len(segment.rows):
        return None
    placed = list(zip(segment.rows, figures, strict=True))
    if (
        not _on_one_side(placed, segment.entries)
        or any(map(_is_again, figures, figures[1:]))
        or not all(_fits(entry, columns.get(row)) for row, entry in placed)
    ):
        return None
    return placed if all(_may_be(position, placed, table, segment) for position in range(len(placed))) else None


def _stand_apart(entries: Sequence[Entry]) -> bool:
    """Whether a row of figures has a label of its own line above it and another one on its other side without figures.

    Figures of one of these labels are lost, and which of them, nothing tells.
    """
    pairs = [*pairwise(entries)]
    below = any(_is_apart(entry) and lacks_figures(after) for entry, after in pairs)
    return below or any(lacks_figures(above) and _is_apart(entry) for above, entry in pairs)


def _is_apart(entry: Entry) -> bool:
    return entry.run is not None and entry.run.bound and not entry.sure and entry.row is not None


def _fits(entry: Entry, columns: int | None) -> bool:
    """Whether a row without a label has as many figures as the row of the form that it may be."""
    if entry.run is None or entry.row is not None:
        return True
    return len(entry.run.cells) == columns if columns else not _is_part(entry.run)


def _is_again(above: Entry, entry: Entry) -> bool:
    """Whether a line of figures without a label is the line above, printed once more."""
    texts = [[piece.text for piece in each.run.cells] if each.run else [] for each in (above, entry)]
    return entry.follows and entry.row is None and texts[0] == texts[1] and set(texts[0]) != {"0"}


def _is_part(run: Run) -> bool:
    """Whether a line holds fewer figures than any row of its table, so that two lines may be one row."""
    return run.bound and run.dense and len(run.cells) < len(APPLICANTS)


def _on_one_side(placed: Sequence[tuple[str, Entry]], entries: Sequence[Entry]) -> bool:
    """Whether the labels that are printed apart all stand before their figures, or all behind them."""
    labels = {entry.row: index for index, entry in enumerate(entries) if entry.run is None}
    sides = {labels[row] < entries.index(entry) for row, entry in placed if entry.row is None and row in labels}
    before = any(entry.row == row and not entry.sure for row, entry in placed)
    return len(sides | {True} if before else sides) <= 1


def _may_be(position: int, placed: Sequence[tuple[str, Entry]], table: str, segment: Segment) -> bool:
    """Whether nothing that is printed speaks against the row that the order gives.

    Words torn from several rows stand before the first of them, so between certain rows figures may belong to any of
    the labels before them, and a label to any row of figures of the block that follows it.
    """
    row, entry = placed[position]
    if entry.words:
        pieces = entry.run.label if entry.run and entry.run.label else ()
        parts = tuple(key for piece in pieces if (key := label_key(piece.text)))
        return row in similar_rows(table, entry.words) or row in _rows_of_pieces(table, parts)
    if entry.row in {None, row}:
        return True
    return segment.bounded and (row in entry.hints or entry.row in _block(position, placed))


def _block(position: int, placed: Sequence[tuple[str, Entry]]) -> tuple[str, ...]:
    """The rows that follow each other from here on without words between."""
    end = position + 1
    while end < len(placed) and placed[end][1].follows:
        end += 1
    return tuple(row for row, _ in placed[position:end])
