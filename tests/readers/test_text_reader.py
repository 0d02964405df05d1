"""Text files give lines and tables, however the tables are drawn."""

from __future__ import annotations

import pytest

from parsing.model import Format, Grid
from parsing.readers import text
from parsing.readers.sniffing import sniff
from tests.readers.documents import shape


def read(content: str) -> list[str | list[list[str]]]:
    return shape(text.read(content.encode()))


TABLE = [["规章", "1", "2", "3"], ["处罚", "4", "5", "6"]]


@pytest.mark.parametrize(
    "content",
    [
        "| 规章 | 1 | 2 | 3 |\n|---|---|---|---|\n| 处罚 | 4 | 5 | 6 |",
        "规章｜1｜2｜3\n处罚｜4｜5｜6",
        "║规章║1║2║3║\n╠═══╬══╬══╬══╣\n║处罚║4║5║6║",
        "| **规章** | **1** | 2 | 3 |\n| 处罚 | 4 | __5__ | 6 |",
        "| 规章 | 1 | ~~9~~ 2 | 3 |\n| 处罚 | 4 | 5 | 6 |",
        "规章\t1\t2\t3\n处罚\t4\t5\t6",
        '"规\n章"\t1\t2\t3\n"处\n罚"\t4\t5\t6',
        "+----+---+\n| 规 | 1 | 2 | 3 |\n| 章 |   |   |   |\n+----+---+\n| 处罚 | 4 | 5 | 6 |\n+----+---+",
    ],
)
def test_a_table_is_read_however_it_is_drawn(content: str) -> None:
    assert read(f"报告\n{content}\n完") == ["报告", TABLE, "完"]


@pytest.mark.parametrize("mark", [" | ", "\t"])
def test_commas_between_thousands_part_no_cells(mark: str) -> None:
    row = ["新收", "1,000", "2,000", "3,000", "6,000"]
    assert read("\n".join([mark.join(row)] * 5)) == [[row] * 5]


def test_a_page_in_one_line_is_taken_apart_at_its_bars() -> None:
    words = [f"第{number}句" for number in range(50)]
    assert read("|".join([*words, "规章", "1", "", "2", *words])) == [*words, "规章", "1", "2", *words]


def test_a_page_in_one_line_is_taken_apart_at_its_tabs() -> None:
    words = [f"第{number}句" for number in range(50)]
    assert read("\t".join([*words, "规章", "1", "", "2", *words])) == [*words, "规章", "1", "2", *words]


def test_two_tabs_part_cells_where_they_do_so_throughout() -> None:
    rows = [["规章", "1", "", "2"], *[["处罚", "4", "5", "6"]] * 4]
    lines = ["\t\t".join(row) for row in rows]
    assert read("\n".join((*lines, "完"))) == [rows, "完"]
    assert read("\n".join((*lines, "许可\t7", "完"))) == [[row.split("\t") for row in (*lines, "许可\t7")], "完"]


def test_tabs_around_every_text_of_a_page_begin_and_end_no_cells() -> None:
    sentences = [f"全年公开信息{number}条。" for number in range(3)]
    framed = "\n".join(f"\t{text}\t" for text in (*sentences, "规章\t1\t2\t3", "处罚\t4\t6", "完"))
    assert read(framed) == [*sentences, [["规章", "1", "2", "3"], ["处罚", "4", "6"]], "完"]


def test_texts_with_attributes_are_read_without_them() -> None:
    assert read('[规]{lang="ZH-CN"}[章]{.x} 1 [2]{style="display:none"}') == ['规章 1 [2]{style="display:none"}']


def test_parts_of_a_page_left_in_markdown_are_no_text() -> None:
    content = (
        '<div class="article">\n报告\n</div>\n<p align="center"><span>\n\n'
        "| 规章 | 1 | 2 | 3 |\n| --- | --- | --- | --- |\n| 处罚 | 4 | 5 | 6 |\n</div>"
    )
    assert sniff(content.encode()) is Format.TEXT
    assert read(content) == ["报告", TABLE]


def test_rows_below_each_other_between_two_rules_stay_rows() -> None:
    rule = "+----+---+"
    assert read(f"{rule}\n| 规章 | 1 |\n| 处罚 | 4 |\n{rule}") == [[["规章", "1"], ["处罚", "4"]]]


def test_names_for_blank_cells_escapes_and_breaks_are_no_text() -> None:
    assert read("| nan | \\-3 | 商业<br>企业 | &nbsp; |") == [[["", "-3", "商业\n企业", ""]]]


