"""Web pages give their text and tables in reading order, with every figure in its cell."""

from __future__ import annotations

import pytest

from parsing.model import Document, Format, UnreadableError
from parsing.readers import html
from tests.readers.documents import grids, lefts, shape


def page(body: str) -> Document:
    return html.read(f"<!doctype html><html><body>{body}</body></html>".encode())


def only_table(body: str) -> list[list[str]]:
    (grid,) = grids(page(body))
    return [[cell.text for cell in row] for row in grid.rows]


def test_text_and_tables_keep_their_order() -> None:
    document = page("<h1>报告</h1><p>一、总体</p><table><tr><td>规章<td>3</table><p>二、其他</p>")
    assert shape(document) == ["报告", "一、总体", [["规章", "3"]], "二、其他"]
    assert document.format is Format.HTML


def test_places_count_from_one() -> None:
    (first, second) = grids(page("<table><tr><td>甲<td>1</table><table><tr><td>乙<td>2</table>"))
    place = second.rows[0][1].place
    assert (place.table, place.row, place.column) == (2, 1, 2)
    assert first.rows[0][0].place.table == 1


def test_spans_move_cells_to_their_true_columns() -> None:
    table = """<table>
      <tr><td rowspan=2 colspan=2>项目<td colspan=2>申请人<td rowspan=2>总计</tr>
      <tr><td>自然人<td>企业</tr>
      <tr><td rowspan=2>办理<td>公开<td>1<td>2<td>3</tr>
      <tr><td>部分<td>4<td>5<td>9</tr></table>"""
    (grid,) = grids(page(table))
    assert grid.aligned
    assert lefts(grid) == [[0, 2, 4], [2, 3], [0, 1, 2, 3, 4], [1, 2, 3, 4]]
    assert (grid.rows[0][0].width, grid.rows[0][0].height) == (2, 2)


@pytest.mark.parametrize(
    ("written", "width"), [("2px", 2), ("0", 1), ("-3", 1), ("", 1), ("two", 1), (" 3 ", 3), ("99999", 1000)]
)
def test_column_spans_are_read_as_browsers_do(written: str, width: int) -> None:
    (grid,) = grids(page(f'<table><tr><td colspan="{written}">甲<td>1</tr></table>'))
    assert grid.rows[0][0].width == width
    assert grid.rows[0][1].left == width


@pytest.mark.parametrize(("written", "height"), [("0", 3), ("99999", 3), ("2", 2), ("-1", 1)])
def test_row_spans_end_with_the_table(written: str, height: int) -> None:
    (grid,) = grids(page(f'<table><tr><td rowspan="{written}">甲<td>1<tr><td>2<tr><td>3</table>'))
    assert grid.rows[0][0].height == height


def test_pieces_of_a_word_are_joined_and_breaks_kept() -> None:
    cells = "<td><span>本年</span><font>新</font><b>收</b><td>商业<br>企业<td><p>科研</p>\n<p>&nbsp;</p><p>机构</p>"
    assert only_table(f"<table><tr>{cells}</table>") == [["本年新收", "商业\n企业", "科研\n机构"]]


def test_white_space_is_as_it_is_seen() -> None:
    cells = "<td> 本年 \n 新收\t数 <td>&nbsp;\u30001\u200b2\ufeff&shy;3&nbsp;<td>&nbsp;"
    assert only_table(f"<table><tr>{cells}</table>") == [["本年 新收 数", "123", ""]]


def test_a_raised_note_is_no_digit() -> None:
    assert only_table("<table><tr><td>规章<td>5<sup>1</sup></table>") == [["规章", "5（1）"]]


def test_struck_out_figures_are_cancelled() -> None:
    assert only_table("<table><tr><td>规章<td><s>5</s><del>7</del>6</table>") == [["规章", "6"]]


def test_filled_in_fields_are_figures() -> None:
    fields = '<input value="12"><input type="hidden" value="99">'
    assert only_table(f"<table><tr><td>规章<td>{fields}</table>") == [["规章", "12"]]


def test_a_cell_that_shows_a_picture_is_not_blank() -> None:
    cells = '<td>规章<td><img src="3.png"><td><img src="dot.gif" width=1><td>'
    assert only_table(f"<table><tr>{cells}</table>") == [["规章", "\ufffd", "", ""]]


