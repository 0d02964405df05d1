from __future__ import annotations

import plotly.graph_objects as go

from data.queries import licensing, outcomes, overview, remedies
from pages.outcomes import figures as outcome_figures
from pages.overview import figures as overview_figures
from pages.remedies import figures as remedy_figures
from pages.shell.style import SIGNS, palette
from pages.shell.words import sentences
from tests.made_up_reports import filled, frame, row, summed

WORD = sentences("zh")
ENGLISH = sentences("en")
LIGHT = palette("light")


def test_every_square_of_the_matrix_opens_its_report() -> None:
    sound, faulty = row("甲局", 2021), row("乙局", 2022, worst="inconsistent")
    coverage = overview.coverage(frame([sound, faulty]), start=0, count=20)
    figure = go.Figure(overview_figures.matrix(coverage, [2021, 2022], 2, WORD, LIGHT))
    squares = {trace.name: trace for trace in figure.data}
    assert squares["✓ 无误"].customdata == (sound["report_id"],)
    assert squares["≠ 数据不一致"].customdata == (faulty["report_id"],)
    assert squares["≠ 数据不一致"].text == (SIGNS["inconsistent"],)


def test_years_without_a_report_are_open_squares() -> None:
    coverage = overview.coverage(frame([row("甲局", 2021)]), start=0, count=20)
    gaps = go.Figure(overview_figures.matrix(coverage, [2020, 2021, 2022], 1, WORD, LIGHT)).data[-1]
    assert gaps.x == ("2020", "2022")
    assert gaps.marker.symbol == "square-open"


def test_what_flows_in_and_out_is_what_the_reports_state() -> None:
    cells = filled(
        "applications", "2021", 0, new_received__total=9, carried_in__total=1, granted__total=7, carried_out__total=3
    )
    row_of = outcomes.flow(summed([row(**cells)])).row(0, named=True)
    stages = {stage: row_of[stage] for stage in outcomes.STAGES}
    link = go.Figure(outcome_figures.flow(stages, row_of["arrived"], WORD, LIGHT)).data[0].link
    assert list(link.value) == [9, 1, 7, 3]


def test_a_colour_has_one_meaning_on_the_page_of_remedies() -> None:
    ways, results = {LIGHT.way(way) for way in remedies.WAYS}, {LIGHT.result(result) for result in remedies.RESULTS}
    assert len(ways) == len(remedies.WAYS)
    assert ways.isdisjoint(results)


def test_rates_are_named_at_the_ends_of_their_lines() -> None:
    cells = filled("remedies", "2021", 9, administrative_review__corrected=90, litigation_direct__corrected=30)
    found = remedies.results(summed([row(year=year, **cells) for year in (2021, 2022)]))
    figure = go.Figure(remedy_figures.rates(found, [2021, 2022], WORD, LIGHT))
    assert [note.text for note in figure.layout.annotations] == ["复议后起诉", "未经复议直接起诉", "行政复议"]
    assert {trace.showlegend for trace in figure.data} == {False}


def test_a_year_with_too_few_applications_has_no_column() -> None:
    few = filled("applications", "2021", 0, granted__total=2)
    many = filled("applications", "2021", 0, granted__total=8, denied_other_law__total=12)
    by_year = outcomes.shares(summed([row(year=2021, **few), row(year=2022, **many)]))
    figure = go.Figure(outcome_figures.shares(by_year, [2021, 2022], WORD, LIGHT))
    granted = next(trace for trace in figure.data if trace.name == "予以公开")
    assert granted.x == ("2022",)
    assert granted.y == (0.4,)
    assert "40.0%（8/20）" in granted.hovertext[0]


def test_a_long_name_is_broken_into_lines_and_not_cut() -> None:
    counts = outcomes.applicants(summed([row(**filled("applications", "2021", 1))]))
    names = ["Public welfare organisations"] * len(counts)
    figure = go.Figure(outcome_figures.bars(counts, names, "#000000", WORD, LIGHT))
    assert figure.data[0].y[0] == "Public welfare<br>organisations"


def test_zero_carried_over_is_told_from_nothing_stated() -> None:
    rows = [row(year=2021), row(year=2022, applications__carried_out__total=0)]
    figure = go.Figure(outcome_figures.backlog(outcomes.backlog(summed(rows)), [2021, 2022], WORD, LIGHT))
    assert figure.data[1].text == (None, "0")


def test_a_point_of_a_small_trend_says_what_it_is_of() -> None:
    penalties = licensing.trend(summed([row(year=2022, proactive__penalties__decisions=1200)]), "penalties")
    charts = [overview_figures.sparkline(penalties, [2021, 2022], "penalties", word, LIGHT) for word in (WORD, ENGLISH)]
    told = [chart["data"][0]["hovertext"][1] for chart in charts]
    assert told == ["行政处罚决定数，2022 年：1,200 件", "Penalty decisions, 2022: 1,200 (decisions)"]


def test_english_hovers_have_english_colons() -> None:
    coverage = overview.coverage(frame([row("甲局", 2021)]), start=0, count=20)
    carried = outcomes.backlog(summed([row(year=2022, applications__carried_out__total=3)]))
    charts = (
        overview_figures.matrix(coverage, [2021, 2022], 1, ENGLISH, LIGHT),
        outcome_figures.backlog(carried, [2022], ENGLISH, LIGHT),
    )
    hovers = [text for chart in charts for trace in chart["data"] for text in trace["hovertext"]]
    assert "2022: Carried out: 3" in hovers
    assert not any("：" in text for text in hovers)
