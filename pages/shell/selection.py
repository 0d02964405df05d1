"""All figures of the chosen reports, to be taken away from any page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Final

import polars as pl
import streamlit as st

from data import export, package, sheets
from data.companion import SUFFIX, companion
from pages.shell import downloads, picture
from pages.shell.downloads import About, Origin
from pages.shell.words import Words, number

_MOST_IN_EXCEL: Final = 20_000  # reports; a larger sheet opens too slowly to be of use
_MOST: Final = 200_000  # reports; the server holds a file in memory until the browser has it


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The reports to take away: how many, all of them, the same in parts, and what was found in them.

    Files that could not be read have a row too, but are not counted as reports.
    """

    count: int
    unreadable: int
    reports: pl.LazyFrame
    parts: Callable[[], Iterator[pl.LazyFrame]]
    entries: pl.LazyFrame


def offer(chosen: Chosen, origin: Origin, word: Words) -> None:
    """A small menu with the files."""
    reports, count = chosen.reports, chosen.count + chosen.unreadable
    with st.popover(word("selection.label"), icon=":material/download:", type="tertiary", disabled=count == 0):
        told = _told(chosen, word)
        is_large = count > _MOST_IN_EXCEL
        if count > _MOST:
            st.caption(word.joined(told, word("selection.far_too_many", most=number(_MOST))))
            return
        too_many = word("selection.too_many", most=number(_MOST_IN_EXCEL))
        st.caption(word.joined(told, too_many) if is_large else told)
        name = origin.stem(word("selection.file"))
        lines = origin.lines(told, word)
        with st.container(horizontal=True, gap="small"):
            downloads.button("csv", _csv(chosen, word), f"{name}.csv", word, key="selection.csv")
            if not is_large:
                content = downloads.xlsx(_make(reports, word), lines, word)
                downloads.button("xlsx", content, f"{name}.xlsx", word, key="selection.xlsx")
            packed = _package(chosen, lines)
            downloads.button("package", packed, f"{name}.zip", word, key="selection.package")
            beside = _companion(reports, f"{name}.csv", lines, word)
            downloads.button("companion", beside, f"{name}.csv{SUFFIX}", word, key="selection.companion")
        picture.ask_format(word)


def _told(chosen: Chosen, word: Words) -> str:
    """What the files hold."""
    told = word("selection.what", count=number(chosen.count))
    if not chosen.unreadable:
        return told
    return word.joined(told, word("selection.unreadable", count=number(chosen.unreadable)))


def _csv(chosen: Chosen, word: Words) -> Callable[[], BytesIO]:
    """What makes the CSV file, in parts: of the frame as a whole only the file's own bytes are ever in memory."""

    def content() -> BytesIO:
        target = BytesIO()
        parts = (export.wide(part).collect() for part in chosen.parts())
        sheets.csv((export.headed(part, word.language) for part in parts), target)
        return target

    return content


def _package(chosen: Chosen, about: About) -> Callable[[], BytesIO]:
    """What makes the package, in parts like the CSV file."""

    def content() -> BytesIO:
        target = BytesIO()
        package.write(chosen.parts(), chosen.entries, about, target)
        return target

    return content


def _companion(reports: pl.LazyFrame, file_name: str, about: About, word: Words) -> Callable[[], bytes]:
    """What makes the file that describes the CSV: a CSV that said it itself would open as a broken table."""

    def content() -> bytes:
        head = export.headed(export.wide(reports.head(0)).collect(), word.language)
        return companion(file_name, head, word.language, dict(about))

    return content


def _make(reports: pl.LazyFrame, word: Words) -> downloads.Make:
    return lambda: export.headed(export.wide(reports).collect(), word.language)
