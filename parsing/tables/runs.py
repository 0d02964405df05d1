"""From a document to *runs*: stretches of figures, each with the words printed before it.

A table that was flattened to one cell a line, a row of pipes, and a ruled table with merged cells all become the same
thing here, so that only one piece of code has to know what a row of the form is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from parsing.folding import fold, label_key
from parsing.model import Cell, Document, Grid, Paragraph, Place
from parsing.tables.flat import split_flat
from parsing.tables.labels import find_rows, row_at_end
from parsing.tables.numbers import looks_like_figure

_PAGE_NUMBER: Final = re.compile(
    r"[-—–‐―]+\s*\d{1,3}\s*[-—–‐―]+|第?\s*\d{1,3}\s*页(?:\s*[,，/共]*\s*\d{1,3}\s*页)?|\d{1,3}\s*/\s*\d{1,3}"
)
_LABEL_THEN_FIGURES: Final = re.compile(r"(?P<label>.*?\D)\s+(?P<figures>[-+—–_/\d][^\u4e00-\u9fff]*)")
_SENTENCE: Final = re.compile(r"[。；;！？]")
_LONGEST_PAGE_NUMBER: Final = 16  # 第 12 页 共 30 页
_PARTS_OF_ONE: Final = 2
_SHORTEST_SENTENCE: Final = 13
_LONGEST_LABEL: Final = 90  # characters of a key; a longer text without labels of the form is narrative


@dataclass(frozen=True, slots=True)
class Piece:
    """One printed text: a cell, or a line."""

    text: str
    place: Place
    left: int = 0
    width: int = 1


@dataclass(frozen=True, slots=True)
class Run:
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

    @property
    def printed_in(self) -> int | None:
        """The number of the printed table that holds the row; None for single lines."""
        return self.cells[0].place.table if self.bound and self.cells else None

    @property
    def printed(self) -> str:
        """The row as it is printed, its label first."""
        return " ".join(piece.text for piece in (*self.label, *self.cells) if piece.text)


@dataclass(slots=True)
class _Open:
    """What has been collected and not yet closed."""

    before: list[Piece] = field(default_factory=list)
    cells: list[Piece] = field(default_factory=list)

    def close(self) -> Iterator[Run]:
        """The lines of figures collected so far, as one run."""
        if self.cells:
            yield Run(tuple(self.before), (), tuple(self.cells), dense=True)
            self.before, self.cells = [], []

    def take(self, run: Run) -> Iterator[Run]:
        """A whole printed row, after what was open."""
        yield from self.close()
        yield Run(tuple(self.before), run.label, run.cells, run.bound, run.dense, run.aligned)
        self.before = []

    def words(self, pieces: Sequence[Piece]) -> Iterator[Run]:
        """Words end the lines of figures before them."""
        yield from self.close()
        self.before.extend(pieces)


def runs(document: Document) -> tuple[Run, ...]:
    """Every run of a document in reading order."""
    return tuple(_runs(document))


def _runs(document: Document) -> Iterator[Run]:
    state = _Open()
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield from _line(block, state)
            continue
        for row in block.rows:
            yield from _row(row, block, state)
    yield from state.close()
    if state.before:
        yield Run(tuple(state.before))


# ---- Lines ----------------------------------------------------------------------------------------------------------


def _line(line: Paragraph, state: _Open) -> Iterator[Run]:
    text = line.text.strip()
    if not text or (len(text) <= _LONGEST_PAGE_NUMBER and _PAGE_NUMBER.fullmatch(fold(text))):
        return
    row = _printed_row(text, line.place)
    if row is not None:
        yield from state.take(row)
        return
    if looks_like_figure(text):
        state.cells.append(Piece(text, line.place))
        return
    for words, figures in split_flat(text):
        if words:
            yield from state.words([Piece(words, line.place)])
        if figures:
            state.cells.extend(Piece(figure, line.place) for figure in figures)
            yield from state.close()


def _printed_row(text: str, place: Place) -> Run | None:
    """A line that holds a whole row: figures only, or a label of the form and its figures.

    Two strings of digits alone may be one figure with a space inside.
    """
    parts = text.split()
    if (
        len(parts) > 1
        and not (len(parts) == _PARTS_OF_ONE and looks_like_figure(text))
        and all(looks_like_figure(part) for part in parts)
    ):
        return Run((), (), _pieces(parts, place), bound=True, dense=True)
    match = _LABEL_THEN_FIGURES.fullmatch(text)
    if match is None or row_at_end(match["label"]) is None or len(find_rows(label_key(match["label"]))) > 1:
        return None
    figures = match["figures"].split()
    if not all(looks_like_figure(figure) for figure in figures):
        return None
    return Run((), (Piece(match["label"], place),), _pieces(figures, place), bound=True, dense=True)


def _pieces(texts: Sequence[str], place: Place) -> tuple[Piece, ...]:
    return tuple(Piece(text, place, left) for left, text in enumerate(texts))


# ---- Rows of a grid -------------------------------------------------------------------------------------------------


def _row(row: tuple[Cell, ...], grid: Grid, state: _Open) -> Iterator[Run]:
    pieces = [Piece(cell.text.strip(), cell.place, cell.left, cell.width) for cell in row]
    printed = [piece for piece in pieces if piece.text]
    if not printed:
        return
    if len(printed) == 1 and not grid.aligned:
        yield from _lone_cell(printed[0], pieces, state)
        return
    label, cells = _split_row(pieces)
    if any(looks_like_figure(cell.text) for cell in cells) or (cells and _is_blank_row(label)):
        yield from state.take(Run((), tuple(label), tuple(cells), bound=True, dense=grid.dense, aligned=grid.aligned))
    else:
        yield from state.words(printed)


def _lone_cell(printed: Piece, pieces: list[Piece], state: _Open) -> Iterator[Run]:
    """One cell a row is one cell a line: the row does not hold the form's row."""
    blanks = len(pieces) - pieces.index(printed) - 1
    if looks_like_figure(printed.text):
        state.cells.append(printed)
    elif blanks > 1 and _is_blank_row([printed]):
        yield from state.take(Run((), (printed,), tuple(pieces[-blanks:]), bound=True))
    else:
        yield from _line(Paragraph(printed.text, printed.place), state)


def _split_row(pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The label cells and the cells of figures.

    The label ends where it is one of the form's, if it is one: its number may stand in a cell of its own (1. | 属于国家
    秘密), and a word among the figures (见附件) is no part of it.
    """
    words = [index for index, piece in enumerate(pieces) if piece.text and not looks_like_figure(piece.text)]
    for index in reversed(words):
        if row_at_end(_joined(pieces[: index + 1])):
            return [piece for piece in pieces[: index + 1] if piece.text], pieces[index + 1 :]
    first = next((index for index, piece in enumerate(pieces) if looks_like_figure(piece.text)), len(pieces))
    last = max((index for index in words if index < first), default=-1) + 1
    return [piece for piece in pieces[:last] if piece.text], pieces[last:]


def _is_blank_row(label: Sequence[Piece]) -> bool:
    """Whether words with nothing but blank cells behind them are a row of the form, not a heading (总计, 其他)."""
    return bool(label) and row_at_end(_joined(label), numbered=True) is not None


def _joined(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


# ---- Words ----------------------------------------------------------------------------------------------------------


def is_narrative(piece: Piece) -> bool:
    """A sentence or a long text, no label or heading of a table."""
    if _SENTENCE.search(piece.text) and len(piece.text) > _SHORTEST_SENTENCE:
        return True
    key = label_key(piece.text)
    return len(key) > _LONGEST_LABEL and not find_rows(key)
