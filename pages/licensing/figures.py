"""The charts of licences and penalties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from data.queries.licensing import MEASURES, Ranked
from pages.shell import axes, units
from pages.shell.axes import Marks
from pages.shell.drawn import Chart
from pages.shell.magnitudes import Scale
from pages.shell.style import CHART_HEIGHT, Palette
from pages.shell.words import Words, number

_LOWEST_ROOM = 8.0  # points on top of each other for which there is always room
_ROOM = 1.25  # of the highest stack
_OUTER = 0.35  # of the width: a name over a point that stands there turns inwards
_NO_LABELS = 24  # pixels at the left of a chart whose vertical axis is not shown
_DIRECT_LABELS = 6  # lines that are named at their end; beyond that a legend


Point = Mapping[str, Any]
"""One row of a scaled trend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What a line is called, how it is drawn, and the filters that leave its group alone, if there are such.

    ``label`` is its name where there is little room.
    """

    name: str
    label: str
    colour: str
    dash: str
    within: Mapping[str, str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the trend: one value a year, null where there is none."""

    style: Style
    values: tuple[float | None, ...]
    doubtful: tuple[bool, ...]
    hover: tuple[str, ...]
    doors: tuple[str | None, ...]


def lines(
    trend: pl.DataFrame, years: Sequence[int], styles: Mapping[tuple[str | None, str], Style], unit: str, word: Words
) -> list[Line]:
    """The lines of a scaled trend by group and cell, in the order of the styles; those without a value are left out."""
    points: dict[tuple[str | None, str, int], Point] = {
        (point["group"], point["cell"], point["year"]): point for point in trend.iter_rows(named=True)
    }
    found = [
        _line([points.get((group, cell, year)) for year in years], style, unit, word)
        for (group, cell), style in styles.items()
    ]
    return [line for line in found if any(value is not None for value in line.values)]


def _line(points: Sequence[Point | None], style: Style, unit: str, word: Words) -> Line:
    return Line(
        style=style,
        values=tuple(point["value"] if point else None for point in points),
        doubtful=tuple(bool(point and point["unsound"]) for point in points),
        hover=tuple(_hover(point, style.name, unit, word) if point else "" for point in points),
        doors=tuple(_door(point, style) if point else None for point in points),
    )


def _door(point: Point, style: Style) -> str | None:
    return None if style.within is None else axes.sum_door(point["cell"], point["year"], **style.within)


def _hover(point: Point, name: str, unit: str, word: Words) -> str:
    sentences = [
        word("licensing.hover", group=name, year=int(point["year"] or 0), value=number(point["value"]), unit=unit),
        word("licensing.hover_coverage", known=number(point["known"]), reports=number(point["reports"])),
    ]
    if point["unsound"]:
        sentences.append(word("licensing.hover_unsound", count=number(point["unsound"])))
    return "<br>".join(sentences)


def trend(
    drawn: Sequence[Line], years: Sequence[int], word: Words, palette: Palette, *, names_one: bool = False
) -> Chart:
    """Lines over the years with gaps where there is no figure, and hollow points where one is in doubt.

    A line that is alone is named where it might be one of several (``names_one``).
    """
    if not drawn:
        return axes.empty(palette, word("empty.figures"), CHART_HEIGHT)
    ends = [(line.style.label, line.style.colour, line.values) for line in drawn]
    is_told = len(drawn) > 1 or names_one
    are_named = is_told and len(drawn) <= _DIRECT_LABELS and axes.ends_fit(ends)
    marks = axes.form_change(years, palette, word("chart.form_change"))
    return axes.chart(
        [_trace(line, years, palette, has_legend=is_told and not are_named) for line in drawn],
        palette,
        CHART_HEIGHT,
        xaxis=axes.year_axis(years),
        yaxis=axes.count_axis([value for line in drawn for value in line.values], word),
        marks=marks + axes.label_ends(ends) if are_named else marks,
        margin={"r": axes.room_for_ends(ends)} if are_named else {},
    )


