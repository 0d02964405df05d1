"""Labels with remarks in brackets that tell how their rows are to be filled in, one cell a line."""

from __future__ import annotations

import pytest

from parsing.model import Report
from tests.parsing.texts import read

HEAD = "第二十条第（一）项\n信息内容\n本年新制作数量\n本年新公开数量\n对外公开总数量\n"
ITEMS = "第二十条第（五）项\n信息内容\n上一年项目数量\n本年增/减\n处理决定数量\n"


def row(report: Report, name: str) -> list[object]:
    return [figure.value for cell, figure in report.figures.items() if cell.startswith(f"proactive.{name}.")]


@pytest.mark.parametrize(
    "remark",
    [
        "（有权制定规章的机关才填写；其他机关填零）",
        "\n（有权制定规章的机关才填写；其他机关填零）",
        "\n（有权制定规章的机关才填写；\n其他机关填零，不得\n留空）",
        "（有权制定规章的机关\n才填写；其他机关填零）",
    ],
)
def test_a_remark_behind_a_label_is_no_part_of_it(remark: str) -> None:
    report = read(f"{HEAD}规章{remark}\n0\n0\n3\n规范性文件\n5\n4\n25\n")
    assert row(report, "regulations") == [0, 0, 3]
    assert row(report, "normative_documents") == [5, 4, 25]


def test_rows_that_a_remark_names_are_not_meant_by_it() -> None:
    report = read(
        f"{ITEMS}行政许可\n3\n0\n12\n其他对外管理服务事项（含行政确认、行政检查，\n行政处罚以外的事项）\n1\n0\n7\n"
    )
    assert row(report, "licensing") == [3, 0, 12]
    assert row(report, "other_services") == [1, 0, 7]
    assert row(report, "penalties") == [None, None, None]


def test_a_row_of_its_own_with_a_remark_is_not_given_to_the_row_that_the_remark_names() -> None:
    extra = "其他主动公开文件（本单位印发的、除规范性文件以外的公文）\n9\n8\n70\n"
    report = read(f"{HEAD}规章\n0\n0\n3\n规范性文件\n5\n4\n25\n{extra}")
    assert row(report, "normative_documents") == [5, 4, 25]
    assert "9 8 70" in [problem.excerpt for problem in report.problems if problem.code == "row-unknown"]


def test_the_number_of_the_next_row_is_no_remark() -> None:
    report = read(f"{HEAD}规章\n（二）\n规范性文件\n5\n4\n25\n")
    assert row(report, "regulations") == [None, None, None]
    assert row(report, "normative_documents") == [5, 4, 25]
