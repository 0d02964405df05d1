"""Labels and heads that are broken over lines and rows, glued to a figure or printed more than once."""

from __future__ import annotations

import pytest

from parsing import Report, Source, read_report
from tests.readers.documents import docx, paragraph, word_cell, word_table

HEAD_THREE = "三、收到和处理政府信息公开申请情况\n"
ROWS_THREE = """一、本年新收政府信息公开申请数量 9 2 0 0 0 1 12
二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1
"""
CELLS = ("natural_person", "business", "research", "public_welfare", "legal_services", "other_org", "total")


def read(content: str, name: str = "report.txt") -> Report:
    return read_report(Source(name, content.encode()))


def row(report: Report, name: str) -> list[object]:
    return [report.figures[f"applications.{name}.{column}"].value for column in CELLS]


@pytest.mark.parametrize(
    "heads",
    [
        "自然人 法人或其他组 总计\n织\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n",
        "自然人 法人或其他组织 总计\n商业 科研 社会公益 法律服务 其他\n企业 机构 组织 机构\n",
        "自然人 法人或其他组织 总计\n商业 科研 社会公 法律服 其他\n企业 机构 益组 务机\n织 构\n",
    ],
)
def test_heads_broken_over_lines_name_their_columns(heads: str) -> None:
    report = read(HEAD_THREE + heads + ROWS_THREE)
    assert row(report, "new_received") == [9, 2, 0, 0, 0, 1, 12]


def test_words_below_heads_that_are_no_ends_of_them_leave_the_order_unclear() -> None:
    report = read(HEAD_THREE + "总计 自然人 商业 科研 其他\n其他 企业 机构\n" + ROWS_THREE)
    assert row(report, "new_received") == [None] * 7
    assert "column-order-unclear" in [problem.code for problem in report.problems]


@pytest.mark.parametrize("label", ["2.其他法律行政法规禁止公开", "（三）不予公开   2.其他法律行政法规禁止公开"])
def test_a_figure_glued_to_a_label_as_wide_as_its_column_is_the_first_of_its_row(label: str) -> None:
    report = read(f"{HEAD_THREE}{ROWS_THREE}{label}12   48   0   0   0   0   60\n")
    assert row(report, "denied_other_law") == [12, 48, 0, 0, 0, 0, 60]


def test_a_digit_glued_to_a_label_before_a_whole_row_is_no_figure() -> None:
    report = read(HEAD_THREE + ROWS_THREE + "7.属于行政执法案卷1   12   48   0   0   0   0   60\n")
    assert row(report, "denied_enforcement_file") == [None] * 7


def table(*rows: tuple[str, ...]) -> str:
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>" for cells in rows)
    return f"<h2>三、收到和处理政府信息公开申请情况</h2><table>{lines}</table>"


FIRST = ("一、本年新收政府信息公开申请数量", "", "", "9", "2", "0", "0", "0", "1", "12")
BLANK = ("",) * 7


@pytest.mark.parametrize("figures_first", [True, False])
def test_a_label_broken_over_two_rows_is_one(*, figures_first: bool) -> None:
    figures = ("4", "0", "0", "0", "0", "0", "4")
    above, below = (figures, BLANK) if figures_first else (BLANK, figures)
    report = read(
        table(FIRST, ("（三）不予公开", "", "2.其他法律行政法", *above), ("", "", "规禁止公开", *below)), "report.html"
    )
    assert row(report, "denied_other_law") == [4, 0, 0, 0, 0, 0, 4]


def test_a_row_without_figures_above_a_row_of_its_own_stays_without() -> None:
    report = read(
        table(FIRST, ("", "", "5.属于三类内部事务信息", *BLANK), ("", "", "6.属于四类过程性信息", *FIRST[3:])),
        "report.html",
    )
    assert row(report, "denied_internal_affairs") == [None] * 7
    assert row(report, "denied_process_information") == [9, 2, 0, 0, 0, 1, 12]


def test_a_merged_label_written_into_each_of_its_places_is_one() -> None:
    label = "二、上年结转政府信息公开申请数量"
    again = ("一、本年新收政府信息公开申请数量",) * 3
    report = read(table((*again, *FIRST[3:]), (label, label, label, "3", "0", "0", "0", "0", "0", "3")), "report.html")
    assert row(report, "new_received") == [9, 2, 0, 0, 0, 1, 12]
    assert row(report, "carried_in") == [3, 0, 0, 0, 0, 0, 3]


def test_rows_that_all_go_on_below_are_put_together() -> None:
    labels = (
        "一、本年新收政府信息公开申请数量",
        "二、上年结转政府信息公开申请数量",
        "（一）予以公开",
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        "（三）不予公开 1.属于国家秘密",
        "2.其他法律行政法规禁止公开",
        "3.危及“三安全一稳定”",
    )
    lines = [f"{label} {at} 1 0 2\n0 0 {at + 3}\n" for at, label in enumerate(labels, start=4)]
    report = read(HEAD_THREE + "".join(lines))
    assert row(report, "new_received") == [4, 1, 0, 2, 0, 0, 7]
    assert row(report, "denied_three_safeties") == [10, 1, 0, 2, 0, 0, 13]
    lost = read(HEAD_THREE + "".join(lines).replace("0 0 10\n", ""))
    assert row(lost, "new_received") == [None] * 7


def test_a_row_whose_cells_all_belong_to_the_row_above_may_end_a_table() -> None:
    """Between the two tables of a Word document stands nothing but the number of a page."""
    merged = word_table(
        [word_cell(text, '<w:vMerge w:val="restart"/>') for text in ("规章", "1", "2", "3")],
        [word_cell("", "<w:vMerge/>")] * 4,
    )
    body = paragraph("第二十条第（一）项") + merged + paragraph("- 2 -") + word_table(["行政规范性文件", "4", "5", "6"])
    report = read_report(Source("report.docx", docx(body)))
    assert report.figures["proactive.regulations.in_force"].value == 3
    assert report.figures["proactive.normative_documents.in_force"].value == 6
