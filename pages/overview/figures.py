"""The charts of the overview."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from pages.shell import axes, units
from pages.shell import matrix as shared
from pages.shell.drawn import Chart
from pages.shell.issues import badge
from pages.shell.matrix import Squares
from pages.shell.style import MISSING, SIGNS, SMALL_CHART_HEIGHT, SOUND, Palette, condition
from pages.shell.words import Words, number
from parsing.catalogue import Severity

_CONDITIONS = (SOUND, Severity.NOTABLE, Severity.INCONSISTENT, Severity.MALFORMED, Severity.UNREADABLE)


def matrix(coverage: pl.DataFrame, years: Sequence[int], rows: int, word: Words, palette: Palette) -> Chart:
    """Organs by years, a square for each report in the colour and with the sign of its condition."""
    organs = coverage.unique("organ_id", maintain_order=True)
    if organs.is_empty() or not years:
        return axes.empty(palette, word("overview.matrix_none"), shared.height(rows))
    graded = coverage.with_columns(pl.Series("condition", [condition(worst) for worst in coverage["worst"]], pl.String))
    squares = [_squares(graded.filter(pl.col("condition") == name), name, word, palette) for name in _CONDITIONS]
    squares.append(_gaps(coverage, years, word, palette))
    return shared.matrix(squares, dict(organs.select("organ_id", "agency").iter_rows()), years, rows, palette)


def _squares(reports: pl.DataFrame, name: str, word: Words, palette: Palette) -> Squares:
    label = badge(name, word)
    return Squares(
        name=label,
        sign=SIGNS[name],
        colour=palette.condition(name),
        is_quiet=name == SOUND,  # most squares are
        years=reports["fiscal_year"].to_list(),
        organs=reports["organ_id"].to_list(),
        reports=reports["report_id"].to_list(),
        hover=[
            f"{agency}<br>{word('list.pair', first=year, second=label)}"
            for agency, year in reports.select("agency", "fiscal_year").iter_rows()
        ],
    )


def _gaps(coverage: pl.DataFrame, years: Sequence[int], word: Words, palette: Palette) -> Squares:
    """An open square for each year without a report."""
    present = set(coverage.select("organ_id", "fiscal_year").iter_rows())
    gaps = [
        (organ, year)
        for organ in coverage["organ_id"].unique(maintain_order=True)
        for year in years
        if (organ, year) not in present
    ]
    label = word(f"severity.{MISSING}")
    return Squares(
        name=label,
        sign="",
        colour=palette.condition(MISSING),
        is_open=True,
        years=[year for _, year in gaps],
        organs=[organ for organ, _ in gaps],
        reports=[None] * len(gaps),
        hover=[word("list.pair", first=year, second=label) for _, year in gaps],
    )


def sparkline(trend: pl.DataFrame, years: Sequence[int], measure: str, word: Words, palette: Palette) -> Chart:
    """One measure over the years, small; a year without figures is a gap."""
    if trend["total"].drop_nulls().is_empty():
        return axes.empty(palette, word("empty.figures"), SMALL_CHART_HEIGHT)
    by_year = {row["year"]: row for row in trend.iter_rows(named=True)}
    values = [by_year[year]["total"] if year in by_year else None for year in years]
    doors = [axes.sum_door(by_year[year]["cell"], year) if year in by_year else None for year in years]
    colour = palette.measure(measure)
    doubtful = [bool(year in by_year and by_year[year]["unsound"]) for year in years]
    line = {
        "type": "scatter",
        "x": [str(year) for year in years],
        "y": values,
        "mode": "lines+markers",
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"color": colour, "width": 2},
        "marker": axes.markers(doubtful, colour, palette),
        "customdata": doors,
        "hovertext": [_hover(measure, by_year.get(year), word) for year in years],
        "hoverinfo": "text",
        "showlegend": False,
    }
    return axes.chart(
        [line],
        palette,
        SMALL_CHART_HEIGHT,
        xaxis={**axes.year_axis(years), "tickvals": [str(years[0]), str(years[-1])]},
        yaxis=axes.count_axis(values, word, ticks=3),
    )


def _hover(measure: str, point: Mapping[str, Any] | None, word: Words) -> str:
    if point is None:
        return ""
    unit = units.of_cell(point["cell"], word)
    named = word(f"measure_long.{measure}")
    return word("licensing.hover", group=named, year=point["year"], value=number(point["total"]), unit=unit)
