"""The charts of what became of applications."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import wrap

import polars as pl

from data.queries.outcomes import ARRIVALS, LEFT_OVER, OUTCOMES, STAGES
from pages.shell import axes
from pages.shell.drawn import Chart
from pages.shell.style import CHART_HEIGHT, ROW_HEIGHT, Palette, faint
from pages.shell.words import Words, number, percent
from parsing.form import cell_id

_MIDDLE = "handled"
_ABOVE_FLOW = 44  # pixels, so that the camera button does not lie on the first bar
_LONGEST_NAME = 20  # characters of a bar's name in one line


def flow(stages: Mapping[str, int | None], arrived: int | None, word: Words, palette: Palette) -> Chart:
    """What came in, on the left, and what became of it, on the right."""
    if not arrived:
        return axes.empty(palette, word("empty.figures"), CHART_HEIGHT)
    counts = {**stages, _MIDDLE: arrived}
    nodes = [*ARRIVALS, _MIDDLE, *OUTCOMES, LEFT_OVER]
    place = {name: index for index, name in enumerate(nodes)}
    links = [(stage, _MIDDLE) if stage in ARRIVALS else (_MIDDLE, stage) for stage in STAGES if stages[stage]]
    flows = {
        "type": "sankey",
        "arrangement": "snap",
        "node": {
            "label": [_node(name, counts, word) for name in nodes],
            "color": [_colour(name, palette) for name in nodes],
            "pad": 18,
            "thickness": 16,
            "line": {"width": 0},
            "hovertemplate": "%{label}<extra></extra>",
        },
        "link": {
            "source": [place[start] for start, _ in links],
            "target": [place[end] for _, end in links],
            "value": [stages[_stage(link)] for link in links],
            "color": [faint(_colour(_stage(link), palette)) for link in links],
            "customdata": [_node(_stage(link), counts, word) for link in links],
            "hovertemplate": "%{customdata}<extra></extra>",
        },
        "textfont": {"family": palette.font, "size": 13, "color": palette.text, "shadow": _halo(palette.ground)},
    }
    return axes.chart([flows], palette, CHART_HEIGHT, margin={"l": 8, "t": _ABOVE_FLOW})


def _halo(colour: str) -> str:
    """A rim that keeps a name legible where a thin flow passes behind it."""
    return ", ".join(f"{x}px {y}px 2px {colour}" for x in (-1, 0, 1) for y in (-1, 0, 1))


def _stage(link: tuple[str, str]) -> str:
    start, end = link
    return start if end == _MIDDLE else end


def _node(name: str, stages: Mapping[str, int | None], word: Words) -> str:
    return word("outcomes.flow_hover", stage=word(f"outcome.{name}"), count=number(stages[name]))


def _colour(name: str, palette: Palette) -> str:
    return palette.outcome(name) if name in OUTCOMES else palette.muted if name != ARRIVALS[0] else palette.accent


def shares(by_year: pl.DataFrame, years: Sequence[int], word: Words, palette: Palette) -> Chart:
    """The outcomes of each year as parts of a whole; a year with too few applications has no column."""
    if by_year["share"].drop_nulls().is_empty():
        return axes.empty(palette, word("empty.figures"), CHART_HEIGHT)
    stated = by_year.filter(pl.col("share").is_not_null())
    parts = [_part(stated.filter(pl.col("outcome") == outcome), outcome, word, palette) for outcome in OUTCOMES]
    whole = {"tickformat": ".0%", "range": [0, 1]}
    return axes.chart(parts, palette, CHART_HEIGHT, xaxis=axes.year_axis(years), yaxis=whole, barmode="stack")


def _part(rows: pl.DataFrame, outcome: str, word: Words, palette: Palette) -> Chart:
    return {
        "type": "bar",
        "x": rows["year"].cast(pl.String).to_list(),
        "y": rows["share"].to_list(),
        "name": word(f"outcome.{outcome}"),
        "marker": {"color": palette.outcome(outcome), "line": {"color": palette.ground, "width": 1}},
        "customdata": [axes.sum_door(f"shares.{outcome}", year) for year in rows["year"]],
        "hovertext": [_share_hover(row, word) for row in rows.iter_rows(named=True)],
        "hoverinfo": "text",
    }


def _share_hover(row: Mapping[str, str | int | float], word: Words) -> str:
    return word(
        "outcomes.shares_hover",
        outcome=word(f"outcome.{row['outcome']}"),
        year=int(row["year"]),
        share=percent(float(row["share"])),
        count=number(int(row["count"])),
        base=number(int(row["base"])),
    )


def bars(counts: pl.DataFrame, names: Sequence[str], colour: str, word: Words, palette: Palette) -> Chart:
    """Counts side by side, the first on top, each with its number."""
    height = len(names) * (ROW_HEIGHT + 10) + 40
    values = counts["count"].to_list()
    if all(value is None for value in values):
        return axes.empty(palette, word("empty.figures"), height)
    labels = ["<br>".join(wrap(name, _LONGEST_NAME)) for name in names]
    drawn = {
        "type": "bar",
        "x": values,
        "y": labels,
        "orientation": "h",
        "marker": {"color": colour},
        "customdata": [axes.sum_door(cell) for cell in counts["cell"]],
        "text": [number(value) for value in values],
        "textposition": "outside",
        "cliponaxis": False,
        "hovertext": [
            word("outcomes.bar_hover", name=name, count=number(count), known=number(known), reports=number(reports))
            for name, (count, known, reports) in zip(
                names, counts.select("count", "known", "reports").iter_rows(), strict=True
            )
        ],
        "hoverinfo": "text",
    }
    return axes.chart(
        [drawn],
        palette,
        height,
        xaxis=axes.count_axis(values, word, ticks=3),
        yaxis={"autorange": "reversed", "showgrid": False, "ticksuffix": "  "},
        margin={"l": axes.room(labels), "r": 56},
    )


def backlog(by_year: pl.DataFrame, years: Sequence[int], word: Words, palette: Palette) -> Chart:
    """What each year took over beside what it passed on."""
    stages = (ARRIVALS[1], LEFT_OVER)
    values = [value for stage in stages for value in by_year[stage]]
    if all(value is None for value in values):
        return axes.empty(palette, word("empty.figures"), CHART_HEIGHT)
    colours = palette.muted, palette.measure("applications")
    return axes.chart(
        [_carried(by_year, stage, colour, word) for stage, colour in zip(stages, colours, strict=True)],
        palette,
        CHART_HEIGHT,
        xaxis=axes.year_axis(years),
        yaxis=axes.count_axis(values, word),
        barmode="group",
    )


def _carried(by_year: pl.DataFrame, stage: str, colour: str, word: Words) -> Chart:
    return {
        "type": "bar",
        "x": by_year["year"].cast(pl.String).to_list(),
        "y": by_year[stage].to_list(),
        "name": word(f"outcome.{stage}"),
        "marker": {"color": colour},
        "customdata": [axes.sum_door(cell_id("applications", stage, "total"), year) for year in by_year["year"]],
        "text": [None if value is None else number(value) for value in by_year[stage]],  # tells 0 from nothing
        "textposition": "outside",
        "cliponaxis": False,
        "hovertext": [
            word("list.pair", first=year, second=_node(stage, {stage: value}, word))
            for year, value in by_year.select("year", stage).iter_rows()
        ],
        "hoverinfo": "text",
    }
