"""The charts of reviews and lawsuits."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go
import polars as pl

from data.queries.remedies import RESULTS, WAYS, of_way
from pages.shell import axes
from pages.shell.style import CHART_HEIGHT, Palette
from pages.shell.words import Words, number, percent

_SMALLER_HEIGHT = 300
_MOST_YEARS_NAMED = 3  # below a chart that is a third of the page wide
_ROOM = 0.08  # of the plot's height above the highest point of a rate


def results(of_one_way: pl.DataFrame, years: Sequence[int], word: Words, palette: Palette) -> go.Figure:
    """The four results of one way stacked for each year; a year that nobody states completely has no column."""
    if of_one_way["total"].drop_nulls().is_empty():
        return axes.empty(palette, word("empty.figures"), _SMALLER_HEIGHT)
    known = of_one_way.filter(pl.col("total").is_not_null())
    figure = go.Figure(layout=axes.layout(palette, _SMALLER_HEIGHT))
    labels = known["year"].cast(pl.String).to_list()
    for result in RESULTS:
        figure.add_trace(
            go.Bar(
                x=labels,
                y=known[result].to_list(),
                name=word(f"result.{result}"),
                marker={"color": palette.result(result), "line": {"color": palette.ground, "width": 1}},
                hovertext=[
                    word("remedies.hover", name=word(f"result.{result}"), year=year, count=number(count))
                    for year, count in known.select("year", result).iter_rows()
                ],
                hoverinfo="text",
            )
        )
    figure.add_trace(_totals(labels, known["total"].to_list(), palette))
    axes.year_axis(figure, years)
    figure.update_xaxes(tickvals=[str(year) for year in years[:: _every(len(years))]], tickangle=0)
    axes.count_axis(figure, known["total"].to_list(), word, ticks=4)
    figure.update_layout(barmode="stack", legend_traceorder="normal")
    return figure


def _every(years: int) -> int:
    """Which years are named below a narrow chart: each one, or as many as have room."""
    return 1 + (years - 1) // _MOST_YEARS_NAMED


def _totals(labels: list[str], totals: list[int], palette: Palette) -> go.Scatter:
    """The sum above each column: it tells a year of 0 cases from a year without figures."""
    return go.Scatter(
        x=labels,
        y=totals,
        text=[number(total) for total in totals],
        mode="text",
        textposition="top center",
        textfont={"color": palette.text},
        cliponaxis=False,
        hoverinfo="skip",
        showlegend=False,
    )


def rates(results: pl.DataFrame, years: Sequence[int], word: Words, palette: Palette) -> go.Figure:
    """The share of concluded cases that was corrected, a line for each way; a year with too few cases is a gap."""
    if results["rate"].drop_nulls().is_empty():
        return axes.empty(palette, word("remedies.no_rates"), CHART_HEIGHT)
    figure = go.Figure(layout=axes.layout(palette, CHART_HEIGHT))
    for way in WAYS:
        by_year = {row["year"]: row for row in of_way(results, way).iter_rows(named=True)}
        found = [by_year.get(year) for year in years]
        colour = palette.way(way)
        figure.add_trace(
            go.Scatter(
                x=[str(year) for year in years],
                y=[row["rate"] if row else None for row in found],
                name=word(f"way.{way}"),
                mode="lines+markers",
                connectgaps=False,
                line={"color": colour, "width": 2.5},
                marker=axes.markers([bool(row and row["unsound"]) for row in found], colour, palette),
                hovertext=[
                    word(
                        "remedies.rate_hover",
                        way=word(f"way.{way}"),
                        year=row["year"],
                        rate=percent(row["rate"]),
                        corrected=number(row["corrected"]),
                        concluded=number(row["concluded"]),
                    )
                    if row
                    else ""
                    for row in found
                ],
                hoverinfo="text",
            )
        )
    axes.year_axis(figure, years)
    highest = max(results["rate"].drop_nulls().to_list())
    figure.update_yaxes(tickformat=".0%", range=[-0.01, highest + _ROOM], zeroline=True)
    return figure


def pending(results: pl.DataFrame, years: Sequence[int], word: Words, palette: Palette) -> go.Figure:
    """Cases not yet concluded at the end of each year, the three ways side by side."""
    values = results["pending"].to_list()
    if all(value is None for value in values):
        return axes.empty(palette, word("empty.figures"), CHART_HEIGHT)
    figure = go.Figure(layout=axes.layout(palette, CHART_HEIGHT))
    for way in WAYS:
        known = of_way(results, way).filter(pl.col("pending").is_not_null())
        figure.add_trace(
            go.Bar(
                x=known["year"].cast(pl.String).to_list(),
                y=known["pending"].to_list(),
                name=word(f"way.{way}"),
                marker={"color": palette.way(way)},
                text=[number(count) for count in known["pending"]],
                textposition="outside",
                cliponaxis=False,
                hovertext=[
                    word("remedies.hover", name=word(f"way.{way}"), year=year, count=number(count))
                    for year, count in known.select("year", "pending").iter_rows()
                ],
                hoverinfo="text",
            )
        )
    axes.year_axis(figure, years)
    axes.count_axis(figure, values, word)
    figure.update_layout(barmode="group")
    return figure