def test_word_processor_markup_leaves_no_trace() -> None:
    body = """<!--[if gte mso 9]><xml><w:WordDocument>Normal 0</w:WordDocument></xml><![endif]-->
      <xml><w:View>Normal</w:View></xml><?xml:namespace prefix = o ns = "urn:x" />
      <p class=MsoNormal><![if !supportLists]>1.<![endif]>总体<o:p>&nbsp;</o:p></p>
      <table class=MsoTableGrid><tr><td><p><span lang=EN-US>21<o:p></o:p></span></p></td><td>0</td></tr></table>"""
    assert shape(page(body)) == ["1.总体", [["21", "0"]]]


def test_what_is_never_shown_is_left_out() -> None:
    body = """<script>var x = '<td>9</td>'</script><style>td{}</style><noscript>请打开脚本</noscript>
      <template>模板</template><select><option>省级网站</select><textarea>草稿</textarea>
      <div style="DISPLAY : none">隐藏</div><p hidden>也隐藏</p><p>正文</p>"""
    assert shape(page(body)) == ["正文"]


def test_a_hidden_table_with_figures_is_kept() -> None:
    figures, menu = "<table><tr><td>规章<td>3</table>", "<table><tr><td>菜单<td>首页</table>"
    body = f'<div style="display:none">{figures}</div><div hidden>{menu}</div>'
    assert shape(page(body)) == [[["规章", "3"]]]


def test_hidden_cells_take_no_column() -> None:
    (grid,) = grids(page('<table><tr><td>规章<td style="display:none">7<td>3</table>'))
    assert [(cell.text, cell.left) for cell in grid.rows[0]] == [("规章", 0), ("3", 1)]


FORM = "".join(f"<tr><td>行{row}<td>{row}<td>0</tr>" for row in range(6))


def test_tables_that_arrange_the_page_are_walked_into() -> None:
    body = (
        f"<table><tr><td>首页<td>栏目</tr><tr><td colspan=2><p>三、申请</p><table>{FORM}</table><p>五、问题</p></table>"
    )
    assert shape(page(body)) == [
        "首页",
        "栏目",
        "三、申请",
        [[f"行{row}", str(row), "0"] for row in range(6)],
        "五、问题",
    ]


def test_a_small_table_inside_a_cell_is_part_of_the_cell() -> None:
    body = f"<table>{FORM}<tr><td>总计<td><table><tr><td>1<td>5</table><td>0</tr></table>"
    rows = only_table(body)
    assert rows[-1] == ["总计", "1\n5", "0"]
    assert len(rows) == 7


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td><p>一、总体</p><p>全年</p></table>",
        "<table><tr><td>一、总体</td></tr><tr><td>全年</td></tr></table>",
    ],
)
def test_one_column_is_text(body: str) -> None:
    assert shape(page(body)) == ["一、总体", "全年"]


def test_a_text_between_blank_cells_is_text() -> None:
    long = "全" * 300
    assert shape(page(f"<table><tr><td>&nbsp;<td><p>一、总体</p><p>{long}</p><td></table>")) == ["一、总体", long]


def test_stray_cells_and_open_tags_lose_nothing() -> None:
    rows = only_table("<table><td>甲<td>1<tr><td>乙<td>2<tr></tr><thead><tr><th>丙<td>3")
    assert rows == [["甲", "1"], ["乙", "2"], ["丙", "3"]]


def test_a_page_cut_off_inside_a_cell_shows_no_half_figure() -> None:
    assert only_table("<table><tr><td>规章</td><td>128</td></tr></table>") == [["规章", "128"]]
    document = html.read("<p>报告<table><tr><td>规章</td><td>12".encode())
    assert shape(document) == ["报告", [["规章", "12\ufffd"]]]


def test_text_of_a_table_outside_its_cells_stands_before_it() -> None:
    body = "<table><caption>表一</caption>单位：件<tr><td>甲<td>1</tr>注：含上年</table>"
    assert shape(page(body)) == ["表一", "单位：件", "注：含上年", [["甲", "1"]]]


def test_preformatted_lines_stay_lines() -> None:
    assert shape(page("<pre>规章 1\n处罚 2</pre><p>完\n了</p>")) == ["规章 1", "处罚 2", "完 了"]


