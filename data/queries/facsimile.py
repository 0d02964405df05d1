"""The page of a PDF report as a picture, with one figure boxed."""

from __future__ import annotations

from io import BytesIO
from math import sqrt
from typing import Final

import pypdfium2
from PIL import Image, ImageDraw
from pypdfium2 import raw

from data.queries.lately import Lately
from data.queries.original import Original
from parsing.model import UnreadableError
from parsing.readers.pdf import DAMAGED, ONE_AT_A_TIME, opened
from parsing.readers.pdf_geometry import Box

_SCALE: Final = 2.0  # pixels for each PDF point: sharp on an office screen
_AROUND: Final = 130.0  # points shown above and below the figure, where not the whole page is
_AIR: Final = 1.5  # points between the figure's cell and the box
_LINE: Final = 2.5  # points
_PIXELS: Final = 8_000_000  # of a page's picture, which take 80 MB while it is drawn; A3 has half of them
_KEPT: Final = 16  # pictures: of a page of text with 100 to 500 KB, of a photographed one with a few MB

_PICTURES: Final[Lately[bytes]] = Lately(_KEPT)
_BORROWED: Final[Lately[bool]] = Lately(_KEPT)


def facsimile(original: Original, page: int, box: Box, colour: str, *, whole: bool) -> bytes:
    """A page, counted from 1, or the part of it around a figure, as PNG. A very large page is drawn smaller.

    Raises:
        UnreadableError: the document cannot be opened, or has no such page.
    """
    key = (original.sha256, page, box, colour, whole)
    return _PICTURES.get(key, lambda: _drawn(original.content, page, box, colour, whole=whole))


def borrows_fonts(original: Original, page: int) -> bool:
    """Whether letters of a page are drawn with fonts of this machine, since the file does not hold them.

    Raises:
        UnreadableError: the document cannot be opened, or has no such page.
    """
    return _BORROWED.get((original.sha256, page), lambda: _has_foreign_letters(original.content, page))


def _drawn(content: bytes, page: int, box: Box, colour: str, *, whole: bool) -> bytes:
    picture, scale = _rendered(content, page)
    left, top, right, bottom = (
        round((edge + air) * scale) for edge, air in zip(box, (-_AIR, -_AIR, _AIR, _AIR), strict=True)
    )
    width = max(1, round(_LINE * scale))
    ImageDraw.Draw(picture).rectangle((left, top, right, bottom), outline=colour, width=width)
    if not whole:
        around = round(_AROUND * scale)
        picture = picture.crop((0, max(0, top - around), picture.width, min(picture.height, bottom + around)))
    target = BytesIO()
    picture.save(target, "PNG")
    return target.getvalue()


def _rendered(content: bytes, page: int) -> tuple[Image.Image, float]:
    """A page's picture, and how many pixels it has for each PDF point."""
    with ONE_AT_A_TIME, opened(content) as pdf:
        try:
            shown = _page(pdf, page)
            width, height = shown.get_size()
            scale = min(_SCALE, sqrt(_PIXELS / max(width * height, 1.0)))
            picture: Image.Image = shown.render(scale=scale).to_pil()
        except pypdfium2.PdfiumError as error:
            raise UnreadableError(DAMAGED) from error
    return picture.convert("RGB"), scale


def _page(pdf: pypdfium2.PdfDocument, number: int) -> pypdfium2.PdfPage:
    if not 1 <= number <= len(pdf):
        raise UnreadableError(DAMAGED)
    return pdf[number - 1]


def _has_foreign_letters(content: bytes, page: int) -> bool:
    with ONE_AT_A_TIME, opened(content) as pdf:
        texts = _page(pdf, page).get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,), max_depth=2)
        return any(raw.FPDFFont_GetIsEmbedded(raw.FPDFTextObj_GetFont(text)) == 0 for text in texts)
