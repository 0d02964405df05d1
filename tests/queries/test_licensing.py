from __future__ import annotations

from decimal import Decimal

import pytest

from data.queries import licensing
from data.queries.licensing import Grouping, Scale
from tests.made_up_reports import frame, imbalance, issue, row, summed


def test_figures_that_are_not_known_are_no_zeros() -> None:
    rows = [
        row("甲局", 2021, proactive__penalties__decisions=None),
        row("乙局", 2021, proactive__penalties__decisions=None),
        row("甲局", 2022, proactive__penalties__decisions=None),
        row("乙局", 2022, proactive__penalties__decisions=7),
    ]
    trend = licensing.trend(summed(rows), "penalties")
    assert trend.select("year", "total", "known", "reports").rows() == [(2021, None, 0, 2), (2022, 7, 1, 2)]


def test_sums_do_not_wrap() -> None:
    rows = [row(f"{number}局", proactive__licensing__decisions=2_000_000_000) for number in range(3)]
    assert licensing.trend(summed(rows), "licensing")["total"].to_list() == [6_000_000_000]


def test_fees_are_summed() -> None:
    rows = [row(name, proactive__fees__amount_10k_yuan=Decimal("0.1")) for name in ("甲局", "乙局", "丙局")]
    assert licensing.trend(summed(rows), "fees")["total"].to_list() == [pytest.approx(0.3)]


def test_regions_are_those_below_the_chosen_one() -> None:
    rows = [
        row("甲局", province="210000", city="210100", proactive__licensing__decisions=1),
        row("乙局", province="370000", city="370300", proactive__licensing__decisions=2),
    ]
    country = licensing.trend(summed(rows), "licensing", Grouping.REGION)
    assert country["group"].to_list() == ["210000", "370000"]
    province = licensing.trend(summed(rows[:1]), "licensing", Grouping.REGION, "210000")
    assert province["group"].to_list() == ["210100"]


def test_levels_are_told_apart() -> None:
    rows = [
        row("甲局", agency_level="county", proactive__licensing__decisions=1),
        row("乙局", agency_level="county", proactive__licensing__decisions=2),
        row("丙局", agency_level=None, proactive__licensing__decisions=4),
    ]
    found = licensing.trend(summed(rows), "licensing", Grouping.LEVEL)
    assert dict(found.select("group", "total").iter_rows()) == {None: 4, "county": 3}


def test_only_problems_of_the_table_or_the_whole_report_are_counted() -> None:
    rows = [
        row("甲局", proactive__licensing__decisions=1, issues=[imbalance(0, 6)]),
        row("乙局", proactive__licensing__decisions=1, issues=[issue("year-ambiguous", "malformed", table=None)]),
        row("丙局", proactive__licensing__decisions=1, issues=[issue("row-restored", "note", table="proactive")]),
        row(
            "丁局", proactive__licensing__decisions=None, issues=[issue("row-missing", "malformed", table="proactive")]
        ),
    ]
    trend = licensing.trend(summed(rows), "licensing")
    assert trend.select("known", "reports", "unsound").row(0) == (3, 4, 1)
    covered = licensing.coverage(trend)
    assert (covered.known, covered.reports, covered.unsound) == (3, 4, 1)


def test_an_index_begins_with_the_first_known_year() -> None:
    figures = {2019: None, 2020: 50, 2021: 75}
    trend = licensing.trend(
        summed(row(year=year, proactive__licensing__decisions=figure) for year, figure in figures.items()), "licensing"
    )
    assert licensing.scaled(trend, Scale.INDEX)["value"].to_list() == [None, 100, 150]


def test_an_index_cannot_begin_with_zero() -> None:
    rows = [row(year=year, proactive__licensing__decisions=figure) for year, figure in ((2020, 0), (2021, 5))]
    trend = licensing.trend(summed(rows), "licensing")
    assert licensing.scaled(trend, Scale.INDEX)["value"].to_list() == [None, None]
    assert licensing.without_index(trend, ["all"]) == 1


