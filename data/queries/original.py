"""Where a figure is printed in its document, with what is printed around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from data.queries.lately import Lately
from parsing.model import Cell, Document, Grid, Paragraph, Place, Source
from parsing.readers.documents import read_document
from parsing.tables.numbers import looks_like_figure

_AROUND: Final = 2  # rows or paragraphs shown before and after
_MOST_HEADS: Final = 4  # rows of heads
_MOST_FIGURES: Final = 15  # on lines of their own behind one label: the whole of table 四
_KEPT: Final = 8  # documents

_IDENTIFYING: Final = ("page", "line", "table", "row", "column")
_DOCUMENTS: Final[Lately[Document]] = Lately(_KEPT)  # each is read once for all figures of it that are looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A document as it came: the file's name, its bytes and their SHA-256, by which it is known again."""

    name: str
    content: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """What stands in one printed cell, the grid column at which it starts, and how many columns it is wide."""

    text: str
    left: int
    width: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """One printed row of cells, or one paragraph. ``number`` is its line in a text, else its row in the table."""

    number: int | None
    cells: tuple[PrintedCell, ...]
    here: int | None  # which of the cells is the one that is looked for


def surroundings(original: Original, place: Mapping[str, object]) -> tuple[Printed, ...]:
    """The printed rows around a place; empty when the place is not found.

    Raises:
        UnreadableError: nothing can be taken from the document.
    """
    key = (original.sha256, original.name)  # of whose ending it depends how the same bytes are read
    document = _DOCUMENTS.get(key, lambda: read_document(Source(original.name, original.content)))
    wanted = tuple(place.get(part) for part in _IDENTIFYING)
    return _in_grids(document, wanted) or _in_paragraphs(document, wanted)


def _identity(place: Place) -> tuple[int | None, ...]:
    return tuple(getattr(place, part) for part in _IDENTIFYING)


def _in_grids(document: Document, wanted: tuple[object, ...]) -> tuple[Printed, ...]:
    for grid in document.blocks:
        if not isinstance(grid, Grid):
            continue
        for index, row in enumerate(grid.rows):
            here = next((place for place, cell in enumerate(row) if _identity(cell.place) == wanted), None)
            if here is not None:
                shown = sorted({*_heads_above(grid.rows, index), *_near(grid.rows, index)})
                rows = ((grid.rows[at], here if at == index else None) for at in shown)
                return tuple(_printed_row(row, marked) for row, marked in rows if row)
    return ()


def _printed_row(row: Sequence[Cell], here: int | None) -> Printed:
    return Printed(
        number=_number([cell.place for cell in (row if here is None else row[here:])]),
        cells=tuple(PrintedCell(cell.text, cell.left, cell.width) for cell in row),
        here=here,
    )


def _heads_above(rows: Sequence[Sequence[Cell]], index: int) -> Sequence[int]:
    """The rows without figures that stand last above a row: the heads of its columns."""
    last = next((at for at in range(index - 1, -1, -1) if not _has_figures(rows[at])), -1)
    first = next((at for at in range(last, -1, -1) if _has_figures(rows[at])), -1) + 1
    return range(max(first, last + 1 - _MOST_HEADS), last + 1)


def _has_figures(row: Sequence[Cell]) -> bool:
    return any(looks_like_figure(cell.text) for cell in row)


def _in_paragraphs(document: Document, wanted: tuple[object, ...]) -> tuple[Printed, ...]:
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    index = next((index for index, block in enumerate(paragraphs) if _identity(block.place) == wanted), None)
    if index is None:
        return ()
    return tuple(
        Printed(
            number=_number([paragraphs[at].place]),
            cells=(PrintedCell(paragraphs[at].text, 0),),
            here=0 if at == index else None,
        )
        for at in sorted({*_label_above(paragraphs, index), *_near(paragraphs, index)})
    )


def _label_above(paragraphs: Sequence[Paragraph], index: int) -> Sequence[int]:
    """The line of words that stands last above a figure on a line of its own, and the figures between."""
    nearest = range(index - 1, max(-1, index - 1 - _MOST_FIGURES), -1)
    return range(next((at for at in nearest if not looks_like_figure(paragraphs[at].text)), index), index)


def _near(items: Sequence[object], index: int) -> Sequence[int]:
    return range(max(0, index - _AROUND), min(index + _AROUND + 1, len(items)))


def _number(places: Sequence[Place]) -> int | None:
    return next((place.line or place.row for place in places if place.line or place.row), None)
