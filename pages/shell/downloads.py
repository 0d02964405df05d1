"""Downloads that Excel and WPS open correctly, made when they are asked for."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import Final

import polars as pl
import streamlit as st

from data import sheets
from pages.shell.tables import conditions
from pages.shell.words import Words
from parsing import form
from parsing.catalogue import cell_label

_UNSAFE_IN_NAMES: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\s]+')
_LONGEST_NAME: Final = 80


def table(query: pl.LazyFrame, word: Words) -> Callable[[], bytes]:
    """What makes the file of a query."""
    return made(query.collect, word)


def made(make: Callable[[], pl.DataFrame], word: Words) -> Callable[[], bytes]:
    """What makes the file of a frame: heads in words, the id of a cell beside its labels, conditions in words."""

    def content() -> bytes:
        frame = make()
        if "worst" in frame.columns:
            frame = conditions(frame, "worst", word)
        target = BytesIO()
        sheets.csv([frame.rename({name: head(name, word) for name in frame.columns})], target)
        return target.getvalue()

    return content


def head(column: str, word: Words) -> str:
    """The head of a column: for a cell of the form its labels and its id, else the word for it."""
    if column in form.all_cells():
        return f"{cell_label(column, word.language)} [{column}]"
    return word(f"column.{column}")


def file_name(*parts: str) -> str:
    """A file name that says what was filtered and is allowed on Windows."""
    joined = "_".join(_UNSAFE_IN_NAMES.sub("-", part).strip("-.") for part in parts if part)
    return f"{joined[:_LONGEST_NAME]}.csv"


def offer(word: Words, content: Callable[[], bytes], name: str, *, key: str) -> None:
    """A button that makes the file when it is pressed."""
    st.download_button(
        word("download.csv"),
        data=content,
        file_name=name,
        mime="text/csv",
        key=key,
        icon=":material/download:",
        help=word("download.help"),
        on_click="ignore",
        type="tertiary",
    )
