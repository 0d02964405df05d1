"""From a document to *runs*: stretches of figures, each with the words printed before it.

A table that was flattened to one cell a line, a row of pipes, and a ruled table with merged cells all become the same
thing here, so that only one piece of code has to know what a row of the form is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from parsing.folding import label_key
from parsing.model import Cell, Document, Grid, Paragraph, Place
from parsing.tables.beside import rows_of_form
from parsing.tables.broken_labels import with_labels_joined, with_pages_joined
from parsing.tables.labels import find_rows, row_at_end, without_long_remarks
from parsing.tables.numbers import looks_like_figure
from parsing.tables.printed_lines import SENTENCE_END, read_line
from parsing.tables.shared_figures import marked

_SHORTEST_SENTENCE: Final = 13
_FEWEST_COLUMN_NUMBERS: Final = 5
_OPEN_REMARK: Final = re.compile(r"[(（][^()（）]*\Z")
_REMARK_BEGINS: Final = re.compile(r"[(（](?![一二三四五六七八九十\d]{1,2}(?:[)）]|$))")  # no number of the next row
_LONGEST_REMARK: Final = 400
_LONGEST_LABEL: Final = 90  # characters of a key; a longer text without labels of the form is narrative


Piece = Cell
"""One printed text: a cell, or a line."""


def key_of(pieces: Iterable[Piece]) -> str:
    """What several pieces say, as one label's key."""
    return label_key("".join(piece.text for piece in pieces))


class Run(NamedTuple):
    """Figures that are printed together, and the words before them.

    ``label`` holds the words of the same printed row, ``before`` the words since the run before. ``bound`` tells that
    the cells are one printed row of a table; else they are single lines that happen to follow each other. ``dense``
    tells that blank cells would not show. The last run of a document may have no cells.
    """

    before: tuple[Piece, ...]
    label: tuple[Piece, ...] = ()
    cells: tuple[Piece, ...] = ()
    bound: bool = False
    dense: bool = False
    aligned: bool = False
    is_cut: bool = False  # blank cells behind the last figure were left out

    @property
    def printed_in(self) -> int | None:
        """The number of the printed table that holds the row; None for single lines."""
        return self.cells[0].place.table if self.bound and self.cells else None

    @property
    def has_only_figures(self) -> bool:
        """Whether no word is printed in the row itself."""
        return not self.label and all(not piece.text or looks_like_figure(piece.text) for piece in self.cells)

    @property
    def printed(self) -> str:
        """The row as it is printed, its label first."""
        return " ".join(piece.text for piece in (*self.label, *self.cells) if piece.text)


@dataclass(slots=True)
class _Open:
    """The runs so far, and what has been collected and not yet closed."""

    closed: list[Run] = field(default_factory=list)
    before: list[Piece] = field(default_factory=list)
    cells: list[Piece] = field(default_factory=list)
    by_lines: bool = False  # the cells met last stand on lines of their own

    def close(self) -> None:
        """Make one run of the lines of figures collected so far; blank cells behind the last may be padding."""
        if not self.cells:
            return
        is_cut = not self.cells[-1].text
        while self.cells and not self.cells[-1].text:
            self.cells.pop()
        if self.cells:
            dense = "" not in [piece.text for piece in self.cells]
            self.closed.append(Run(tuple(self.before), (), tuple(self.cells), dense=dense, is_cut=is_cut))
            self.before = []
        self.cells = []

    def take(self, label: tuple[Piece, ...], cells: tuple[Piece, ...], *, dense: bool, aligned: bool) -> None:
        """Add a whole printed row, after what was open."""
        self.close()
        self.closed.append(Run(tuple(self.before), label, cells, bound=True, dense=dense, aligned=aligned))
        self.before, self.by_lines = [], False

    def words(self, pieces: Sequence[Piece]) -> None:
        """Add words; they end the lines of figures before them."""
        self.close()
        self.before.extend(pieces)

    def line(self, text: str, place: Place) -> None:
        """Add a line of words; a remark in brackets behind a row's label is one piece with it, over all its lines."""
        last = self.before[-1] if self.before and not self.cells else None
        if last and _goes_on(last.text, text):
            self.before[-1] = last._replace(text=last.text + text)
        else:
            self.words([Piece(text, place)])


def runs(document: Document) -> tuple[Run, ...]:
    """Every run of a document in reading order; rows that only number the columns hold no figures."""
    state = _Open()
    for block in with_pages_joined(document.blocks):
        if isinstance(block, Paragraph):
            state.by_lines = True
            _line(block.text, block.place, state)
            continue
        for row in marked(with_labels_joined(rows_of_form(block))):
            _row(row, block, state)
    state.close()
    if state.before:
        state.closed.append(Run(tuple(state.before)))
    return tuple(run._replace(cells=()) if _numbers_columns(run) else run for run in state.closed)


