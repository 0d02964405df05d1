"""Axes and marks that all charts share: years as categories, counts from zero, the change of form as a dotted line."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Final

import plotly.graph_objects as go

from pages.shell.drawn import Chart
from pages.shell.picture import text_width
from pages.shell.style import Palette
from pages.shell.words import Words
from parsing import form

_STEPS: Final = (1, 2, 2.5, 5, 10)
_TICKS: Final = 5
_LABEL_HEIGHT: Final = 0.07  # of a line of text, as a share of the plot
_PLOT_HEIGHT: Final = 290  # pixels between the axis and the highest figure, about
_TYPE: Final = 13  # pixels
_LEFT: Final = 52  # pixels for a usual count, as axes write it
_BESIDE: Final = 14  # pixels between labels and axis, and at their left
_BELOW: Final = 32  # pixels for years, also when they are turned
_UNITS: Final = {
    "zh": ((100_000_000, "亿"), (10_000, "万")),
    "en": ((1_000_000, "M"), (1_000, "k")),
}


def empty(palette: Palette, sentence: str, height: int) -> go.Figure:
    """A chart without figures says why, at the size it would have."""
    figure = go.Figure(layout=layout(palette, height))
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False)
    figure.add_annotation(text=sentence, showarrow=False, x=0.5, y=0.5, xref="paper", yref="paper", font_size=14)
    return figure


def layout(palette: Palette, height: int, *, left: int = _LEFT) -> Chart:
    """What every chart looks like before anything is drawn; ``left`` is the room for the labels at its left.

    The room is told, for Plotly draws all axes again and again as long as it looks for it itself.
    """
    return {
        "template": "none",  # Plotly's own is large, and checked anew for each chart
        "height": height,
        "margin": {"l": left, "r": 8, "t": 24, "b": _BELOW},
        "paper_bgcolor": palette.ground,  # not transparent: the chart is also saved as a picture
        "plot_bgcolor": palette.ground,
        "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": palette.muted, "activecolor": palette.accent},
        "font": {"family": palette.font, "size": _TYPE, "color": palette.text},
        "colorway": palette.scale,
        "hoverlabel": {
            "bgcolor": palette.raised,
            "bordercolor": palette.grid,
            "font": {"family": palette.font, "size": _TYPE, "color": palette.text},
            "align": "left",
        },
        "legend": {"orientation": "h", "y": -0.12, "x": 0, "yanchor": "top", "title": {"text": ""}},
        "separators": ".,",
        "dragmode": False,
        "bargap": 0.35,
        "xaxis": {"gridcolor": palette.grid, "linecolor": palette.grid, "zeroline": False},
        "yaxis": {"gridcolor": palette.grid, "zerolinecolor": palette.grid},
    }


def room(labels: Iterable[str]) -> int:
    """The pixels that the longest of some labels takes at the left of a chart."""
    lines = (line for label in labels for line in label.split("<br>"))
    return _BESIDE + math.ceil(max((text_width(line, _TYPE) for line in lines), default=0.0))


def year_axis(figure: go.Figure, years: Sequence[int]) -> None:
    """Every year of the span in its place, with or without figures."""
    labels = [str(year) for year in years]
    figure.update_xaxes(
        type="category", categoryorder="array", categoryarray=labels, range=[-0.5, len(labels) - 0.5], showgrid=False
    )


def count_axis(
    figure: go.Figure, values: Iterable[float | None], word: Words, *, along: str = "y", ticks: int = _TICKS
) -> None:
    """Counts from zero, with 万 and 亿 or k and M."""
    places = _ticks(max((value for value in values if value is not None), default=1.0), ticks)
    labels = [short(place, word) for place in places]
    axis = {
        "tickvals": places,
        "ticktext": labels,
        "range": [0, places[-1] * 1.04],
        "showgrid": True,
    }
    figure.update_layout({f"{along}axis": axis})
    if along == "y":
        figure.update_layout(margin_l=max(_LEFT, room(labels)))


def _ticks(largest: float, count: int) -> list[float]:
    rough = max(largest, 1.0) / count
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in _STEPS if power * factor >= rough)
    step = max(step, 1.0)
    return [step * place for place in range(math.ceil(max(largest, 1.0) / step) + 1)]


def short(value: float, word: Words) -> str:
    """A round number in few characters."""
    for size, unit in _UNITS[word.language]:
        if abs(value) >= size:
            return f"{value / size:,.4g}{unit}"
    return f"{value:,.4g}"


def form_change(figure: go.Figure, years: Sequence[int], palette: Palette, sentence: str) -> None:
    """A dotted line where the form of 2021 begins, if both sides of it are shown."""
    first = form.FIRST_YEAR[form.EDITIONS[-1]]
    if first not in years or first - 1 not in years:
        return
    place = years.index(first) - 0.5
    figure.add_vline(x=place, line={"color": palette.muted, "width": 1, "dash": "dot"})
    figure.add_annotation(
        x=place,
        y=1,
        xref="x",
        yref="paper",
        text=sentence,
        showarrow=False,
        xanchor="center",
        yanchor="bottom",
        font={"size": 12, "color": palette.muted},
    )


def markers(doubtful: Sequence[bool], colour: str, palette: Palette, size: int = 8) -> dict[str, object]:
    """Points of a line: hollow where a report behind the figure has a problem."""
    return {
        "size": size,
        "color": [palette.ground if hollow else colour for hollow in doubtful],
        "line": {"color": colour, "width": 2},
    }


def label_ends(figure: go.Figure, ends: Sequence[tuple[str, str, Sequence[float | None]]]) -> None:
    """The name of each line at its last point; names that would lie on each other are moved apart."""
    found = [(name, colour, *_last(values)) for name, colour, values in ends if any(v is not None for v in values)]
    top = max((value for *_, value in found), default=1.0) or 1.0
    lowest = -math.inf
    for name, colour, place, value in sorted(found, key=lambda entry: entry[-1]):
        height = max(value / top, lowest + _LABEL_HEIGHT)
        lowest = height
        figure.add_annotation(
            x=place,
            y=value,
            yshift=(height - value / top) * _PLOT_HEIGHT,
            text=name,
            xanchor="left",
            xshift=10,
            showarrow=False,
            font={"color": colour, "size": 12},
        )
    longest = max((len(name) for name, *_ in found), default=0)
    figure.update_layout(margin_r=min(24 + longest * 13, 220))


def _last(values: Sequence[float | None]) -> tuple[int, float]:
    return next((place, value) for place, value in reversed(list(enumerate(values))) if value is not None)
