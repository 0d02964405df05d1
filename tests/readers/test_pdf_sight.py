"""Figures of a PDF file count as far as they are seen: not hidden, covered, cut off, struck out or over each other."""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import accumulate

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from parsing import read_report
from parsing.model import Problem, Source
from parsing.readers import pdf as reader
from tests.readers.documents import pdf, recognised, ruled, shape

WHITE, BLACK, BLUE = (1.0, 1.0, 1.0), (0.0, 0.0, 0.0), (0.1, 0.2, 0.5)
LEFT, BASE, DIGIT = 184.0, 686.0, 5.0  # of the second cell, and how wide a digit is in it
Draw = Callable[[Canvas], None]


def read(*draws: Draw) -> str:
    """What the second cell of a row reads when it is painted that way."""

    def page(canvas: Canvas) -> None:
        ruled(canvas, [["规章", "", "0"]])
        for draw in draws:
            canvas.saveState()
            canvas.setFont("Courier", DIGIT / 0.6)
            draw(canvas)
            canvas.restoreState()

    (grid,) = shape(reader.read(pdf(page)))
    assert isinstance(grid, list)
    return grid[0][1]


def text(
    digits: str, at: int = 0, colour: tuple[float, ...] = BLACK, *, invisible: bool = False, up: float = 0
) -> Draw:
    """Digits behind so many others."""

    def draw(canvas: Canvas) -> None:
        written = canvas.beginText(LEFT + DIGIT * at, BASE + up)
        written.setFillColorRGB(*colour)
        written.setTextRenderMode(3 if invisible else 0)
        written.textOut(digits)
        canvas.drawText(written)

    return draw


def box(colour: tuple[float, ...], at: int = 0, width: int = 4, alpha: float = 1) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(*colour)
        canvas.setFillAlpha(alpha)
        canvas.rect(LEFT + DIGIT * at, BASE - 3, DIGIT * width, 12, stroke=0, fill=1)

    return draw


def picture(mask: list[int] | None = None) -> Draw:
    def draw(canvas: Canvas) -> None:
        pixel = ImageReader(io.BytesIO(b"P6 1 1 255 \xff\xff\xff"))
        canvas.drawImage(pixel, LEFT, BASE - 3, 20, 12, mask=mask)

    return draw


# ---- Not seen -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "hidden", [text("7", 2, WHITE), text("7", 2, (0.97, 0.97, 0.97)), text("7", 2, invisible=True)]
)
def test_a_figure_that_cannot_be_seen_is_none(hidden: Draw) -> None:
    assert read(text("42"), hidden) == "42"
    assert read(hidden) == ""


def test_a_figure_that_shines_through_wholly_is_none() -> None:
    def clear(canvas: Canvas) -> None:
        canvas.setFillAlpha(0)
        canvas.drawString(LEFT + 2 * DIGIT, BASE, "7")

    assert read(text("42"), clear) == "42"


def test_the_colour_of_the_ground_tells_what_is_seen() -> None:
    assert read(box(BLUE), text("42", colour=WHITE), text("7", 2, BLUE)) == "42"
    assert read(text("42", colour=(0.6, 0.6, 0.6))) == "42"
    assert read(picture(), text("42", colour=WHITE)) == "42"  # what the image shows is not known


def test_a_figure_under_white_is_replaced_by_the_one_above() -> None:
    assert read(text("7", 2), box(WHITE, 2, 2), text("42")) == "42"
    assert read(text("77"), box(WHITE), text("42")) == "42"
    assert read(box(WHITE), text("42")) == "42"


def test_a_digit_that_stands_under_white_and_above_it_is_not_certain() -> None:
    assert read(text("43"), box(WHITE), text("42")) == "\ufffd2"  # PDFium gives one of the two 4 only


def test_a_figure_under_something_else_is_not_certain() -> None:
    assert read(text("42"), box(BLUE)) == "\ufffd\ufffd"
    assert read(text("42"), picture()) == "\ufffd\ufffd"


def test_a_figure_under_glass_is_seen() -> None:
    assert read(text("42"), box((1, 1, 0), alpha=0.3)) == "42"
    assert read(text("42"), picture(mask=[250, 255] * 3)) == "42"


def clipped(width: float, digits: str) -> Draw:
    def draw(canvas: Canvas) -> None:
        path = canvas.beginPath()
        path.rect(LEFT, BASE - 3, width, 12)
        canvas.clipPath(path, stroke=0, fill=0)
        canvas.drawString(LEFT, BASE, digits)

    return draw


@pytest.mark.parametrize(("width", "seen"), [(30, "427"), (10, "42\ufffd"), (0.5, "")])
def test_a_figure_that_is_cut_off_is_not_certain(width: float, seen: str) -> None:
    assert read(clipped(width, "427")) == seen


def test_text_outside_the_page_is_none() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setCropBox((0, 0, 300, 842))
        canvas.drawString(100, 700, "42")
        canvas.drawString(400, 700, "7")

    assert shape(reader.read(pdf(draw))) == ["42"]


