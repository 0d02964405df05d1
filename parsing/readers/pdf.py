"""PDF reports: lines of text and ruled tables, page by page."""

from __future__ import annotations

import re
import threading
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import count, groupby
from operator import attrgetter
from typing import Final, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from parsing.limits import MAX_CHARACTERS, MAX_PDF_PAGES, refuse_beyond
from parsing.model import UNCERTAIN, Block, Cell, Document, Format, Grid, Paragraph, Place, Problem, UnreadableError
from parsing.readers.pdf_geometry import Box
from parsing.readers.pdf_strikes import without_struck
from parsing.readers.pdf_tables import RuledCell, RuledTable, ruled_tables
from parsing.readers.pdf_text import Line, lines_of
from parsing.readers.pdfium import SIGNS, Glyph, PageContent, page_content

ONE_AT_A_TIME: Final = threading.Lock()  # PDFium crashes when two threads are inside it
DAMAGED: Final = Problem(code="file-damaged", values={"format": "PDF"})
_MARGIN: Final = 0.12  # of the page's height, at the top and at the bottom
_DECORATED_NUMBER: Final = re.compile(
    r"[-—–－―·•]\s*\d{1,4}\s*[-—–－―·•]|第\s*\d{1,4}\s*页.{0,12}|\d{1,4}\s*/\s*\d{1,4}"  # -3- · 第3页 · 3/12
)
_DIGITS: Final = re.compile(r"[\d.,]*\d[\d.,]*")
_LEVEL: Final = 0.15  # of a digit's height
_BESIDE: Final = 0.1  # of a digit's height; figures of two cells stand further apart
_PADDING: Final = 10.8  # points, on both sides together, that a word processor leaves between rule and text
_FARTHEST_NUMBERING: Final = 3  # a title page or table of contents may not be counted


def read(content: bytes) -> Document:
    """The document's lines and tables.

    Raises:
        UnreadableError: the file is damaged, encrypted, a scan without text, or beyond a limit.
    """
    with ONE_AT_A_TIME, opened(content) as pdf:
        try:
            pages = list(_pages(pdf))
            title = pdf.get_metadata_value("Title").strip()
        except pypdfium2.PdfiumError as error:
            raise UnreadableError(DAMAGED) from error
        blocks = tuple(block for page in pages for block in page.blocks)
        if not blocks:
            raise UnreadableError(Problem(code="file-scan", values={"pages": len(pdf)}))
    recognised = tuple(
        Problem(code="text-recognised", place=Place(page=number), values={"page": number})
        for number, page in enumerate(pages, start=1)
        if page.recognised
    )
    head = {"title": title} if title else {}
    return Document(format=Format.PDF, blocks=blocks, head=head, problems=recognised)


def opened(content: bytes) -> pypdfium2.PdfDocument:
    """The document, to be used and closed while :data:`ONE_AT_A_TIME` is held.

    Raises:
        UnreadableError: the file is damaged, encrypted, or has too many pages.
    """
    try:
        pdf = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        encrypted = error.err_code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}
        raise UnreadableError(Problem(code="file-encrypted") if encrypted else DAMAGED) from error
    try:
        refuse_beyond("pages", len(pdf), MAX_PDF_PAGES)
    except UnreadableError:
        pdf.close()
        raise
    return pdf


class _Page(NamedTuple):
    """What one page prints, and whether its text is what a program has recognised on a scan."""

    blocks: tuple[Block, ...]
    recognised: bool


def _pages(pdf: pypdfium2.PdfDocument) -> Iterator[_Page]:
    """All pages; each is closed before the next is opened.

    Raises:
        UnreadableError: they hold more than the limit.
    """
    tables, glyphs = count(1), 0
    for index in range(len(pdf)):
        page = _with_fields(pdf, index)
        content = page_content(page)
        page.close()
        glyphs += len(content.glyphs)
        refuse_beyond("characters", glyphs, MAX_CHARACTERS)
        yield _Page(tuple(_blocks(content, index + 1, tables)), content.recognised)


def _with_fields(pdf: pypdfium2.PdfDocument, index: int) -> pypdfium2.PdfPage:
    """A page on which the texts of filled-in fields and of notes typed over it are printed like all other text."""
    page = pdf[index]
    if pdfium.FPDFPage_GetAnnotCount(page) > 0:
        pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
        page.close()
        page = pdf[index]
    return page


# ---- Blocks ---------------------------------------------------------------------------------------------------------


