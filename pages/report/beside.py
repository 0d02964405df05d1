"""The figures of a report beside those of the year before and of its peers."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import polars as pl
import streamlit as st

from data.queries import peers
from data.queries.report import Filed
from pages.shell import charts, downloads, tables
from pages.shell.charts import Caption
from pages.shell.frame import View
from pages.shell.tables import Table
from pages.shell.words import Words, number, plain
from parsing import catalogue


def table(filed: Filed, cells: tuple[str, ...], view: View) -> None:
    """Some figures, each with the year before and the quartiles of its peers."""
    word = view.word
    found = peers.beside(view.everything, filed, cells)
    rows = found.select(
        pl.Series("measure", [catalogue.cell_label(cell, word.language) for cell in cells], dtype=pl.String),
        pl.Series("this_year", [_plain(filed.figures[cell]) for cell in cells], dtype=pl.Float64),
        "previous",
        "lower",
        "median",
        "upper",
        "peers",
        "cell",
    )
    agency = filed.agency or word("report.no_agency")
    caption = Caption(
        title=word("report.beside.title", agency=agency, year=filed.fiscal_year or ""),
        subtitle=word("report.beside.subtitle", base=peers.SMALLEST_GROUP),
        alt="",
    )
    charts.head(caption, view, key="report.beside", rows=downloads.made(lambda: rows, word))
    tables.show(Table(rows=rows.drop("cell"), alt=caption.title), word, key="report.peers")


def _plain(figure: int | Decimal | None) -> float | None:
    return None if figure is None else float(figure)


def sentence(filed: Filed, cell: str, view: View) -> None:
    """The same of one figure, in a line."""
    row = peers.beside(view.everything, filed, (cell,)).row(0, named=True)
    st.caption(plain(view.word("list.places").join(_told(row, view.word))))


def _told(row: Mapping[str, float | None], word: Words) -> list[str]:
    previous = word("report.beside.no_previous")
    if row["previous"] is not None:
        previous = word("report.beside.previous", previous=number(row["previous"]))
    spread = {name: number(row[name]) for name in ("lower", "median", "upper", "peers")}
    if not row["peers"]:
        return [previous, word("report.beside.no_peers")]
    return [previous, word("report.beside.few" if row["median"] is None else "report.beside.peers", **spread)]
