"""Axes and marks that all charts share: years as categories, counts from zero, the change of form as a dotted line."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from pages.shell.drawn import Chart
from pages.shell.picture import text_width
from pages.shell.style import Palette
from pages.shell.words import Words
from parsing import form

_STEPS: Final = (1, 2, 2.5, 5, 10)
_TICKS: Final = 5
_LABEL_HEIGHT: Final = 0.07  # of a line of text, as a share of the plot
_MOST_MOVED: Final = 2.5 * _LABEL_HEIGHT  # from the end of its line to a name
_PLOT_HEIGHT: Final = 290  # pixels between the axis and the highest figure, about
_TYPE: Final = 13  # pixels
_LEFT: Final = 52  # pixels for a usual count, as axes write it
_BESIDE: Final = 14  # pixels between labels and axis, and at their left
_BELOW: Final = 32  # pixels for years, also when they are turned
_SMALL: Final = 12  # pixels of type for what is said within a chart
_BESIDE_POINT: Final = 24  # pixels left and right of a name at the end of a line
_MOST_FOR_ENDS: Final = 220  # pixels
_LONGEST_NAME: Final = 14  # times as wide as Chinese characters are
_UNITS: Final = {
    "zh": ((100_000_000, "亿"), (10_000, "万")),
    "en": ((1_000_000, "M"), (1_000, "k")),
}

# Labels have the room they need, as the margins are told: Plotly would measure each to find out which to hide.
_AXIS: Final[Chart] = {"fixedrange": True, "ticklabeloverflow": "allow"}

BETWEEN_CODES: Final = ";"  # no "&", which is text like any other in a chart and becomes "&amp;"

End = tuple[str, str, Sequence[float | None]]
"""A line's name, colour and values."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Lines and words within a chart that are no figures."""

    shapes: tuple[Chart, ...] = ()
    annotations: tuple[Chart, ...] = ()

    def __add__(self, other: Marks) -> Marks:
        return Marks(self.shapes + other.shapes, self.annotations + other.annotations)


_NO_MARKS: Final = Marks()


def chart(traces: Sequence[Chart], palette: Palette, height: int, *, marks: Marks = _NO_MARKS, **own: object) -> Chart:
    """The content of a chart, in the words of Plotly: what all charts have in common, and its own on top of that.

    Plain content, since Plotly's classes take longer to check a chart than to make it; the tests have all checked.
    """
    layout = {**_common(palette, height), "shapes": marks.shapes, "annotations": marks.annotations}
    for name, part in own.items():
        layout[name] = {**layout[name], **part} if isinstance(part, dict) else part
    # Told, for Plotly draws all axes again and again as long as it looks for the room itself.
    layout["margin"] = {"l": max(_LEFT, room(layout["yaxis"].get("ticktext", ()))), **layout["margin"]}
    return {"data": traces, "layout": layout}


def _common(palette: Palette, height: int) -> Chart:
    text = {"family": palette.font, "size": _TYPE, "color": palette.text}
    return {
        "height": height,
        "margin": {"r": 8, "t": 24, "b": _BELOW},
        "paper_bgcolor": palette.ground,  # not transparent: the chart is also saved as a picture
        "plot_bgcolor": palette.ground,
        "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": palette.muted, "activecolor": palette.accent},
        "font": text,
        "colorway": palette.scale,
        "hoverlabel": {"bgcolor": palette.raised, "bordercolor": palette.grid, "font": text, "align": "left"},
        "legend": {
            "orientation": "h",
            "x": 0,
            "y": -0.12,
            "yanchor": "top",
            "traceorder": "normal",
            "title": {"text": ""},
        },
        "separators": ".,",
        "dragmode": False,
        # Streamlit draws each chart twice, the second time from a copy. Plotly takes copied lists for other figures and
        # draws them again, unless a revision says that they are the same. Other figures are another chart.
        "datarevision": 1,
        "bargap": 0.35,
        "xaxis": {**_AXIS, "gridcolor": palette.grid, "linecolor": palette.grid, "zeroline": False},
        "yaxis": {**_AXIS, "gridcolor": palette.grid, "zerolinecolor": palette.grid},
    }


def sum_door(name: str, year: int | None = None, **filters: str) -> str:
    """What a mark carries that stands for a sum: the codes of the address that shows its reports.

    ``name`` is one of :data:`data.queries.behind.SUMS`; no year are all that are shown.
    """
    return BETWEEN_CODES.join(urlencode([code]) for code in {"sum": name, "year": year or "all", **filters}.items())


def empty(palette: Palette, sentence: str, height: int) -> Chart:
    """A chart without figures says why, at the size it would have."""
    said = {"text": sentence, "showarrow": False, "x": 0.5, "y": 0.5, "xref": "paper", "yref": "paper"}
    marks = Marks(annotations=({**said, "font": {"size": 14}},))
    return chart([], palette, height, marks=marks, xaxis={"visible": False}, yaxis={"visible": False})


