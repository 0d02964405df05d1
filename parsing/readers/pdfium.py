"""What stands on a PDF page: glyphs and rules with their positions, as PDFium reads them.

All positions are in PDF points from the page's top left corner, with the page turned so that its text is upright.
"""

from __future__ import annotations

import ctypes
import math
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import compress, pairwise
from typing import Final, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from parsing.limits import MAX_CHARACTERS, MAX_PDF_SHAPES, refuse_beyond
from parsing.model import UNCERTAIN
from parsing.readers.pdf_geometry import UNCHANGED, Box, Frame, Point, box_around
from parsing.readers.pdf_objects import Part, matrix_of, parts_of
from parsing.readers.pdf_sight import Ground, Sight, Watch, filled, image

_NO_CHARACTERS: Final = frozenset({0, *range(0xD800, 0xE000)})
_HYPHEN: Final = 0x02  # how PDFium tells a hyphen at the end of a line
SIGNS: Final = frozenset("+-−—–")
OF_FIGURES: Final = SIGNS | frozenset(
    "0123456789０１２３４５６７８９.,，．%元万"
)  # only of them is asked how they look
_QUARTER: Final = math.pi / 2
_ASKEW: Final = 0.15  # of a quarter turn
_ANGLES_LOOKED_AT: Final = 200  # glyphs
_SAME_PLACE: Final = 0.5  # of a glyph's width and height
_TALL: Final = 40.0  # points; no text of a report is set larger
_STRAIGHT: Final = 0.5  # points by which a rule may be off the horizontal or vertical
_THIN: Final = 3.0  # points; a filled box that is thicker both ways is a background, not a rule
_MOST_CORNERS_OF_BOX: Final = 6  # the first may be there again


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
    recognised: bool  # its text is what a program has recognised on a scan

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
    rules: list[Rule] = []
    grounds: list[Ground] = []
    texts: list[Part] = []
    for part in parts_of(page):
        if part.kind == pdfium.FPDF_PAGEOBJ_TEXT:
            texts.append(part)
        elif part.kind == pdfium.FPDF_PAGEOBJ_PATH:
            _take_path(part, read_as, rules, grounds)
        else:
            grounds.append(image(part, read_as))
    watch = Watch(page, text, texts, read_as)
    watch.lay(grounds)
    glyphs = tuple(_glyphs(text, read_as, watch))
    return PageContent(glyphs, tuple(rules), read_as, shown_as, watch.recognised)


# ---- Text -----------------------------------------------------------------------------------------------------------


def _text_turns(text: pypdfium2.PdfTextPage) -> int | None:
    """The clockwise quarter turns that make most of the text upright; nothing for a page without text."""
    count = min(text.count_chars(), _ANGLES_LOOKED_AT)
    angles = ((index, pdfium.FPDFText_GetCharAngle(text, index)) for index in range(count))
    turns = Counter(_turns(text.raw, index, angle) for index, angle in angles if angle >= 0)
    return turns.most_common(1)[0][0] if turns else None


def _turns(page: ctypes.c_void_p, index: int, angle: float) -> int:
    """The clockwise quarter turns that make a glyph upright; a size below zero turns it by two."""
    turns = round(-angle / _QUARTER) % 4
    if turns and pdfium.FPDFText_GetFontSize(page, index) < 0:
        return (turns + 2) % 4
    return turns


def _glyphs(text: pypdfium2.PdfTextPage, frame: Frame, watch: Watch) -> list[Glyph]:
    page = text.raw
    glyphs: list[Glyph] = []
    doubtful: list[Glyph] = []
    refuse_beyond("characters", text.count_chars(), MAX_CHARACTERS)
    width, height, turned = frame.width, frame.height, frame.turns
    char_box = _char_boxes(page)
    for index in range(text.count_chars()):
        if pdfium.FPDFText_IsGenerated(page, index):  # blanks and line ends that PDFium thinks fit
            continue
        angle = pdfium.FPDFText_GetCharAngle(page, index)
        if angle and _is_aslant(angle):
            continue
        x0, top, x1, bottom = frame.upright_box(*char_box(index))
        x, y = (x0 + x1) / 2, (top + bottom) / 2
        if not (0 <= x <= width and 0 <= y <= height):
            continue
        character = _character(page, index)
        if character in OF_FIGURES:
            sight = watch.sight(index, x, y)
            if sight is Sight.NONE:
                continue
            if sight is not Sight.WHOLE or ((angle or turned) and _turns(page, index, angle) != turned):
                character = UNCERTAIN
            if sight is Sight.DOUBTFUL:
                doubtful.append(Glyph(character, x0, top, x1, bottom))
                continue
        glyphs.append(Glyph(character, x0, top, x1, bottom))
    glyphs.extend(glyph for glyph in doubtful if not any(_is_there(glyph, other) for other in glyphs))
    return glyphs


