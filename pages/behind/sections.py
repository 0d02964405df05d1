"""A sum and the reports behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import polars as pl
import streamlit as st

from data.queries import behind
from data.queries.behind import SUMS, Behind
from pages.shell import address, charts, downloads, frame, tables, units
from pages.shell.charts import Caption
from pages.shell.frame import View
from pages.shell.tables import Table
from pages.shell.words import Words, number
from parsing import catalogue, form

_SUM: Final = "behind.sum"
_YEAR: Final = "behind.year"
_EVERY: Final = "all"
_MOST_ROWS: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What the page is asked for: one of the sums of the trends, in one year or in all (None)."""

    name: str
    year: int | None


def ask(view: View) -> Choice:
    """Which sum, found by typing a part of its name, and of which year."""
    word = view.word
    names = list(SUMS)
    years = [_EVERY, *(str(year) for year in reversed(view.years))]
    address.restore("sum", key=_SUM, read=str, default=names[0])
    address.restore("year", key=_YEAR, read=str, default=years[min(1, len(years) - 1)])
    for key, codes, default in ((_SUM, names, names[0]), (_YEAR, years, _EVERY)):
        if st.session_state[key] not in codes:
            st.session_state[key] = default
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        name: str = st.selectbox(
            word("behind.sum"),
            names,
            format_func=lambda code: f"{_topic(code, word)} · {called(code, word)}",
            key=_SUM,
            width=460,
            persist_state="session",
        )
        year: str = st.selectbox(
            word("behind.year"),
            years,
            format_func=lambda code: word("behind.every_year") if code == _EVERY else code,
            key=_YEAR,
            width=200,
            persist_state="session",
        )
    address.record("sum", name)
    address.record("year", year)
    return Choice(name=name, year=None if year == _EVERY else int(year))


def _topic(name: str, word: Words) -> str:
    """The page whose sum it is."""
    page = {"proactive": "licensing", "applications": "outcomes", "remedies": "remedies"}[SUMS[name].table]
    return word(f"{page}.title")


def called(name: str, word: Words) -> str:
    """A sum in words."""
    if name in form.all_cells():
        return catalogue.cell_label(name, word.language)
    kind, part = name.split(".")
    return word(f"outcome.{part}") if kind == "shares" else f"{word(f'way.{kind}')} · {word(f'result.{part}')}"


def show(choice: Choice, view: View) -> None:
    """The sum in words, and its parts as a table whose rows are doors to where a report prints its figure."""
    word = view.word
    # The year before is told also where the filters leave it out.
    reports = view.reports if choice.year is None else view.and_year_before.reports
    found = behind.behind(reports, choice.name, choice.year, _MOST_ROWS)
    caption = Caption(title=_title(choice, found, view), subtitle=_subtitle(choice, found, word), alt="")
    everything = downloads.made(lambda: _taken(behind.behind(reports, choice.name, choice.year), choice), word)
    charts.head(caption, view, key="behind", rows=everything)
    if found.rows.is_empty():
        st.info(word("behind.nothing"), icon=":material/exposure_zero:")
        return
    named = _shown(found, choice).with_columns(pl.col("agency").fill_null(word("report.no_agency")))
    marked = tables.doubts(named, SUMS[choice.name].table, word)
    heads = {"count": word("column.total"), "unsound": word("column.remark")}
    if choice.year is not None:
        heads |= {"count": str(choice.year), "previous": str(choice.year - 1)}
    table = Table(rows=marked, alt=caption.title, heads=heads)
    chosen = tables.choose_row(table, word, key=f"behind.{hash((choice, view.filters, view.dataset.version))}")
    if found.listed > len(found.rows):
        st.caption(word("licensing.ranking_limit", shown=number(len(found.rows)), all=number(found.listed)))
    charts.tell_source(view)
    if chosen is not None:
        cell = SUMS[choice.name].cell
        part = "source" if cell else "tables"
        frame.open_report(found.rows["report_id"][chosen], view, part=part, cell=cell or "")


def _title(choice: Choice, found: Behind, view: View) -> str:
    word = view.word
    year = view.span if choice.year is None else str(choice.year)
    part = SUMS[choice.name]
    return word(
        "behind.head",
        name=called(choice.name, word),
        scope=view.scope,
        years=year,
        total=number(found.total),
        unit=units.of_cell(part.cell, word) if part.cell else units.of_table(part.table, word),
    )


def _subtitle(choice: Choice, found: Behind, word: Words) -> str:
    told = [word("behind.known", known=number(found.known), reports=number(found.reports))]
    if found.unsound:
        table = word(f"table.{SUMS[choice.name].table}")
        told.append(word("behind.unsound", count=number(found.unsound), table=table))
    if found.listed:
        told += [word("behind.listed", count=number(found.listed)), word("behind.hint")]
    return word.joined(*told)


def _shown(found: Behind, choice: Choice) -> pl.DataFrame:
    """The columns that say something for one year, or for all of them."""
    names = ("agency", "year", "count", "share_percent", "previous", "change", "unsound")
    left_out = {"year"} if choice.year is not None else {"previous", "change"}
    return found.rows.select(name for name in names if name not in left_out)


def _taken(found: Behind, choice: Choice) -> pl.DataFrame:
    """What is shown, with the reports' numbers."""
    return _shown(found, choice).with_columns(found.rows["report_id"]).select("report_id", pl.exclude("report_id"))
