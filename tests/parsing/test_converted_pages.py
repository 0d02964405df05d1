"""Pages that a program turned into Markdown: what it moved, joined or left out gives no figure a wrong place."""

from __future__ import annotations

import pytest

from parsing import Report, Source, form, read_report
from parsing.model import State

HEAD = """甲县演示局2022年政府信息公开工作年度报告
三、收到和处理政府信息公开申请情况
"""
HEADS = ("申请人情况", "", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
ROWS = form.TABLES["applications", "2021"].rows


def read(text: str) -> Report:
    return read_report(Source("report.md", (HEAD + text).encode()))


def row_of(report: Report, row: str) -> list[object]:
    cells = (form.cell_id("applications", row, column.id) for column in form.APPLICANTS)
    return [report.figures[cell].value for cell in cells]


def bars(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def table(*rows: str) -> str:
    return "\n".join((bars(*HEADS), bars(*["---"] * len(HEADS)), *rows))


def line(label: str, *figures: str) -> str:
    return bars(label, "", *figures)


SETTLED = ("new_received", "granted", "total_processed")
NEW, CARRIED = "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"


# ---- Words among the figures ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["见附件", "正在统计"])
def test_equal_words_side_by_side_are_cells_of_their_own(words: str) -> None:
    report = read(table(line(NEW, "19", "4", words, words, "1", "2", "26"), line(CARRIED, *"0000000")))
    assert row_of(report, "new_received") == [19, 4, None, None, 1, 2, 26]
    assert [problem.code for problem in report.problems].count("cell-not-a-number") == 2


@pytest.mark.parametrize("words", ["暂无", "没有", "未发生", "（无）", "不适用", "N/A"])
def test_words_for_none_are_marks_and_no_zeros(words: str) -> None:
    report = read(table(line(NEW, "19", "4", words, words, "1", "2", "26"), line(CARRIED, *"0000000")))
    assert row_of(report, "new_received") == [19, 4, None, None, 1, 2, 26]
    assert report.figures["applications.new_received.research"].state is State.DASH


# ---- Cells that were moved or joined --------------------------------------------------------------------------------


def test_the_first_figure_stands_below_its_head_where_rows_have_as_many_cells() -> None:
    heads = bars("申请人情况", "", "自然人", "商业企业", "", "", "法律服务机构", "总计")
    joined = "\n".join((heads, bars(*["---"] * 8), bars(NEW, "", "821", "35", "", "2", "1", "859")))
    report = read(joined + "\n" + bars(CARRIED, "", "18", "", "", "", "", "18"))
    assert row_of(report, "new_received") == [None] * 7
    assert row_of(report, "carried_in") == [None] * 7
    assert "cells-missing" in [problem.code for problem in report.problems]


def test_a_blank_first_figure_keeps_its_place_below_its_head() -> None:
    report = read(table(line(NEW, "", "35", "", "", "2", "1", "38"), line(CARRIED, "", "1", "", "", "", "", "1")))
    assert row_of(report, "new_received") == [None, 35, None, None, 2, 1, 38]


def test_two_figures_in_a_cell_leave_the_row_of_blank_ones_in_doubt() -> None:
    rows = (
        bars(label, "", "", first, joined, "0", "1 0", "9")
        for label, first, joined in ((NEW, "5", "3 0"), (CARRIED, "8", "0 0"))
    )
    report = read("\n".join(rows))
    assert row_of(report, "new_received") == row_of(report, "carried_in") == [None] * 7


@pytest.mark.parametrize("joined", ["5</p>3", "5</div>3", "5<br>3"])
def test_paragraphs_in_a_cell_do_not_run_into_one_figure(joined: str) -> None:
    report = read(table(line(NEW, joined, "0", "0", "0", "0", "0", "9"), line(CARRIED, *"0000000")))
    assert row_of(report, "new_received") == [None, 0, 0, 0, 0, 0, 9]


def test_labels_below_a_table_of_figures_are_placed_where_the_sums_bear_them_out() -> None:
    labels = [f"{row.numbering}{row.label}" for row in ROWS]
    figures = [["1", "0", "0", "0", "0", "0", "1"] if row.id in SETTLED else ["0"] * 7 for row in ROWS]
    text = "\n".join((*(bars("", "", *each) for each in figures), "自然人", "总计", *labels))
    assert row_of(read(text), "granted") == row_of(read(text), "new_received") == [1, 0, 0, 0, 0, 0, 1]
    lost = [*figures[:5], *figures[2:4], *figures[6:-1]]  # two rows are there twice, others are lost
    broken = "\n".join((*(bars("", "", *each) for each in lost), "自然人", "总计", *labels))
    assert row_of(read(broken), "granted") == [None] * 7


def test_figures_above_their_labels_are_not_those_of_the_label_above() -> None:
    lines = ("申请人情况", " 23 5 0 0 0 1 29", NEW, " 0 0 0 0 0 0 0", CARRIED, " 5 2 0 0 0 1 8", "（一）予以公开")
    above = "<br>".join(lines)
    rows = "\n".join(bars(f"{row.numbering}{row.label}", *"0000000") for row in ROWS[3:])
    assert row_of(read(f"{above}\n\n{rows}"), "new_received") in ([None] * 7, [23, 5, 0, 0, 0, 1, 29])


def test_a_bar_at_the_end_begins_a_blank_cell_where_other_rows_have_none_there() -> None:
    rows = [
        f"|{NEW} | |821 |35 | | |2 |1 |859",
        f"|{CARRIED} | |18 | | | | | |18",
        "|三、本年度办理结果 |（一）予以公开 |258 |12 | | |1 |1 | ",
    ]
    assert row_of(read("\n".join(rows)), "granted") == [258, 12, None, None, 1, 1, None]


def test_blank_cells_are_in_doubt_in_every_row_of_a_table_with_two_figures_in_a_cell() -> None:
    rows = (line(NEW, *"1", "2 0", *"0003"), line(CARRIED, "", "1", "", "", "", "", "1"))
    report = read(table(*rows))
    assert row_of(report, "carried_in") == [None] * 7
    assert "cells-missing" in [problem.code for problem in report.problems]


def test_two_figures_in_a_cell_may_look_like_thousands() -> None:
    report = read(bars(NEW, "", "", "821", "70", "422 970", "22 302", "994"))
    assert row_of(report, "new_received") == [None] * 7


def test_figures_are_not_found_in_a_row_with_room_for_a_blank_cell_between_every_two() -> None:
    spaced = ["", *"1   1 2"]
    report = read("\n".join(bars(label, *[""] * 6, *spaced) for label in (NEW, CARRIED)))
    assert row_of(report, "new_received") == [None] * 7


PENALTIES, COERCION, FEES = "行政处罚", "行政强制", "行政事业性收费"


def changes_of(*rows: tuple[str, ...]) -> list[object]:
    heads = bars("信息内容", "上一年项目数量", "本年增/减", "本年增/减", "处理决定数量")
    text = "二、主动公开政府信息情况\n" + "\n".join((heads, *(bars(*row) for row in rows)))
    figures = read_report(Source("report.md", text.encode())).figures
    return [figures[f"proactive.{row}.change"].value for row in ("penalties", "coercion", "fees")]


def test_a_figure_written_twice_is_not_the_next_one_of_a_row_with_blank_cells() -> None:
    rows = (PENALTIES, "1", "1", "-1", "1"), (COERCION, "1", "1", "-1", "")
    assert changes_of(*rows) == [None] * 3
    assert changes_of((PENALTIES, "1", "-1", "1", ""), (COERCION, "3", "1", "4", "")) == [-1, 1, None]


def test_a_minus_may_be_torn_from_its_figure() -> None:
    assert changes_of((PENALTIES, "1", "-1", "1"), (FEES, "", "-", "1")) == [-1, None, None]
    assert changes_of((PENALTIES, "1", "-1", "1"), (FEES, "-", "1")) == [-1, None, 1]


def test_question_marks_for_lost_blanks_are_no_part_of_a_figure() -> None:
    lines = ["?", bars(ROWS[0].label, "? 3", "0?", "1 ?", "0", "0", "0", "4?"), bars(ROWS[1].label, *"0000000")]
    assert row_of(read("\n".join(lines)), "new_received") == [3, 0, 1, 0, 0, 0, 4]


def test_question_marks_that_stand_for_no_blank_leave_a_figure_in_doubt() -> None:
    row = bars(ROWS[0].label, "3", "0?", "1", "0", "0", "0", "4")
    assert row_of(read(row), "new_received") == [3, None, 1, 0, 0, 0, 4]
    touching = bars(ROWS[0].label, "?3", "0", "1", "0", "0", "0", "4")
    assert row_of(read(f"?\n{touching}"), "new_received")[0] is None
