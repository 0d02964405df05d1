from __future__ import annotations

from data import checks
from data.queries import rules
from parsing import catalogue
from tests.made_up_reports import filled, frame, imbalance, issue, row

SOUND = filled("applications", "2021", 0) | filled("remedies", "2021", 0)
BROKEN = SOUND | {"applications__new_received__natural_person": 3}
UNREAD = SOUND | {"applications__new_received__natural_person": None}
REPORTS = frame(
    [
        row("甲局", **SOUND),
        row("乙局", **BROKEN, issues=[imbalance(3, 0), issue("narrative-figure")]),
        row("丙局", **UNREAD),
    ]
)


def test_every_rule_of_the_catalogue_is_counted_once() -> None:
    tally = rules.tally(checks.check(REPORTS).outcomes, REPORTS)
    assert tally["code"].to_list() == [kind.code for kind in catalogue.FINDINGS]


def test_right_broken_and_unread_reports_differ() -> None:
    outcomes = checks.check(REPORTS).outcomes
    balance = rules.tally(outcomes, REPORTS).filter(code="applications-balance")
    assert balance.drop("code").row(0) == (1, 1, 1)
    assert rules.reasons(outcomes, REPORTS, "applications-balance").rows() == [(checks.Reason.UNREAD.code, 1)]


def test_what_was_only_judged_while_reading_is_not_said_to_hold() -> None:
    tally = rules.tally(checks.check(REPORTS).outcomes, REPORTS).filter(code="narrative-figure")
    assert tally.drop("code").row(0) == (None, 1, None)


def test_only_the_chosen_reports_are_counted() -> None:
    chosen = REPORTS.filter(agency="甲局")
    balance = rules.tally(checks.check(REPORTS).outcomes, chosen).filter(code="applications-balance")
    assert balance.drop("code").row(0) == (1, 0, 0)


def test_kinds_of_problems_are_counted_in_reports() -> None:
    rows = frame([row(issues=[issue("cells-blank", "note", finding=False)] * 2)])
    found = dict(rules.problems(rows).iter_rows())
    assert found["cells-blank"] == 1
    assert list(found) == [kind.code for kind in catalogue.PROBLEMS]
