"""Table three read down its columns: all labels, then the figures of each column."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from data.synthetic.layouts.blocks import Table
from parsing import read_report
from parsing.model import Report, Source, State
from tests.properties.filled_reports import drawn, filled
from tests.properties.realistic import labels_of, text, texts
from tests.properties.torn_variations import table_three_by_columns

CELL = "applications.granted.business"


def set_otherwise(table: Table, figures: str) -> Iterator[str]:
    """The heads and labels of table three, then other figures than its own."""
    if table.id != "applications":
        yield from (" ".join(texts(row)) for row in table.sheet)
        return
    yield from (label for row in table.sheet for label in labels_of(row))
    yield from figures


def read(content: bytes) -> Report:
    return read_report(Source("report.txt", content))


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_figures_are_placed_by_the_sums(edition: str) -> None:
    report = filled(edition, drawn(3), 999)
    found = read(table_three_by_columns(report))
    assert {cell: figure.value for cell, figure in found.figures.items()} == report.cells
    assert found.figures[CELL].state is State.DERIVED
    assert "columns-one-by-one" in [problem.code for problem in found.problems]


def test_what_the_sums_told_does_not_pass_them() -> None:
    found = read(table_three_by_columns(filled("2021", drawn(3), 999)))
    outcomes = {each.rule: each.outcome for each in found.assessments}
    assert outcomes["applications-row-total"] == "not-assessable"


def test_figures_that_do_not_add_up_stay_empty() -> None:
    report = filled("2021", drawn(3), 9)
    found = read(text(report, lambda table: set_otherwise(table, "1" * 175)))
    assert found.figures[CELL].value is None
    assert CELL in {cell for problem in found.problems for cell in problem.cells}


def test_zeros_are_zeros_whichever_way_they_run() -> None:
    report = filled("2021", drawn(3), 9)
    found = read(text(report, lambda table: set_otherwise(table, "0" * 175)))
    assert {figure.value for cell, figure in found.figures.items() if cell.startswith("applications.")} == {0}
