"""Table 四 printed otherwise than the form has it: twice, or with a line for reviews and one for lawsuits."""

from __future__ import annotations

import pytest

from parsing import Report
from tests.parsing.texts import read

WAYS = "四、政府信息公开行政复议、行政诉讼情况\n行政复议 行政诉讼\n未经复议直接起诉 复议后起诉\n"
HEAD = WAYS + "结果维持 结果纠正 其他结果 尚未审结 总计 " * 3 + "\n"
LINE = "1 0 0 0 1 0 2 0 0 2 3 0 0 0 3\n"


def totals(report: Report) -> list[object]:
    return [figure.value for cell, figure in report.figures.items() if cell.endswith(".total") and "remedies" in cell]


@pytest.mark.parametrize("again", [LINE, HEAD + LINE])
def test_a_line_printed_twice_alike_is_read_and_told(again: str) -> None:
    report = read(HEAD + LINE + again)
    assert totals(report) == [1, 2, 3]
    assert "table-repeated-alike" in [problem.code for problem in report.problems]


def test_a_line_printed_twice_with_other_figures_is_not_known() -> None:
    report = read(HEAD + LINE + LINE.replace("2 0 0 2", "2 0 1 3"))
    assert totals(report) == [None] * 3


def test_lawsuits_on_a_line_of_their_own_are_read_only_where_no_cell_is_blank() -> None:
    split = LINE.replace("1 0 2", "1\n0 2", 1)
    assert totals(read(HEAD + split)) == [1, 2, 3]
    bars = "| " + " | ".join(LINE.split()[:5]) + " |\n| " + " | ".join(LINE.split()[5:]) + " |\n"
    assert totals(read(HEAD + bars)) == [1, 2, 3]
    assert totals(read(HEAD + bars.replace("| 0 | 2 |", "|  | 2 |"))) == [None] * 3


def test_a_glued_line_is_cut_only_where_one_way_adds_up() -> None:
    assert totals(read(HEAD + LINE.replace(" ", ""))) == [1, 2, 3]
    assert totals(read(HEAD + "0211400110111110012")) == [None] * 3  # 0·0·1·10·11 or 0·0·110·1·111
