"""Table 四 with a cell a line, where bars fill up the rows of its heads to the length of the others."""

from __future__ import annotations

import pytest

from parsing.model import Report
from tests.parsing.texts import codes, read, value

HEADS_OF_REMEDIES = "结果维持 |\n结果纠正 |\n其他结果 |\n尚未审结 |\n总计 |\n"


def remedies_with_padded_heads(figures: str) -> Report:
    heads = f"行政复议 |\n行政诉讼 |\n|||||||||||||\n{HEADS_OF_REMEDIES}未经复议直接起诉 |\n复议后起诉 |\n||||||||\n"
    title = "四、政府信息公开行政复议、行政诉讼情况\n"
    lines = "".join(f"{figure} |\n" if figure else "|\n" for figure in figures.split(" "))
    return read(f"{title}{heads}{HEADS_OF_REMEDIES * 2}|||||\n{lines}五、存在的主要问题及改进情况\n")


def test_bars_that_fill_up_the_heads_are_no_cells_of_the_remedies() -> None:
    report = remedies_with_padded_heads("1 0 2 0 3 4 0 0 1 5 0 6 0 0 6")
    assert value(report, "remedies.administrative_review.upheld") == 1
    assert value(report, "remedies.litigation_direct.pending") == 1
    assert value(report, "remedies.litigation_after_review.total") == 6
    assert codes(report, "remedies") == []


@pytest.mark.parametrize(
    "figures",
    ["1 0 2 0 3 4 0 0 1 5 0 6 0 0", "1 0 2 0 3  4 0 0 1 5 0 6 0 0 6", "1 0 2 0 3 4 0 0 1 5     ", "4 1 3 0 8 2"],
)
def test_behind_such_bars_a_line_that_is_not_whole_is_left_open(figures: str) -> None:
    report = remedies_with_padded_heads(figures)
    assert {figure.value for cell, figure in report.figures.items() if cell.startswith("remedies")} <= {None}


@pytest.mark.parametrize(
    ("figures", "told", "read_of_it"),
    [
        ("0 4  12 16    4 4  1  12 13", "cells-blank", [0, 4, None, 12, 16, *[None] * 3, 4, 4, None, 1, None, 12, 13]),
        (" 4  12 16    4 4  1  12 13", "cells-missing", [None] * 15),  # nothing tells that the first cell is blank
    ],
)
def test_blank_cells_between_bars_on_lines_of_their_own_shift_no_figure(
    figures: str, told: str, read_of_it: list[int | None]
) -> None:
    heads = "| 行政复议\n|\n行政诉讼\n|\n|||||||||||||\n| 未经复议直接起诉\n|\n复议后起诉\n|\n"
    results = "\n|\n".join(["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3)
    line = "\n|\n".join(figures.split(" "))
    report = read(f"四、政府信息公开行政复议、行政诉讼情况\n{heads}| {results}\n|\n| {line}\n|\n五、存在的问题\n")
    assert [figure.value for cell, figure in report.figures.items() if cell.startswith("remedies")] == read_of_it
    assert codes(report, "remedies") == [told]
