"""Small tables in the shapes in which reports print them, and what is read from them."""

from __future__ import annotations

import pytest

from parsing import as_json
from parsing.model import State
from tests.parsing.texts import codes, read, value

TABLE_TWO = """第二十条第（一）项
信息内容
本年制发件数
本年废止件数
现行有效件数
规章
0
0
0
行政规范性文件
5
1
25
第二十条第（五）项
信息内容
本年处理决定数量
行政许可
124
第二十条第（六）项
信息内容
本年处理决定数量
行政处罚
7
行政强制
2
第二十条第（八）项
信息内容
本年收费金额（单位：万元）
行政事业性收费
0
"""


def test_one_cell_a_line() -> None:
    report = read(TABLE_TWO)
    assert value(report, "proactive.normative_documents.in_force") == 25
    assert value(report, "proactive.licensing.decisions") == 124
    assert report.edition == "2021"
    assert codes(report, "proactive") == []


def test_a_figure_knows_the_line_it_stands_on() -> None:
    place = read(TABLE_TWO).figures["proactive.licensing.decisions"].place
    assert place is not None
    assert place.line == TABLE_TWO.split("\n").index("124") + 1


def test_a_row_with_a_lost_cell_has_no_figures_and_says_so() -> None:
    report = read(TABLE_TWO.replace("5\n1\n25", "5\n25"))
    assert {value(report, f"proactive.normative_documents.{column}") for column in ("issued", "in_force")} == {None}
    problem = next(problem for problem in report.problems if problem.code == "cells-missing")
    assert (problem.values["expected"], problem.values["found"]) == (3, 2)
    assert "5 25" in problem.excerpt
    assert value(report, "proactive.licensing.decisions") == 124


def test_a_lost_label_is_restored_only_where_the_order_leaves_one_row() -> None:
    report = read(TABLE_TWO.replace("规章\n", ""))
    assert value(report, "proactive.regulations.issued") == 0
    assert "row-restored" in codes(report, "proactive")


def test_figures_printed_before_their_labels_are_not_given_to_the_wrong_row() -> None:
    text = TABLE_TWO.replace("行政许可\n124", "124\n行政许可").replace("行政处罚\n7", "7\n行政处罚")
    report = read(text.replace("行政强制\n2", "2\n行政强制"))
    assert value(report, "proactive.penalties.decisions") is None
    assert value(report, "proactive.coercion.decisions") is None
    assert "rows-torn" in codes(report, "proactive")


def test_a_row_printed_twice_with_different_figures_is_not_known() -> None:
    report = read(TABLE_TWO.replace("行政许可\n124\n", "行政许可\n124\n行政许可\n142\n"))
    assert value(report, "proactive.licensing.decisions") is None
    assert "row-repeated" in codes(report, "proactive")


def test_sub_rows_leave_the_row_unknown_and_the_others_read() -> None:
    rows = "其他对外管理服务事项 | 行政检查 | 1 | 2 | 3 |\n行政确认 | 4 | 5 | 9 |\n"
    text = (
        "第二十条第（五）项\n信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n行政许可 | 10 | +1 | 11 |\n" + rows
    )
    report = read(text)
    assert value(report, "proactive.licensing.decisions") == 11
    assert value(report, "proactive.other_services.decisions") is None
    assert {"cells-missing", "row-unknown"} <= set(codes(report, "proactive"))


def test_columns_follow_a_heading_in_another_order_and_say_so() -> None:
    report = read(TABLE_TWO.replace("本年制发件数\n本年废止件数", "本年废止件数\n本年制发件数"))
    assert value(report, "proactive.normative_documents.repealed") == 5
    assert value(report, "proactive.normative_documents.issued") == 1
    assert "column-order" in codes(report, "proactive")


def test_a_missing_table_is_named_with_its_cells() -> None:
    report = read(TABLE_TWO)
    missing = {problem.table: problem for problem in report.problems if problem.code == "table-missing"}
    assert set(missing) == {"applications", "remedies"}
    assert len(missing["applications"].cells) == 175
    assert report.figures["applications.granted.total"].state is State.MISSING


def test_every_unknown_figure_is_named_by_a_problem() -> None:
    report = read(TABLE_TWO.replace("7\n", "见附件\n").replace("5\n1\n25", "5\n-\n25"))
    named = {cell for problem in report.problems for cell in problem.cells}
    assert {cell for cell, figure in report.figures.items() if figure.value is None} <= named
    assert report.figures["proactive.normative_documents.repealed"].state is State.DASH