def _blocks(page: PageContent, number: int, tables: Iterator[int]) -> Iterator[Block]:
    """What a page prints, from top to bottom. ``tables`` gives each grid its number in the document."""
    glyphs, rules = without_struck(page.glyphs, page.rules)
    ruled = ruled_tables(rules)
    loose, inside = _shared_out(glyphs, ruled)
    lines = _without_page_number(lines_of(loose), page.read_as.height, number)
    parts: list[Line | RuledTable] = [*lines, *ruled]
    for part in sorted(parts, key=lambda part: (part.box[1], part.box[0])):
        if isinstance(part, Line):
            yield Paragraph(part.text, Place(page=number, bbox=page.shown(part.box)))
        else:
            yield _grid(part, inside, page, Place(page=number, table=next(tables)))


def _shared_out(glyphs: Sequence[Glyph], tables: list[RuledTable]) -> tuple[list[Glyph], dict[RuledCell, list[Glyph]]]:
    """The glyphs that stand in no cell, and those of each cell. Every glyph is in exactly one place.

    A figure that reaches from one cell into the next is certain in neither.
    """
    loose: list[Glyph] = []
    inside: dict[RuledCell, list[Glyph]] = defaultdict(list)
    before: Glyph | None = None
    last: RuledCell | None = None
    place = loose
    for glyph in glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
        cell = _cell_at(tables, x, y)
        if cell is not last:
            last_place, place, last = place, loose if cell is None else inside[cell], cell
            if before is not None and _is_one_figure(before, glyph):
                last_place.append(before._replace(text=UNCERTAIN, x0=before.x1))
                place.append(glyph._replace(text=UNCERTAIN, x1=glyph.x0))
        place.append(glyph)
        before = glyph
    return loose, inside


def _cell_at(tables: list[RuledTable], x: float, y: float) -> RuledCell | None:
    for table in tables:
        cell = table.cell_at(x, y)
        if cell is not None:
            return cell
    return None


def _is_one_figure(one: Glyph, other: Glyph) -> bool:
    """Whether two digits, or a digit and its sign, stand side by side on one line without any space between."""
    if not (other.text.isdigit() and (one.text.isdigit() or one.text in SIGNS)):
        return False
    left, right = (one, other) if one.x0 < other.x0 else (other, one)
    height = one.bottom - one.top
    return abs(one.bottom - other.bottom) < _LEVEL * height and abs(right.x0 - left.x1) < _BESIDE * height


def _grid(table: RuledTable, inside: Mapping[RuledCell, list[Glyph]], page: PageContent, place: Place) -> Grid:
    rows = []
    for _, cells in groupby(table.cells, key=attrgetter("row")):
        rows.append(tuple(_cell(cell, inside.get(cell, []), page, place) for cell in cells))
    return Grid(rows=tuple(rows), aligned=True)


def _cell(cell: RuledCell, glyphs: list[Glyph], page: PageContent, place: Place) -> Cell:
    return Cell(
        text=_text(lines_of(glyphs), cell.box),
        place=Place(
            page=place.page, table=place.table, row=cell.row + 1, column=cell.column + 1, bbox=page.shown(cell.box)
        ),
        left=cell.column,
        width=cell.width,
        height=cell.height,
    )


def _text(lines: Sequence[Line], box: Box) -> str:
    """The lines of a cell. Digits that fill a line go on in the next one: the column is too narrow for the figure."""
    pieces: list[str] = []
    before: Line | None = None
    for line in lines:
        if before is not None:
            pieces.append("" if _goes_on(before, line, box) else "\n")
        pieces.append(line.text)
        before = line
    return "".join(pieces).strip()


def _goes_on(line: Line, following: Line, box: Box) -> bool:
    """Whether a figure is broken at the end of a line: nothing but digits, and no room for another one."""
    if not (_DIGITS.fullmatch(line.text) and _DIGITS.fullmatch(following.text)):
        return False
    printed = line.box[2] - line.box[0]
    room = box[2] - box[0] - printed
    return room < printed / len(line.text) + _PADDING


# ---- Page numbers ---------------------------------------------------------------------------------------------------


def _without_page_number(lines: list[Line], height: float, page: int) -> list[Line]:
    """The lines without a page number in the page's top or bottom margin."""
    return [line for line in lines if not (_in_margin(line, height) and _is_page_number(line.text, page))]


def _in_margin(line: Line, height: float) -> bool:
    return line.box[3] < height * _MARGIN or line.box[1] > height * (1 - _MARGIN)


def _is_page_number(text: str, page: int) -> bool:
    """Whether the text numbers the page; a bare number only when it is about the number of that page."""
    if text.isascii() and text.isdigit():
        return int(text) > 0 and abs(int(text) - page) <= _FARTHEST_NUMBERING
    return _DECORATED_NUMBER.fullmatch(text) is not None
