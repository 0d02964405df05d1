from __future__ import annotations

import plotly.graph_objects as go
import polars as pl
import pytest

from data.queries import licensing
from data.queries.licensing import Scale
from pages.licensing import figures
from pages.licensing.figures import Spread, Style
from pages.shell.style import palette
from pages.shell.words import sentences
from tests.made_up_reports import filled, frame, imbalance, issue, row, summed

WORD = sentences("zh")
LIGHT = palette("light")
LICENSING = licensing.MEASURES["licensing"][0]


def drawn(trend: pl.DataFrame, years: list[int], cells: tuple[str, ...] = (LICENSING,)) -> list[figures.Line]:
    styles: dict[tuple[str | None, str], Style] = {
        ("all", cell): Style(name=cell, label=cell, colour="#0B5F82", dash="solid", within={}) for cell in cells
    }
    return figures.lines(licensing.scaled(trend, Scale.COUNT), years, styles, "件", WORD)


def test_a_year_without_a_report_is_a_gap() -> None:
    rows = [row(year=year, proactive__licensing__decisions=5) for year in (2019, 2021)]
    lines = drawn(licensing.trend(summed(rows), "licensing"), [2019, 2020, 2021])
    figure = go.Figure(figures.trend(lines, [2019, 2020, 2021], WORD, LIGHT))
    assert figure.data[0].y == (5, None, 5)
    assert figure.data[0].connectgaps is False
    assert figure.layout.xaxis.type == "category"


def test_only_a_fault_of_the_same_table_makes_a_point_hollow() -> None:
    rows = [
        row(year=2021, proactive__licensing__decisions=5, issues=[imbalance(0, 6)]),
        row(
            year=2022, proactive__licensing__decisions=5, issues=[issue("row-missing", "malformed", table="proactive")]
        ),
    ]
    lines = drawn(licensing.trend(summed(rows), "licensing"), [2021, 2022])
    assert lines[0].doubtful == (False, True)
    points = go.Figure(figures.trend(lines, [2021, 2022], WORD, LIGHT)).data[0].marker
    assert list(points.color) == ["#0B5F82", LIGHT.ground]


def test_documents_of_two_editions_are_two_lines() -> None:
    rows = [
        row(year=2020, **filled("proactive", "2019", 9)),
        row(year=2021, **filled("proactive", "2021", 3)),
    ]
    cells = licensing.MEASURES["normative_documents"]
    lines = drawn(licensing.trend(summed(rows), "normative_documents"), [2020, 2021], cells)
    assert [line.values for line in lines] == [(9, None), (None, 3)]


@pytest.mark.parametrize(("years", "marks"), [([2020, 2021], 1), ([2021, 2022], 0), ([2019, 2020], 0)])
def test_the_change_of_form_is_marked_between_its_years(years: list[int], marks: int) -> None:
    rows = [row(year=year, proactive__licensing__decisions=5) for year in years]
    lines = drawn(licensing.trend(summed(rows), "licensing"), years)
    figure = go.Figure(figures.trend(lines, years, WORD, LIGHT))
    assert len(figure.layout.shapes) == marks
    assert [note.text for note in figure.layout.annotations] == ["2021 年起改用新格式"] * marks


def of_several(count: int, apart: int) -> go.Figure:
    """The trend of so many organs, whose figures are so far apart."""
    rows = [row(f"{place}局", proactive__licensing__decisions=apart * (1 + place)) for place in range(count)]
    found = licensing.scaled(licensing.trend_of_organs(frame(rows), "licensing"), Scale.COUNT)
    styles: dict[tuple[str | None, str], Style] = {
        (f"210100-{place}局", LICENSING): Style(
            name=f"{place}局", label=f"{place}局", colour="#0B5F82", dash="solid", within={}
        )
        for place in range(count)
    }
    lines = figures.lines(found, [2022], styles, "件", WORD)
    return go.Figure(figures.trend(lines, [2022], WORD, LIGHT, names_one=True))


def test_one_line_of_a_grouping_is_named() -> None:
    assert [note.text for note in of_several(1, 10).layout.annotations] == ["0局"]


def test_lines_that_end_on_each_other_have_a_legend() -> None:
    apart, together = of_several(5, 10), of_several(5, 0)
    assert (len(apart.layout.annotations), {trace.showlegend for trace in apart.data}) == (5, {False})
    assert (len(together.layout.annotations), {trace.showlegend for trace in together.data}) == (0, {True})