def test_traditional_script_and_broken_labels_are_matched() -> None:
    report = read("第二十條第(一)項\n信息內容\n本年製發件數\n本年廢止件數\n現行有效件數\n規\n章\n1\n2\n3\n")
    assert value(report, "proactive.regulations.in_force") == 3


def test_a_sentence_with_figures_is_no_table() -> None:
    sentence = "2020年，我局主动公开规章2个、行政许可374个、行政处罚21个。\n"
    report = read(sentence + TABLE_TWO)
    assert value(report, "proactive.licensing.decisions") == 124
    assert codes(report, "proactive") == []


def test_a_page_number_between_rows_does_not_shift_figures() -> None:
    report = read(TABLE_TWO.replace("行政处罚\n7", "行政处罚\n- 3 -\n7"))
    assert value(report, "proactive.penalties.decisions") == 7


def test_a_table_printed_twice_with_other_figures_loses_them() -> None:
    report = read(TABLE_TWO + "五、存在的主要问题及改进情况\n" + TABLE_TWO.replace("124", "125"))
    assert value(report, "proactive.licensing.decisions") is None
    assert value(report, "proactive.penalties.decisions") == 7
    assert "table-repeated" in codes(report, "proactive")


def test_the_first_figure_of_a_row_is_no_page_number_where_the_second_shares_its_line_with_a_heading() -> None:
    procurement = "第二十条第（九）项 |\n信息内容 |\n采购项目数量 |\n采购总金额 |\n政府集中采购 |\n896 |\n"
    report = read(procurement + "0 |三、收到和处理政府信息公开申请情况\n")
    assert value(report, "proactive.procurement.items") is None
    assert any("proactive.procurement.items" in problem.cells for problem in report.problems)


def test_a_page_without_tables_is_no_report() -> None:
    report = read("某市某局2023年政府信息公开工作年度报告\n见附件。\n")
    assert "report-not-found" in codes(report)
    assert report.agency is not None
    assert report.fiscal_year == 2023


REMEDIES = """四、政府信息公开行政复议、行政诉讼情况
行政诉讼 | 行政复议 |
结果 | 其他 |
维持 | 结果 |
"""


def test_ways_of_remedy_in_another_order_are_told_and_not_guessed() -> None:
    report = read(TABLE_TWO + REMEDIES + " | ".join("123456789012345") + " |\n")
    assert value(report, "remedies.litigation_direct.upheld") is None
    problem = next(problem for problem in report.problems if problem.code == "column-order-unclear")
    assert len(problem.cells) == 15
    assert as_json(report)["problems"]


def test_fifteen_figures_among_others_are_not_taken_for_table_four() -> None:
    heading = "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n行政诉讼\n"
    line = "\n".join(str(number) for number in range(3, 18))
    whole = read(f"{heading}{line}\n五、存在的主要问题")
    assert value(whole, "remedies.administrative_review.upheld") == 3
    amid = read(f"{heading}43 92 59\n未经复议直接起诉\n{line}\n复议后起诉\n57 94\n五、存在的主要问题")
    assert value(amid, "remedies.administrative_review.upheld") is None
    assert "cells-missing" in codes(amid, "remedies")


def test_words_for_more_and_less_stay_with_their_figures_in_one_line() -> None:
    report = read(
        "第二十条第（五）项 信息内容 上一年项目数量 本年增/减 处理决定数量 行政许可 39 增3 42 "
        "其他对外管理服务事项 60 减2 58 第二十条第（六）项 信息内容 上一年项目数量 本年增/减 处理决定数量 "
        "行政处罚 7 0 7"
    )
    assert value(report, "proactive.licensing.change") == 3
    assert value(report, "proactive.other_services.change") == -2
    assert value(report, "proactive.other_services.decisions") == 58


def test_a_merged_label_makes_a_row_no_shorter_where_every_row_has_all_its_cells() -> None:
    lines = (
        "收到和处理政府信息公开申请情况 | 申请人情况 |",
        "自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |",
        "一、本年新收政府信息公开申请数量 | 4 | | | | | | 4 |",
        "三、本年度办理结果 | （一）予以公开 | | | | | | | 0 |",
        "（三）不予公开 | 1.属于国家秘密 | | | | | | | 0 |",
    )
    report = read("\n".join(lines))
    assert value(report, "applications.new_received.natural_person") == 4
    assert value(report, "applications.new_received.business") is None
    assert value(report, "applications.new_received.total") == 4
    short = read("\n".join(lines).replace("4 | | | | | | 4", "4 | | | | | 4"))
    assert value(short, "applications.new_received.total") is None
    longer = read("\n".join(lines).replace("国家秘密 |", "国家秘密 | |"))
    assert value(longer, "applications.new_received.total") is None


