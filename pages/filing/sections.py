"""The parts of the page on who has filed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import polars as pl
import streamlit as st

from data.queries import filing
from data.queries.filing import Filing
from pages.filing import figures
from pages.shell import address, charts, downloads, frame, paging, style, tables
from pages.shell.charts import Caption
from pages.shell.frame import View
from pages.shell.paging import ORGANS_A_PAGE
from pages.shell.tables import Table
from pages.shell.words import Words, number

_YEAR: Final = "filing.year"
_MOST_ROWS: Final = 500


@dataclass(frozen=True, slots=True)
class Filed:
    """The chosen organs, with their reports of all years, and the totals of these."""

    organs: pl.LazyFrame
    reports: pl.LazyFrame
    totals: pl.LazyFrame


def filed(view: View) -> Filed:
    """What the page is about: neither the years nor the soundness that are chosen may make a report seem missing."""
    chosen = view.filters.organs_only
    return Filed(chosen.apply(view.survey.organs), chosen.apply(view.survey.heads), view.survey.totals_of(chosen))


def by_year(filed: Filed, view: View) -> None:
    """How many organs did what for each year."""
    word = view.word
    counted = filing.tally(filed.organs, filed.totals, view.years)
    heads: dict[str, str] = {state: figures.badge(state, word) for state in Filing}
    caption = Caption(
        title=word("filing.by_year", scope=view.scope, years=view.span), subtitle=word("filing.note"), alt=""
    )
    behind = downloads.table(counted.rename({state: f"filing_{state}" for state in Filing}).lazy(), word)
    charts.head(caption, view, key="filing.by_year", rows=behind)
    tables.show_few(Table(rows=counted, alt=caption.title, heads=heads), word)


def matrix(filed: Filed, organs: int, view: View) -> None:
    """What each organ did for each year; a click opens its report."""
    word = view.word
    turned = paging.turned_to("filing", organs)
    states = filing.filing(filed.organs, filed.reports, view.years, start=turned.start, count=ORGANS_A_PAGE)
    shown = states["organ_id"].n_unique()
    first = turned.start + 1
    caption = Caption(
        title=word("filing.matrix", scope=view.scope, years=view.span),
        subtitle=word("overview.matrix_subtitle", first=first, last=first + shown - 1, all=organs),
        alt=word("filing.matrix_alt", count=shown, years=view.span),
    )
    figure = figures.matrix(states, view.years, min(organs, ORGANS_A_PAGE), word, style.current())
    behind = downloads.made(lambda: _for_download(filing.filing(filed.organs, filed.reports, view.years), word), word)
    clicked = charts.show_clickable(figure, caption, view, key=f"filing.matrix.{turned.page}", rows=behind)
    paging.turn(turned, word)
    if clicked is not None:
        frame.open_report(clicked, view)


def _for_download(states: pl.DataFrame, word: Words) -> pl.DataFrame:
    return states.select("agency", "division_code", "fiscal_year", _named(states, word), "published", "report_id")


def _named(states: pl.DataFrame, word: Words) -> pl.Series:
    return pl.Series("filing", [figures.badge(Filing(state), word) for state in states["filing"]], dtype=pl.String)


def whom_to_ask(filed: Filed, view: View) -> None:
    """The organs to be asked about one year."""
    word = view.word
    year = _ask_year(view)
    if year is None:
        return
    asked = filing.of_year(filed.organs, filed.reports, year)
    caption = Caption(
        title=word("filing.asked", scope=view.scope, year=year, count=number(len(asked))),
        subtitle=word("filing.asked_subtitle", base=number(_MOST_ROWS)) if len(asked) > _MOST_ROWS else "",
        alt="",
    )
    behind = downloads.made(lambda: _for_download(asked, word), word)
    charts.head(caption, view, key="filing.asked", rows=behind)
    if asked.is_empty():
        st.success(word("filing.none", year=year), icon=":material/check_circle:")
        return
    shown = asked.head(_MOST_ROWS)
    rows = shown.select("agency", "division_code", _named(shown, word), "published")
    tables.show(Table(rows=rows, alt=caption.title), word, key="filing.list")


def _ask_year(view: View) -> int | None:
    years = [str(year) for year in reversed(view.years)]
    if not years:
        return None
    address.restore("year", key=_YEAR, read=str, default=years[0])
    if st.session_state[_YEAR] not in years:
        st.session_state[_YEAR] = years[0]
    chosen: str = st.selectbox(view.word("column.year"), years, key=_YEAR, width=220, persist_state="session")
    address.record("year", chosen)
    return int(chosen)
