"""The page of a PDF report as a picture, with one figure boxed."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import Final

import pypdfium2
from PIL import Image, ImageDraw
from pypdfium2 import raw

from parsing.model import Problem, UnreadableError
from parsing.readers.pdf import ONE_AT_A_TIME, opened

Box = tuple[float, float, float, float]  # in PDF points from the page's top left corner

_SCALE: Final = 2.0  # pixels for each PDF point: sharp on an office screen
_AROUND: Final = 130.0  # points shown above and below the figure, where not the whole page is
_AIR: Final = 1.5  # points between the figure's cell and the box
_LINE: Final = 5  # pixels
_KEPT: Final = 16  # pictures, of about 200 KB each
_DAMAGED: Final = Problem(code="file-damaged", values={"format": "PDF"})


@lru_cache(maxsize=_KEPT)
def facsimile(content: bytes, page: int, box: Box, colour: str, *, whole: bool) -> bytes:
    """A page, counted from 1, or the part of it around a figure, as PNG.

    Raises:
        UnreadableError: the document cannot be opened, or has no such page.
    """
    picture = _rendered(content, page)
    left, top, right, bottom = (
        round((edge + air) * _SCALE) for edge, air in zip(box, (-_AIR, -_AIR, _AIR, _AIR), strict=True)
    )
    ImageDraw.Draw(picture).rectangle((left, top, right, bottom), outline=colour, width=_LINE)
    if not whole:
        around = round(_AROUND * _SCALE)
        picture = picture.crop((0, max(0, top - around), picture.width, min(picture.height, bottom + around)))
    target = BytesIO()
    picture.save(target, "PNG")
    return target.getvalue()


@lru_cache(maxsize=_KEPT)
def borrows_fonts(content: bytes, page: int) -> bool:
    """Whether letters of a page are drawn with fonts of this machine, since the file does not hold them.

    Raises:
        UnreadableError: the document cannot be opened, or has no such page.
    """
    with ONE_AT_A_TIME, opened(content) as pdf:
        if not 1 <= page <= len(pdf):
            raise UnreadableError(_DAMAGED)
        texts = pdf[page - 1].get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,), max_depth=2)
        return any(raw.FPDFFont_GetIsEmbedded(raw.FPDFTextObj_GetFont(text)) == 0 for text in texts)


def _rendered(content: bytes, page: int) -> Image.Image:
    with ONE_AT_A_TIME, opened(content) as pdf:
        if not 1 <= page <= len(pdf):
            raise UnreadableError(_DAMAGED)
        try:
            picture: Image.Image = pdf[page - 1].render(scale=_SCALE).to_pil()
        except pypdfium2.PdfiumError as error:
            raise UnreadableError(_DAMAGED) from error
    return picture.convert("RGB")
