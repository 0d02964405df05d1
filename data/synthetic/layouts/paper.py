"""Reports as PDF files: ruled tables that break over pages, with page numbers between their rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from html import escape
from io import BytesIO
from typing import Final, Literal

from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, TableStyle
from reportlab.platypus import Table as RuledTable

from data.synthetic.draft import Draft
from data.synthetic.layouts.blocks import Line, Role, Table, blocks
from data.synthetic.layouts.sheet import COLUMN_SHARES, Sheet, cut, spread

_Alignment = Literal[0, 1, 2]  # reportlab's left, centre and right

_FONT: Final = "STSong-Light"  # not embedded: every reader of Chinese PDF files has it
_ROWS_BEFORE_BREAK: Final = 15
_TEXT_WIDTH: Final = 450.0  # points
_SIZES: Final = {Role.TITLE: 16, Role.HEADING: 13, Role.TEXT: 11, Role.SIGNATURE: 11}
_ALIGNMENT: Final[Mapping[Role, _Alignment]] = {Role.TITLE: TA_CENTER, Role.SIGNATURE: TA_RIGHT}


def ruled(draft: Draft) -> bytes:
    """Table three goes over the end of a page; its group labels are not repeated."""
    return _document(draft, repeat_labels=False)


def ruled_with_repeated_labels(draft: Draft) -> bytes:
    """Table three goes over the end of a page; its group labels stand on both pages."""
    return _document(draft, repeat_labels=True)


def _document(draft: Draft, *, repeat_labels: bool) -> bytes:
    buffer = BytesIO()
    document = SimpleDocTemplate(
        buffer, pagesize=A4, title=draft.title, author=draft.organ.name, invariant=1, pageCompression=0
    )
    story = [flowable for block in blocks(draft) for flowable in _flowables(block, repeat_labels=repeat_labels)]
    document.build(story, onFirstPage=_number, onLaterPages=_number)
    return buffer.getvalue()


def _number(canvas: Canvas, document: SimpleDocTemplate) -> None:
    """The page number in the foot, as word processors set it."""
    canvas.setFont(_font(), 10)
    canvas.drawCentredString(A4[0] / 2, 40, f"— {document.page} —")


def _flowables(block: Line | Table, *, repeat_labels: bool) -> Iterator[Flowable]:
    if isinstance(block, Line):
        yield Paragraph(escape(block.text), _style(_SIZES[block.role], _ALIGNMENT.get(block.role, TA_LEFT)))
        yield Spacer(1, 6)
    elif block.id == "applications":
        first, second = cut(block.sheet, _ROWS_BEFORE_BREAK, repeat_labels=repeat_labels)
        yield from (PageBreak(), _table(block.id, first), PageBreak(), _table(block.id, second), Spacer(1, 6))
    else:
        yield from (_table(block.id, block.sheet), Spacer(1, 6))


def _table(table: str, sheet: Sheet) -> RuledTable:
    style = _style(9, TA_CENTER)
    rows = [[Paragraph(escape(box.text), style) if box else "" for box in row] for row in spread(sheet)]
    shares = COLUMN_SHARES[table]
    widths = [_TEXT_WIDTH * share / sum(shares) for share in shares]
    return RuledTable(rows, colWidths=widths, style=TableStyle([*_spans(sheet), *_RULES]))


_RULES: Final = (
    ("GRID", (0, 0), (-1, -1), 0.5, "black"),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ("LEFTPADDING", (0, 0), (-1, -1), 2),
    ("RIGHTPADDING", (0, 0), (-1, -1), 2),
)


def _spans(sheet: Sheet) -> Iterator[tuple[str, tuple[int, int], tuple[int, int]]]:
    for top, row in enumerate(spread(sheet)):
        for left, box in enumerate(row):
            if box and (box.width, box.height) != (1, 1):
                yield "SPAN", (left, top), (left + box.width - 1, top + box.height - 1)


@cache
def _style(size: int, alignment: _Alignment) -> ParagraphStyle:
    return ParagraphStyle(
        f"{size}-{alignment}", fontName=_font(), fontSize=size, leading=size * 1.4, alignment=alignment, wordWrap="CJK"
    )


@cache
def _font() -> str:
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    return _FONT
