"""The parts of licences and penalties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import polars as pl
import streamlit as st

from data.queries import licensing, scope
from data.queries.licensing import MEASURES, Grouping, Ranked, Scale
from pages.licensing import figures
from pages.licensing.figures import Spread, Style
from pages.shell import axes, charts, choices, downloads, frame, style, tables, units
from pages.shell.charts import Caption
from pages.shell.filters import division_name, place_codes
from pages.shell.frame import View
from pages.shell.organs import kind_name, level_name
from pages.shell.tables import Table
from pages.shell.words import Words, number

_MOST_LINES: Final = 8
_MOST_ROWS: Final = 200
_MOST_POINTS: Final = 1000  # more lie on each other, and take a browser seconds


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
    found = _found(choice, view)
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


def _found(choice: Choice, view: View) -> pl.DataFrame:
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


def comparison(choice: Choice, trend: pl.DataFrame, view: View) -> None:
    """The groups of the last year with the year before, beside how the organs are spread.

    The year before is told also where the filters leave it out.
    """
    known = trend.filter(pl.col("total").is_not_null())
    if known.is_empty():
        return
    year: int = known["year"].to_list()[known["year"].arg_max() or 0]
    grouping = Grouping.ORGAN if choice.grouping is Grouping.TOTAL else choice.grouping
    compared = view.and_year_before
    organs = licensing.shown_of_ranking(compared.warm, choice.measure, year, first=_MOST_ROWS, most=_MOST_POINTS)
    with st.container(key=style.ABREAST):
        left, right = st.columns([0.55, 0.45], gap="medium")
    with left:
        if grouping is Grouping.ORGAN:
            _organs(choice, organs, year, view)
        else:
            _groups(choice, licensing.ranking(_found(choice, compared), year), year, view)
    with right:
        _distribution(choice, organs, year, view)


def _organs(choice: Choice, ranked: Ranked, year: int, view: View) -> None:
    """A row is a door to the organ's report."""
    word = view.word
    behind = licensing.ranking_of_organs(view.and_year_before.warm, choice.measure, year)
    made = downloads.made(lambda: _columns(behind.collect(), Grouping.ORGAN, word, "report_id"), word)
    caption = _ranking_caption(choice, year, view, word("licensing.ranking_hint"))
    charts.head(caption, view, key="licensing.ranking", rows=made)
    rows = tables.doubts(_columns(ranked.first, Grouping.ORGAN, word), "proactive", word)
    table = _table(rows, caption, Grouping.ORGAN, year, word)
    chosen = tables.choose_row(table, word, key=f"licensing.organs.{hash((choice, view.filters))}")
    if chosen is not None:
        frame.open_report(ranked.first["report_id"][chosen], view)
    _tell_limit(ranked.organs, word)


def _groups(choice: Choice, ranked: pl.DataFrame, year: int, view: View) -> None:
    word = view.word
    shown = _columns(ranked, choice.grouping, word)
    caption = _ranking_caption(choice, year, view)
    charts.head(caption, view, key="licensing.ranking", rows=downloads.table(shown.lazy(), word))
    rows = _covered(shown.head(_MOST_ROWS), word)
    tables.show(_table(rows, caption, choice.grouping, year, word), word, key="licensing.groups")
    _tell_limit(ranked.height, word)


def _covered(groups: pl.DataFrame, word: Words) -> pl.DataFrame:
    """The groups with the reports that state their figure beside all of theirs, which takes one column."""
    told = [
        word("licensing.covered", known=number(known), reports=number(reports))
        for known, reports in groups.select("known", "reports").iter_rows()
    ]
    return groups.drop("known").with_columns(reports=pl.Series(told, dtype=pl.String))


def _ranking_caption(choice: Choice, year: int, view: View, *hints: str) -> Caption:
    word = view.word
    return Caption(
        title=choice.title_of_year("ranking", year, view),
        subtitle=word.joined(word("licensing.ranking_subtitle", base=licensing.SMALLEST_BASE), *hints),
        alt="",
    )


def _table(rows: pl.DataFrame, caption: Caption, grouping: Grouping, year: int, word: Words) -> Table:
    heads = {"group": word(f"licensing.groupings.{grouping}"), "total": str(year), "previous": str(year - 1)}
    if grouping is Grouping.ORGAN:
        heads["unsound"] = word("column.remark")
    else:
        heads["reports"] = word("column.known")
    return Table(rows=rows, alt=caption.title, heads=heads, widths=tables.NARROW)


def _tell_limit(count: int, word: Words) -> None:
    if count > _MOST_ROWS:
        st.caption(word("licensing.ranking_limit", shown=number(_MOST_ROWS), all=number(count)))


def _columns(ranked: pl.DataFrame, grouping: Grouping, word: Words, *first: str) -> pl.DataFrame:
    """A ranking as it is shown and taken away; what is taken away has further columns ``first``."""
    named = ranked.with_columns(group=_called(ranked, grouping, word))
    compared = ("group", "total", "previous", "change", "change_percent")
    return named.select(*first, *compared, *_coverage_columns(grouping))


def _called(ranked: pl.DataFrame, grouping: Grouping, word: Words) -> pl.Series:
    """What the groups of a ranking are called. Organs are many: their names are taken as they stand."""
    if grouping is Grouping.ORGAN:
        return ranked["agency"].fill_null(word("report.no_agency"))
    names = group_names(ranked, grouping, word)
    return pl.Series([names[group] for group in ranked["group"]], dtype=pl.String)


def _coverage_columns(grouping: Grouping) -> tuple[str, ...]:
    """How many reports a group's figure rests on; of an organ it is one."""
    return ("unsound",) if grouping is Grouping.ORGAN else ("known", "reports", "unsound")


def _distribution(choice: Choice, ranked: Ranked, year: int, view: View) -> None:
    word, palette = view.word, style.current()
    named = scope.named(view.survey.organs, view.filters.organs) if view.filters.organs else {}
    measure = word(f"measure_long.{choice.measure}")
    drawn = len(ranked.drawn)
    thinned = word("licensing.thinned", drawn=number(drawn)) if drawn < ranked.organs else ""
    hollow = word("licensing.hollow") if ranked.drawn["unsound"].any() else ""
    caption = Caption(
        title=choice.title_of_year("distribution", year, view),
        subtitle=word("licensing.distribution_subtitle", median=number(ranked.median)) + hollow + thinned,
        alt=word("licensing.distribution_alt", measure=measure, count=ranked.organs),
    )
    figure = figures.distribution(ranked, Spread(measure=choice.measure, year=year, named=named), word, palette)
    clicked = charts.show_clickable(figure, caption, view, key="licensing.distribution")
    if clicked is not None:
        frame.open_report(clicked, view)
