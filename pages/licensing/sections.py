"""What is asked of licences and penalties, and their trend."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import polars as pl
import streamlit as st

from data.queries import licensing
from data.queries.licensing import MEASURES, Grouping, Scale
from pages.licensing import figures
from pages.licensing.figures import Style
from pages.shell import axes, charts, choices, downloads, style, units
from pages.shell.charts import Caption
from pages.shell.filters import division_name, place_codes
from pages.shell.frame import View
from pages.shell.organs import kind_name, level_name
from pages.shell.words import Words, number

_MOST_LINES: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What the page is asked to show."""

    measure: str
    grouping: Grouping
    scale: Scale

    def unit(self, word: Words) -> str:
        """What the values are counted in."""
        return word("unit.index") if self.scale is Scale.INDEX else self.counted_in(word)

    def counted_in(self, word: Words) -> str:
        """The unit of the measure itself."""
        return units.of_cell(MEASURES[self.measure][0], word)

    @property
    def names_lines(self) -> bool:
        """Whether a line is one of several that there could be."""
        return self.grouping is not Grouping.TOTAL or len(MEASURES[self.measure]) > 1

    def title(self, view: View) -> str:
        """Measure, scale, scope, years and unit."""
        word = view.word
        measure = word(f"measure_long.{self.measure}")
        if self.scale is not Scale.COUNT:
            measure = word(f"licensing.scaled.{self.scale}", measure=measure)
        if self.scale is Scale.INDEX:
            return word("licensing.chart_index", measure=measure, scope=view.scope, years=view.span)
        unit = self.unit(word)
        return word("licensing.chart", measure=measure, scope=view.scope, years=view.span, unit=unit)

    def title_of_year(self, chart: str, year: int, view: View) -> str:
        """Measure, scope, one year and unit of a chart that is of counts, whatever the scale of the trend."""
        word = view.word
        measure, unit = word(f"measure_long.{self.measure}"), self.counted_in(word)
        return word(f"licensing.{chart}", measure=measure, scope=view.scope, year=year, unit=unit)


def ask(view: View) -> Choice:
    """Measure, grouping and scale."""
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        measure = choices.one("measure", tuple(MEASURES), "measure", view.word)
        grouping = choices.one("group", tuple(Grouping), "licensing.groupings", view.word)
        scale = choices.one("scale", tuple(Scale), "licensing.scales", view.word)
    return Choice(measure=measure, grouping=Grouping(grouping), scale=Scale(scale))


def trend(choice: Choice, view: View) -> pl.DataFrame:
    """The large chart; gives back the trend that it draws."""
    word, palette = view.word, style.current()
    found = by_group(choice, view)
    drawn = licensing.largest_groups(found, _MOST_LINES)
    scaled = licensing.scaled(found, choice.scale)
    styles = _styles(found, drawn, choice, view)
    lines = figures.lines(scaled, view.years, styles, choice.unit(word), word)
    measure = word(f"measure_long.{choice.measure}")
    caption = Caption(
        title=choice.title(view),
        subtitle=_subtitle(found, word),
        alt=word("licensing.chart_alt", measure=measure, years=view.span, count=len(lines)),
    )
    figure = figures.trend(lines, view.years, word, palette, names_one=choice.names_lines)
    behind = downloads.table(licensing.figures(view.reports, choice.measure), word)
    clicked = charts.show_clickable(figure, caption, view, key="licensing.trend", rows=behind)
    charts.follow(clicked, view)
    _notes(choice, found, drawn, word)
    return found


def _within(group: str | None, grouping: Grouping) -> dict[str, str] | None:
    """The filters that leave a group alone. There is none for reports of which the group is not known."""
    if group is None:
        return None
    match grouping:
        case Grouping.TOTAL:
            return {}
        case Grouping.REGION:
            return place_codes(group)
        case Grouping.LEVEL:
            return {"levels": group}
        case Grouping.KIND:
            return {"kinds": group}
        case Grouping.ORGAN:
            return {"organs": group}


def by_group(choice: Choice, view: View) -> pl.DataFrame:
    """The figures of each group year by year."""
    if choice.grouping is Grouping.ORGAN:
        return licensing.trend_of_organs(view.warm, choice.measure)
    return licensing.trend(view.totals, choice.measure, choice.grouping, view.filters.region)


def _styles(
    trend: pl.DataFrame, drawn: list[str | None], choice: Choice, view: View
) -> dict[tuple[str | None, str], Style]:
    """A colour for each group, a dash for the older of two measures."""
    palette = style.current()
    names = group_names(trend, choice.grouping, view.word)
    single = choice.grouping is Grouping.TOTAL
    colours = [palette.measure(choice.measure)] if single else palette.scale
    *older, newest = MEASURES[choice.measure]
    dashes = {newest: "solid"} | dict.fromkeys(older, "dash")
    return {
        (group, cell): Style(
            name=_line_name(names[group], cell, choice, view.word),
            label=_line_name(axes.shortened(names[group]), cell, choice, view.word),
            colour=colour,
            dash=dash,
            within=_within(group, choice.grouping),
        )
        for group, colour in zip(drawn, colours, strict=False)
        for cell, dash in dashes.items()
    }


def group_names(trend: pl.DataFrame, grouping: Grouping, word: Words) -> dict[str | None, str]:
    """What each group of a trend is called."""
    agencies = dict(trend.select("group", "agency").iter_rows())
    return {group: _group_name(group, agencies[group], grouping, word) for group in agencies}


def _group_name(group: str | None, agency: str | None, grouping: Grouping, word: Words) -> str:
    match grouping:
        case Grouping.TOTAL:
            return word("licensing.groupings.total")
        case Grouping.REGION:
            return division_name(group) if group else word("licensing.no_region")
        case Grouping.LEVEL:
            return level_name(group, word)
        case Grouping.KIND:
            return kind_name(group, word)
        case Grouping.ORGAN:
            return (agency if group else None) or word("report.no_agency")


def _line_name(name: str, cell: str, choice: Choice, word: Words) -> str:
    if len(MEASURES[choice.measure]) == 1:
        return name
    column = word(f"licensing.cells.{cell.rpartition('.')[2]}")
    return column if choice.grouping is Grouping.TOTAL else f"{name} · {column}"


def _subtitle(trend: pl.DataFrame, word: Words) -> str:
    covered = licensing.coverage(trend)
    known = word("chart.coverage", known=number(covered.known), reports=number(covered.reports))
    if not covered.unsound:
        return known
    return known + word("chart.unsound", count=number(covered.unsound), table=word("table.proactive"))


def _notes(choice: Choice, trend: pl.DataFrame, drawn: list[str | None], word: Words) -> None:
    notes = []
    rest = trend["group"].n_unique() - len(drawn)
    if choice.scale is not Scale.COUNT:
        notes.append(word(f"licensing.{choice.scale}_note"))
    if choice.scale is Scale.INDEX and (missing := licensing.without_index(trend, drawn)):
        notes.append(word("licensing.without_index", count=number(missing)))
    if choice.measure in {"fees", "normative_documents"}:
        notes.append(word(f"licensing.{choice.measure}_note"))
    if rest > 0:
        notes.append(word("licensing.not_drawn", drawn=len(drawn), rest=rest))
    if notes:
        st.caption(word.joined(*notes))
