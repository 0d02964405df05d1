from __future__ import annotations

import pytest

from data.queries import outcomes
from parsing import form
from tests.made_up_reports import filled, frame, imbalance, row, scan, summed


@pytest.mark.parametrize("edition", form.EDITIONS)
def test_every_outcome_of_the_form_is_counted_once(edition: str) -> None:
    counted = [cell for outcome in outcomes.OUTCOMES for cell in outcomes.outcome_cells(outcome, edition)]
    assert sorted(counted) == sorted(f"applications.{each.id}.total" for each in form.outcome_rows(edition))


@pytest.mark.parametrize(("year", "edition", "other"), [(2020, "2019", 1), (2022, "2021", 3)])
def test_both_editions_give_the_same_six_outcomes(year: int, edition: str, other: int) -> None:
    flow = outcomes.flow(summed([row(year=year, **filled("applications", edition, 1))])).row(0, named=True)
    assert [flow[outcome] for outcome in outcomes.OUTCOMES] == [1, 1, 8, 3, 5, other]


def test_a_report_with_an_unknown_part_is_left_out_and_counted() -> None:
    rows = [
        row("甲局", **filled("applications", "2021", 0, new_received__total=4, granted__total=4)),
        row("乙局", **filled("applications", "2021", 0, new_received__total=9, denied_third_party__total=None)),
    ]
    flow = outcomes.flow(summed(rows)).row(0, named=True)
    assert (flow["new_received"], flow["granted"]) == (4, 4)
    assert (flow["complete"], flow["reports"]) == (1, 2)


def test_a_flow_without_a_complete_report_is_not_known() -> None:
    flow = outcomes.flow(summed([row()])).row(0, named=True)
    assert [flow[stage] for stage in outcomes.STAGES] == [None] * len(outcomes.STAGES)
    assert (flow["complete"], flow["reports"]) == (0, 1)


def test_what_does_not_balance_is_told() -> None:
    cells = filled("applications", "2021", 0, new_received__total=4, granted__total=10)
    flow = outcomes.flow(summed([row(**cells, issues=[imbalance(4, 10)])])).row(0, named=True)
    assert (flow["arrived"], flow["settled"], flow["difference"], flow["unsound"]) == (4, 10, -6, 1)


def test_the_flow_of_one_year_is_of_that_year() -> None:
    rows = [row(year=year, **filled("applications", "2021", figure)) for year, figure in ((2021, 1), (2022, 5))]
    assert outcomes.flow(summed(rows), 2021)["new_received"].item() == 1


def test_shares_have_their_numerator_and_denominator() -> None:
    rows = [row(**filled("applications", "2021", 0, granted__total=12, denied_other_law__total=20))]
    granted = outcomes.shares(summed(rows)).row(0, named=True)
    assert (granted["outcome"], granted["share"], granted["count"], granted["base"]) == ("granted", 0.375, 12, 32)


def test_too_small_a_base_bears_no_share() -> None:
    rows = [row(**filled("applications", "2021", 0, granted__total=outcomes.SMALLEST_BASE - 1))]
    granted = outcomes.shares(summed(rows)).row(0, named=True)
    assert (granted["share"], granted["count"]) == (None, outcomes.SMALLEST_BASE - 1)


def test_each_ground_of_refusal_counts_the_reports_that_state_it() -> None:
    rows = [
        row("甲局", **filled("applications", "2021", 1)),
        row("乙局", **filled("applications", "2021", 1, denied_state_secret__total=None)),
        row("丙局"),
    ]
    grounds = outcomes.refusal_grounds(summed(rows))
    assert grounds.row(0) == ("applications.denied_state_secret.total", 1, 1, 3, 0)
    assert grounds.row(1) == ("applications.denied_other_law.total", 2, 2, 3, 0)
    covered = outcomes.coverage(grounds)
    assert (covered.known, covered.reports) == (1, 3)


def test_applicants_that_nobody_states_are_not_known() -> None:
    assert outcomes.applicants(summed([row()]))["count"].to_list() == [None] * 6


def test_the_backlog_is_null_where_nobody_states_it() -> None:
    rows = [row(year=2021), row(year=2022, applications__carried_out__total=3)]
    backlog = outcomes.backlog(summed(rows)).select("year", "carried_out", "known", "reports").rows()
    assert backlog == [(2021, None, 0, 1), (2022, 3, 1, 1)]


def test_received_applications_keep_absence_apart_from_zero() -> None:
    rows = [row(year=2021), row(year=2022, applications__new_received__total=0)]
    assert outcomes.received(summed(rows))["total"].to_list() == [None, 0]


def test_every_chart_counts_the_reports_whose_table_has_a_fault() -> None:
    whole = filled("applications", "2021", 2)
    torn = whole | {"applications__denied_state_secret__total": None}
    rows = [
        row("甲局", **whole),
        row("乙局", **whole, issues=[imbalance(4, 10)]),
        row("丙局", **torn, issues=[imbalance(4, 10)]),
        row("丁局", issues=[imbalance(4, 10)]),
    ]
    totals = summed(rows)
    assert set(outcomes.shares(totals)["unsound"]) == {1}
    assert outcomes.coverage(outcomes.refusal_grounds(totals)).unsound == 1
    assert outcomes.coverage(outcomes.applicants(totals)).unsound == 2
    assert outcomes.backlog(totals)["unsound"].to_list() == [2]


def test_the_reports_left_out_of_the_flow_are_counted_and_listed() -> None:
    rows = [
        row("甲局", 2021, **filled("applications", "2021", 1)),
        row("乙局", 2021, **filled("applications", "2021", 1, denied_state_secret__total=None)),
        row("丙局", 2022),
        row("丁局", 2021, worst="unreadable", issues=[scan()]),
    ]
    assert outcomes.flow(summed(rows))["left_out"].item() == 2
    assert outcomes.left_out(frame(rows), None, 9).select("agency", "year").rows() == [("丙局", 2022), ("乙局", 2021)]
    assert outcomes.flow(summed(rows), 2021)["left_out"].item() == 1
    assert outcomes.left_out(frame(rows), 2021, 9)["agency"].to_list() == ["乙局"]
    assert outcomes.left_out(frame(rows), None, 1).height == 1