def test_groups_without_an_index_are_counted_among_those_drawn() -> None:
    figures = {"甲局": (0, 5), "乙局": (None, 0), "丙局": (3, 0), "丁局": (None, None)}
    rows = [
        row(name, year, proactive__licensing__decisions=figure)
        for name, of_years in figures.items()
        for year, figure in zip((2021, 2022), of_years, strict=True)
    ]
    trend = licensing.trend_of_organs(frame(rows), "licensing")
    ids = trend["group"].unique().to_list()
    assert licensing.without_index(trend, ids) == 2
    assert licensing.without_index(trend, [name for name in ids if "甲" not in name]) == 1


def test_a_mean_is_of_the_reports_that_state_the_figure() -> None:
    rows = [
        row(name, proactive__licensing__decisions=figure)
        for name, figure in (("甲局", 10), ("乙局", 20), ("丙局", None))
    ]
    assert licensing.scaled(licensing.trend(summed(rows), "licensing"), Scale.MEAN)["value"].to_list() == [15]


def test_a_ranking_compares_with_the_year_before() -> None:
    figures = {("甲局", 2021): 100, ("甲局", 2022): 80, ("乙局", 2021): 5, ("乙局", 2022): 9, ("丙局", 2022): 50}
    rows = [row(name, year, proactive__penalties__decisions=figure) for (name, year), figure in figures.items()]
    ranking = licensing.ranking(licensing.trend_of_organs(frame(rows), "penalties"), 2022)
    assert ranking.select("agency", "total", "previous", "change", "change_percent").rows() == [
        ("甲局", 80, 100, -20, -20),
        ("丙局", 50, None, None, None),
        ("乙局", 9, 5, 4, None),  # a base of 5 bears no percentage
    ]


def test_organs_are_ranked_as_groups_are_and_equal_ones_by_their_place() -> None:
    figures = {("甲局", 2021): 100, ("甲局", 2022): 80, ("乙局", 2021): 5, ("丁局", 2022): 50, ("丙局", 2022): 50}
    rows = [row(name, year, proactive__penalties__decisions=figure) for (name, year), figure in figures.items()]
    reports = frame(rows)
    found = licensing.ranking_of_organs(reports, "penalties", 2022).collect()
    as_groups = licensing.ranking(licensing.trend_of_organs(reports, "penalties"), 2022)
    compared = found.drop("unsound")
    assert compared.sort("group").equals(as_groups.select(compared.columns).sort("group"))
    assert found["agency"].to_list()[0] == "甲局"
    assert found["agency"].to_list()[1:] == sorted(("丙局", "丁局"))


def test_the_largest_groups_are_those_of_the_last_year() -> None:
    figures = {("甲局", 2021): 900, ("甲局", 2022): 1, ("乙局", 2022): 2}
    rows = [row(name, year, proactive__penalties__decisions=figure) for (name, year), figure in figures.items()]
    trend = licensing.trend_of_organs(frame(rows), "penalties")
    assert licensing.largest_groups(trend, 1) == ["210100-乙局"]


def test_of_no_organs_nothing_is_shown() -> None:
    ranked = licensing.shown_of_ranking(frame(), "penalties", 2022, first=3, most=9)
    assert (ranked.first.height, ranked.drawn.height, ranked.median, ranked.organs) == (0, 0, None, 0)


def test_of_many_organs_the_first_are_shown_and_some_evenly_by_size() -> None:
    rows = [row(f"第{number}局", 2022, proactive__licensing__decisions=number) for number in range(50)]
    rows += [row("第48局", 2021, proactive__licensing__decisions=40), row("另局", 2022)]
    everything = licensing.ranking_of_organs(frame(rows), "licensing", 2022).collect()
    ranked = licensing.shown_of_ranking(frame(rows), "licensing", 2022, first=3, most=10)
    assert ranked.first.equals(everything.head(3))
    assert ranked.first.select("total", "previous").rows() == [(49, None), (48, 40), (47, None)]
    assert ranked.drawn["total"].to_list() == [49, 44, 39, 34, 29, 24, 19, 14, 9, 4, 0]
    assert (ranked.median, ranked.organs) == (24.5, 50)
    assert licensing.shown_of_ranking(frame(rows), "licensing", 2022, first=3, most=50).drawn.equals(everything)


def test_organs_are_no_group_of_totals() -> None:
    with pytest.raises(AssertionError):
        licensing.trend(summed([row()]), "licensing", Grouping.ORGAN)  # type: ignore[arg-type] # nor for mypy