def _is_there(glyph: Glyph, other: Glyph) -> bool:
    """Whether another glyph is printed in the place of a glyph."""
    return abs(glyph.x0 - other.x0) < _SAME_PLACE * (glyph.x1 - glyph.x0) and abs(
        glyph.top - other.top
    ) < _SAME_PLACE * (glyph.bottom - glyph.top)


def _is_aslant(angle: float) -> bool:
    """Whether a glyph is printed across the page, as watermarks are; a scan may be a little askew."""
    turns = angle / _QUARTER
    return abs(turns - round(turns)) > _ASKEW


def _char_boxes(page: ctypes.c_void_p) -> Callable[[int], Box]:
    """What gives left, bottom, right and top of a glyph's full height, in the file's coordinates."""
    left, bottom, right, top = ctypes.c_double(), ctypes.c_double(), ctypes.c_double(), ctypes.c_double()
    full = pdfium.FS_RECTF()

    def char_box(index: int) -> Box:
        pdfium.FPDFText_GetCharBox(page, index, left, right, bottom, top)
        pdfium.FPDFText_GetLooseCharBox(page, index, full)
        x0, y0, x1, y1 = left.value, bottom.value, right.value, top.value
        low_x, low_y, high_x, high_y = full.left, full.bottom, full.right, full.top
        size = max(x1 - x0, y1 - y0)
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        if low_x <= x <= high_x and low_y <= y <= high_y and high_y - low_y < max(_TALL, 3 * size):
            return low_x, low_y, high_x, high_y
        return x - size / 2, y - size / 2, x + size / 2, y + size / 2  # vertical fonts get boxes of a wrong size

    return char_box


def _character(page: ctypes.c_void_p, index: int) -> str:
    code = pdfium.FPDFText_GetUnicode(page, index)
    if code == _HYPHEN:
        return "-"
    if code in _NO_CHARACTERS or code > sys.maxunicode or pdfium.FPDFText_HasUnicodeMapError(page, index):
        return UNCERTAIN
    return chr(code)


# ---- Rules ----------------------------------------------------------------------------------------------------------


def _take_path(part: Part, frame: Frame, rules: list[Rule], grounds: list[Ground]) -> None:
    """Add the straight horizontal and vertical lines of a path that is drawn, and the box that it fills."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(part.handle, fill, stroke)
    if not fill.value and not stroke.value:
        return
    matrix = matrix_of(part.handle).within(part.around)
    for points in _outlines(part.handle):
        moved = points if matrix == UNCHANGED else [matrix.moved(*point) for point in points]
        corners = [frame.upright(*point) for point in moved]
        thick = fill.value != 0 and _is_thick(corners)
        straight = [_is_straight(*side) for side in pairwise(corners)]
        for (x0, y0), (x1, y1) in compress(pairwise(corners), straight):
            rules.append(Rule(*box_around((x0, y0), (x1, y1)), ground=thick and stroke.value == 0))
        if thick and all(straight) and len(points) <= _MOST_CORNERS_OF_BOX:
            grounds.append(filled(part, box_around(corners[0], corners[2])))


def _is_straight(start: Point, end: Point) -> bool:
    return abs(start[0] - end[0]) <= _STRAIGHT or abs(start[1] - end[1]) <= _STRAIGHT


def _is_thick(corners: list[Point]) -> bool:
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return max(across) - min(across) > _THIN and max(down) - min(down) > _THIN


def _outlines(path: ctypes.c_void_p) -> Iterator[list[Point]]:
    """The points of each part of a path; a closed part ends where it began."""
    points: list[Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    size = pdfium.FPDFPath_CountSegments(path)
    refuse_beyond("shapes", size, MAX_PDF_SHAPES)
    last: ctypes.c_void_p | None = None
    for index in range(size):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            yield from _whole(points, last)
            points = []
        points.append((x.value, y.value))
        last = segment
    yield from _whole(points, last)


def _whole(points: list[Point], last: ctypes.c_void_p | None) -> Iterator[list[Point]]:
    """A part of a path, if it is more than a point; only behind its last point can it be closed."""
    if points and last is not None and pdfium.FPDFPathSegment_GetClose(last):
        points.append(points[0])
    if len(points) > 1:
        yield points