def _trace(line: Line, years: Sequence[int], palette: Palette, *, has_legend: bool) -> Chart:
    return {
        "type": "scatter",
        "x": [str(year) for year in years],
        "y": line.values,
        "name": line.style.label,
        "mode": "lines+markers",
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"color": line.style.colour, "width": 2.5, "dash": line.style.dash},
        "marker": axes.markers(line.doubtful, line.style.colour, palette),
        "customdata": line.doors,
        "hovertext": line.hover,
        "hoverinfo": "text",
        "showlegend": has_legend,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """What a distribution is of: a measure in one year, and the organs that are named in it, by their ids."""

    measure: str
    year: int
    named: Mapping[str, str]


def distribution(ranked: Ranked, spread: Spread, word: Words, palette: Palette) -> Chart:
    """Organs' figures of one year as points, the median of all as a line, and the chosen organs by name.

    Figures of several magnitudes stand on a logarithmic scale. A point is hollow where the table has a fault.
    """
    ranking = ranked.drawn
    if ranking.is_empty():
        return axes.empty(palette, word("licensing.year_missing"), CHART_HEIGHT)
    scale = Scale.of(ranking["total"].to_list())
    places = [scale.place(total) for total in ranking["total"]]
    heights = scale.stacked(places)
    axis = scale.axis(word)
    median = _median_line(scale, ranked.median, axis, word, palette)
    points = {
        "type": "scatter",
        "x": places,
        "y": heights,
        "hovertext": _told(ranking, spread, word),
        "hoverinfo": "text",
        "customdata": ranking["report_id"].to_list(),
        "mode": "markers",
        "cliponaxis": False,
        "marker": {
            **axes.markers(ranking["unsound"].to_list(), palette.measure(spread.measure), palette),
            "opacity": 0.75,
        },
        "showlegend": False,
    }
    return axes.chart(
        [points],
        palette,
        CHART_HEIGHT,
        xaxis=axis,
        yaxis={"visible": False, "range": [0, max(*heights, _LOWEST_ROOM) * _ROOM]},
        marks=median + _names(points, axis, ranking, spread.named, palette),
        margin={"l": _NO_LABELS},
    )


def _told(ranking: pl.DataFrame, spread: Spread, word: Words) -> list[str]:
    """What each point says: organ, year, figure and unit, and whether the table has a fault."""
    unit = units.of_cell(MEASURES[spread.measure][0], word)
    doubt = f"<br>{word('chart.in_doubt', table=word('table.proactive'))}"
    return [
        word("licensing.hover", group=name, year=spread.year, value=number(total), unit=unit) + doubt * unsound
        for name, total, unsound in ranking.select(
            pl.col("agency").fill_null(word("report.no_agency")), "total", "unsound"
        ).iter_rows()
    ]


def _median_line(scale: Scale, median: float | None, axis: Chart, word: Words, palette: Palette) -> Marks:
    if median is None:
        return Marks()
    place = scale.place(median)
    said = word("licensing.median", median=number(median))
    return axes.upright(place, said, palette, anchor=_inwards(place, axis["range"]))


def _names(points: Chart, axis: Chart, ranking: pl.DataFrame, named: Mapping[str, str], palette: Palette) -> Marks:
    """The names of some organs above their points, in three heights so that neighbours do not meet."""
    order = {organ: place for place, organ in enumerate(ranking["group"])}
    shown = [(order[organ], name) for organ, name in named.items() if organ in order]
    ink = {"font": {"color": palette.text}, "arrowcolor": palette.muted, "arrowwidth": 1, "arrowhead": 0}
    return Marks(
        annotations=tuple(
            {
                "x": points["x"][place],
                "y": points["y"][place],
                "text": axes.shortened(name),
                "ax": 0,
                "ay": -50 - 24 * (count % 3),
                "xanchor": _inwards(points["x"][place], axis["range"]),
                **ink,
            }
            for count, (place, name) in enumerate(shown)
        )
    )


def _inwards(place: float, ends: Sequence[float]) -> str:
    """Which end of a name stands over its point, so that the name stays between the ends of the axis."""
    share = (place - ends[0]) / (ends[1] - ends[0])
    if share < _OUTER:
        return "left"
    return "right" if share > 1 - _OUTER else "center"