def test_commas_make_a_table_only_where_lines_agree() -> None:
    rows = ["规章,1,2,3", "处罚,4,5,6", '许可,"1,234",8,9', ",,,"]
    assert read("\n".join(rows)) == [
        [["规章", "1", "2", "3"], ["处罚", "4", "5", "6"], ["许可", "1,234", "8", "9"], [""] * 4]
    ]
    assert read("\n".join((*rows[:3], "完"))) == [*rows[:3], "完"]
    short = ["规章,1", "信息内容,数量"]
    longer = [[f"第{number}项", *"000000"] for number in range(12)]
    sentences = ["一是认真,二是严格。", "三是及时"]
    whole = (*sentences, *short, *map(",".join, longer))
    assert read("\n".join(whole)) == [*sentences, [["规章", "1"], ["信息内容", "数量"], *longer]]
    sentence = "一是认真,二是严格,三是及时,四是全面"
    assert read(f"{sentence}\n完\n{sentence}\n完") == [sentence, "完", sentence, "完"]


def test_the_last_line_of_a_page_is_left_out_where_it_numbers_the_page() -> None:
    assert read("规章 1\n\n  1\n\f处罚 2\n\n  2\n\f许可 3\n  3") == ["规章 1", "处罚 2", "许可 3", "3\ufffd"]
    assert read("规章\n117\n\f处罚 2\n完") == ["规章", "117", "处罚 2", "完"]


def test_markdown_with_line_breaks_in_cells_is_no_web_page() -> None:
    assert sniff("| 商业<br>企业 | 1 |\n|---|---|\n| 甲 | 2 |".encode()) is Format.TEXT
    assert sniff("<p>报告</p>\n|---|---|\n".encode()) is Format.HTML


def test_a_number_outside_an_indented_table_spoils_the_figure_above_it() -> None:
    assert read("\t规章\n\t12\n\t2\n57\n\n\t处罚\n\t3\n\t4\n") == [[["规章", "12", "2\ufffd57"], ["处罚", "3", "4"]]]


def test_a_row_whose_blank_cells_are_line_breaks_is_one_row() -> None:
    content = "新收 | 25 |\n|\n|\n| 25 |\n结转 | 7 |\n|\n|\n|\n一句话"
    assert read(content) == [[["新收", "25", "", "", "", "25"], ["结转", "7"], [""], [""], [""]], "一句话"]


def test_a_bar_behind_a_bar_closes_a_blank_cell_and_a_bar_behind_words_does_not() -> None:
    assert read("规章\n|\n0\n|\n|\n|\n3\n|") == ["规章", "0", [[""], [""]], "3"]


def test_bars_that_fill_a_row_up_are_no_cells() -> None:
    content = "规章 | 1 | 2 | 3 |\n许可 | 4 | ||\n强制 | |||"
    assert read(content) == [[["规章", "1", "2", "3"], ["许可", "4"], ["强制"]]]
    assert read("规章 | 1 | 2 | |\n许可 | 4 | | |") == [[["规章", "1", "2", ""], ["许可", "4", "", ""]]]


def test_cells_of_paragraphs_copied_from_a_browser_are_rows() -> None:
    gap = "\n\n\t\n\n"
    rows = [
        gap.join(("规章", "\xa01", "\xa0", "3")),
        "\xa0\n\n" + gap.join(("处罚", "\xa04", "\xa0\n\n5", "6")),
        "\xa0\n\n" + "强制\n\n\t\t\n\n7\n\n\t\t\n\n8",
        gap.join(("\xa0", "7", "8", "9")),
        gap.join("甲乙丙丁戊己"),
    ]
    content = "二、情况\n\n" + "\n\n\n\n\n".join(rows) + "\n\n五、问题\n"
    table = [["规章", "1", "", "3"], ["处罚", "4", "5", "6"], ["强制", "", "7", "", "8"]]
    table += [["", "7", "8", "9"], list("甲乙丙丁戊己")]
    assert read(content) == ["二、情况", table, "五、问题"]
    [_, grid, _] = text.read(content.encode()).blocks
    assert isinstance(grid, Grid)
    lines = content.splitlines()
    assert [lines[(cell.place.line or 0) - 1].strip() for row in grid.rows for cell in row if cell.text] == [
        cell for row in table for cell in row if cell
    ]


def test_a_few_tabs_on_lines_of_their_own_part_no_cells() -> None:
    assert read("规章\n\n\t\n\n1\n\n\t\n\n2\n") == ["规章", [[""]], "1", [[""]], "2"]
