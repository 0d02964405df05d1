"""The charts of the overview."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go
import polars as pl

from pages.shell import axes
from pages.shell.issues import badge
from pages.shell.style import MISSING, ROW_HEIGHT, SIGNS, SMALL_CHART_HEIGHT, SOUND, Palette, condition, faint
from pages.shell.words import Words, number
from parsing.catalogue import Severity

_CONDITIONS = (SOUND, Severity.NOTABLE, Severity.INCONSISTENT, Severity.MALFORMED, Severity.UNREADABLE)
_HEAD_HEIGHT = 60


def matrix(coverage: pl.DataFrame, years: Sequence[int], rows: int, word: Words, palette: Palette) -> go.Figure:
    """Organs by years, a square for each report in the colour and with the sign of its condition."""
    organs = coverage.unique("organ_id", maintain_order=True)
    height = rows * ROW_HEIGHT + _HEAD_HEIGHT
    if organs.is_empty() or not years:
        return axes.empty(palette, word("empty.reports"), height)
    figure = go.Figure(layout=axes.layout(palette, height))
    graded = coverage.with_columns(condition=pl.col("worst").map_elements(condition, pl.String, skip_nulls=False))
    for name in _CONDITIONS:
        figure.add_trace(_squares(graded.filter(pl.col("condition") == name), name, word, palette))
    figure.add_trace(_gaps(coverage, years, word, palette))
    axes.year_axis(figure, years)
    names = dict(organs.select("organ_id", "agency").iter_rows())
    figure.update_xaxes(side="top", showline=False, fixedrange=True)
    figure.update_yaxes(
        type="category",
        categoryorder="array",
        categoryarray=list(names),
        tickvals=list(names),
        ticktext=[_shortened(name) for name in names.values()],
        range=[rows - 0.5, -0.5],
        showgrid=False,
        fixedrange=True,
    )
    figure.update_layout(clickmode="event+select", legend={"y": 0, "yanchor": "top", "itemclick": False})
    return figure


def _squares(reports: pl.DataFrame, name: str, word: Words, palette: Palette) -> go.Scatter:
    label = badge(name, word)
    quiet = name == SOUND  # most squares are, and the others have to stand out
    return go.Scatter(
        x=reports["fiscal_year"].cast(pl.String).to_list(),
        y=reports["organ_id"].to_list(),
        customdata=reports["report_id"].to_list(),
        text=[SIGNS[name]] * len(reports),
        hovertext=[
            f"{agency}<br>{year}：{label}" for agency, year in reports.select("agency", "fiscal_year").iter_rows()
        ],
        mode="markers+text",
        name=label,
        hoverinfo="text",
        textfont={"size": 12, "color": palette.condition(name) if quiet else palette.ground},
        marker={
            "symbol": "square",
            "size": ROW_HEIGHT - 6,
            "color": faint(palette.condition(name)) if quiet else palette.condition(name),
        },
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _gaps(coverage: pl.DataFrame, years: Sequence[int], word: Words, palette: Palette) -> go.Scatter:
    """An open square for each year without a report."""
    present = set(coverage.select("organ_id", "fiscal_year").iter_rows())
    gaps = [
        (organ, year)
        for organ in coverage["organ_id"].unique(maintain_order=True)
        for year in years
        if (organ, year) not in present
    ]
    return go.Scatter(
        x=[str(year) for _, year in gaps],
        y=[organ for organ, _ in gaps],
        mode="markers",
        name=word(f"severity.{MISSING}"),
        hovertext=[f"{year}：{word(f'severity.{MISSING}')}" for _, year in gaps],
        hoverinfo="text",
        marker={
            "symbol": "square-open",
            "size": ROW_HEIGHT - 8,
            "color": palette.condition(MISSING),
            "line": {"width": 1},
        },
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _shortened(name: str, most: int = 16) -> str:
    return name if len(name) <= most else f"{name[: most - 1]}…"


def sparkline(trend: pl.DataFrame, years: Sequence[int], colour: str, word: Words, palette: Palette) -> go.Figure:
    """One measure over the years, small; a year without figures is a gap."""
    if trend["total"].drop_nulls().is_empty():
        return axes.empty(palette, word("empty.figures"), SMALL_CHART_HEIGHT)
    by_year = {row["year"]: row for row in trend.iter_rows(named=True)}
    values = [by_year[year]["total"] if year in by_year else None for year in years]
    doubtful = [bool(year in by_year and by_year[year]["unsound"]) for year in years]
    figure = go.Figure(layout=axes.layout(palette, SMALL_CHART_HEIGHT))
    figure.add_trace(
        go.Scatter(
            x=[str(year) for year in years],
            y=values,
            mode="lines+markers",
            connectgaps=False,
            line={"color": colour, "width": 2},
            marker=axes.markers(doubtful, colour, palette),
            hovertext=[f"{year}：{number(value)}" for year, value in zip(years, values, strict=True)],
            hoverinfo="text",
            showlegend=False,
        )
    )
    axes.year_axis(figure, years)
    figure.update_xaxes(tickvals=[str(years[0]), str(years[-1])])
    axes.count_axis(figure, values, word, ticks=3)
    return figure
