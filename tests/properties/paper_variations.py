"""PDF files as printers and word processors make them: rules left out, rows over a page, figures wrapped or shifted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Final

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from data.synthetic.draft import Draft
from data.synthetic.layouts.blocks import Table, blocks
from data.synthetic.layouts.sheet import Box, Sheet, spread

_FONT: Final = "STSong-Light"
_SIZE: Final = 7.0
_LINE: Final = 9.0  # points from line to line
_MARGIN: Final = 40.0
_FEWEST_HEADS: Final = 5
_ROOM_FOR_A_ROW: Final = 80.0  # before the end of the page

DrawTable = Callable[["Paper", Sheet], None]


class Paper:
    """A PDF file that is written from top to bottom."""

    def __init__(self, size: tuple[float, float] = A4, numbers: str = "— {} —") -> None:
        pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
        self.written = BytesIO()
        self.canvas = Canvas(self.written, pagesize=size, invariant=1)
        self.width, self.height = size
        self.numbers = numbers
        self.y = 0.0
        self._begin()

    def _begin(self) -> None:
        self.canvas.setFont(_FONT, _SIZE)
        self.y = self.height - _MARGIN

    def turn(self) -> None:
        """End the page with its number and begin another."""
        self.canvas.drawCentredString(self.width / 2, _MARGIN / 2, self.numbers.format(self.canvas.getPageNumber()))
        self.canvas.showPage()
        self._begin()

    def line(self, text: str) -> None:
        """A line of text, broken at the margin."""
        for part in _wrapped(text, self.width - 2 * _MARGIN):
            self.room(_LINE)
            self.y -= _LINE
            self.canvas.drawString(_MARGIN, self.y, part)

    def room(self, height: float) -> None:
        """Turn the page where so much does not fit any more."""
        if self.y - height < _MARGIN:
            self.turn()

    def finished(self) -> bytes:
        """The file."""
        self.turn()
        self.canvas.save()
        return self.written.getvalue()


def _paper(report: Draft, draw: DrawTable, paper: Paper | None = None) -> bytes:
    paper = paper or Paper()
    for block in blocks(report):
        if isinstance(block, Table):
            draw(paper, block.sheet)
        else:
            paper.line(block.text)
    return paper.finished()


def ruled_without_spans(report: Draft) -> bytes:
    """Every place of the grid has its own box; spanned places are empty."""
    return _paper(report, lambda paper, sheet: _grid(paper, spread(sheet)))


def ruled_on_wide_paper(report: Draft) -> bytes:
    return _paper(report, lambda paper, sheet: _grid(paper, spread(sheet)), Paper(landscape(A4)))


def numbers_without_dashes(report: Draft) -> bytes:
    return _paper(report, lambda paper, sheet: _grid(paper, spread(sheet)), Paper(numbers="{}"))


def without_vertical_rules(report: Draft) -> bytes:
    return _paper(report, lambda paper, sheet: _grid(paper, spread(sheet), vertical=False))


def without_horizontal_rules(report: Draft) -> bytes:
    return _paper(report, lambda paper, sheet: _grid(paper, spread(sheet), horizontal=False))


def without_rules(report: Draft) -> bytes:
    return _paper(report, lambda paper, sheet: _grid(paper, spread(sheet), vertical=False, horizontal=False))


def rows_cut_by_the_page(report: Draft) -> bytes:
    """A row may begin on one page and end on the next: its label goes on, its figures stand above or below."""
    return _paper(report, lambda paper, sheet: _grid(paper, spread(sheet), whole_rows=False))


def figures_wrapped(report: Draft) -> bytes:
    """Columns so narrow that a figure of three digits goes on in the next line."""
    return _paper(report, lambda paper, sheet: _grid(paper, spread(sheet), figures=11.0))


def rules_as_thin_boxes(report: Draft) -> bytes:
    """Rules drawn as filled boxes, as office programs do."""
    return _paper(report, lambda paper, sheet: _grid(paper, spread(sheet), boxes=True))


def figures_before_the_end_of_the_page(report: Draft) -> bytes:
    """The row at the end of a page is divided: its figures stand above, its label stands below."""
    return _paper(report, lambda paper, sheet: _divided(paper, spread(sheet), figures_first=True))


def labels_before_the_end_of_the_page(report: Draft) -> bytes:
    """The row at the end of a page is divided: its label stands above, its figures stand below."""
    return _paper(report, lambda paper, sheet: _divided(paper, spread(sheet), figures_first=False))


def heads_over_the_end_of_the_page(report: Draft) -> bytes:
    """The heads of each table begin at the end of a page and go on at the top of the next."""
    return _paper(report, lambda paper, sheet: _with_divided_heads(paper, spread(sheet)))


# ---- Drawing ---------------------------------------------------------------------------------------------------------


def _grid(
    paper: Paper,
    rows: Sequence[Sequence[Box | None]],
    *,
    vertical: bool = True,
    horizontal: bool = True,
    whole_rows: bool = True,
    boxes: bool = False,
    figures: float = 0.0,
) -> None:
    """A table with all or some of its rules."""
    edges = list(_edges(paper, len(rows[0]), figures))
    for row in rows:
        texts = [_wrapped(box.text if box else "", edges[at + 1] - edges[at] - 2) for at, box in enumerate(row)]
        height = _LINE * max(1, *map(len, texts)) + 2
        if whole_rows:
            paper.room(height)
        top, bottom = paper.y, paper.y - height
        for left, lines in zip(edges, texts, strict=False):
            for number, line in enumerate(lines, start=1):
                paper.canvas.drawString(left + 1, top - _LINE * number, line)
        for edge in edges if vertical else ():
            _rule(paper, edge, bottom, edge, top, boxes=boxes)
        for y in (top, bottom) if horizontal else ():
            _rule(paper, edges[0], y, edges[-1], y, boxes=boxes)
        paper.y = bottom
        if paper.y < _MARGIN:
            paper.turn()


def _divided(paper: Paper, rows: Sequence[Sequence[Box | None]], *, figures_first: bool) -> None:
    """A ruled table; where a page ends, its last row stands partly on the next one."""
    for row in rows:
        if paper.y > _MARGIN + _ROOM_FOR_A_ROW or not any(box and box.figure for box in row):
            _grid(paper, [row])
            continue
        labels = [None if box and box.figure else box for box in row]
        figures = [box if box and box.figure else None for box in row]
        _grid(paper, [figures if figures_first else labels])
        paper.turn()
        _grid(paper, [labels if figures_first else figures])


def _with_divided_heads(paper: Paper, rows: Sequence[Sequence[Box | None]]) -> None:
    """A ruled table; a page ends within its lowest heads, if each column has one."""
    first = next(at for at, row in enumerate(rows) if any(box and box.figure for box in row))
    heads = rows[first - 1]
    if sum(box is not None for box in heads) < _FEWEST_HEADS:
        _grid(paper, rows)
        return
    *above, beside = rows[: first - 1]
    higher = [None if lower else box for box, lower in zip(beside, heads, strict=True)]  # as tall as two rows
    _grid(paper, above)
    _grid(paper, [[_cut(box, 0, 2) if box in higher else box for box in beside], [_cut(box, 0, 1) for box in heads]])
    paper.turn()
    _grid(paper, [[_cut(box, 1) or _cut(tall, 2) for box, tall in zip(heads, higher, strict=True)], *rows[first:]])


def _cut(box: Box | None, start: int, end: int | None = None) -> Box | None:
    return box and replace(box, text=box.text[start:end])


def _rule(paper: Paper, left: float, bottom: float, right: float, top: float, *, boxes: bool) -> None:
    if boxes:
        paper.canvas.rect(left, bottom, max(right - left, 0.5), max(top - bottom, 0.5), stroke=0, fill=1)
    else:
        paper.canvas.line(left, bottom, right, top)


def _edges(paper: Paper, columns: int, figures: float) -> Iterator[float]:
    """Where the columns begin and the last ends; label columns are wider."""
    labels = {4: 1, 10: 3}.get(columns, 0)
    room = paper.width - 2 * _MARGIN
    narrow = figures or min(room / columns, 48.0)
    wide = (room - narrow * (columns - labels)) / labels if labels else 0.0
    x = _MARGIN
    yield x
    for column in range(columns):
        x += wide if column < labels else narrow
        yield x


def _wrapped(text: str, room: float) -> list[str]:
    """The text in lines of that width, broken anywhere."""
    lines = [""]
    for character in text:
        if lines[-1] and pdfmetrics.stringWidth(lines[-1] + character, _FONT, _SIZE) > room:
            lines.append("")
        lines[-1] += character
    return lines
