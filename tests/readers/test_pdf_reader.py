"""PDF files give lines and ruled tables with the box of every figure."""

from __future__ import annotations

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from parsing.model import Paragraph, UnreadableError
from parsing.readers import pdf as reader
from tests.readers.documents import SONG, grids, lefts, pdf, ruled, shape, written

ROWS = [["项目", "自然人", "企业"], ["新收", "12", "0"], ["结转", "", "345"]]


def test_lines_and_tables_keep_their_order() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(100, 600, "四、复议")
        canvas.drawString(100, 750, "三、申请")
        ruled(canvas, ROWS)

    assert shape(reader.read(pdf(draw))) == ["三、申请", ROWS, "四、复议"]


def test_a_watermark_across_the_page_is_no_part_of_a_cell() -> None:
    def draw(canvas: Canvas) -> None:
        ruled(canvas, ROWS)
        canvas.saveState()
        canvas.translate(120, A4[1] - 690)
        canvas.rotate(35)
        canvas.drawString(0, 0, "2024 135 79 2024")
        canvas.restoreState()

    assert shape(reader.read(pdf(draw))) == [ROWS]


def test_every_cell_tells_where_it_is_printed() -> None:
    (grid,) = grids(reader.read(pdf(lambda canvas: ruled(canvas, ROWS))))
    place = grid.rows[1][1].place
    assert (place.page, place.table, place.row, place.column) == (1, 1, 2, 2)
    assert place.bbox == pytest.approx((180, A4[1] - 680, 260, A4[1] - 660), abs=0.2)


def test_merged_cells_keep_the_true_columns() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.grid([100, 200, 300, 400], [600, 620])
        canvas.lines([(100, 640, 100, 600), (200, 640, 200, 600), (400, 640, 400, 600), (100, 640, 400, 640)])
        canvas.drawString(110, 626, "项目")
        canvas.drawString(210, 626, "申请人")
        for x, text in ((110, "新收"), (210, "1"), (310, "2")):
            canvas.drawString(x, 606, text)

    (grid,) = grids(reader.read(pdf(draw)))
    assert [[cell.text for cell in row] for row in grid.rows] == [["项目", "申请人"], ["新收", "1", "2"]]
    assert grid.rows[0][1].width == 2
    assert lefts(grid) == [[0, 1], [0, 1, 2]]


def test_a_row_cut_by_the_page_border_is_not_lost() -> None:
    def draw(canvas: Canvas) -> None:
        rows, left, top = [["新收", "12", "0"], ["结转", "3", "4"], ["总计", "15", "4"]], 100, 700
        for column in range(4):
            canvas.line(left + 80 * column, top, left + 80 * column, top - 60)
        canvas.line(left, top - 20, left + 240, top - 20)  # neither above the first row nor below the last
        canvas.line(left, top - 40, left + 240, top - 40)
        written(canvas, rows, top)

    rows = [["新收", "12", "0"], ["结转", "3", "4"], ["总计", "15", "4"]]
    assert shape(reader.read(pdf(draw))) == [rows]


def test_a_table_without_outer_lines_is_closed_and_not_joined_with_the_next() -> None:
    def open_table(canvas: Canvas, top: float, texts: list[list[str]]) -> None:
        for y in (top, top - 20, top - 40):
            canvas.line(100, y, 260, y)
        canvas.line(180, top, 180, top - 40)
        written(canvas, texts, top)

    def draw(canvas: Canvas) -> None:
        open_table(canvas, 700, [["规章", "1"], ["处罚", "2"]])
        canvas.drawString(100, 630, "三、申请")
        open_table(canvas, 600, [["新收", "3"], ["结转", "4"]])

    assert shape(reader.read(pdf(draw))) == [[["规章", "1"], ["处罚", "2"]], "三、申请", [["新收", "3"], ["结转", "4"]]]


