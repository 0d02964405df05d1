"""The parts of the overview."""

from __future__ import annotations

from typing import Final

import polars as pl
import streamlit as st

from data.queries import filing, licensing, outcomes, overview
from data.queries import issues as issue_queries
from data.queries.licensing import MEASURES
from data.queries.overview import Holdings
from pages.overview import figures
from pages.shell import address, charts, downloads, frame, issues, onwards, paging, style, tables, units
from pages.shell.charts import Caption
from pages.shell.frame import View
from pages.shell.paging import ORGANS_A_PAGE
from pages.shell.tables import Table
from pages.shell.words import Words, number, percent, plain

_FIRST: Final = 10


def held(view: View) -> Holdings:
    """What the chosen reports amount to. What is due goes by the organs and years, however sound a report has to be."""
    whole = view.filters.organs_only
    due = filing.due(whole.apply(view.survey.organs), view.survey.totals_of(whole), view.years)
    return overview.holdings(view.heads, due)


def numbers(held: Holdings, view: View) -> None:
    """The four figures."""
    word = view.word
    coverage = _base("coverage_base", word, held.present, held.expected)
    inconsistent = _base("inconsistent_base", word, held.inconsistent, held.reports)
    cards = (
        ("reports", number(held.reports), _years(view), "report"),
        ("organs", number(held.organs), word("overview.organs_base", scope=view.scope), "filing"),
        ("coverage", percent(held.coverage), coverage, "filing"),
        ("inconsistent", percent(held.inconsistent_share), inconsistent, "inconsistencies"),
    )
    for column, (name, value, base, page) in zip(st.columns(len(cards)), cards, strict=True):
        with column, st.container(gap=None):
            st.metric(word(f"overview.{name}"), value, help=word(f"overview.{name}_help"))
            onwards.way(page, base, word)
            if name == "reports" and held.unreadable:
                onwards.way("problems", word("overview.unreadable", count=number(held.unreadable)), word)


def _years(view: View) -> str:
    return view.word("overview.reports_base", years=view.span) if view.years else view.word("report.no_year")


def _base(key: str, word: Words, part: int, whole: int) -> str:
    return word(f"overview.{key}", part=number(part), whole=number(whole))


def matrix(held: Holdings, view: View) -> None:
    """The condition of every report; a click opens it."""
    word = view.word
    turned = paging.turned_to("overview", held.organs)
    coverage = overview.coverage(view.heads, start=turned.start, count=ORGANS_A_PAGE)
    organs = coverage["organ_id"].n_unique()
    first = turned.start + 1
    caption = Caption(
        title=word("overview.matrix", scope=view.scope, years=view.span),
        subtitle=word("overview.matrix_subtitle", first=first, last=first + organs - 1, all=held.organs)
        if organs
        else "",
        alt=word("overview.matrix_alt", count=organs, years=view.span),
    )
    rows = min(held.organs, ORGANS_A_PAGE)
    figure = figures.matrix(coverage, view.years, rows, word, style.current())
    behind = downloads.table(overview.conditions(view.reports), word)
    clicked = charts.show_clickable(figure, caption, view, key=f"overview.matrix.{turned.page}", rows=behind)
    paging.turn(turned, word)
    if clicked is not None:
        frame.open_report(clicked, view)


def first_to_look_at(view: View) -> None:
    """The gravest entries, one for each report."""
    word = view.word
    with st.container(gap=None):
        st.subheader(word("overview.first"), anchor=False)
        st.caption(word("overview.first_subtitle"))
    found = issue_queries.first_to_look_at(view.entries, _FIRST)
    if found.is_empty():
        st.success(word("overview.first_none"), icon=":material/check_circle:")
        return
    rows = found.select(
        pl.Series("agency", [tables.organ(row, word) for row in found.iter_rows(named=True)], dtype=pl.String),
        pl.col("fiscal_year").alias("year"),
        pl.Series("kind", [issues.signed_title(code, word) for code in found["code"]], dtype=pl.String),
        pl.col("entries").cast(pl.Int64),
    )
    doors = [address.door(report=report, part="faults") for report in found["report_id"]]
    tables.show_few(Table(rows=rows, alt=word("overview.first"), doors=doors), word)


def trends(view: View) -> None:
    """Three measures over the years, small."""
    word, palette = view.word, style.current()
    series = {name: licensing.trend(view.totals, name) for name in ("licensing", "penalties")}
    series["applications"] = outcomes.received(view.totals)
    counted_in = {name: units.of_cell(_cell(name), word) for name in series}
    told = word.listed(list(dict.fromkeys(counted_in.values())))
    st.subheader(plain(word("overview.trends", scope=view.scope, years=view.span, units=told)), anchor=False)
    for column, (name, trend) in zip(st.columns(len(series)), series.items(), strict=True):
        with column:
            measure = word(f"measure_long.{name}")
            page, codes = ("licensing", {"measure": name}) if name in MEASURES else ("outcomes", {})
            onwards.way(page, measure, word, bold=True, **codes)
            caption = Caption(
                title=word("overview.trend", measure=measure, unit=counted_in[name]),
                subtitle=_coverage(trend, word),
                alt=word("overview.trend_alt", measure=measure, years=view.span),
            )
            figure = figures.sparkline(trend, view.years, name, word, palette)
            clicked = charts.show_small_clickable(figure, caption, view, key=f"overview.{name}")
            charts.follow(clicked, view)
    charts.tell_source(view)


def _cell(measure: str) -> str:
    """The cell that states a measure."""
    return MEASURES[measure][0] if measure in MEASURES else outcomes.RECEIVED


def _coverage(trend: pl.DataFrame, word: Words) -> str:
    """How many reports state the figure, and how many of these are in doubt."""
    known, reports, unsound = trend.select("known", "reports", "unsound").sum().row(0)
    told = word("chart.coverage", known=number(known), reports=number(reports))
    return told + word("overview.trend_unsound", count=number(unsound)) if unsound else told
