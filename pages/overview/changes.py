"""What changed with the last import."""

from __future__ import annotations

from typing import Final

import polars as pl
import streamlit as st

from data.queries import arrivals
from data.queries.arrivals import Arrival
from pages.shell import address, charts, downloads, tables
from pages.shell.charts import Caption
from pages.shell.frame import View
from pages.shell.tables import Table
from pages.shell.words import Words, day, number

_SHOWN: Final = 10


def since_last_import(view: View) -> None:
    """New and superseding reports, and what is wrong now and was not before; a name opens its report."""
    last = arrivals.last_import(view.dataset)
    if last is None or last.is_first:  # then everything is new, and there is nothing to compare with
        return
    word = view.word
    came = arrivals.arrivals(view.reports, view.entries, view.dataset, last.began)
    caption = Caption(
        title=word("overview.changes", scope=view.scope, date=day(last.began)),
        subtitle=_told(came, word),
        alt="",
    )
    rows = _named(came, word)
    charts.head(caption, view, key="overview.changes", rows=downloads.made(lambda: rows, word))
    if came.is_empty():
        return
    first = rows.head(_SHOWN)
    doors = [address.door(report=report, part="faults") for report in first["report_id"]]
    shown = first.drop("report_id").rename({"fiscal_year": "year"}).pipe(tables.conditions, "worst", word)
    tables.show_few(Table(rows=shown, alt=caption.title, doors=doors), word)
    if len(rows) > _SHOWN:
        st.caption(word("overview.changes_limited", shown=number(_SHOWN), all=number(len(rows))))


def _told(came: pl.DataFrame, word: Words) -> str:
    """How many reports of each sort came, and how much is new with them or gone."""
    counts = {kind: number(came.filter(pl.col("arrival") == kind).height) for kind in Arrival}
    told = word("overview.changes_none")
    if not came.is_empty():
        found, settled = came["found"].sum(), came["settled"].sum()
        told = word("overview.changes_counts", found=number(found), settled=number(settled), **counts)
    return told


def _named(came: pl.DataFrame, word: Words) -> pl.DataFrame:
    """The reports with words in place of codes, as they are shown and taken away."""
    agencies = [tables.organ(row, word) for row in came.iter_rows(named=True)]
    kinds = [word(f"arrival.{kind}") for kind in came["arrival"]]
    return came.select(
        pl.Series("agency", agencies, dtype=pl.String),
        "fiscal_year",
        pl.Series("arrival", kinds, dtype=pl.String),
        "found",
        "settled",
        "worst",
        "report_id",
    )
