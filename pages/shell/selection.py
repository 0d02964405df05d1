"""All figures of the chosen reports, to be taken away from any page."""

from __future__ import annotations

from typing import Final

import polars as pl
import streamlit as st

from data import export
from pages.shell import downloads, picture
from pages.shell.downloads import About
from pages.shell.words import Words, number

_MOST_IN_EXCEL: Final = 20_000  # reports; a larger sheet opens too slowly to be of use


def offer(reports: pl.LazyFrame, about: About, word: Words) -> None:
    """A small menu with the files."""
    count: int = reports.select(pl.len()).collect().item()
    with st.popover(word("selection.label"), icon=":material/download:", type="tertiary", disabled=count == 0):
        told = word("selection.what", count=number(count))
        is_large = count > _MOST_IN_EXCEL
        st.caption(f"{told} {word('selection.too_many', most=number(_MOST_IN_EXCEL))}" if is_large else told)
        name = downloads.stem(word("selection.file"))
        lines = ((word("download.what"), told), *about)
        with st.container(horizontal=True, gap="small"):
            downloads.button("csv", downloads.csv(_make(reports, word)), f"{name}.csv", word, key="selection.csv")
            if not is_large:
                content = downloads.xlsx(_make(reports, word), lines, word)
                downloads.button("xlsx", content, f"{name}.xlsx", word, key="selection.xlsx")
        picture.ask_format(word)


def _make(reports: pl.LazyFrame, word: Words) -> downloads.Make:
    return lambda: export.headed(export.wide(reports), word.language)