def test_a_background_behind_text_is_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(1, 1, 1)
        for y in (700, 720):
            canvas.rect(100, y, 120, 18, stroke=0, fill=1)
            canvas.rect(220, y, 120, 18, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawString(104, 724, "全年收到申请")
        canvas.drawString(104, 704, "均已答复")
        ruled(canvas, ROWS, top=600)

    assert shape(reader.read(pdf(draw))) == ["全年收到申请", "均已答复", ROWS]


def test_a_table_of_coloured_cells_without_rules_is_a_table() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.9, 0.9, 0.9)
        for row in range(2):
            for column in range(2):
                canvas.rect(100 + 80 * column, 660 - 20 * row, 79, 19, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        written(canvas, [["规章", "1"], ["处罚", "2"]], 680)

    assert shape(reader.read(pdf(draw))) == [[["规章", "1"], ["处罚", "2"]]]


def test_an_unruled_row_is_a_line_whose_figures_stay_apart() -> None:
    assert shape(reader.read(pdf(lambda canvas: written(canvas, [["新收", "12", "0", "12"]], 700)))) == ["新收 12 0 12"]


@pytest.mark.parametrize(("width", "text"), [(20, "85723"), (80, "85\n72\n3")])
def test_a_figure_is_broken_only_where_its_column_is_too_narrow(width: int, text: str) -> None:
    def draw(canvas: Canvas) -> None:
        ruled(canvas, [["", ""]], width=width, height=40)
        for line, digits in enumerate(("85", "72", "3")):
            canvas.drawString(104, 688 - 12 * line, digits)

    assert shape(reader.read(pdf(draw))) == [[[text, ""]]]


def test_a_wrapped_cell_has_lines() -> None:
    def draw(canvas: Canvas) -> None:
        ruled(canvas, [["", "1"]], height=40)
        canvas.drawString(104, 686, "商业")
        canvas.drawString(104, 670, "企业")

    assert shape(reader.read(pdf(draw))) == [[["商业\n企业", "1"]]]


@pytest.mark.parametrize("again", ["Total 11 5", "Total"])
def test_glyphs_printed_twice_to_look_bold_count_once(again: str) -> None:
    def draw(canvas: Canvas) -> None:
        ruled(canvas, ROWS)
        canvas.setFont("Helvetica", 10)
        for shift, text in ((0, "Total 11 5"), (0.3, again)):
            canvas.drawString(184 + shift, 706, text)

    assert shape(reader.read(pdf(draw)))[0] == "Total 11 5"


def test_a_figure_beside_a_wrapped_label_does_not_tear_it() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(100, 712, "部分公开（区分处理的，")
        canvas.drawString(300, 706, "4 0 4")
        canvas.drawString(100, 700, "只计这一情形）")

    assert shape(reader.read(pdf(draw))) == ["部分公开（区分处理的，", "4 0 4", "只计这一情形）"]


def test_files_may_be_read_in_several_threads_at_once() -> None:
    content = pdf(lambda canvas: ruled(canvas, ROWS))
    with ThreadPoolExecutor(4) as threads:
        documents = list(threads.map(reader.read, [content] * 40))
    assert all(shape(document) == [ROWS] for document in documents)


def test_a_raised_note_is_no_digit() -> None:
    def draw(canvas: Canvas) -> None:
        ruled(canvas, [["规章", "5"]])
        canvas.setFont("Helvetica", 6)
        canvas.drawString(109.2 + 80, 690, "1")

    assert shape(reader.read(pdf(draw))) == [[["规章", "5（1）"]]]


def test_filled_in_fields_are_figures() -> None:
    def draw(canvas: Canvas) -> None:
        ruled(canvas, [["规章", ""], ["处罚", "7"]])
        canvas.acroForm.textfield(value="42", x=184, y=682, width=70, height=16, borderWidth=0)

    assert shape(reader.read(pdf(draw))) == [[["规章", "42"], ["处罚", "7"]]]


@pytest.mark.parametrize(
    ("y", "text", "kept"),
    [
        (30, "- 2 -", False),
        (30, "— 2 —", False),
        (30, "2", False),
        (30, "第 2 页 共 5 页", False),
        (820, "2 / 5", False),
        (400, "- 2 -", True),
        (30, "0", True),
        (30, "217", True),
        (30, "2022年1月5日", True),
    ],
)
def test_page_numbers_in_the_margin_are_left_out(y: float, text: str, *, kept: bool) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(100, 600, "正文")
        canvas.drawString(280, y, text)

    second = [
        block.text
        for block in reader.read(pdf(lambda canvas: canvas.drawString(100, 600, "首页"), draw)).blocks
        if isinstance(block, Paragraph) and block.place.page == 2
    ]
    assert (len(second) == 2) is kept


def sideways(turned: int, rotation: int) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(rotation)
        height = A4[0] if rotation else A4[1]  # a page that is shown turned is written on its side
        canvas.translate(*{0: (0, 0), 90: (A4[0], 0), 270: (0, height)}[turned])
        canvas.rotate({0: 0, 90: 90, 270: -90}[turned])
        canvas.setFont(SONG, 10)
        ruled(canvas, ROWS, top=400)

    return draw


@pytest.mark.parametrize(("turned", "rotation"), [(0, 0), (90, 90), (270, 270), (90, 0), (0, 90), (270, 0)])
def test_turned_pages_are_read_upright(turned: int, rotation: int) -> None:
    assert shape(reader.read(pdf(sideways(turned, rotation)))) == [ROWS]


def test_boxes_on_a_turned_page_are_where_viewers_show_them() -> None:
    (upright,) = grids(reader.read(pdf(sideways(90, 90))))
    (lying,) = grids(reader.read(pdf(sideways(90, 0))))
    assert upright.rows[0][0].place.bbox == pytest.approx((100, A4[0] - 400, 180, A4[0] - 380), abs=0.2)
    assert lying.rows[0][0].place.bbox == pytest.approx((A4[0] - 400, A4[1] - 180, A4[0] - 380, A4[1] - 100), abs=0.2)


def test_tables_are_numbered_through_the_document() -> None:
    pages = [lambda canvas: ruled(canvas, ROWS)] * 2
    places = [grid.rows[0][0].place for grid in grids(reader.read(pdf(*pages)))]
    assert [(place.page, place.table) for place in places] == [(1, 1), (2, 2)]


def picture(canvas: Canvas) -> None:
    pixel = io.BytesIO(b"P6 1 1 255 \x00\x00\x00")
    canvas.drawImage(ImageReader(pixel), 0, 0, 500, 800)


def test_a_scan_is_told_with_its_pages() -> None:
    with pytest.raises(UnreadableError) as error:
        reader.read(pdf(picture, picture))
    assert error.value.problem.code == "file-scan"
    assert error.value.problem.values == {"pages": 2}


def test_a_password_is_told() -> None:
    written_to = io.BytesIO()
    canvas = Canvas(written_to, encrypt=StandardEncryption("secret", strength=128))
    canvas.drawString(100, 500, "1")
    canvas.save()
    with pytest.raises(UnreadableError) as error:
        reader.read(written_to.getvalue())
    assert error.value.problem.code == "file-encrypted"


def test_protection_against_changes_only_is_no_hindrance() -> None:
    written_to = io.BytesIO()
    canvas = Canvas(written_to, encrypt=StandardEncryption("", ownerPassword="owner", strength=128))
    canvas.drawString(100, 500, "12")
    canvas.save()
    assert shape(reader.read(written_to.getvalue())) == ["12"]


@pytest.mark.parametrize("keep", [5, 200, 1500])
def test_damage_is_told(keep: int) -> None:
    with pytest.raises(UnreadableError) as error:
        reader.read(pdf(lambda canvas: ruled(canvas, ROWS))[:keep])
    assert error.value.problem.code == "file-damaged"


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_PDF_PAGES", 1)
    with pytest.raises(UnreadableError) as error:
        reader.read(pdf(picture, picture))
    assert error.value.problem.code == "file-beyond-limits"
