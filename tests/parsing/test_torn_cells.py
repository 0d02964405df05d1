"""Pages read line by line, their lines set as cells: labels and heads in pieces, placed where all rows are there."""

from __future__ import annotations

import pytest

from parsing import Report, Source, form, read_report

HEAD = """## 三、收到和处理政府信息公开申请情况
法人或其他组织
（本列数据的勾稽关系为：第一项加第二项之和，
社会法律
公益服务其他
企业机构
组织机构
| 等于第三项加第四项之和） | 自然人 | 商业 | 科研 | 总计 |
|---|---|---|---|---|
"""
RESULTS = [
    "（三）不属于国家秘密",
    "2.其他法律行政",
    "止公开",
    "（四）无",
    "3.补正后申请内",
    "容仍不明确",
]
ROWS = {
    "new_received": "一、本年新收政府信息公开申请数量",
    "carried_in": "二、上年结转政府信息公开申请数量",
    "granted": "（一）予以公开",
    "partially_granted": "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    "denied_state_secret": "1.属于国家秘密",
    "denied_other_law": "法规禁",
    "denied_three_safeties": "",
    "denied_third_party": "（三）不 | 4.保护第三方合法权",
    "denied_internal_affairs": "予公开 | 事务信息",
    "denied_process_information": "",
    "denied_enforcement_file": "7.属于行政执法案卷",
    "denied_administrative_query": "8.属于行政查询事项",
    "unable_not_held": "",
    "unable_needs_creation": "供 | 息需要另行制作",
    "unable_unclear": "",
    "unprocessed_petition": "1.信访举报投诉类申请",
    "unprocessed_repeat": "2.重复申请",
    "unprocessed_publication": "3.要求提供公开出版物",
    "unprocessed_excessive": "4.无正当理由大量反复申请",
    "unprocessed_reconfirmation": "",
    "other_overdue_correction": "行政机关不再处理其政府信息公",
    "other_overdue_fee": "缴纳费用、 | 行政机关不再处理其政",
    "other_remaining": "3.其他",
    "total_processed": "（七）总计",
    "carried_out": "四、结转下年度继续办理",
}
"""Row of the form → what is printed beside its figures."""

OUTCOMES = list(ROWS)[2:-2]


def figures(row: str) -> tuple[int, ...]:
    """Figures that add up along rows and columns; no two rows have the same."""
    if row == "total_processed":
        return tuple(map(sum, zip(*map(figures, OUTCOMES), strict=True)))
    if row == "new_received":
        return figures("total_processed")
    if row in {"carried_in", "carried_out"}:
        return (0, 0, 3, 0, 0, 0, 3)
    at = OUTCOMES.index(row)
    return (at, 1, 0, 0, 0, 0, at + 1)


def line(row: str, values: tuple[int, ...] | None = None) -> str:
    return " | ".join(("|", *filter(None, [ROWS[row]]), *map(str, values or figures(row)), "|"))


def lines() -> dict[str, str]:
    return {row: line(row) for row in ROWS}


def read(printed: list[str], head: str = HEAD) -> Report:
    whole = "\n".join((head + "\n".join(RESULTS), *printed, "", "四、政府信息公开行政复议、行政诉讼情况", ""))
    return read_report(Source("report.md", whole.encode()))


def wrong(report: Report) -> list[str]:
    """The rows that were given figures other than their own."""
    return [row for row in ROWS if values(report, row) not in (figures(row), (None,) * 7)]


def values(report: Report, row: str) -> tuple[object, ...]:
    return tuple(report.figures[form.cell_id("applications", row, column.id)].value for column in form.APPLICANTS)


def codes(report: Report) -> list[str]:
    return [problem.code for problem in report.problems if problem.table == "applications"]


def test_rows_without_whole_labels_are_placed_where_as_many_are_printed_as_the_form_has() -> None:
    report = read(list(lines().values()))
    assert {row: values(report, row) for row in ROWS} == {row: figures(row) for row in ROWS}
    assert "row-restored" in codes(report)
    assert "row-unknown" not in codes(report)


def test_heads_broken_over_lines_do_not_contradict_the_order_of_the_columns() -> None:
    report = read(list(lines().values()))
    assert "column-order-unclear" not in codes(report)
    assert "header-missing" in codes(report)


def test_heads_of_one_line_that_name_another_order_are_still_doubted() -> None:
    head = HEAD.replace("自然人 | 商业 | 科研 | 总计", "商业 | 科研 | 总计 | 自然人")
    report = read(list(lines().values()), head)
    assert "column-order-unclear" in codes(report)


@pytest.mark.parametrize("lost", [row for row in OUTCOMES if not ROWS[row]])
def test_a_row_lost_and_another_twice_leave_rows_empty_that_no_longer_add_up(lost: str) -> None:
    for again in OUTCOMES:
        printed = {row: text for row, text in lines().items() if row != lost}
        twice = [text for row, text in printed.items() for text in [text] * (1 + (row == again))]
        report = read(twice)
        assert wrong(report) == [], again
        assert values(report, lost) == (None,) * 7, again


def test_a_row_lost_and_a_strange_one_printed_leave_the_rows_beside_empty() -> None:
    printed = lines() | {"denied_three_safeties": line("denied_three_safeties", (3, 0, 1, 0, 2, 0, 6))}
    report = read(list(printed.values()))
    assert wrong(report) == []
    assert "rows-torn" in codes(report)


def test_parts_of_figures_above_the_first_row_leave_the_table_empty() -> None:
    report = read(["41 79 64 25 31 05 5", "1 0 2 4", *lines().values()])
    assert wrong(report) == []
    assert {values(report, row) for row in ROWS} == {(None,) * 7}


def test_a_page_number_above_the_first_row_is_no_part_of_a_figure() -> None:
    report = read(["12", *lines().values()])
    assert values(report, "carried_out") == figures("carried_out")
