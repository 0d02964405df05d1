"""Tables two of which one part stands below the heads of the form of 2019, and another below those of 2021."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parsing import Report, Source, read_report

Rows = list[list[str]]
Written = Callable[[Rows], Source]

DOCUMENTS = {
    "2019": [["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"], ["规范性文件", "4", "5", "16"]],
    "2021": [["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["行政规范性文件", "4", "5", "16"]],
}
DECISIONS = {
    "2019": [["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"], ["行政许可", "7", "+2", "90"]],
    "2021": [["信息内容", "本年处理决定数量"], ["行政许可", "90"]],
}
FEES = {
    "2019": [["信息内容", "上一年项目数量", "本年增/减"], ["行政事业性收费", "13", "-1"]],
    "2021": [["信息内容", "本年收费金额（单位：万元）"], ["行政事业性收费", "282.1"]],
}
PROCUREMENT = [
    ["其他对外管理服务事项", "0", "0", "11"],
    ["信息内容", "采购项目数量", "采购总金额"],
    ["政府集中采购", "17", "0"],
]


def page(rows: Rows) -> Source:
    lines = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    table = "".join(f"<tr>{line}</tr>" for line in lines)
    return Source("report.html", f"<p>二、主动公开政府信息情况</p><table>{table}</table>".encode())


def text(rows: Rows) -> Source:
    return Source(
        "report.txt", "\n".join(["二、主动公开政府信息情况", *(cell for row in rows for cell in row)]).encode()
    )


def figures(report: Report) -> dict[str, str]:
    found = {cell: figure.value for cell, figure in report.figures.items() if cell.startswith("proactive")}
    return {cell.removeprefix("proactive."): str(value) for cell, value in found.items() if value is not None}


def mixed(report: Report) -> set[str]:
    found = [problem for problem in report.problems if problem.code == "edition-mixed"]
    return {cell.removeprefix("proactive.") for problem in found for cell in problem.cells}


@pytest.mark.parametrize("written", [page, text])
def test_decisions_below_the_head_of_2021_are_read_in_a_table_of_2019(written: Written) -> None:
    report = read_report(written([*DOCUMENTS["2019"], *DECISIONS["2021"], *FEES["2021"]]))
    assert report.table_editions["proactive"] == "2019"
    documents = {"made": "4", "disclosed": "5", "total_disclosed": "16"}
    expected = {f"normative_documents.{column}": figure for column, figure in documents.items()}
    assert figures(report) == {**expected, "licensing.decisions": "90"}
    assert {"licensing.previous_items", "licensing.change", "fees.previous_items", "fees.change"} == mixed(report)


@pytest.mark.parametrize("written", [page, text])
def test_documents_below_the_heads_of_2021_are_none_of_2019(written: Written) -> None:
    report = read_report(written([*DOCUMENTS["2021"], *DECISIONS["2019"], *PROCUREMENT, *FEES["2019"]]))
    assert report.table_editions["proactive"] == "2019"
    assert not [cell for cell in figures(report) if cell.startswith("normative_documents")]
    assert figures(report)["licensing.decisions"] == "90"
    assert {f"normative_documents.{column}" for column in ("made", "disclosed", "total_disclosed")} <= mixed(report)


def test_decisions_below_the_heads_of_2019_are_read_in_a_table_of_2021() -> None:
    report = read_report(page([*DOCUMENTS["2021"], *DECISIONS["2019"], *FEES["2021"]]))
    assert report.table_editions["proactive"] == "2021"
    documents = {"issued": "4", "repealed": "5", "in_force": "16"}
    expected = {f"normative_documents.{column}": figure for column, figure in documents.items()}
    assert figures(report) == {**expected, "licensing.decisions": "90", "fees.amount_10k_yuan": "282.1"}


def test_one_figure_below_three_heads_stays_in_doubt() -> None:
    heads = ["信息内容", "上一年项目数量", "本年增/减", "本年处理决定数量"]
    report = read_report(text([*DOCUMENTS["2019"], heads, ["行政许可", "90"], *FEES["2019"], *PROCUREMENT]))
    assert "licensing.decisions" not in figures(report)
