"""Layouts that leave no doubt are read whole: every figure right, and nothing to tell above a note."""

from __future__ import annotations

import pytest

from parsing import read_report
from parsing.catalogue import Severity, severity
from parsing.model import Source
from tests.properties.all_variations import VARIATIONS
from tests.properties.filled_reports import drawn, filled

WHOLE = (
    *(name for name in VARIATIONS if name.startswith("drawn: ")),
    "head: sum of organisations",
    "head: sum of organisations between bars",
    "head: total of last year",
    "head: change from last year",
    "torn: figures in the middle of a label",
    "text: all in one line",
    "table: table four in two tables",
    "text: thousands by comma",
    "text: aligned by spaces",
    "text: copied from a browser",
    "web: label over two rows beside its group",
    "web: label begins a row above beside its group",
    "paper: without rules",
    "paper: without horizontal rules",
    "paper: without vertical rules",
    "paper: figures before the end of the page",
    "paper: labels before the end of the page",
    "paper: heads over the end of the page",
)

IN_ANOTHER_ORDER = (
    "head: total first a row a line",
    "head: total first a cell a line",
    "head: natural persons behind organisations",
    "head: natural persons behind organisations a row a line",
)


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("name", WHOLE)
def test_every_figure_is_read(name: str, edition: str) -> None:
    report = filled(edition, drawn(3), 9_999)
    read = read_report(Source("report", VARIATIONS[name](report)))
    assert {cell: figure.value for cell, figure in read.figures.items()} == report.cells
    assert [problem for problem in read.problems if severity(problem) is not Severity.NOTE] == []


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("name", IN_ANOTHER_ORDER)
def test_every_figure_is_read_and_the_order_told(name: str, edition: str) -> None:
    report = filled(edition, drawn(3), 999)
    read = read_report(Source("report", VARIATIONS[name](report)))
    assert {cell: figure.value for cell, figure in read.figures.items()} == report.cells
    assert [problem.code for problem in read.problems if severity(problem) is not Severity.NOTE] == ["column-order"]