def test_nothing_to_draw_says_so_at_the_same_height() -> None:
    empty = go.Figure(figures.trend([], [2021], WORD, LIGHT))
    lines = drawn(licensing.trend(summed([row(proactive__licensing__decisions=5)]), "licensing"), [2022])
    full = go.Figure(figures.trend(lines, [2022], WORD, LIGHT))
    assert empty.layout.height == full.layout.height
    assert empty.layout.annotations[0].text == WORD("empty.figures")


def spread(named: dict[str, str] | None = None) -> Spread:
    return Spread(measure="licensing", year=2022, named=named or {})


def test_points_of_the_distribution_are_whole_and_hollow_where_the_table_has_a_fault() -> None:
    fault = issue("row-missing", "malformed", table="proactive")
    rows = [
        row("甲局", proactive__licensing__decisions=0),
        row("乙局", proactive__licensing__decisions=5, issues=[fault]),
    ]
    ranked = licensing.shown_of_ranking(frame(rows), "licensing", 2022, first=9, most=9)
    points = go.Figure(figures.distribution(ranked, spread(), WORD, LIGHT)).data[0]
    assert points.cliponaxis is False
    assert points.hovertext == ("乙局，2022 年：5 件<br>△ 表二有问题", "甲局，2022 年：0 件")
    assert list(points.marker.color) == [LIGHT.ground, LIGHT.measure("licensing")]


def test_chosen_organs_are_named_in_the_distribution() -> None:
    rows = [row(name, proactive__licensing__decisions=figure) for name, figure in (("甲局", 5), ("乙局", 50))]
    ranked = licensing.shown_of_ranking(frame(rows), "licensing", 2022, first=9, most=9)
    figure = go.Figure(figures.distribution(ranked, spread({"210100-乙局": "乙局"}), WORD, LIGHT))
    assert [(note.text, note.x) for note in figure.layout.annotations] == [("中位数 27.5", 27.5), ("乙局", 50)]


def test_the_median_is_told_within_the_distribution_where_it_stands_at_its_end() -> None:
    rows = [row(name, proactive__licensing__decisions=count) for name, count in (("甲局", 0), ("乙局", 0), ("丙局", 9))]
    ranked = licensing.shown_of_ranking(frame(rows), "licensing", 2022, first=9, most=9)
    (median,) = go.Figure(figures.distribution(ranked, spread(), WORD, LIGHT)).layout.annotations
    assert (median.text, median.x, median.xanchor) == ("中位数 0", 0, "left")


def test_names_in_the_distribution_stay_within_it_in_its_colours() -> None:
    long = "呼伦贝尔市莫力达瓦达斡尔族自治旗尼尔基镇人民政府综合行政执法局办公室"
    counts = {long: 90, "乙局": 50, "丙局": 1}
    rows = [row(name, proactive__licensing__decisions=count) for name, count in counts.items()]
    ranked = licensing.shown_of_ranking(frame(rows), "licensing", 2022, first=9, most=9)
    named = {f"210100-{name}": name for name in counts}
    _, *names = go.Figure(figures.distribution(ranked, spread(named), WORD, LIGHT)).layout.annotations
    assert [(note.text, note.xanchor) for note in names] == [
        ("呼伦贝尔市莫…执法局办公室", "right"),
        ("乙局", "center"),
        ("丙局", "left"),
    ]
    assert {(note.font.color, note.arrowcolor) for note in names} == {(LIGHT.text, LIGHT.muted)}


def test_figures_of_several_magnitudes_stand_on_a_logarithmic_scale() -> None:
    figures_of = {"甲局": 0, "乙局": 1, "丙局": 10, "丁局": 10, "戊局": 100, "己局": 10_000}
    rows = [row(name, proactive__licensing__decisions=figure) for name, figure in figures_of.items()]
    ranked = licensing.shown_of_ranking(frame(rows), "licensing", 2022, first=9, most=9)
    figure = go.Figure(figures.distribution(ranked, spread(), WORD, LIGHT))
    points = dict(zip(ranked.drawn["agency"], zip(figure.data[0].x, figure.data[0].y, strict=True), strict=True))
    assert [points[name][0] for name in ("甲局", "乙局", "丙局", "戊局", "己局")] == [-1, 0, 1, 2, 4]
    assert points["丙局"] != points["丁局"], "equal figures lie on top of each other"
    assert figure.layout.xaxis.ticktext[:3] == ("0", "1", "10")