def test_a_unit_in_brackets_behind_the_heading_of_an_amount_is_its_unit() -> None:
    table = "第二十条第（九）项 |\n信息内容 | 采购项目数量 | 采购总金额（万元） |\n政府集中采购 | 7 | 35.5 |\n"
    assert value(read(table), "proactive.procurement.amount_yuan") == 355000
    assert value(read(table.replace("总金额", "金额")), "proactive.procurement.amount_yuan") == 355000
    assert value(read(table.replace("（万元）", "")), "proactive.procurement.amount_yuan") is None


def test_a_blank_column_below_a_merged_heading_is_passed_over_where_all_rows_have_it() -> None:
    head = "| 第二十条第（一）项 | | | | |\n| 信息内容 | 本年制发件数 | 本年废止件数 | | 现行有效件数 |\n"
    rows = "| 规章 | 1 | | 0 | 4 |\n| 行政规范性文件 | 2 | | 3 | 5 |\n"
    report = read(head + rows)
    assert value(report, "proactive.regulations.in_force") == 4
    assert value(report, "proactive.normative_documents.repealed") == 3
    other = read(head + rows.replace("| 1 | | 0 | 4 |", "| 1 | 0 | | 4 |"))
    assert value(other, "proactive.normative_documents.repealed") is None


APPLICANTS = (
    "收到和处理政府信息公开申请情况 | 申请人情况 |\n"
    "自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n"
)
RECEIVED, CARRIED = "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"
BAR = "|\n"


@pytest.mark.parametrize(
    "rows",
    [
        f"{RECEIVED} |\n9 |\n{BAR * 5}9 |\n||\n{CARRIED} |\n{BAR * 6}0 |\n||",
        f"{RECEIVED} | 9 |\n{BAR * 4}| 9 |\n{CARRIED} |\n{BAR * 5}| 0 |",
        f"{RECEIVED}\n|\n9\n|\n{BAR * 5}9\n|\n{CARRIED}\n|\n{BAR * 6}0\n|",
    ],
)
def test_blank_cells_on_lines_of_their_own_keep_their_places(rows: str) -> None:
    report = read(APPLICANTS + rows)
    assert value(report, "applications.new_received.natural_person") == 9
    assert value(report, "applications.new_received.business") is None
    assert value(report, "applications.new_received.total") == 9
    assert value(report, "applications.carried_in.other_org") is None
    assert value(report, "applications.carried_in.total") == 0
    lost = read(APPLICANTS + rows.replace("|\n|\n|\n", "|\n|\n", 1))
    assert value(lost, "applications.new_received.total") is None


def test_blank_cells_are_not_trusted_beside_a_row_that_has_too_many_cells() -> None:
    figures = "|\n1 |\n2 |\n0 |\n0 |\n0 |\n0 |\n"
    report = read(f"{APPLICANTS}{RECEIVED} |\n{figures}3 |\n{CARRIED} |\n{figures}|\n")
    assert value(report, "applications.carried_in.natural_person") is None


def test_a_figure_among_bars_that_fill_its_row_up_may_be_of_any_column() -> None:
    head = "第二十条第（一）项 | |||\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"
    report = read(f"{head}规章 | 0 | 0 | 0 |\n行政规范性文件 | 2 | ||\n")
    assert value(report, "proactive.regulations.in_force") == 0
    assert value(report, "proactive.normative_documents.issued") is None


def test_labels_and_figures_without_anything_between_are_parted_line_by_line() -> None:
    head = "第二十条第（一）项\n信息内容本年制发件数本年废止件数现行有效件数\n"
    report = read(f"{head}规章000\n行政规范性文件2017\n第二十条第（五）项\n信息内容本年处理决定数量\n行政许可124\n")
    assert value(report, "proactive.regulations.in_force") == 0
    assert value(report, "proactive.normative_documents.issued") is None
    assert value(report, "proactive.licensing.decisions") == 124


def test_another_word_for_information_is_no_other_label() -> None:
    report = read("三、收到和處理政府資訊公開申請情況\n1.本機關不掌握相關政府資訊 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n")
    assert value(report, "applications.unable_not_held.total") == 4


def test_how_a_sign_is_spoken_and_other_words_for_documents_are_no_other_label() -> None:
    report = read(
        "信息內容 | 本年新製作數量 | 本年新公開數(shù)量 | 對(duì)外公開總數(shù)量 |\n"
        "規(guī)章（市政府填報） | 0 | 0 | 1 |\n"
        "規範性檔案（含規章以外的規定） | 2 | 3 | 19 |\n"
    )
    assert value(report, "proactive.regulations.total_disclosed") == 1
    assert value(report, "proactive.normative_documents.disclosed") == 3
