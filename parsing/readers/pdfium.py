"""What stands on a PDF page: glyphs and rules with their positions, as PDFium reads them.

All positions are in PDF points from the page's top left corner, with the page turned so that its text is upright.
"""

from __future__ import annotations

import ctypes
import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count, pairwise
from typing import Final, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from parsing.limits import MAX_CHARACTERS, MAX_PDF_SHAPES, refuse_beyond
from parsing.readers.pdf_geometry import UNCHANGED, Box, Frame, Matrix, Point, box_around

_UNMAPPED: Final = "\ufffd"  # a glyph that the font gives no character for; guessing one could turn 7 into 1
_NO_CHARACTERS: Final = frozenset({0, *range(0xD800, 0xE000)})
_HYPHEN: Final = 0x02  # how PDFium tells a hyphen at the end of a line
_ASKEW: Final = 0.15  # of a quarter turn
_ANGLES_LOOKED_AT: Final = 200  # glyphs
_DEEPEST_FORM: Final = 8
_TALL: Final = 40.0  # points; no text of a report is set larger
_STRAIGHT: Final = 0.5  # points by which a rule may be off the horizontal or vertical
_THIN: Final = 3.0  # points; a filled box that is thicker both ways is a background, not a rule


class Glyph(NamedTuple):
    """One printed character. A blank that the file itself prints is one too."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


class Rule(NamedTuple):
    """A straight line, or one side of a box. ``ground`` tells that it only bounds a coloured background."""

    x0: float
    top: float
    x1: float
    bottom: float
    ground: bool


@dataclass(frozen=True, slots=True)
class PageContent:
    """Everything that one page prints."""

    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    read_as: Frame
    shown_as: Frame

    def shown(self, box: Box) -> Box:
        """A box of the upright page where viewers show it; differs only for text that is printed sideways."""
        if self.read_as != self.shown_as:
            corners = (self.read_as.original(*corner) for corner in (box[:2], box[2:]))
            box = box_around(*(self.shown_as.upright(*corner) for corner in corners))
        left, top, right, bottom = (round(value, 1) for value in box)
        return left, top, right, bottom


def page_content(page: pypdfium2.PdfPage) -> PageContent:
    """Read one page.

    Raises:
        pypdfium2.PdfiumError: the page is damaged.
        UnreadableError: it holds more than the limit.
    """
    text = page.get_textpage()
    left, bottom, right, top = page.get_bbox()
    shown_as = Frame(left, bottom, right, top, page.get_rotation() // 90 % 4)
    turns = _text_turns(text)
    read_as = shown_as if turns is None else replace(shown_as, turns=turns)
    rules = tuple(rule for path, around in _paths(page) for rule in _rules(path, around, read_as))
    return PageContent(tuple(_glyphs(text, read_as)), rules, read_as, shown_as)


# ---- Text -----------------------------------------------------------------------------------------------------------


def _text_turns(text: pypdfium2.PdfTextPage) -> int | None:
    """The clockwise quarter turns that make most of the text upright; nothing for a page without text."""
    count = min(text.count_chars(), _ANGLES_LOOKED_AT)
    angles = (pdfium.FPDFText_GetCharAngle(text, index) for index in range(count))
    turns = Counter(round(-angle / (math.pi / 2)) % 4 for angle in angles if angle >= 0)
    return turns.most_common(1)[0][0] if turns else None


def _glyphs(text: pypdfium2.PdfTextPage, frame: Frame) -> Iterator[Glyph]:
    page = text.raw
    refuse_beyond("characters", text.count_chars(), MAX_CHARACTERS)
    for index in range(text.count_chars()):
        if pdfium.FPDFText_IsGenerated(page, index):  # blanks and line ends that PDFium thinks fit
            continue
        if _is_aslant(pdfium.FPDFText_GetCharAngle(page, index)):
            continue
        left, bottom, right, top = _char_box(page, index)
        corners = frame.upright(left, bottom), frame.upright(right, top)
        yield Glyph(_character(page, index), *box_around(*corners))


def _is_aslant(angle: float) -> bool:
    """Whether a glyph is printed across the page, as watermarks are; a scan may be a little askew."""
    turns = angle / (math.pi / 2)
    return abs(turns - round(turns)) > _ASKEW


def _char_box(page: ctypes.c_void_p, index: int) -> Box:
    """Left, bottom, right and top of a glyph's full height, in the file's coordinates."""
    left, bottom, right, top = ctypes.c_double(), ctypes.c_double(), ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharBox(page, index, left, right, bottom, top)
    full = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(page, index, full)
    size = max(right.value - left.value, top.value - bottom.value)
    x, y = (left.value + right.value) / 2, (bottom.value + top.value) / 2
    if full.left <= x <= full.right and full.bottom <= y <= full.top and full.top - full.bottom < max(_TALL, 3 * size):
        return full.left, full.bottom, full.right, full.top
    return x - size / 2, y - size / 2, x + size / 2, y + size / 2  # vertical fonts get boxes of a wrong size


def _character(page: ctypes.c_void_p, index: int) -> str:
    code = pdfium.FPDFText_GetUnicode(page, index)
    if code == _HYPHEN:
        return "-"
    if code in _NO_CHARACTERS or code > sys.maxunicode or pdfium.FPDFText_HasUnicodeMapError(page, index):
        return _UNMAPPED
    return chr(code)


# ---- Rules ----------------------------------------------------------------------------------------------------------


def _paths(page: pypdfium2.PdfPage) -> Iterator[tuple[ctypes.c_void_p, Matrix]]:
    """The paths, each with the matrix of what it is in; those inside forms too.

    Raises:
        UnreadableError: there are more shapes than the limit.
    """
    found = (pdfium.FPDFPage_GetObject(page, index) for index in range(pdfium.FPDFPage_CountObjects(page)))
    yield from _unfolded(found, UNCHANGED, _DEEPEST_FORM, count(1))


def _unfolded(
    found: Iterable[ctypes.c_void_p], around: Matrix, deepest: int, shapes: Iterator[int]
) -> Iterator[tuple[ctypes.c_void_p, Matrix]]:
    for part in found:
        refuse_beyond("shapes", next(shapes), MAX_PDF_SHAPES)
        kind = pdfium.FPDFPageObj_GetType(part)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield part, around
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and deepest > 0:
            size = pdfium.FPDFFormObj_CountObjects(part)
            inner = (pdfium.FPDFFormObj_GetObject(part, index) for index in range(size))
            yield from _unfolded(inner, _matrix(part).within(around), deepest - 1, shapes)


def _matrix(part: ctypes.c_void_p) -> Matrix:
    raw = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(part, raw)
    return Matrix(raw.a, raw.b, raw.c, raw.d, raw.e, raw.f)


def _rules(path: ctypes.c_void_p, around: Matrix, frame: Frame) -> Iterator[Rule]:
    """The straight horizontal and vertical lines of a path that is drawn."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    if not fill.value and not stroke.value:
        return
    matrix = _matrix(path).within(around)
    for points in _outlines(path):
        corners = [frame.upright(*matrix.moved(*point)) for point in points]
        ground = stroke.value == 0 and _is_thick(corners)
        for (x0, y0), (x1, y1) in pairwise(corners):
            if abs(x0 - x1) <= _STRAIGHT or abs(y0 - y1) <= _STRAIGHT:
                yield Rule(*box_around((x0, y0), (x1, y1)), ground)


def _is_thick(corners: list[Point]) -> bool:
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return max(across) - min(across) > _THIN and max(down) - min(down) > _THIN


def _outlines(path: ctypes.c_void_p) -> Iterator[list[Point]]:
    """The points of each part of a path; a closed part ends where it began."""
    points: list[Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    size = pdfium.FPDFPath_CountSegments(path)
    refuse_beyond("shapes", size, MAX_PDF_SHAPES)
    for index in range(size):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        points.append((x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points
