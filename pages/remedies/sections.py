"""The parts of the page on reviews and lawsuits."""

from __future__ import annotations

import polars as pl
import streamlit as st

from data.queries import remedies
from data.queries.remedies import WAYS
from pages.remedies import figures
from pages.shell import charts, downloads, style, tables
from pages.shell.charts import Caption
from pages.shell.frame import View
from pages.shell.tables import Table
from pages.shell.words import Words, number, percent, plain


def results(found: pl.DataFrame, view: View) -> None:
    """How cases ended, the three ways beside each other."""
    word, palette = view.word, style.current()
    caption = Caption(
        title=word("remedies.results", scope=view.scope, years=view.span),
        subtitle=word("remedies.results_subtitle"),
        alt="",
    )
    charts.head(caption, view, key="remedies.results", rows=downloads.table(taken(found, word).lazy(), word))
    for column, way in zip(st.columns(len(WAYS), gap="medium"), WAYS, strict=True):
        own = remedies.of_way(found, way)
        name = word(f"way.{way}")
        with column:
            st.markdown(f"**{plain(name)}**")
            beside = Caption(
                title=f"{caption.title} {name}",
                subtitle=_coverage(own, word),
                alt=word("remedies.results_alt", way=name, years=view.span),
            )
            figure = figures.results(own, view.years, word, palette)
            clicked = charts.show_small_clickable(figure, beside, view, key=f"remedies.{way}")
            charts.follow(clicked, view)
    charts.tell_source(view)


def _coverage(own: pl.DataFrame, word: Words) -> str:
    complete, reports, unsound = own.select("complete", "reports", "unsound").sum().row(0)
    told = word("remedies.coverage", complete=number(complete), reports=number(reports))
    return told + word("remedies.unsound", count=number(unsound)) if unsound else told


def taken(found: pl.DataFrame, word: Words) -> pl.DataFrame:
    """The rows as they are taken away. An other result is not what applications call other handling."""
    names = {way: word(f"way.{way}") for way in WAYS}
    return found.with_columns(way=pl.col("way").replace_strict(names, return_dtype=pl.String)).rename(
        {"other": "other_result"}
    )


def rates(found: pl.DataFrame, view: View) -> None:
    """How often the organ was corrected, as lines and as a table of rates with their bases."""
    word = view.word
    caption = Caption(
        title=word("remedies.rates", scope=view.scope, years=view.span),
        subtitle=word("remedies.rates_subtitle", base=remedies.SMALLEST_BASE),
        alt=word("remedies.rates_alt", years=view.span),
    )
    behind = taken(found, word).select("year", "way", "corrected", "concluded", "rate", "complete", "reports")
    figure = figures.rates(found, view.years, word, style.current())
    clicked = charts.show_clickable(
        figure, caption, view, key="remedies.rates", rows=downloads.table(behind.lazy(), word)
    )
    charts.follow(clicked, view)
    heads = {way: word(f"way.{way}") for way in WAYS}
    tables.show_few(Table(rows=_rate_table(found, word), alt=caption.title, heads=heads), word)


def _rate_table(found: pl.DataFrame, word: Words) -> pl.DataFrame:
    """Years down, ways across, each as 37.5%（12/32）."""
    told = pl.Series("told", [_rate(row, word) for row in found.iter_rows(named=True)], dtype=pl.String)
    wide = found.select("year", "way", told).pivot(on="way", on_columns=WAYS, index="year", values="told")
    return wide.sort("year")


def _rate(row: dict[str, float | None], word: Words) -> str | None:
    if row["concluded"] is None:
        return None
    share = word("outcomes.no_rate") if row["rate"] is None else percent(row["rate"])
    return word("outcomes.rate", share=share, count=number(row["corrected"]), base=number(row["concluded"]))


def pending(found: pl.DataFrame, view: View) -> None:
    """What is left over at the end of each year."""
    word = view.word
    caption = Caption(
        title=word("remedies.pending", scope=view.scope, years=view.span),
        subtitle=word("remedies.pending_subtitle"),
        alt=word("remedies.pending_alt", years=view.span),
    )
    behind = taken(found, word).drop("concluded", "rate", "unsound")
    figure = figures.pending(found, view.years, word, style.current())
    clicked = charts.show_clickable(
        figure, caption, view, key="remedies.pending", rows=downloads.table(behind.lazy(), word)
    )
    charts.follow(clicked, view)
