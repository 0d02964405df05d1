"""Who imported what and who decided what, at the foot of the page for those who have to answer for it."""

from __future__ import annotations

from datetime import datetime
from typing import Final

import polars as pl
import polars.selectors as cs
import streamlit as st

from data.faults import DatasetError
from data.queries import records
from pages.shell import charts, downloads, issues, tables
from pages.shell.charts import Caption
from pages.shell.frame import View
from pages.shell.tables import Table
from pages.shell.words import Words, number, plain
from parsing.catalogue import KINDS

_SHOWN: Final = 100
_FOR_MACHINES: Final = ("sha256", "fingerprint")  # are only taken away
_TIME: Final = "%Y-%m-%d %H:%M:%S"
_ANSWERS: Final = {True: "yes", False: "no"}


def show(view: View) -> None:
    """Both records, closed until somebody asks."""
    word = view.word
    opened = st.expander(word("records.title"), icon=":material/history:", key="records", on_change="rerun")
    if not opened.open:
        return
    with opened:
        st.caption(word("records.hint"))
        _list("imports", records.imports(view.dataset), view)
        try:
            _list("decisions", records.reviews(view.dataset.location, view.survey.organs), view)
        except DatasetError as error:
            st.error(plain(error.message(word.language)), icon=":material/error:")


def _list(name: str, rows: pl.LazyFrame, view: View) -> None:
    word = view.word
    count: int = rows.select(pl.len()).collect().item()
    if not count:
        st.info(word(f"records.{name}_none"), icon=":material/inbox:")
        return
    caption = Caption(
        title=word(f"records.{name}", count=number(count)),
        subtitle=word("records.limited", shown=_SHOWN) if count > _SHOWN else "",
        alt="",
    )
    charts.head(caption, view, key=f"records.{name}", rows=downloads.made(lambda: _told(rows.collect(), word), word))
    shown = _told(rows.head(_SHOWN).collect(), word).drop(_FOR_MACHINES, strict=False)
    tables.show(Table(rows=shown, alt=caption.title), word, key=f"records.{name}.table")


def _told(rows: pl.DataFrame, word: Words) -> pl.DataFrame:
    """Times of this computer's clock and its zone, decisions and accounts in words."""
    moments = (pl.Series(column.name, [_moment(at) for at in column]) for column in rows.select(cs.datetime()))
    told = rows.with_columns(*moments)
    if "decision" not in told.columns:
        return told
    words: dict[str, list[str | None]] = {
        "signed_in": [None if known is None else word(f"records.{_ANSWERS[known]}") for known in told["signed_in"]],
        "decision": [word(f"review.states.{decision}") for decision in told["decision"]],
        "code": [issues.title(code, word) if code in KINDS else code for code in told["code"]],
    }
    columns = (pl.Series(name, texts, dtype=pl.String) for name, texts in words.items())
    return told.with_columns(*columns).rename({"code": "kind"})


def _moment(at: datetime) -> str:
    return at.astimezone().strftime(_TIME)
