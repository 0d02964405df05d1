"""The arithmetic over all reports comes to what the arithmetic of one report comes to, on any figures."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.checks import BROKEN, HOLDS, arithmetic
from data.rows import frame, row
from parsing import form
from parsing.checks import assess
from parsing.model import Figure, Report, State
from tests.dataset.read_reports import a_report

TABLES: Final = ("applications", "remedies")
COUNTS: Final = st.integers(0, 3) | st.integers(0, 10**15)
UNREAD: Final = (State.BLANK, State.DASH, State.UNREADABLE, State.MISSING)


def zeros(edition: str) -> dict[str, Figure]:
    """Tables full of zeros, in which every rule holds."""
    return {
        cell: Figure(value=0, state=State.PRINTED) for table in TABLES for cell in form.TABLES[table, edition].cells
    }


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report with a few figures that may or may not add up, and a few that were not read, or found."""
    edition = draw(st.sampled_from(form.EDITIONS))
    figures = zeros(edition)
    for cell in draw(st.lists(st.sampled_from(list(figures)), max_size=6)):
        figures[cell] = Figure(value=draw(COUNTS), state=State.PRINTED)
    for cell in draw(st.lists(st.sampled_from(list(figures)), max_size=3)):
        state = draw(st.sampled_from((*UNREAD, State.DERIVED)))
        figures[cell] = Figure(value=figures[cell].value if state is State.DERIVED else None, state=state)
    tables = draw(st.lists(st.sampled_from(TABLES), unique=True))
    own = {cell: figure for cell, figure in figures.items() if cell.partition(".")[0] in tables}
    return replace(a_report(), figures=own, table_editions=dict.fromkeys(tables, edition))


@settings(max_examples=10)
@given(st.lists(reports(), min_size=10, max_size=10))
def test_both_come_to_the_same(made: list[Report]) -> None:
    rows = [{**row(report), "report_id": f"{number}"} for number, report in enumerate(made)]
    found = arithmetic.outcomes(frame(rows).lazy()).collect()
    for report_id, *outcomes in found.iter_rows():
        alone = {assessed.rule: assessed.outcome.value for assessed in assess(made[int(report_id)])}
        told = [outcome if outcome in {HOLDS, BROKEN} else "not-assessable" for outcome in outcomes]
        assert told == [alone[code] for code in arithmetic.CODES]


def outcome(code: str, **figures: Figure) -> str:
    """What a rule comes to for a report of zeros with these figures."""
    cells = {name.replace("__", "."): figure for name, figure in figures.items()}
    report = replace(
        a_report(), figures=zeros("2021") | cells, table_editions=dict.fromkeys(("applications", "remedies"), "2021")
    )
    return str(arithmetic.outcomes(frame([row(report)]).lazy()).select(code).collect().item())


@pytest.mark.parametrize(
    ("state", "value", "expected"),
    [(State.PRINTED, 1, BROKEN), (State.DERIVED, 1, "cells-unread"), (State.BLANK, None, "cells-unread")],
)
def test_a_figure_that_arithmetic_found_neither_proves_nor_breaks_it(
    state: State, value: int | None, expected: str
) -> None:
    figure = Figure(value=value, state=state)
    assert outcome("remedies-total", remedies__litigation_direct__upheld=figure) == expected


def test_a_table_that_was_not_read_is_told_from_one_that_is_right() -> None:
    report = replace(a_report(), figures={}, table_editions={})
    found = arithmetic.outcomes(frame([row(report)]).lazy()).collect()
    assert set(found.drop("report_id").row(0)) == {"table-missing"}
