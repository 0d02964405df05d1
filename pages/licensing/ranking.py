"""The groups of one year against the year before, beside how organs are spread."""

from __future__ import annotations

from typing import Final

import polars as pl
import streamlit as st

from data.queries import licensing, scope
from data.queries.licensing import Grouping, Ranked
from pages.licensing import figures
from pages.licensing.figures import Spread
from pages.licensing.sections import Choice, by_group, group_names
from pages.shell import charts, downloads, frame, style, tables
from pages.shell.charts import Caption
from pages.shell.frame import View
from pages.shell.tables import Table
from pages.shell.words import Words, number

_MOST_ROWS: Final = 200
_MOST_POINTS: Final = 1000  # more lie on each other, and take a browser seconds


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
            _groups(choice, licensing.ranking(by_group(choice, compared), year), year, view)
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
