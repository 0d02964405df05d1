"""Tables three whose heading names 总计 before the other columns, in a column of its own or a line higher than they."""

from __future__ import annotations

import pytest

from parsing import Report, Source, form, read_report

ORGANISATIONS = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
HEADS = ["申请人情况", "总计", "自然人", "法人或其他组织", *ORGANISATIONS]
ROWS = ["一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"]
IDS = [column.id for column in form.APPLICANTS]
NONE = [0] * len(IDS)
EQUATION = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"


def text(*rows: list[int]) -> str:
    """A report with a cell a line."""
    cells = [cell for label, figures in zip(ROWS, rows, strict=True) for cell in (label, *map(str, figures))]
    return "\n".join(["甲县乙镇2023年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况", *HEADS, *cells])


def page(*rows: list[int]) -> str:
    """A web page: 总计 stands in the first row of the heading and reaches down to the last one."""
    lines = [
        [f"<td colspan=3 rowspan=3>{EQUATION}</td><td colspan=6>申请人情况</td><td rowspan=3>总计</td>"],
        ["<td rowspan=2>自然人</td><td colspan=5>法人或其他组织</td>"],
        [f"<td>{head}</td>" for head in ORGANISATIONS],
        *([f"<td colspan=3>{ROWS[at]}</td>", *(f"<td>{figure}</td>" for figure in rows[at])] for at in (0, 1)),
    ]
    rows_of_page = "".join(f"<tr>{''.join(each)}</tr>" for each in lines)
    return f"<p>三、收到和处理政府信息公开申请情况</p><table>{rows_of_page}</table>"


def read(content: str) -> Report:
    name = "report.html" if content.startswith("<") else "report.txt"
    return read_report(Source(name, content.encode()))


def received(report: Report) -> dict[str, object]:
    return {column: report.figures[f"applications.new_received.{column}"].value for column in IDS}


def codes(report: Report) -> list[str]:
    return [problem.code for problem in report.problems if problem.code.startswith("column-order")]


def test_a_total_named_a_line_higher_stands_last_where_the_rows_then_add_up() -> None:
    report = read(text([2, 0, 0, 0, 0, 1, 3], NONE))
    assert received(report) == dict(zip(IDS, [2, 0, 0, 0, 0, 1, 3], strict=True))
    assert codes(report) == []


def test_a_total_named_first_stands_first_where_the_rows_then_add_up() -> None:
    report = read(text([3, 2, 0, 0, 0, 0, 1], NONE))
    assert received(report) == dict(zip(IDS, [2, 0, 0, 0, 0, 1, 3], strict=True))
    assert codes(report) == ["column-order"]


def test_rows_that_add_up_either_way_stay_empty_but_for_those_that_read_the_same_in_any_order() -> None:
    report = read(text([1, 0, 0, 0, 0, 0, 1], NONE))
    assert set(received(report).values()) == {None}
    assert report.figures["applications.carried_in.total"].value == 0
    unclear = next(problem for problem in report.problems if problem.code == "column-order-unclear")
    assert set(unclear.cells) == {f"applications.new_received.{column}" for column in IDS}


def test_nothing_is_in_doubt_where_all_figures_are_alike() -> None:
    report = read(text(NONE, NONE))
    assert set(received(report).values()) == {0}
    assert codes(report) == []


@pytest.mark.parametrize("figures", [[2, 0, 0, 0, 0, 1, 3], [1, 0, 0, 0, 0, 0, 1]])
def test_in_a_grid_the_place_of_the_heads_tells_their_order(figures: list[int]) -> None:
    report = read(page(figures, NONE))
    assert received(report) == dict(zip(IDS, figures, strict=True))
    assert codes(report) == []


def test_a_total_beside_the_head_that_spans_the_other_columns_stands_last() -> None:
    heads = [f"{EQUATION} | 申请人情况 | 总计 |", "自然人 | 法人或其他组织 |", f"{' | '.join(ORGANISATIONS)} |"]
    rows = [f"{label} | {' | '.join('1000001')} |" for label in ROWS]
    report = read("\n".join(["三、收到和处理政府信息公开申请情况", *heads, *rows]))
    assert received(report) == dict(zip(IDS, [1, 0, 0, 0, 0, 0, 1], strict=True))
    other = [
        "三、收到和处理政府信息公开申请情况",
        heads[0].replace("申请人情况 | 总计", "总计 | 申请人情况"),
        *heads[1:],
        *rows,
    ]
    assert set(received(read("\n".join(other))).values()) == {None}
