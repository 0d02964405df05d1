from __future__ import annotations

from pathlib import Path

from data.filters import Filters
from data.queries import filing, issues, overview, scope
from data.queries.issues import State
from data.queries.overview import Holdings
from data.reviews import Decision, Signed, decide
from data.survey import organs, totals
from tests.made_up_reports import Row, blank, entries, frame, imbalance, issue, row, scan, summed


def holdings(rows: list[Row], years: tuple[int, ...] = (2021, 2022), filters: Filters | None = None) -> Holdings:
    chosen = filters or Filters()
    whole = chosen.organs_only
    summed = totals.chosen(totals.of(frame(rows)), frame(rows), whole)
    due = filing.due(whole.apply(organs.of(frame(rows))), summed, years)
    return overview.holdings(chosen.apply(frame(rows)), due)


def test_an_organ_without_a_report_of_the_year_makes_the_coverage_smaller() -> None:
    rows = [row("甲局", 2021), row("甲局", 2022), row("乙局", 2021), row("丙局", 2022, agency_kind="police")]
    one_year = holdings(rows, (2022,), Filters(years=(2022, 2022)))
    assert (one_year.organs, one_year.present, one_year.expected) == (2, 2, 3)
    of_a_kind = holdings(rows, (2022,), Filters(years=(2022, 2022), kinds=("emergency",)))
    assert (of_a_kind.present, of_a_kind.expected) == (1, 2)


def test_leaving_out_unsound_reports_makes_none_less_due_or_less_present() -> None:
    rows = [row("甲局", 2021), row("乙局", 2021, worst="inconsistent", issues=[imbalance(0, 6)])]
    held = holdings(rows, (2021,), Filters(sound_only=True))
    assert (held.reports, held.present, held.expected) == (1, 2, 2)


def test_holdings_count_one_report_for_each_organ_and_year_as_due() -> None:
    rows = [
        row("甲局", 2021),
        row("甲局", 2022, worst="malformed", issues=[issue("row-missing", "malformed"), imbalance(0, 6)]),
        row("乙局", 2022),
        row("扫描件", None, organ_id=None, agency=None, worst="unreadable", issues=[scan()]),
    ]
    held = holdings(rows)
    assert (held.reports, held.unreadable, held.organs, held.present, held.expected) == (3, 1, 2, 3, 4)
    assert held.coverage == 0.75
    assert (held.inconsistent, held.inconsistent_share) == (1, 1 / 3)


def test_shares_of_nothing_are_not_known() -> None:
    held = holdings([], ())
    assert (held.coverage, held.inconsistent_share) == (None, None)


def test_coverage_comes_in_runs_of_organs_by_division_and_name() -> None:
    rows = [
        row(name, year, division_code=code)
        for name, code in (("乙局", "210100"), ("甲局", "370000"))
        for year in (2022, 2021)
    ]
    first, second = (overview.coverage(frame(rows), start=start, count=1) for start in (0, 1))
    assert first.select("agency", "fiscal_year").rows() == [("乙局", 2021), ("乙局", 2022)]
    assert second["agency"].unique().to_list() == ["甲局"]


def test_lists_begin_with_the_gravest_and_largest() -> None:
    rows = [
        row("甲局", issues=[imbalance(0, 6), blank("remedies.litigation_direct.total")]),
        row("乙局", issues=[imbalance(0, 60), issue("row-missing", "malformed")]),
    ]
    listed = issues.listing(entries(rows), findings=True).collect()
    assert listed.select("agency", "code", "size").rows() == [
        ("乙局", "row-missing", None),
        ("乙局", "applications-balance", 60),
        ("甲局", "applications-balance", 6),
    ]
    assert issues.listing(entries(rows), findings=False).collect()["code"].to_list() == ["cells-blank"]


def test_an_entry_keeps_its_name_when_others_are_filtered_out() -> None:
    one = row("甲局", issues=[imbalance(0, 6), imbalance(0, 7)])
    other = row("乙局", issues=[imbalance(0, 8)])
    items = issues.listing(entries([other, one]), findings=True).collect()["item"].to_list()
    assert items == [f"{other['report_id']}.0", f"{one['report_id']}.1", f"{one['report_id']}.0"]


def test_kinds_are_counted_with_their_reports() -> None:
    rows = [row("甲局", issues=[imbalance(0, 6), imbalance(0, 7)]), row("乙局", issues=[imbalance(0, 8)])]
    assert issues.counts(issues.listing(entries(rows), findings=True)).rows() == [
        ("applications-balance", "inconsistent", 3, 2)
    ]


def test_choices_of_severity_are_counted_with_notes_apart() -> None:
    rows = [
        row("甲局", issues=[imbalance(0, 6), blank("remedies.litigation_direct.total")]),
        row("乙局", issues=[scan()]),
    ]
    offered = issues.severities(issues.counts(entries(rows)))
    assert list(offered.items()) == [("serious", 2), ("unreadable", 1), ("inconsistent", 1), ("note", 1), ("every", 3)]
    left = {choice: entries(rows).filter(issues.as_severe(choice)).collect()["code"].to_list() for choice in offered}
    assert left["serious"] == left["unreadable"] + left["inconsistent"] == ["file-scan", "applications-balance"]
    assert left["note"] == ["cells-blank"]
    assert len(left["every"]) == 3


def test_what_to_look_at_first_is_one_entry_a_report_and_no_note() -> None:
    rows = [
        row("甲局", issues=[imbalance(0, 6), imbalance(0, 70)]),
        row("乙局", issues=[blank("remedies.litigation_direct.total")]),
        row("丙局", issues=[scan()]),
    ]
    first = issues.first_to_look_at(entries(rows), 10)
    assert first.select("agency", "size", "entries").rows() == [("丙局", None, 1), ("甲局", 70, 2)]


def test_choices_are_what_occurs() -> None:
    rows = [row("甲局", 2022, synthetic=True), row("乙局", None, province=None, city=None, agency_kind=None)]
    found = scope.choices(summed(rows))
    assert (found.years, found.provinces, found.cities, found.kinds) == (
        (2022,),
        ("210000",),
        ("210100",),
        ("emergency",),
    )
    assert found.synthetic


def test_there_is_nothing_to_choose_without_reports() -> None:
    found = scope.choices(summed())
    assert (found.years, found.synthetic, found.imported) == ((), False, None)
    assert scope.named(frame(), ("x",)) == {}


def test_entries_are_listed_by_what_was_decided(tmp_path: Path) -> None:
    rows = [row("甲局", issues=[imbalance(0, 6)]), row("乙局", issues=[imbalance(0, 60)])]
    found = issues.listing(entries(rows), findings=True)
    first = issues.listed(found, tmp_path, State.EVERY, 1)
    assert (first.rows["agency"].to_list(), first.total, first.severities) == (["乙局"], 2, {"inconsistent": 2})
    decide(tmp_path, first.rows["fingerprint"].item(), Decision.CONFIRMED, Signed(reason="属实", name="张三"))
    states = {state: issues.listed(found, tmp_path, state, 9).rows["agency"].to_list() for state in State}
    assert states == {
        State.EVERY: ["乙局", "甲局"],
        State.OPEN: ["甲局"],
        State.CONFIRMED: ["乙局"],
        State.DISMISSED: [],
    }