def _numbers_columns(run: Run) -> bool:
    """Whether the figures of a run count on from 0 or 1: no row of the form that adds up can do so."""
    counted = [piece.text for piece in run.cells if piece.text]
    if len(counted) < _FEWEST_COLUMN_NUMBERS or counted[0] not in {"0", "1"}:
        return False
    return all(text == str(number) for number, text in enumerate(counted, start=int(counted[0])))


def _goes_on(above: str, line: str) -> bool:
    """Whether a line begins a remark behind the row's label above it, or goes on with one."""
    if len(above) > _LONGEST_REMARK:
        return False
    remark = _OPEN_REMARK.search(above)
    label = above[: remark.start()] if remark else above
    return (remark or _REMARK_BEGINS.match(line)) is not None and row_at_end(label) is not None


# ---- Lines ----------------------------------------------------------------------------------------------------------


def _line(text: str, place: Place, state: _Open) -> None:
    line = read_line(text)
    if line.torn:
        state.words([Piece(line.torn, place)])
    if line.row is not None:
        label, figures = line.row
        state.take(_pieces(label, place), _pieces(figures, place), dense=True, aligned=False)
    elif line.figure:
        state.cells.append(Piece(line.figure, place))
    for words, behind in line.words:
        if words:
            state.line(words, place)
        if behind:
            state.cells.extend(Piece(figure, place) for figure in behind)
            state.close()


def _pieces(texts: Sequence[str], place: Place) -> tuple[Piece, ...]:
    return tuple(Piece(text, place, left) for left, text in enumerate(texts))


# ---- Rows of a grid -------------------------------------------------------------------------------------------------


def _row(row: tuple[Cell, ...], grid: Grid, state: _Open) -> None:
    pieces = _without_repeated_words(row)
    printed = tuple([piece for piece in pieces if piece.text])
    if not printed:
        if len(pieces) == 1 and state.by_lines and not grid.aligned:
            state.cells.extend(pieces)
        return
    if len(printed) == 1 and not grid.aligned:
        state.by_lines = True
        _lone_cell(printed[0], pieces, state)
        return
    end, holds_figures = _split_row(tuple([piece.text for piece in pieces]))
    if holds_figures:
        label = tuple([piece for piece in pieces[:end] if piece.text])
        state.take(label, pieces[end:], dense=grid.dense, aligned=grid.aligned)
    else:
        state.words(printed)
        state.by_lines = False


def _without_repeated_words(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The cells of a row, its words once: a merged cell that was written into each of its places is one."""
    again = {
        index
        for index, (piece, after) in enumerate(pairwise(pieces), start=1)
        if piece.text == after.text and piece.text and not looks_like_figure(piece.text)
    }
    if again:  # but behind the label each is a cell of its own: 见附件 | 见附件
        end = _end_of_label(tuple([piece.text for piece in pieces]))
        label = {piece.text for piece in pieces[:end]}
        again = {index for index in again if pieces[index].text in label}
    return tuple(piece for index, piece in enumerate(pieces) if index not in again) if again else pieces


def _lone_cell(printed: Piece, pieces: tuple[Piece, ...], state: _Open) -> None:
    """One cell a row is one cell a line: the row does not hold the form's row."""
    blanks = len(pieces) - pieces.index(printed) - 1
    if looks_like_figure(printed.text):
        state.cells.append(printed)
    elif blanks > 1 and _is_blank_row(printed.text):
        state.take((printed,), pieces[-blanks:], dense=False, aligned=False)
    else:
        _line(printed.text, printed.place, state)


@lru_cache(maxsize=2048)  # most rows of most reports hold zeros only
def _split_row(texts: tuple[str, ...]) -> tuple[int, bool]:
    """Where the label of a row of cells ends, and whether the cells behind it are a row of figures or of the form."""
    end = _end_of_label(texts)
    return end, any(map(looks_like_figure, texts[end:])) or (end < len(texts) and _is_blank_row("".join(texts[:end])))


def _end_of_label(texts: tuple[str, ...]) -> int:
    """How many cells hold the label.

    It ends where it is one of the form's, if it is one: its number may stand in a cell of its own (1. | 属于国家秘密),
    and a word among the figures (见附件) is no part of it.
    """
    words = [index for index, text in enumerate(texts) if text and not looks_like_figure(text)]
    for index in reversed(words):
        if row_at_end("".join(texts[: index + 1])):
            return index + 1
    first = next((index for index, text in enumerate(texts) if looks_like_figure(text)), len(texts))
    return max((index for index in words if index < first), default=-1) + 1


def _is_blank_row(label: str) -> bool:
    """Whether words with nothing but blank cells behind them are a row of the form, not a heading (总计, 其他)."""
    return bool(label) and row_at_end(label, numbered=True) is not None


# ---- Words ----------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=2048)
def is_narrative(text: str) -> bool:
    """A sentence or a long text, no label or heading of a table."""
    if len(text) > _SHORTEST_SENTENCE and SENTENCE_END.search(text):
        words = without_long_remarks(text)  # of a label; they may hold sentences
        return bool(words.strip()) and (words is text or row_at_end(words) is None)
    key = label_key(text)
    return len(key) > _LONGEST_LABEL and not find_rows(key)