def room(labels: Iterable[str]) -> int:
    """The pixels that the longest of some labels takes at the left of a chart."""
    lines = (line for label in labels for line in label.split("<br>"))
    return _BESIDE + math.ceil(max((text_width(line, _TYPE) for line in lines), default=0.0))


def year_axis(years: Sequence[int]) -> Chart:
    """Every year of the span in its place, with or without figures."""
    labels = [str(year) for year in years]
    return {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": labels,
        "range": [-0.5, len(labels) - 0.5],
        "showgrid": False,
    }


def count_axis(values: Iterable[float | None], word: Words, *, ticks: int = _TICKS) -> Chart:
    """Counts from zero, with 万 and 亿 or k and M."""
    places = _ticks(max((value for value in values if value is not None), default=1.0), ticks)
    return {
        "tickvals": places,
        "ticktext": [short(place, word) for place in places],
        "range": [0, places[-1] * 1.04],
        "showgrid": True,
    }


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


def form_change(years: Sequence[int], palette: Palette, sentence: str) -> Marks:
    """A dotted line where the form of 2021 begins, if both sides of it are shown."""
    first = form.FIRST_YEAR[form.EDITIONS[-1]]
    if first not in years or first - 1 not in years:
        return _NO_MARKS
    return upright(years.index(first) - 0.5, sentence, palette)


def upright(place: float, sentence: str, palette: Palette, *, anchor: str = "center") -> Marks:
    """A dotted line through the whole height, with words above it, of which ``anchor`` stands over the line."""
    over = {"xref": "x", "yref": "paper"}
    line = {"type": "line", "x0": place, "x1": place, "y0": 0, "y1": 1, **over}
    said = {"text": sentence, "x": place, "y": 1, "showarrow": False, "xanchor": anchor, "yanchor": "bottom", **over}
    return Marks(
        ({**line, "line": {"color": palette.muted, "width": 1, "dash": "dot"}},),
        ({**said, "font": {"size": _SMALL, "color": palette.muted}},),
    )


def markers(doubtful: Sequence[bool], colour: str, palette: Palette, size: int = 8) -> dict[str, object]:
    """Points of a line: hollow where a report behind the figure has a problem."""
    return {
        "size": size,
        "color": [palette.ground if hollow else colour for hollow in doubtful],
        "line": {"color": colour, "width": 2},
    }


def ends_fit(ends: Sequence[End]) -> bool:
    """Whether every name has its place near the end of its line; else a legend tells more."""
    return all(moved <= _MOST_MOVED for _, moved in _placed(ends))


def label_ends(ends: Sequence[End]) -> Marks:
    """The name of each line at its last point; names that would lie on each other are moved apart."""
    return Marks(annotations=tuple({**name, "yshift": moved * _PLOT_HEIGHT} for name, moved in _placed(ends)))


def _placed(ends: Sequence[End]) -> Iterator[tuple[Chart, float]]:
    """The name of each line, and how far it is moved up from its end, as a share of the plot.

    Only lines that end in the same year have their names below each other.
    """
    top = max((value for *_, values in ends for value in values if value is not None), default=1.0) or 1.0
    found = [(*_last(values), name, colour) for name, colour, values in ends if any(v is not None for v in values)]
    occupied: dict[int, float] = {}
    for place, value, name, colour in sorted(found):
        height = max(value / top, occupied.get(place, -math.inf) + _LABEL_HEIGHT)
        occupied[place] = height
        font = {"color": colour, "size": _SMALL}
        beside = {"x": place, "y": value, "xshift": 10, "xanchor": "left", "showarrow": False}
        yield {"text": name, **beside, "font": font}, height - value / top


def shortened(name: str) -> str:
    """A name as it stands in a legend or at a mark: of a long one without its middle, for organs often differ last.

    Whoever points at what it stands for is told the whole name.
    """
    if text_width(name, 1) <= _LONGEST_NAME:
        return name
    half = next(count for count in range(len(name), 0, -1) if 2 * _widest_end(name, count) <= _LONGEST_NAME - 1)
    return f"{name[:half].rstrip()}…{name[-half:].lstrip()}"


def _widest_end(name: str, count: int) -> float:
    return max(text_width(name[:count], 1), text_width(name[-count:], 1))


def room_for_ends(ends: Sequence[End]) -> int:
    """The pixels that the names at the ends of lines take at the right of a chart."""
    widest = max((text_width(name, _SMALL) for name, *_ in ends), default=0.0)
    return min(_BESIDE_POINT + math.ceil(widest), _MOST_FOR_ENDS)


def _last(values: Sequence[float | None]) -> tuple[int, float]:
    return next((place, value) for place, value in reversed(list(enumerate(values))) if value is not None)
