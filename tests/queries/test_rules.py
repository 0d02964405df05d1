from __future__ import annotations

from functools import cache

import polars as pl

from data import checks
from data.checks import recorded
from data.queries import rules
from data.survey.patterns import patterns
from parsing import catalogue
from tests.made_up_reports import entries, filled, frame, imbalance, issue, row

SOUND = filled("applications", "2021", 0) | filled("remedies", "2021", 0)
BROKEN = SOUND | {"applications__new_received__natural_person": 3}
UNREAD = SOUND | {"applications__new_received__natural_person": None}
# One letter for each rule: narrative-figure, the sixth, holds for the first report and cannot be judged for the second.
HOLDS_ALL, NO_CLAIMS = "hhhhh" + "h" * 14, "hhhhh" + "n" + "h" * 13
REPORTS = frame(
    [
        row("甲局", **SOUND, verdicts=HOLDS_ALL),
        row("丁局", **SOUND, verdicts=NO_CLAIMS),
        row("乙局", **BROKEN, issues=[imbalance(3, 0), issue("narrative-figure")]),
        row("丙局", **UNREAD),
    ]
)


@cache
def judged() -> tuple[pl.DataFrame, pl.LazyFrame]:
    """What all rules came to, and the reports with their patterns."""
    return judged_ones(REPORTS)


def judged_ones(reports: pl.LazyFrame) -> tuple[pl.DataFrame, pl.LazyFrame]:
    told, by_report = patterns(checks.check(reports).outcomes, recorded.letters(reports))
    return told, reports.drop("pattern").join(by_report.lazy(), on="report_id")


def counted(*, only: str | None = None) -> pl.DataFrame:
    told, reports = judged()
    return rules.counted(told, reports if only is None else reports.filter(agency=only))


def test_every_rule_of_the_catalogue_is_counted_once() -> None:
    assert rules.tally(counted())["code"].to_list() == [kind.code for kind in catalogue.FINDINGS]


def test_right_broken_and_unread_reports_differ() -> None:
    balance = rules.tally(counted()).filter(code="applications-balance")
    assert balance.drop("code").row(0) == (2, 1, 1)
    assert rules.reasons(counted(), "applications-balance").rows() == [("cells-unread", 1)]


def test_what_a_rule_came_to_while_reading_is_counted_with_the_reasons() -> None:
    figures = rules.tally(counted()).filter(code="narrative-figure")
    assert figures.drop("code").row(0) == (1, 1, 2)


def test_rows_of_an_older_version_tell_only_what_was_found() -> None:
    assert rules.reasons(counted(), "narrative-figure").rows() == [("not-recorded", 1), ("nothing-claimed", 1)]
    assert rules.reasons(counted(), "date-late").rows() == [("not-recorded", 2)]


def test_a_rule_younger_than_a_row_is_not_recorded_there() -> None:
    reports = frame([row("甲局", **SOUND, verdicts="hhhhhb")])
    told = rules.tally(rules.counted(*judged_ones(reports))).filter(
        pl.col("code").is_in(["narrative-figure", "date-late"])
    )
    assert told.drop("code").rows() == [(0, 1, 0), (0, 0, 1)]


def test_only_the_chosen_reports_are_counted() -> None:
    chosen = counted(only="甲局")
    tally = rules.tally(chosen).filter(pl.col("code").is_in(["applications-balance", "narrative-figure"]))
    assert tally.drop("code").rows() == [(1, 0, 0), (1, 0, 0)]


def test_kinds_of_problems_are_counted_in_reports() -> None:
    listed = entries([row(issues=[issue("cells-blank", "note", finding=False)] * 2)])
    found = dict(rules.problems(listed).iter_rows())
    assert found["cells-blank"] == 1
    assert list(found) == [kind.code for kind in catalogue.PROBLEMS]


def test_one_report_is_told_what_every_rule_says() -> None:
    outcomes, reports = judged()
    second = REPORTS.filter(agency="丁局").select("report_id").collect().item()
    told = dict(rules.of_report(outcomes, reports, second).iter_rows())
    assert list(told) == [kind.code for kind in catalogue.FINDINGS]
    assert (told["applications-balance"], told["narrative-figure"], told["year-stale"]) == (
        "holds",
        "nothing-claimed",
        "holds",
    )
    older = REPORTS.filter(agency="丙局").select("report_id").collect().item()
    assert dict(rules.of_report(outcomes, reports, older).iter_rows())["year-stale"] == "not-recorded"
