"""The charts of licences and penalties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go
import polars as pl

from pages.shell import axes
from pages.shell.style import CHART_HEIGHT, Palette
from pages.shell.words import Words, number

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


def distribution(
    ranking: pl.DataFrame, named: Mapping[str, str], measure: str, word: Words, palette: Palette
) -> go.Figure:
    """Every organ's figure of one year as a point on one scale, the median, and the chosen organs by name."""
    if ranking.is_empty():
        return axes.empty(palette, word("licensing.year_missing"), CHART_HEIGHT)
    unit = word(f"unit.{measure}")
    figure = go.Figure(layout=axes.layout(palette, CHART_HEIGHT))
    figure.add_trace(
        go.Box(
            x=ranking["total"].to_list(),
            hovertext=[
                f"{name}<br>{number(total)} {unit}" for name, total in ranking.select("agency", "total").iter_rows()
            ],
            hoverinfo="text",
            boxpoints="all",
            jitter=0.8,
            pointpos=0,
            fillcolor="rgba(0,0,0,0)",
            line={"color": palette.muted, "width": 1},
            marker={"color": palette.measure(measure), "size": 7, "opacity": 0.6},
            name="",
            showlegend=False,
        )
    )
    _name_points(figure, ranking, named, palette)
    axes.count_axis(figure, ranking["total"].to_list(), word, along="x")
    figure.update_yaxes(visible=False)
    return figure


def _name_points(figure: go.Figure, ranking: pl.DataFrame, named: Mapping[str, str], palette: Palette) -> None:
    """The names of some organs above their points, in three heights so that neighbours do not meet."""
    totals = dict(ranking.select("group", "total").iter_rows())
    for place, (organ, name) in enumerate(named.items()):
        if organ in totals:
            rise = -110 - 20 * (place % 3)
            figure.add_annotation(x=totals[organ], y=0, text=name, ax=0, ay=rise, arrowcolor=palette.text)
