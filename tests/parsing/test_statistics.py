"""The statistics form of the years before 2019, national and provincial."""

from __future__ import annotations

from parsing import form
from parsing.form import statistics
from parsing.model import Report
from tests.parsing.texts import read

NATIONAL = """某县某局2016年政府信息公开工作年度报告
统计指标 | 单位 | 统计数
（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条） | 条 | 321
（一）收到申请数 | 件 | 12
1．当面申请数 | 件 | 2
四、行政复议数量 | 件 | 3
（二）被依法纠错数 | 件 | 2
五、行政诉讼数量 | 件 | 1
（二）被依法纠错数 | 件 | 0
七、依申请公开信息收取的费用 | 万元 | 0.5
"""
PROVINCIAL = (
    "某区2018年度政府信息公开工作年度报告\n统计表指标名称计量单位2018年度历年累计主动公开文件数条206912106"
    "其中：1.政府网站公开数条12 4502.政府公报公开数条00受理依申请公开信息总数条001.当面申请数条002.信函、传真申请数条00"
)


def values(report: Report) -> dict[str, object]:
    return {
        cell.removeprefix("statistics_2014."): figure.value
        for cell, figure in report.figures.items()
        if figure.value is not None
    }


def test_the_national_form_is_read_line_by_line() -> None:
    report = read(NATIONAL)
    assert report.edition == "2014"
    assert report.fiscal_year == 2016
    assert {cell: str(value) for cell, value in values(report).items()} == {
        "disclosure.total": "321",
        "applications.received": "12",
        "applications.received_in_person": "2",
        "reviews.total": "3",
        "reviews.corrected": "2",
        "lawsuits.total": "1",
        "lawsuits.corrected": "0",
        "resources.fees": "0.5",
    }


def test_running_numbers_page_numbers_and_remarks_are_no_figures() -> None:
    names = ("主动公开政府信息数", "收到申请数", "行政复议数量", "行政诉讼数量")
    rows = "".join(
        f"<tr><td>{at}</td><td>{name}</td><td>条</td><td>{at + 20}</td><td></td></tr>"
        for at, name in enumerate(names, start=1)
    )
    head = "<tr><td>序号</td><td>统计指标</td><td>单位</td><td>统计数</td><td>备注</td></tr>"
    report = read(f"<p>某局2016年政府信息公开年报</p><table>{head}{rows}</table><p>- 4 -</p>")
    assert values(report) == {
        "disclosure.total": 21,
        "applications.received": 22,
        "reviews.total": 23,
        "lawsuits.total": 24,
    }


def test_figures_before_their_indicators_are_not_given_to_the_next_one() -> None:
    lines = ("统计数 | 统计指标", "321 | 主动公开政府信息数", "12 | 收到申请数", "3 | 行政复议数量", "1 | 行政诉讼数量")
    assert values(read("\n".join(lines))) == {}


def test_a_provincial_form_gives_the_figure_of_the_year_where_it_is_certain() -> None:
    report = read(PROVINCIAL)
    assert report.edition is None
    assert values(report) == {"disclosure.by_website": 12, "disclosure.by_gazette": 0, "applications.received": 0}
    unclear = {cell for problem in report.problems for cell in problem.cells}
    assert "statistics_2014.disclosure.total" in unclear


def test_linked_cells_exist() -> None:
    linked = [
        column.same_as
        for row in statistics.TABLE.rows
        for column in row.columns
        if isinstance(column, statistics.Indicator) and column.same_as
    ]
    assert linked
    assert set(linked) <= set(form.all_cells())