@pytest.mark.parametrize(
    "body",
    [
        "<p>规章 | 1</p><p>处罚 | 2</p>",
        "<pre>| 规章 | 1 |\n|---|---|\n| 处罚 | 2 |</pre>",
        "<p>规章｜1<br>处罚｜2</p>",
        "<p>║规章║1║</p><p>╠══╬══╣</p><p>║处罚║2║</p>",
    ],
)
def test_lines_with_bars_below_each_other_are_a_table(body: str) -> None:
    table = [["规章", "1"], ["处罚", "2"]]
    assert shape(page(f"<p>首页 | 年报</p><p>报告</p>{body}")) == ["首页 | 年报", "报告", table]


def test_a_blank_that_was_escaped_a_second_time_is_blank() -> None:
    assert only_table("<table><tr><td>规章</td><td>&amp;nbsp;</td><td>&amp;nbsp;1</td></tr></table>") == [
        ["规章", "", "1"]
    ]


def test_tables_that_only_hold_small_tables_arrange_them() -> None:
    item = "<table><tr><td>信息内容</td><td>件数</td></tr><tr><td>{}</td><td>1</td></tr></table>"
    rows = "".join(f"<tr><td>{item.format(name)}</td></tr>" for name in ("许可", "处罚"))
    assert shape(page(f"<table>{rows}</table>")) == [
        [["信息内容", "件数"], ["许可", "1"]],
        [["信息内容", "件数"], ["处罚", "1"]],
    ]


def test_a_table_pasted_into_plain_text_leaves_the_lines_alone() -> None:
    document = html.read("# 三、申请\n说明\n<table><tr><td>甲</td><td>1</td></tr></table>\n四、复议".encode())
    assert shape(document) == ["# 三、申请", "说明", [["甲", "1"]], "四、复议"]


def test_the_head_is_kept_apart() -> None:
    content = """<html><head><title> 某局
      报告 </title><meta name="SiteIDCode" content="2101000037"><meta name="PubDate" content="2021-01-29 10:00">
      <meta name="PubDate" content="other"><meta property="og:title" content="年报"></head>
      <body><input type="hidden" name="ColumnName" value="年度报告"><p>正文</p></body></html>"""
    document = html.read(content.encode())
    assert dict(document.head) == {
        "title": "某局 报告",
        "SiteIDCode": "2101000037",
        "PubDate": "2021-01-29 10:00",
        "og:title": "年报",
        "ColumnName": "年度报告",
    }
    assert shape(document) == ["正文"]


def test_characters_outside_the_declared_set_do_not_cut_the_page() -> None:
    text = '<meta charset="gb2312"><p>〔2019〕﹝60﹞号 镕</p><table><tr><td>规章<td>3</table>'
    document = html.read(text.encode("gb18030"))
    assert shape(document) == ["〔2019〕﹝60﹞号 镕", [["规章", "3"]]]
    assert document.problems == ()


def test_a_saved_page_is_taken_out_of_its_envelope() -> None:
    body = "<html><body><p>正文</p><table><tr><td>规章<td>3</table></body></html>".encode("gb18030")
    envelope = (
        b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="part"\r\n\r\n'
        b'--part\r\nContent-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
        + body
        + b"\r\n--part\r\nContent-Type: image/png\r\n\r\n\x89PNG\r\n--part--\r\n"
    )
    assert shape(html.read(envelope)) == ["正文", [["规章", "3"]]]


def test_nesting_too_deep_for_the_parser_is_told() -> None:
    with pytest.raises(UnreadableError) as error:
        html.read(b"<div>" * 10_000 + b"<table><tr><td>1</table>")
    assert error.value.problem.code == "file-damaged"


def test_deep_nesting_within_reach_is_read() -> None:
    document = html.read(b"<div><font>" * 900 + "<table><tr><td>规章<td>3</table>".encode())
    assert shape(document) == [[["规章", "3"]]]


def test_control_characters_do_no_harm() -> None:
    cells = '<td>规&#1;章\x0b<td>&#2;3<td><input value="4&#3;">'
    assert only_table(f"<table><tr>{cells}</table>") == [["规章", "3", "4"]]


def test_a_page_of_comments_is_blank() -> None:
    assert html.read(b"<!-- nothing -->").blocks == ()
