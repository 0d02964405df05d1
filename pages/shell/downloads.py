"""Downloads that Excel and WPS open correctly, made when they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Final

import polars as pl
import polars.selectors as cs
import streamlit as st

from data import sheets
from data.file_names import LONGEST, file_stem
from data.sheets import Companion
from pages.shell.tables import conditions
from pages.shell.words import Words
from parsing import form
from parsing.catalogue import cell_label

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MIMES: Final = {"csv": "text/csv", "xlsx": XLSX, "companion": "application/json"}
_LONGEST_TITLE: Final = 44  # characters of a file's name

Make = Callable[[], pl.DataFrame]
About = tuple[tuple[str, str], ...]


def table(query: pl.LazyFrame, word: Words) -> Make:
    """What makes the rows of a query ready to be taken away."""
    return made(query.collect, word)


def made(make: Make, word: Words) -> Make:
    """What makes a frame ready: heads in words, the id of a cell beside its labels, conditions and answers in words."""

    def content() -> pl.DataFrame:
        frame = make()
        if "worst" in frame.columns:
            frame = conditions(frame, "worst", word)
        answers = {True: word("records.yes"), False: word("records.no")}
        frame = frame.with_columns(cs.boolean().replace_strict(answers, return_dtype=pl.String))
        return frame.rename({name: head(name, word) for name in frame.columns})

    return content


def csv(make: Make) -> Callable[[], bytes]:
    """What makes the CSV file of a frame."""

    def content() -> bytes:
        target = BytesIO()
        sheets.csv([make()], target)
        return target.getvalue()

    return content


def xlsx(make: Make, about: About, word: Words) -> Callable[[], bytes]:
    """What makes the Excel file of a frame, with a second sheet that says what was asked for and when."""

    def content() -> bytes:
        target = BytesIO()
        sheets.xlsx(make(), target, Companion(word("download.about"), about))
        return target.getvalue()

    return content


def head(column: str, word: Words) -> str:
    """The head of a column: for a cell of the form its labels and its id, else the word for it."""
    if column in form.all_cells():
        return f"{cell_label(column, word.language)} [{column}]"
    return word(f"column.{column}")


def stem(*parts: str) -> str:
    """A file name without its ending, allowed on Windows."""
    return file_stem("_".join(file_stem(part) for part in parts if part))


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a file that is taken away comes from: what stands beside its rows, the filters in words, and the day."""

    about: About
    filters: tuple[str, ...]
    made: date

    def lines(self, title: str, word: Words) -> About:
        """What the companion of a file says, line by line."""
        return ((word("download.what"), title), *self.about)

    def stem(self, title: str) -> str:
        """A name that says what a file holds, what was filtered as far as its title does not, and when it was made."""
        day = self.made.isoformat()
        name = _shortened(file_stem(title), _LONGEST_TITLE)
        unsaid = "_".join(file_stem(each) for each in self.filters if file_stem(each) not in name)
        room = LONGEST - len(f"{name}__{day}")
        return stem(name, _shortened(unsaid, room), day)


def _shortened(text: str, most: int) -> str:
    """The text, with a sign at its end where it was longer."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def offer(make: Make, title: str, origin: Origin, word: Words, *, key: str) -> None:
    """Two buttons that make the file when they are pressed."""
    name = origin.stem(title)
    with st.container(horizontal=True, gap="small", width="content"):
        button("csv", csv(make), f"{name}.csv", word, key=f"{key}.csv")
        button("xlsx", xlsx(make, origin.lines(title, word), word), f"{name}.xlsx", word, key=f"{key}.xlsx")


def button(name: str, content: Callable[[], bytes | BytesIO], file_name: str, word: Words, *, key: str) -> None:
    """One button that makes its file when it is pressed."""
    st.download_button(
        word(f"download.{name}"),
        data=content,
        file_name=file_name,
        mime=_MIMES.get(name, "application/octet-stream"),
        key=key,
        icon=":material/download:",
        help=word(f"download.{name}_help"),
        on_click="ignore",
        type="tertiary",
    )
