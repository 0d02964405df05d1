"""Columns beside the form's are left out, and nothing else is."""

from __future__ import annotations

import pytest

from parsing.model import Cell, Grid, Place
from parsing.tables.beside import rows_of_form


def grid(*rows: str, aligned: bool = True) -> Grid:
    cells = (
        tuple(Cell(text=text.strip(), place=Place(row=at), left=left) for left, text in enumerate(row.split("|")))
        for at, row in enumerate(rows)
    )
    return Grid(rows=tuple(cells), aligned=aligned)


def kept(printed: Grid) -> list[str]:
    return ["|".join(cell.text for cell in row) for row in rows_of_form(printed)]


@pytest.mark.parametrize(
    ("rows", "form"),
    [
        (("信息内容|件数|备注", "规章|3|含上年2件", "处罚|4|"), ["信息内容|件数", "规章|3", "处罚|4"]),
        (("信息内容|单位|件数", "规章|件|3", "处罚|件|4"), ["信息内容|件数", "规章|3", "处罚|4"]),
        (("序号|信息内容|件数", "1|规章|3", "2|处罚|4"), ["信息内容|件数", "规章|3", "处罚|4"]),
        (("0|信息内容|件数", "1|规章|3", "2|处罚|4"), ["信息内容|件数", "规章|3", "处罚|4"]),
        (("|0|1", "0|信息内容|件数", "1|规章|3", "2|处罚|4"), ["0|1", "信息内容|件数", "规章|3", "处罚|4"]),
    ],
)
def test_numbers_counters_and_remarks_are_left_out(rows: tuple[str, ...], form: list[str]) -> None:
    assert kept(grid(*rows)) == form


@pytest.mark.parametrize(
    "rows",
    [
        ("信息内容|金额|单位", "收费|35000|元"),  # a unit of money changes the figure
        ("信息内容|件数", "行政许可|3", "备注|行政处罚"),
        ("备注|件数", "行政许可|3", "行政处罚|4"),
        ("序号|件数", "行政许可|3", "行政处罚|4"),
        ("3|0|1", "4|0|2", "5|0|3"),
    ],
)
def test_everything_else_stays(rows: tuple[str, ...]) -> None:
    assert kept(grid(*rows)) == list(rows)


def test_rows_of_different_length_between_bars_have_no_columns() -> None:
    rows = ("信息内容|件数|备注", "规章|3")
    assert kept(grid(*rows, aligned=False)) == list(rows)
