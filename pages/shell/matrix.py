"""Organs by years: a square for each, with a sign and a colour, that may be a door to a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pages.shell import axes
from pages.shell.drawn import Chart
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
) -> Chart:
    """The chart. ``organs`` are the names by id in their order; ``rows`` is for how many of them there is room."""
    labels = [_shortened(name) for name in organs.values()]
    names = {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": list(organs),
        "tickvals": list(organs),
        "ticktext": labels,
        "range": [rows - 0.5, -0.5],
        "showgrid": False,
        "fixedrange": True,
    }
    return axes.chart(
        [_trace(each, palette) for each in squares],
        palette,
        height(rows),
        xaxis={**axes.year_axis(years), "side": "top", "showline": False, "fixedrange": True},
        yaxis=names,
        margin={"t": 48},  # the button that saves the chart has its place above the years
        legend={"y": 0, "itemclick": False},
    )


def _trace(squares: Squares, palette: Palette) -> Chart:
    ink = squares.colour if squares.is_quiet or squares.is_open else palette.ground
    return {
        "type": "scatter",
        "x": [str(year) for year in squares.years],
        "y": squares.organs,
        "customdata": squares.reports,
        "text": [squares.sign] * len(squares.years),
        "hovertext": squares.hover,
        "mode": "markers+text" if squares.sign else "markers",
        "name": squares.name,
        "hoverinfo": "text",
        "textfont": {"size": 12, "color": ink},
        "marker": {
            "symbol": "square-open" if squares.is_open else "square",
            "size": ROW_HEIGHT - (8 if squares.is_open else 6),
            "color": faint(squares.colour) if squares.is_quiet else squares.colour,
            "line": {"width": 1 if squares.is_open else 0},
        },
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
