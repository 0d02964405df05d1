"""Organs by years: a square for each, with a sign and a colour, that may be a door to a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import plotly.graph_objects as go

from pages.shell import axes
from pages.shell.style import ROW_HEIGHT, Palette, faint

_HEAD_HEIGHT: Final = 84
_LONGEST_NAME: Final = 16  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Squares:
    """The squares of one condition: what they are called and how they look. Quiet ones let the others stand out."""

    name: str
    sign: str
    colour: str
    is_quiet: bool = False
    is_open: bool = False
    years: Sequence[int]
    organs: Sequence[str]
    reports: Sequence[str | None]
    hover: Sequence[str]


def height(rows: int) -> int:
    """How tall a matrix of so many rows is."""
    return rows * ROW_HEIGHT + _HEAD_HEIGHT


def matrix(
    squares: Sequence[Squares], organs: Mapping[str, str], years: Sequence[int], rows: int, palette: Palette
) -> go.Figure:
    """The chart. ``organs`` are the names by id in their order; ``rows`` is for how many of them there is room."""
    labels = [_shortened(name) for name in organs.values()]
    figure = go.Figure(layout=axes.layout(palette, height(rows), left=axes.room(labels)))
    for each in squares:
        figure.add_trace(_trace(each, palette))
    axes.year_axis(figure, years)
    figure.update_xaxes(side="top", showline=False, fixedrange=True)
    figure.update_yaxes(
        type="category",
        categoryorder="array",
        categoryarray=list(organs),
        tickvals=list(organs),
        ticktext=labels,
        range=[rows - 0.5, -0.5],
        showgrid=False,
        fixedrange=True,
    )
    # The button that saves the chart has its place above the years.
    figure.update_layout(clickmode="event+select", margin_t=48, legend={"y": 0, "yanchor": "top", "itemclick": False})
    return figure


def _trace(squares: Squares, palette: Palette) -> go.Scatter:
    ink = squares.colour if squares.is_quiet or squares.is_open else palette.ground
    return go.Scatter(
        x=[str(year) for year in squares.years],
        y=list(squares.organs),
        customdata=list(squares.reports),
        text=[squares.sign] * len(squares.years),
        hovertext=list(squares.hover),
        mode="markers+text" if squares.sign else "markers",
        name=squares.name,
        hoverinfo="text",
        textfont={"size": 12, "color": ink},
        marker={
            "symbol": "square-open" if squares.is_open else "square",
            "size": ROW_HEIGHT - (8 if squares.is_open else 6),
            "color": faint(squares.colour) if squares.is_quiet else squares.colour,
            "line": {"width": 1 if squares.is_open else 0},
        },
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
