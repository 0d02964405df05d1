"""The charts of licences and penalties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go
import polars as pl

from data.queries.licensing import Spread
from pages.shell import axes
from pages.shell.magnitudes import Scale
from pages.shell.style import CHART_HEIGHT, Palette
from pages.shell.words import Words, number

_LOWEST_ROOM = 8.0  # points on top of each other for which there is always room
_ROOM = 1.25  # of the highest stack
_DIRECT_LABELS = 6  # lines that are named at their end; beyond that a legend


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What a line is called and how it is drawn."""

    name: str
    colour: str
    dash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the trend: one value a year, null where there is none."""

    style: Style
    values: tuple[float | None, ...]
    doubtful: tuple[bool, ...]
    hover: tuple[str, ...]


Point = Mapping[str, float | int | None]


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
    )


def _hover(point: Point, name: str, unit: str, word: Words) -> str:
    sentences = [
        word("licensing.hover", group=name, year=int(point["year"] or 0), value=number(point["value"]), unit=unit),
        word("licensing.hover_coverage", known=number(point["known"]), reports=number(point["reports"])),
    ]
    if point["unsound"]:
        sentences.append(word("licensing.hover_unsound", count=number(point["unsound"])))
    return "<br>".join(sentences)


def trend(drawn: Sequence[Line], years: Sequence[int], word: Words, palette: Palette) -> go.Figure:
    """Lines over the years with gaps where there is no figure, and hollow points where one is in doubt."""
    if not drawn:
        return axes.empty(palette, word("empty.figures"), CHART_HEIGHT)
    figure = go.Figure(layout=axes.layout(palette, CHART_HEIGHT))
    labels = [str(year) for year in years]
    for line in drawn:
        figure.add_trace(
            go.Scatter(
                x=labels,
                y=line.values,
                name=line.style.name,
                mode="lines+markers",
                connectgaps=False,
                cliponaxis=False,
                line={"color": line.style.colour, "width": 2.5, "dash": line.style.dash},
                marker=axes.markers(line.doubtful, line.style.colour, palette),
                hovertext=line.hover,
                hoverinfo="text",
                showlegend=len(drawn) > _DIRECT_LABELS,
            )
        )
    axes.year_axis(figure, years)
    axes.count_axis(figure, [value for line in drawn for value in line.values], word)
    axes.form_change(figure, years, palette, word("chart.form_change"))
    if 1 < len(drawn) <= _DIRECT_LABELS:
        axes.label_ends(figure, [(line.style.name, line.style.colour, line.values) for line in drawn])
    return figure


def distribution(spread: Spread, named: Mapping[str, str], measure: str, word: Words, palette: Palette) -> go.Figure:
    """Organs' figures of one year as points, the median of all as a line, and the chosen organs by name.

    Figures of several magnitudes stand on a logarithmic scale.
    """
    ranking = spread.drawn
    if ranking.is_empty():
        return axes.empty(palette, word("licensing.year_missing"), CHART_HEIGHT)
    scale = Scale.of(ranking["total"].to_list())
    places = [scale.place(total) for total in ranking["total"]]
    heights = scale.stacked(places)
    unit = word(f"unit.{measure}")
    figure = go.Figure(layout=axes.layout(palette, CHART_HEIGHT, left=24))
    figure.add_trace(
        go.Scatter(
            x=places,
            y=heights,
            hovertext=[
                f"{name}<br>{number(total)} {unit}" for name, total in ranking.select("agency", "total").iter_rows()
            ],
            hoverinfo="text",
            customdata=ranking["report_id"].to_list(),
            mode="markers",
            marker={"color": palette.measure(measure), "size": 10, "opacity": 0.75},
            showlegend=False,
        )
    )
    scale.draw(figure, word)
    figure.update_yaxes(visible=False, range=[0, max(*heights, _LOWEST_ROOM) * _ROOM])
    _median_line(figure, scale, spread.median, word, palette)
    _name_points(figure, ranking, named, (places, heights))
    return figure


def _median_line(figure: go.Figure, scale: Scale, median: float | None, word: Words, palette: Palette) -> None:
    if median is None:
        return
    place = scale.place(median)
    figure.add_vline(x=place, line={"color": palette.muted, "width": 1, "dash": "dot"})
    figure.add_annotation(
        x=place,
        y=1,
        yref="paper",
        yanchor="bottom",
        text=word("licensing.median", median=number(median)),
        showarrow=False,
        font={"size": 12, "color": palette.muted},
    )


def _name_points(
    figure: go.Figure, ranking: pl.DataFrame, named: Mapping[str, str], points: tuple[list[float], list[float]]
) -> None:
    """The names of some organs above their points, in three heights so that neighbours do not meet."""
    order = {organ: place for place, organ in enumerate(ranking["group"])}
    shown = [(order[organ], name) for organ, name in named.items() if organ in order]
    for count, (place, name) in enumerate(shown):
        rise = -50 - 24 * (count % 3)
        figure.add_annotation(x=points[0][place], y=points[1][place], text=name, ax=0, ay=rise)
