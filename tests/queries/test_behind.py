from __future__ import annotations

import pytest

from data.queries import behind, licensing, outcomes, remedies
from data.queries.behind import SUMS
from data.survey import totals
from tests.made_up_reports import Row, filled, frame, imbalance, row, summed

REFUSED = "shares.denied"
LICENCES = "proactive.licensing.decisions"


def refused(count: int) -> dict[str, int]:
    return filled("applications", "2021", 0, denied_third_party__total=count)


def mixed() -> list[Row]:
    """Two years of three organs: whole, torn, nothing, in doubt, of no year."""
    return [
        row("甲局", 2021, **refused(4), proactive__licensing__decisions=30),
        row("甲局", 2022, **refused(9), proactive__licensing__decisions=5),
        row("乙局", 2021, **refused(3)),
        row("乙局", 2022, **refused(0), issues=[imbalance(4, 10)]),
        row("丙局", 2022, **refused(2) | {"applications__denied_third_party__total": None}),
        row("丁局", 2022, **refused(1), **filled("remedies", "2021", 2), issues=[imbalance(4, 10)]),
        row("戊局", None, **refused(8)),
    ]


def test_the_largest_comes_first_with_its_share_and_the_year_before() -> None:
    found = behind.behind(frame(mixed()), REFUSED, 2022)
    told = found.rows.select("agency", "count", "share_percent", "previous", "change", "unsound").rows()
    assert told == [("甲局", 9, 90.0, 4, 5, False), ("丁局", 1, 10.0, None, None, True), ("乙局", 0, 0.0, 3, -3, True)]
    assert (found.total, found.known, found.reports, found.unsound, found.listed) == (10, 3, 4, 2, 3)


def test_all_years_together_have_no_year_before() -> None:
    found = behind.behind(frame(mixed()), REFUSED, None)
    assert found.rows.select("agency", "year", "count").rows()[:2] == [("甲局", 2022, 9), ("戊局", None, 8)]
    assert found.rows["previous"].null_count() == len(found.rows)


def test_a_long_list_is_cut_and_counted() -> None:
    found = behind.behind(frame(mixed()), REFUSED, 2022, most=1)
    assert (found.rows["agency"].to_list(), found.listed, found.total) == (["甲局"], 3, 10)


def test_what_nobody_states_is_not_zero() -> None:
    found = behind.behind(frame([row("甲局", 2022)]), REFUSED, 2022)
    assert (found.total, found.known, found.rows.height) == (None, 0, 0)


@pytest.mark.parametrize("name", SUMS)
def test_what_is_behind_a_sum_adds_up_to_it(name: str) -> None:
    reports = frame(mixed())
    summed_up = totals.of(reports).select(name).collect()[name]
    found = behind.behind(reports, name, None)
    assert found.total == (summed_up.sum() if summed_up.count() else None)
    assert found.total is None or found.rows["count"].sum() == found.total


def test_every_bar_of_the_trends_has_its_reports() -> None:
    sums = summed(mixed())
    shown = {f"shares.{name}" for name in outcomes.OUTCOMES}
    shown |= {*outcomes.refusal_grounds(sums)["cell"], *outcomes.applicants(sums)["cell"]}
    shown |= {f"{way}.{result}" for way in remedies.WAYS for result in remedies.RESULTS}
    shown |= {cell for cells in licensing.MEASURES.values() for cell in cells}
    assert shown <= set(SUMS)
