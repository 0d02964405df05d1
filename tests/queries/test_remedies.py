from __future__ import annotations

import pytest

from data.queries import remedies
from data.queries.remedies import RESULTS, SMALLEST_BASE, WAYS
from parsing import form
from tests.made_up_reports import filled, issue, row, summed

REVIEW = WAYS[0]


def test_ways_and_results_are_those_of_the_form() -> None:
    table = form.TABLES["remedies", form.EDITIONS[-1]]
    assert tuple(each.id for each in table.rows) == WAYS
    assert tuple(column.id for column in form.REMEDY_RESULTS) == (*RESULTS, "total")


def test_results_add_up_over_complete_reports_only() -> None:
    whole = filled("remedies", "2021", 0, administrative_review__upheld=3, administrative_review__pending=1)
    torn = whole | {"remedies__administrative_review__corrected": None}
    found = remedies.results(summed([row("甲局", **whole), row("乙局", **torn)]))
    review = remedies.of_way(found, REVIEW).row(0, named=True)
    assert [review[result] for result in RESULTS] == [3, 0, 0, 1]
    assert (review["total"], review["concluded"], review["complete"], review["reports"]) == (4, 3, 1, 2)


def test_a_year_that_nobody_states_is_not_known() -> None:
    found = remedies.results(summed([row(year=2021), row(year=2022, **filled("remedies", "2021", 0))]))
    review = remedies.of_way(found, REVIEW)
    assert review.select("year", "total", "pending").rows() == [(2021, None, None), (2022, 0, 0)]


@pytest.mark.parametrize(("upheld", "rate"), [(SMALLEST_BASE - 3, None), (SMALLEST_BASE - 2, 2 / SMALLEST_BASE)])
def test_a_rate_needs_enough_concluded_cases(upheld: int, rate: float | None) -> None:
    cells = filled(
        "remedies",
        "2021",
        0,
        administrative_review__upheld=upheld,
        administrative_review__corrected=2,
        administrative_review__pending=90,
    )
    review = remedies.of_way(remedies.results(summed([row(**cells)])), REVIEW).row(0, named=True)
    assert review["rate"] == (None if rate is None else pytest.approx(rate))


def test_only_faults_of_table_four_count() -> None:
    cells = filled("remedies", "2021", 0)
    rows = [
        row("甲局", **cells, issues=[issue("remedies-total", table="remedies")]),
        row("乙局", **cells, issues=[issue(table="applications")]),
    ]
    assert remedies.of_way(remedies.results(summed(rows)), REVIEW)["unsound"].to_list() == [1]
