"""Rows of table three whose figures or labels are broken over lines: read where that is certain, else left empty."""

from __future__ import annotations

import pytest

from tests.parsing.texts import codes, read, value

HEAD_THREE = "三、收到和处理政府信息公开申请情况\n"
PROCESSED = """一、本年新收政府信息公开申请数量 9 2 0 0 0 0 11
二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1
（一）予以公开 {} 4 0 0 0 0 {}
（二）部分公开（区分处理的，只计这 {} 0 0 0 0 0 3
{}
（三）不予公开 1.属于国家秘密 0 0 0 0 0 0 0
"""


@pytest.mark.parametrize(
    ("rest", "row"),
    [
        ("一情形，不计其他情形） 6", "partially_granted"),
        ("本     一情形，不计其他情形）     6        7", "partially_granted"),
        ("一情形，不计其他情形）\n      6   7", "partially_granted"),
        ("6 7 7本  一情形，不计其他情形）", "partially_granted"),
        ("6 7 7本\n一情形，不计其他情形）", "partially_granted"),
        ("6\ufffd 7 7本\n一情形，不计其他情形）", "partially_granted"),
        ("本     一情形，不计其他情形）     6\ufffd", "partially_granted"),
    ],
)
def test_figures_that_go_on_below_their_row_leave_it_empty(rest: str, row: str) -> None:
    report = read(HEAD_THREE + PROCESSED.format(1, 5, 3, rest))
    assert value(report, f"applications.{row}.natural_person") is None
    assert value(report, "applications.granted.total") == 5
    assert value(report, "applications.denied_state_secret.total") == 0
    assert "row-continued" in codes(report, "applications")


def test_the_rest_of_a_label_alone_leaves_its_row_as_it_is() -> None:
    report = read(HEAD_THREE + PROCESSED.format(1, 5, 3, "一情形，不计其他情形）"))
    assert value(report, "applications.partially_granted.natural_person") == 3
    assert "row-continued" not in codes(report, "applications")


def test_figures_above_their_labels_are_not_given_to_the_label_before() -> None:
    """One label stands beside its figures, so that the table as a whole is not upside down."""
    report = read(
        HEAD_THREE + "申请人情况\n自然 总\n人 计\n"
        "19 0 0 0 0 0 19\n一、本年新收政府信息公开申请数量\n\n0 0 0 0 0 0 0\n二、上年结转政府信息公开申请数量\n\n"
        "6 1 0 0 2 0 9\n三、本年度 （一）予以公开\n"
        "（二）部分公开（区分处理的，只计这一情形， 2 0 0 0 0 0 2\n不计其他情形）\n"
        "8 0 0 0 0 0 8\n（三）不 1.属于国家秘密\n予公开\n5 0 0 0 0 0 5\n2.其他法律行政法规禁止公开\n"
        "3 0 0 0 0 0 3\n3.危及“三安全一稳定”\n"
    )
    printed = {"new_received": 19, "carried_in": 0, "granted": 6, "denied_state_secret": 8, "denied_other_law": 5}
    for row, figure in printed.items():
        assert value(report, f"applications.{row}.natural_person") in {None, figure}
    assert "rows-torn" in codes(report, "applications")


def test_labels_on_both_sides_of_figures_tell_nothing() -> None:
    report = read(
        "第二十条第（一）项\n信息内容\n本年制发件数 本年废止件数 现行有效件数\n规章\n行政规范性文件 0 0 5\n"
        "第二十条第（五）项\n"
        "0\n信息内容\n行政许可\n本年处理决定数量\n417\n第二十条第（六）项\n信息内容\n行政处罚\n行政强制\n本年处理决定数量\n662\n"
        "第二十条第（八）项\n信息内容\n行政事业性收费 0\n三、收到和处理政府信息公开申请情况\n"
    )
    assert value(report, "proactive.penalties.decisions") is None
    assert value(report, "proactive.licensing.decisions") is None
    assert value(report, "proactive.normative_documents.in_force") == 5


def test_figures_of_another_number_than_the_rows_have_are_not_given_by_order() -> None:
    report = read(
        "第二十条第（五）项\n信息内容\n规章\n行政规范性文件\n行政许可\n行政处罚\n行政强制\n行政事业性收费\n本年处理决定数量\n"
        "662\n39\n本年收费金额（单位：万元）\n0\n本年废止件数\n0\n1\n本年制发件数\n0\n2\n现行有效件数\n0\n5\n本年处理决定数量\n417\n"
        "三、收到和处理政府信息公开申请情况\n"
    )
    assert value(report, "proactive.fees.amount_10k_yuan") is None


def test_a_label_that_is_broken_before_a_heading_keeps_the_next_rows_apart() -> None:
    report = read(
        HEAD_THREE + PROCESSED.format(1, 5, 3, "一情形，不计其他情形）") + "2.其他法律行政法规禁\n8 0 0 0 0 0 8\n"
        "三、本年度 止公开\n办理结果 3.危及“三安全一稳定”7 0 0 0 0 0 7\n4.保护第三方合法权益 2 0 0 0 0 0 2\n"
    )
    assert value(report, "applications.denied_three_safeties.natural_person") in {None, 7}
    assert value(report, "applications.denied_third_party.natural_person") == 2


def test_figures_below_the_labels_of_several_rows_may_stand_column_by_column() -> None:
    rows = "1.属于国家秘密 1 0 0 0 0 0 1\n2.其他法律行政法规禁止公开\n3.危及“三安全一稳定”\n"
    figures = "98\n0\n28\n97\n95\n42\n22\n46\n39\n90\n34\n84\n316\n359"
    report = read(HEAD_THREE + rows + figures + "\n4.保护第三方合法权益 0 0 0 0 0 0 0\n")
    assert value(report, "applications.denied_other_law.business") is None
    assert value(report, "applications.denied_three_safeties.business") is None
    assert value(report, "applications.denied_third_party.total") == 0


@pytest.mark.parametrize("filled", ["4 3 1 0 0 0 5", "0 1 1 2 — 3 —"])  # with the number of a page, - 3 -
def test_a_number_in_the_place_of_a_lost_blank_cell_leaves_its_row_empty(filled: str) -> None:
    rows = (
        ("一、本年新收政府信息公开申请数量", "9 2 11"),
        ("二、上年结转政府信息公开申请数量", "1 1"),
        ("（一）予以公开", filled),
        ("（二）部分公开", "1 0 1"),
        ("（三）不予公开 1.属于国家秘密", "1 0 0 0 0 0 1"),
    )
    text = HEAD_THREE + "\n".join(f"{label}\n{figures}" for label, figures in rows).replace(" ", "\n")
    report = read(text)
    assert value(report, "applications.granted.natural_person") is None
    assert value(report, "applications.denied_state_secret.natural_person") == 1
    assert "rows-torn" in codes(report, "applications")
