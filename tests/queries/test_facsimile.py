from __future__ import annotations

from hashlib import sha256
from io import BytesIO

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from data.queries import facsimile as module
from data.queries.facsimile import facsimile
from data.queries.original import Original
from parsing.model import UnreadableError

BOX = (100.0, 300.0, 160.0, 320.0)
RED = (255, 0, 0)


def document(*, scale: float = 1) -> Original:
    """A page of 400 × 800 points with a figure in the box, all of it so many times as large."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=(400 * scale, 800 * scale))
    canvas.scale(scale, scale)
    canvas.drawString(110, 800 - 315, "12")
    canvas.save()
    return known(target.getvalue())


def known(content: bytes) -> Original:
    return Original(name="report.pdf", content=content, sha256=sha256(content).hexdigest())


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


def test_a_page_as_large_as_a_wall_is_drawn_smaller_with_its_box_in_place() -> None:
    box = (1000.0, 3000.0, 1600.0, 3200.0)
    page = opened(facsimile(document(scale=10), 1, box, "#FF0000", whole=True))
    assert 7_900_000 < page.width * page.height < 8_100_000
    assert page.width / page.height == pytest.approx(0.5, abs=0.001)
    middle = round(page.height * 310 / 800)
    found = [place for place in range(page.width) if page.getpixel((place, middle)) == RED]
    assert (min(found) / page.width, max(found) / page.width) == pytest.approx((100 / 400, 160 / 400), abs=0.005)
    part = opened(facsimile(document(scale=10), 1, box, "#FF0000", whole=False))
    assert RED in {colour for _, colour in part.getcolors(1 << 24) or ()}


def test_a_picture_that_is_kept_is_found_by_the_sum_of_its_document(monkeypatch: pytest.MonkeyPatch) -> None:
    one = document()
    first = facsimile(one, 1, BOX, "#00FF00", whole=True)
    monkeypatch.setattr(module, "opened", lambda _: pytest.fail("drawn again"))
    again = Original(name="again.pdf", content=bytes(bytearray(one.content)), sha256=one.sha256)
    assert facsimile(again, 1, BOX, "#00FF00", whole=True) is first


def test_the_part_around_the_figure_is_as_wide_as_the_page() -> None:
    part = opened(facsimile(document(), 1, BOX, "#FF0000", whole=False))
    assert part.width == 800
    assert 400 < part.height < 700


def test_a_page_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnreadableError):
        facsimile(document(), 2, BOX, "#FF0000", whole=True)


def test_a_damaged_document_is_refused() -> None:
    with pytest.raises(UnreadableError):
        facsimile(known(b"%PDF-1.4 broken"), 1, BOX, "#FF0000", whole=True)
