"""What of a PDF page's figures can be seen: not those in the colour of their ground, covered, cut off or switched off.

A text that is printed invisibly over the image of a page is what a program has recognised on a scan.
"""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import Enum
from typing import Final, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from parsing.readers.pdf_geometry import UNCHANGED, Box, Frame, Matrix, box_around
from parsing.readers.pdf_objects import Part, address, is_glassy, matrix_of

Colour = tuple[int, int, int]

_WHITE: Final[Colour] = (255, 255, 255)
_ALIKE: Final = 26  # of 255 in each of red, green and blue: what differs less cannot be told apart
_CLEAR: Final = 26  # of 255: a colour that covers less is not seen
_INVISIBLE: Final = frozenset({pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP})
_OUTLINED: Final = frozenset({pdfium.FPDF_TEXTRENDERMODE_STROKE, pdfium.FPDF_TEXTRENDERMODE_STROKE_CLIP})
_BAND: Final = 24.0  # points
_FAR: Final = 15_000.0  # points; no page is as large
_WHOLE_PAGE: Final = 0.5  # of the page's area: an image as large is a scan
_LAYER: Final = "OC"
_LONGEST_NAME: Final = 16  # characters of a mark's name that are looked at
_PIXELS: Final = 2400  # of the longer side of a page's picture
_CORNERS_OF_BOX: Final = frozenset({4, 5})  # a path may end where it began


class Sight(Enum):
    """How much of a glyph is seen."""

    WHOLE = "whole"
    MARRED = "marred"  # something else is seen in its place
    NONE = "none"
    DOUBTFUL = "doubtful"  # as none, but the same character may be printed there again


class Ground(NamedTuple):
    """A filled box or an image. ``colour`` is None where it is not one, ``covers`` tells that nothing shines through.

    ``handle`` is that of an image, of which only its own pixels tell whether they do.
    """

    box: Box
    order: int
    colour: Colour | None
    covers: bool
    handle: ctypes.c_void_p | None = None


class _Ink(NamedTuple):
    """How one piece of text is painted."""

    key: int
    order: int
    colour: Colour | None
    invisible: bool
    layered: bool  # in a layer that may be switched off
    clip: Box | None


def filled(part: Part, box: Box) -> Ground:
    """The ground that a filled box is."""
    colour, strength = _fill(part.handle)
    covers = not part.glassy and strength == _WHITE[0] and not is_glassy(part.handle)
    return Ground(box, part.order, colour if covers else None, covers)


def image(part: Part, frame: Frame) -> Ground:
    """The ground that an image or a shading is."""
    matrix = matrix_of(part.handle).within(part.around)
    corners = (matrix.moved(x, y) for x in (0, 1) for y in (0, 1))
    if part.kind != pdfium.FPDF_PAGEOBJ_IMAGE:
        return Ground(_around(frame.upright(*corner) for corner in _bounds(part)), part.order, None, covers=False)
    covers = not part.glassy and not is_glassy(part.handle)
    return Ground(_around(frame.upright(*corner) for corner in corners), part.order, None, covers, part.handle)


def _bounds(part: Part) -> Iterator[tuple[float, float]]:
    left, bottom, right, top = ctypes.c_float(), ctypes.c_float(), ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPageObj_GetBounds(part.handle, left, bottom, right, top)
    return (part.around.moved(x, y) for x in (left.value, right.value) for y in (bottom.value, top.value))


def _around(points: Iterable[tuple[float, float]]) -> Box:
    across, down = zip(*points, strict=True)
    return min(across), min(down), max(across), max(down)


def _fill(handle: ctypes.c_void_p) -> tuple[Colour | None, int]:
    """The colour of an object, if it is a plain one, and how strongly it covers."""
    red, green, blue, strength = ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint()
    if not pdfium.FPDFPageObj_GetFillColor(handle, red, green, blue, strength):
        return None, _WHITE[0]
    return (red.value, green.value, blue.value), strength.value


def _alike(one: Colour, other: Colour) -> bool:
    return abs(one[0] - other[0]) < _ALIKE and abs(one[1] - other[1]) < _ALIKE and abs(one[2] - other[2]) < _ALIKE


