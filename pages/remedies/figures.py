"""The charts of reviews and lawsuits."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from data.queries.remedies import RESULTS, WAYS, of_way
from pages.shell import axes
from pages.shell.axes import Marks
from pages.shell.drawn import Chart
from pages.shell.style import CHART_HEIGHT, Palette
from pages.shell.words import Words, number, percent

_SMALLER_HEIGHT = 300
_MOST_YEARS_NAMED = 3  # below a chart that is a third of the page wide
_ROOM = 0.08  # of the plot's height above the highest point of a rate


def results(of_one_way: pl.DataFrame, years: Sequence[int], word: Words, palette: Palette) -> Chart:
    """The four results of one way stacked for each year; a year that nobody states completely has no column."""
    if of_one_way["total"].drop_nulls().is_empty():
        return axes.empty(palette, word("empty.figures"), _SMALLER_HEIGHT)
    known = of_one_way.filter(pl.col("total").is_not_null())
    named = [str(year) for year in years[:: _every(len(years))]]
    return axes.chart(
        [*(_result(known, result, word, palette) for result in RESULTS), _totals(known, palette)],
        palette,
        _SMALLER_HEIGHT,
        xaxis={**axes.year_axis(years), "tickvals": named, "tickangle": 0},
        yaxis=axes.count_axis(known["total"].to_list(), word, ticks=4),
        barmode="stack",
    )


def _result(known: pl.DataFrame, result: str, word: Words, palette: Palette) -> Chart:
    return {
        "type": "bar",
        "x": known["year"].cast(pl.String).to_list(),
        "y": known[result].to_list(),
        "name": word(f"result.{result}"),
        "marker": {"color": palette.result(result), "line": {"color": palette.ground, "width": 1}},
        "customdata": [axes.sum_door(f"{way}.{result}", year) for way, year in known.select("way", "year").iter_rows()],
        "hovertext": [
            word("remedies.hover", name=word(f"result.{result}"), year=year, count=number(count))
            for year, count in known.select("year", result).iter_rows()
        ],
        "hoverinfo": "text",
    }


def _every(years: int) -> int:
    """Which years are named below a narrow chart: each one, or as many as have room."""
    return 1 + (years - 1) // _MOST_YEARS_NAMED


def _totals(known: pl.DataFrame, palette: Palette) -> Chart:
    """The sum above each column: it tells a year of 0 cases from a year without figures."""
    return {
        "type": "scatter",
        "x": known["year"].cast(pl.String).to_list(),
        "y": known["total"].to_list(),
        "text": [number(total) for total in known["total"]],
        "mode": "text",
        "textposition": "top center",
        "textfont": {"color": palette.text},
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
    }


def rates(results: pl.DataFrame, years: Sequence[int], word: Words, palette: Palette) -> Chart:
    """The share of concluded cases that was corrected, a line for each way; a year with too few cases is a gap."""
    if results["rate"].drop_nulls().is_empty():
        return axes.empty(palette, word("remedies.no_rates"), CHART_HEIGHT)
    highest = max(results["rate"].drop_nulls().to_list())
    lines = [_rate(of_way(results, way), way, years, word, palette) for way in WAYS]
    ends = [(line["name"], line["line"]["color"], line["y"]) for line in lines]
    are_named = axes.ends_fit(ends)
    return axes.chart(
        [{**line, "showlegend": not are_named} for line in lines],
        palette,
        CHART_HEIGHT,
        xaxis=axes.year_axis(years),
        yaxis={"tickformat": ".0%", "range": [-0.01, highest + _ROOM], "zeroline": True},
        marks=axes.label_ends(ends) if are_named else Marks(),
        margin={"r": axes.room_for_ends(ends)} if are_named else {},
    )


def _rate(of_one_way: pl.DataFrame, way: str, years: Sequence[int], word: Words, palette: Palette) -> Chart:
    by_year = {row["year"]: row for row in of_one_way.iter_rows(named=True)}
    found = [by_year.get(year) for year in years]
    colour = palette.way(way)
    return {
        "type": "scatter",
        "x": [str(year) for year in years],
        "y": [row["rate"] if row else None for row in found],
        "name": word(f"way.{way}"),
        "mode": "lines+markers",
        "connectgaps": False,
        "line": {"color": colour, "width": 2.5},
        "marker": axes.markers([bool(row and row["unsound"]) for row in found], colour, palette),
        "customdata": [axes.sum_door(f"{way}.corrected", year) for year in years],
        "hovertext": [
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
        "hoverinfo": "text",
    }


def pending(results: pl.DataFrame, years: Sequence[int], word: Words, palette: Palette) -> Chart:
    """Cases not yet concluded at the end of each year, the three ways side by side."""
    values = results["pending"].to_list()
    if all(value is None for value in values):
        return axes.empty(palette, word("empty.figures"), CHART_HEIGHT)
    known = results.filter(pl.col("pending").is_not_null())
    return axes.chart(
        [_pending(of_way(known, way), way, word, palette) for way in WAYS],
        palette,
        CHART_HEIGHT,
        xaxis=axes.year_axis(years),
        yaxis=axes.count_axis(values, word),
        barmode="group",
    )


def _pending(known: pl.DataFrame, way: str, word: Words, palette: Palette) -> Chart:
    return {
        "type": "bar",
        "x": known["year"].cast(pl.String).to_list(),
        "y": known["pending"].to_list(),
        "name": word(f"way.{way}"),
        "marker": {"color": palette.way(way)},
        "customdata": [axes.sum_door(f"{way}.pending", year) for year in known["year"]],
        "text": [number(count) for count in known["pending"]],
        "textposition": "outside",
        "cliponaxis": False,
        "hovertext": [
            word("remedies.hover", name=word(f"way.{way}"), year=year, count=number(count))
            for year, count in known.select("year", "pending").iter_rows()
        ],
        "hoverinfo": "text",
    }
