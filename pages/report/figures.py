"""The chart of one organ's own years."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from pages.shell import axes
from pages.shell.drawn import Chart
from pages.shell.issues import badge
from pages.shell.style import CHART_HEIGHT, SOUND, Palette, condition
from pages.shell.words import Words, number
from parsing.catalogue import Severity


def series(own: pl.DataFrame, cell: str, years: Sequence[int], word: Words, palette: Palette) -> Chart:
    """One figure over the years of one organ; a year without the figure is a gap."""
    if own[cell].drop_nulls().is_empty():
        return axes.empty(palette, word("empty.figures"), CHART_HEIGHT)
    by_year = {row["fiscal_year"]: row for row in own.iter_rows(named=True)}
    values = [by_year[year][cell] if year in by_year else None for year in years]
    conditions = [condition(by_year[year]["worst"]) if year in by_year else SOUND for year in years]
    line = {
        "type": "scatter",
        "x": [str(year) for year in years],
        "y": values,
        "mode": "lines+markers+text",
        "text": [number(value) if value is not None else "" for value in values],
        "textposition": "top center",
        "cliponaxis": False,
        "connectgaps": False,
        "line": {"color": palette.accent, "width": 2.5},
        "marker": axes.markers(
            [state not in {SOUND, Severity.NOTABLE} for state in conditions], palette.accent, palette, size=9
        ),
        "hovertext": [
            f"{word('list.pair', first=year, second=number(value))}<br>{badge(state, word)}"
            for year, value, state in zip(years, values, conditions, strict=True)
        ],
        "hoverinfo": "text",
        "showlegend": False,
    }
    return axes.chart(
        [line],
        palette,
        CHART_HEIGHT,
        xaxis=axes.year_axis(years),
        yaxis=axes.count_axis([None if value is None else float(value) for value in values], word),
        marks=axes.form_change(years, palette, word("chart.form_change")),
    )