class _Picture:
    """A page in grey pixels."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._scale = _PIXELS / max(page.get_size())
        bitmap = page.render(scale=self._scale, grayscale=True, may_draw_forms=False)
        self._pixels, self._stride, self._height = bytes(bitmap.buffer), bitmap.stride, bitmap.height

    def shows(self, box: Box) -> bool:
        """Whether anything is painted in a box of the page as it is shown."""
        left, top, right, bottom = (max(int(edge * self._scale), 0) for edge in box)
        starts = (row * self._stride for row in range(top, min(bottom + 1, self._height)))
        shades = {shade for start in starts for shade in self._pixels[start + left : start + right + 1]}
        return bool(shades) and max(shades) - min(shades) >= _ALIKE


class Watch:
    """Looks at the glyphs of one page, in the order of its text."""

    def __init__(
        self, page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, parts: Iterable[Part], frame: Frame
    ) -> None:
        self.recognised = False
        self._page, self._text, self._frame = page, text, frame
        self._texts = {address(part.handle): part for part in parts}
        self._bands: dict[int, list[tuple[float, float, float, float, Ground]]] = defaultdict(list)
        self._inks: dict[int, _Ink] = {}
        self._glassy: dict[int, bool] = {}
        self._seen_before = (0, -1)
        self._picture: _Picture | None = None
        self._printed: dict[int, list[tuple[Box, Part]]] = {}

    def lay(self, grounds: Iterable[Ground]) -> None:
        """Take in the grounds of the page, in the order in which they are painted."""
        for ground in grounds:
            for band in _bands(ground.box):
                self._bands[band].append((*ground.box, ground))

    def sight(self, index: int, x: float, y: float) -> Sight:
        """How much is seen of the glyph of that index, whose middle is there."""
        handle = pdfium.FPDFText_GetTextObject(self._text.raw, index)
        if not handle:
            return Sight.WHOLE
        ink = self._ink(handle)
        if ink.clip is not None and not _holds(ink.clip, x, y):
            return Sight.MARRED if self._seen_before == (ink.key, index - 1) else Sight.NONE
        if ink.layered and not self._is_painted(index):
            return Sight.NONE
        sight = self._on_grounds(ink, x, y)
        if sight is Sight.WHOLE:
            self._seen_before = (ink.key, index)
        elif sight is Sight.NONE and self._is_printed_over(ink, x, y):
            return Sight.DOUBTFUL
        return sight

    def _is_printed_over(self, ink: _Ink, x: float, y: float) -> bool:
        """Whether another text is seen there. Where both have the same character, PDFium gives one of them only."""
        if not self._printed:
            for part in self._texts.values():
                box = _around(self._frame.upright(*corner) for corner in _bounds(part))
                for band in _bands(box):
                    self._printed.setdefault(band, []).append((box, part))
        there = [part for box, part in self._printed.get(int(y // _BAND), ()) if _holds(box, x, y)]
        others = [self._ink(part.handle) for part in there if address(part.handle) != ink.key]
        return any(self._on_grounds(other, x, y) is Sight.WHOLE for other in others)

    def _is_painted(self, index: int) -> bool:
        """Whether a picture of the page, on which layers are as a viewer shows them, has anything in a glyph's box."""
        if self._picture is None:
            self._picture = _Picture(self._page)
        shown_as = replace(self._frame, turns=self._page.get_rotation() // 90 % 4)
        left, bottom, right, top = self._text.get_charbox(index)
        return self._picture.shows(box_around(shown_as.upright(left, bottom), shown_as.upright(right, top)))

    def _on_grounds(self, ink: _Ink, x: float, y: float) -> Sight:
        colour: Colour | None = _WHITE
        on_image = False
        for left, top, right, bottom, ground in self._bands.get(int(y // _BAND), ()):
            if not (left <= x <= right and top <= y <= bottom):
                continue
            on_image = on_image or ground.handle is not None
            if ground.order < ink.order:
                colour = ground.colour
            elif not ink.invisible and self._covers(ground):
                return self._below(ground)
        if ink.invisible:
            self.recognised = self.recognised or on_image
            return Sight.WHOLE if on_image else Sight.NONE
        unseen = ink.colour is not None and colour is not None and _alike(ink.colour, colour)
        return Sight.NONE if unseen else Sight.WHOLE

    def _below(self, above: Ground) -> Sight:
        """What is seen of a glyph under something: nothing on white, and under a scan what was recognised on it."""
        if above.handle is None:
            return Sight.NONE if above.colour is not None and _alike(above.colour, _WHITE) else Sight.MARRED
        left, top, right, bottom = above.box
        if (right - left) * (bottom - top) < _WHOLE_PAGE * self._frame.width * self._frame.height:
            return Sight.MARRED
        self.recognised = True
        return Sight.WHOLE

    def _covers(self, ground: Ground) -> bool:
        if not ground.covers or ground.handle is None:
            return ground.covers
        key = address(ground.handle)
        if key not in self._glassy:
            self._glassy[key] = _has_clear_pixels(self._page, ground.handle)
        return not self._glassy[key]

    def _ink(self, handle: ctypes.c_void_p) -> _Ink:
        key = address(handle)
        if key not in self._inks:
            part = self._texts.get(key)
            around, order = (part.around, part.order) if part else (UNCHANGED, 0)
            mode = pdfium.FPDFTextObj_GetTextRenderMode(handle)
            colour, strength = _fill(handle)
            invisible = mode in _INVISIBLE or (strength < _CLEAR and mode not in _OUTLINED)
            colour = None if mode in _OUTLINED else colour
            clip = _clip(handle, around, self._frame)
            self._inks[key] = _Ink(key, order, colour, invisible, _is_layered(handle), clip)
        return self._inks[key]


def _is_layered(handle: ctypes.c_void_p) -> bool:
    count = pdfium.FPDFPageObj_CountMarks(handle)
    return count > 0 and any(_name(pdfium.FPDFPageObj_GetMark(handle, index)) == _LAYER for index in range(count))


def _name(mark: ctypes.c_void_p) -> str:
    buffer, size = (ctypes.c_ushort * _LONGEST_NAME)(), ctypes.c_ulong()
    pdfium.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), size)
    return bytes(buffer)[: max(size.value - 2, 0)].decode("utf-16-le", "ignore")


def _bands(box: Box) -> range:
    """The bands of the page that a box reaches into; nothing reaches far outside the page."""
    top, bottom = (min(max(level, -_FAR), _FAR) for level in (box[1], box[3]))
    return range(int(top // _BAND), int(bottom // _BAND) + 1)


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _clip(handle: ctypes.c_void_p, around: Matrix, frame: Frame) -> Box | None:
    """The box that an object is cut off at, if any."""
    clip = pdfium.FPDFPageObj_GetClipPath(handle)
    count = pdfium.FPDFClipPath_CountPaths(clip)
    box: Box | None = None
    for index in range(count):
        corners = _corners(clip, index)
        if around is not UNCHANGED:
            corners = [around.moved(*corner) for corner in corners]
        if corners:
            cut = _around([frame.upright(*corner) for corner in corners])
            box = cut if box is None else _both(box, cut)
    return box


def _both(one: Box, other: Box) -> Box:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def _corners(clip: ctypes.c_void_p, path: int) -> list[tuple[float, float]]:
    """The corners of a path, of a box only two that are opposite."""
    x, y = ctypes.c_float(), ctypes.c_float()
    size = pdfium.FPDFClipPath_CountPathSegments(clip, path)
    corners = []
    for number in (0, 2) if size in _CORNERS_OF_BOX else range(size):
        pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(clip, path, number), x, y)
        corners.append((x.value, y.value))
    return corners


def _has_clear_pixels(page: pypdfium2.PdfPage, handle: ctypes.c_void_p) -> bool:
    """Whether anything shines through an image."""
    bitmap = pdfium.FPDFImageObj_GetRenderedBitmap(page.pdf.raw, page.raw, handle)
    if not bitmap:
        return True
    try:
        if pdfium.FPDFBitmap_GetFormat(bitmap) != pdfium.FPDFBitmap_BGRA:
            return False
        size = pdfium.FPDFBitmap_GetStride(bitmap) * pdfium.FPDFBitmap_GetHeight(bitmap)
        return min(ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), size)[3::4], default=0) < _WHITE[0]
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
