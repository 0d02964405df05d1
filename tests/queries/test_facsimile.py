from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from data.queries.facsimile import facsimile
from parsing.model import UnreadableError

BOX = (100.0, 300.0, 160.0, 320.0)
RED = (255, 0, 0)


def document() -> bytes:
    target = BytesIO()
    canvas = Canvas(target, pagesize=(400, 800))
    canvas.drawString(110, 800 - 315, "12")
    canvas.save()
    return target.getvalue()


def opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("RGB")


def test_the_figure_is_boxed_on_the_whole_page() -> None:
    page = opened(facsimile(document(), 1, BOX, "#FF0000", whole=True))
    assert page.size == (800, 1600)
    assert page.getpixel((198, 620)) == RED
    colours = page.crop((210, 610, 310, 630)).getcolors()
    assert colours is not None
    assert RED not in {colour for _, colour in colours}
    assert len(colours) > 1, "the figure itself is not covered"


def test_the_part_around_the_figure_is_as_wide_as_the_page() -> None:
    part = opened(facsimile(document(), 1, BOX, "#FF0000", whole=False))
    assert part.width == 800
    assert 400 < part.height < 700


def test_a_page_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnreadableError):
        facsimile(document(), 2, BOX, "#FF0000", whole=True)


def test_a_damaged_document_is_refused() -> None:
    with pytest.raises(UnreadableError):
        facsimile(b"%PDF-1.4 broken", 1, BOX, "#FF0000", whole=True)
