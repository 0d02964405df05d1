"""Questions asked of totals are answered as if every report were looked at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from data.filters import UNSOUND, Filters
from data.queries import behind, licensing, outcomes, remedies, scope
from data.queries.licensing import Grouping
from data.survey import totals
from tests.made_up_reports import Row, filled, frame, imbalance, issue, row, scan

LICENCES = "proactive.licensing.decisions"
RECEIVED = "applications.new_received.total"


def rows() -> list[Row]:
    """Reports of two years, editions, provinces, kinds and levels: whole, torn, empty, unsound, of no year."""
    whole = {**filled("applications", "2021", 3), **filled("remedies", "2021", 2)}
    torn = {**whole, "applications__denied_third_party__total": None, "remedies__administrative_review__other": None}
    return [
        row("甲局", year=2021, proactive__licensing__decisions=5, **whole, province="110000", agency_kind="police"),
        row("甲局", year=2022, proactive__licensing__decisions=0, **whole, province="110000", agency_kind="police"),
        row("乙局", year=2022, **torn, province="110000", agency_kind="health", issues=[imbalance(4, 10)]),
        row("丙局", year=2022, **whole, province="210000", agency_kind="health", issues=[imbalance(4, 10)]),
        row("丁局", year=2020, **filled("applications", "2019", 1), province="210000", agency_level="city"),
        row("戊局", year=2022, province="210000", issues=[issue("cells-blank", "note")]),
        row("己局", year=None, proactive__licensing__decisions=7, **whole, province=None, agency_kind=None),
    ]


FILTERS = (
    Filters(),
    Filters(years=(2022, 2022)),
    Filters(region="210000"),
    Filters(kinds=("health",)),
    Filters(levels=("city",)),
    Filters(sound_only=True),
    Filters(region="110000", kinds=("health",), sound_only=True),
    Filters(organs=("110101-甲局",)),
    Filters(region="990000"),
)


def plain(reports: pl.LazyFrame, cells: Mapping[str, str]) -> list[tuple[int | None, ...]]:
    """Year by year, in Python: the sums over the reports that state all the cells, and how many those are."""
    told: dict[int, list[tuple[int, ...] | None]] = {}
    for each in reports.collect().iter_rows(named=True):
        figures = tuple(each[cell] for cell in cells.values())
        told.setdefault(each["fiscal_year"], []).append(None if None in figures else figures)
    told.pop(None, None)  # type: ignore[call-overload]  # a report without a year
    found: list[tuple[int | None, ...]] = []
    for year in sorted(told):
        whole = [figures for figures in told[year] if figures is not None]
        sums = [sum(each) for each in zip(*whole, strict=True)] if whole else [None] * len(cells)
        found.append((year, *sums, len(whole), len(told[year])))
    return found


@pytest.mark.parametrize("filters", FILTERS, ids=str)
def test_totals_know_what_is_complete_and_what_is_not_known(filters: Filters) -> None:
    reports = frame(rows())
    kept = totals.chosen(totals.of(reports), reports, filters)
    left = filters.apply(reports)
    for way in remedies.WAYS:
        found = remedies.of_way(remedies.results(kept), way).select("year", *remedies.RESULTS, "complete", "reports")
        assert found.rows() == plain(left, remedies.cells(way))
    found = outcomes.received(kept).select("year", "total", "known", "reports")
    assert found.rows() == plain(left, {"received": RECEIVED})
    found = licensing.trend(kept, "licensing").select("year", "total", "known", "reports")
    assert found.rows() == plain(left, {"licences": LICENCES})


@pytest.mark.parametrize("filters", FILTERS, ids=str)
def test_totals_that_are_kept_say_the_same_as_those_made_for_the_question(filters: Filters) -> None:
    reports = frame(rows())
    kept = totals.chosen(totals.of(reports), reports, filters)
    anew = totals.of(filters.apply(reports))
    for ask in (outcomes.flow, outcomes.shares, outcomes.refusal_grounds, outcomes.applicants, outcomes.backlog):
        assert_frame_equal(ask(kept), ask(anew))
    for grouping in (Grouping.TOTAL, Grouping.REGION, Grouping.LEVEL, Grouping.KIND):
        assert_frame_equal(licensing.trend(kept, "fees", grouping), licensing.trend(anew, "fees", grouping))
    assert scope.choices(kept) == scope.choices(anew)
    assert scope.count(kept) == filters.apply(reports).collect().height


def test_files_that_cannot_be_read_are_no_reports() -> None:
    lost: dict[str, Any] = {"worst": "unreadable", "issues": [scan()]}
    reports = frame([*rows(), row("扫描件", None, organ_id=None, **lost), row("庚局", 2022, **lost)])
    kept = totals.of(reports).collect().lazy()
    assert (scope.count(kept), scope.unreadable(kept)) == (7, 2)
    assert licensing.trend(kept, "licensing").filter(pl.col("year") == 2022)["reports"].item() == 4
    assert outcomes.flow(kept)["reports"].item() == 7
    assert behind.behind(reports, LICENCES, 2022).reports == 4
    assert licensing.trend_of_organs(reports, "licensing")["reports"].sum() == 6


def test_totals_tell_how_many_reports_are_in_doubt() -> None:
    kept = totals.of(frame(rows())).collect().lazy()
    assert outcomes.received(kept).select("year", "unsound").rows() == [(2020, 0), (2021, 0), (2022, 2)]
    assert outcomes.flow(kept, 2022)["unsound"].item() == 1
    sound = totals.chosen(kept, frame(rows()), Filters(sound_only=True))
    assert set(sound.collect()["worst"]).isdisjoint({str(severity) for severity in UNSOUND})
    assert outcomes.received(sound)["unsound"].to_list() == [0, 0, 0]