def document(content: str, resources: str, catalog: str, *more: str) -> bytes:
    """A PDF file of one page, written by hand."""
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>{resources}>>>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *more,
    ]
    parts = ["%PDF-1.7\n", *(f"{number} 0 obj\n{part}\nendobj\n" for number, part in enumerate(objects, start=1))]
    *starts, end = accumulate(map(len, parts))
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    size = len(objects) + 1
    trailer = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{end}\n%%EOF"
    return ("".join(parts) + trailer).encode()


def test_a_layer_that_is_switched_off_is_not_seen() -> None:
    content = "".join(
        f"/OC /{layer} BDC BT /F 12 Tf {x} 100 Td ({digit}) Tj ET EMC "
        for layer, x, digit in (("On", 50, 4), ("Off", 56.7, 7), ("On", 80, 2))
    )
    layers = "/OCProperties<</OCGs[6 0 R 7 0 R]/D<</OFF[7 0 R]>>>>"
    groups = "<</Type/OCG/Name(on)>>", "<</Type/OCG/Name(off)>>"
    written = document(content, "/Properties<</On 6 0 R/Off 7 0 R>>", layers, *groups)
    assert shape(reader.read(written)) == ["4 2"]
    assert shape(reader.read(document(content, "/Properties<</On 6 0 R/Off 7 0 R>>", "", *groups))) == ["47 2"]


# ---- Recognised on a scan -------------------------------------------------------------------------------------------


def told(content: bytes) -> list[Problem]:
    return [problem for problem in read_report(Source("a.pdf", content)).problems if problem.code == "text-recognised"]


def test_figures_recognised_on_a_scan_are_read_and_named() -> None:
    (problem,) = told(recognised(["永修县演示应急管理局2023年报告", "第二十条第（六）项", "行政处罚 42", "行政强制 7"]))
    assert problem.cells == ("proactive.penalties.decisions", "proactive.coercion.decisions")
    assert (problem.place and problem.place.page, problem.values["page"], problem.values["found"]) == (1, 1, 2)


def test_figures_under_the_image_of_a_page_are_recognised_too() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(100, 700, "42")
        canvas.drawImage(ImageReader(io.BytesIO(b"P6 1 1 255 \xff\xff\xff")), 0, 0, 595, 842)

    document = reader.read(pdf(draw))
    assert shape(document) == ["42"]
    assert [problem.code for problem in document.problems] == ["text-recognised"]


def test_a_page_of_text_beside_an_image_is_not_recognised() -> None:
    def draw(canvas: Canvas) -> None:
        picture()(canvas)
        canvas.drawString(100, 700, "42")

    assert reader.read(pdf(draw)).problems == ()


# ---- Struck out, over each other, over the edge ---------------------------------------------------------------------


def line(left: float, right: float, up: float) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setLineWidth(0.4)
        canvas.line(LEFT + DIGIT * left, BASE + up, LEFT + DIGIT * right, BASE + up)

    return draw


def test_a_figure_that_is_struck_out_is_none() -> None:
    assert read(text("77"), line(-0.1, 2.1, 2.5), text("42", 2)) == "42"
    assert read(text("77"), lambda canvas: canvas.rect(LEFT, BASE + 2.4, 10, 0.4, stroke=0, fill=1)) == ""


def test_a_line_under_a_figure_strikes_nothing() -> None:
    assert read(text("42"), line(0, 2, -1)) == "42"


def test_a_figure_that_a_longer_line_goes_through_is_not_certain() -> None:
    assert read(text("42", 2), line(0, 9, 2.5)) == "\ufffd\ufffd"


@pytest.mark.parametrize(
    ("second", "seen"),
    [
        (text("7", 1), "47"),
        (text("7"), "4\ufffd"),
        (text("4"), "4"),
        (text("7", 1, up=2), "4\ufffd"),
        (text("7", 1, up=-2), "4\ufffd"),
    ],
)
def test_two_figures_over_each_other_are_not_certain(second: Draw, seen: str) -> None:
    assert read(text("4"), second) == seen


@pytest.mark.parametrize(("angle", "seen"), [(0, "42"), (90, "\ufffd"), (180, "\ufffd\ufffd"), (-90, "\ufffd")])
def test_a_figure_printed_on_its_side_or_upside_down_is_not_certain(angle: int, seen: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(LEFT + 20, BASE + 4)
        canvas.rotate(angle)
        canvas.drawString(0, 0, "42")

    assert set(read(draw).replace("\n", "")) == set(seen)


def test_a_size_below_zero_on_a_turned_page_is_upright() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.scale(-1, -1)
        canvas.setFont("Helvetica", -10)
        canvas.drawString(-100, -700, "42")

    assert shape(reader.read(pdf(draw))) == ["42"]


@pytest.mark.parametrize(("shift", "seen"), [(0, ["427", "0"]), (66, ["42\ufffd", "\ufffd7 0"])])
def test_a_figure_that_reaches_into_the_next_cell_is_certain_in_neither(shift: float, seen: list[str]) -> None:
    def draw(canvas: Canvas) -> None:
        ruled(canvas, [["规章", "", ""]])
        canvas.setFont("Courier", DIGIT / 0.6)
        canvas.drawString(LEFT + shift, BASE, "427")
        canvas.drawString(LEFT + 90, BASE, "0")

    assert shape(reader.read(pdf(draw))) == [[["规章", *seen]]]
