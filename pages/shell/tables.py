"""Tables of reports and figures: heads in words, widths that fit, conditions with sign and word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from types import MappingProxyType
from typing import Final, Literal

import polars as pl
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from pages.shell import style
from pages.shell.issues import badge
from pages.shell.markup import Html, element, form_style, together
from pages.shell.style import Palette, condition
from pages.shell.words import NOTHING, Words, number

ROW_HEIGHT: Final = 34
_HEAD_HEIGHT: Final = 34
_FORMATS: Final[Mapping[str, Literal["%d", "%+,.12g", "%+.1f%%", "%.1f%%"]]] = MappingProxyType(
    {"year": "%d", "fiscal_year": "%d", "change": "%+,.12g", "change_percent": "%+.1f%%", "share_percent": "%.1f%%"}
)
_MOST_ROWS: Final = 15
_WORDED: Final = frozenset({"kind", "arrival", "worst"})  # columns of words
_PINNED: Final = ("agency", "year", "group")
# Beside other columns; a longer name is cut, and told in full where its row leads.
NARROW: Final[Mapping[str, int]] = MappingProxyType({"agency": 168, "group": 168, "year": 56, "kind": 200})


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows, and what is said of them. A column is called as ``heads`` say, else as the words do.

    ``widths`` are in pixels; a column without one takes what it needs. Those in ``pinned`` do not scroll sideways.
    ``doors`` are the addresses that the first columns of the rows lead to, where the table is written into the page.
    """

    rows: pl.DataFrame
    alt: str
    heads: Mapping[str, str] = field(default_factory=dict)
    widths: Mapping[str, int] = field(default_factory=dict)
    pinned: tuple[str, ...] = _PINNED
    doors: Sequence[str] = ()


def organ(row: Mapping[str, object], word: Words) -> str:
    """The organ of a report; where its name was not found, the file by which it can be told from others."""
    file = str(row.get("source") or "").replace("\\", "/").rpartition("/")[2]
    return str(row["agency"] or file or word("report.no_agency"))


def conditions(frame: pl.DataFrame, column: str, word: Words) -> pl.DataFrame:
    """The frame with the worst severities of whole reports as sign and word: a note leaves a report sound."""
    return _badges(frame, column, {name: condition(name) for name in frame[column].unique()}, word)


def severities(frame: pl.DataFrame, column: str, word: Words) -> pl.DataFrame:
    """The frame with the severities of single entries or rules as sign and word."""
    return _badges(frame, column, {name: name for name in frame[column].unique()}, word)


def _badges(frame: pl.DataFrame, column: str, called: Mapping[str | None, str], word: Words) -> pl.DataFrame:
    shown = {name: badge(condition, word) for name, condition in called.items()}
    return frame.with_columns(pl.Series(column, [shown[name] for name in frame[column]], dtype=pl.String))


def doubts(frame: pl.DataFrame, table: str, word: Words) -> pl.DataFrame:
    """The frame with ``unsound`` in words: which table of the report has a problem."""
    told = {True: word("chart.in_doubt", table=word(f"table.{table}")), False: ""}
    return frame.with_columns(unsound=pl.Series([told[doubt] for doubt in frame["unsound"]], dtype=pl.String))


def show(table: Table, word: Words, *, key: str) -> None:
    """A table that is looked at."""
    st.dataframe(
        table.rows.to_arrow(),
        key=key,
        hide_index=True,
        column_config=_config(table, word),
        height=_height(table.rows),
        row_height=ROW_HEIGHT,
        placeholder=NOTHING,
        alt=table.alt,
    )


def show_few(table: Table, word: Words) -> None:
    """A table of a few rows, written into the page: nothing has to be loaded for it that draws large ones."""
    st.html(written(table, word, style.current()))


def written(table: Table, word: Words, palette: Palette) -> str:
    """The markup of a table. The first column tells what each row is of."""
    names, *rows = table.rows.columns, *table.rows.iter_rows()
    heads = (element("th", _head(name, table, word), attributes={"scope": "col"}) for name in names)
    led = zip_longest(rows, table.doors, fillvalue="")
    lines = [element("tr", *heads), *(_row(dict(zip(names, row, strict=True)), door) for row, door in led)]
    drawn = element("table", *lines, attributes={"class": "gk-form gk-few", "aria-label": table.alt})
    return together(form_style(palette), element("div", drawn, attributes={"class": "gk-scroll"})).source


def _row(values: Mapping[str, object], door: str) -> Html:
    first, *others = ((name, _text(name, value)) for name, value in values.items())
    called = element("a", first[1], attributes={"href": door}) if door else first[1]
    label = element("th", called, attributes={"class": "gk-row", "scope": "row"})
    cells = (element("td", text, attributes={"class": "gk-text" if name in _WORDED else ""}) for name, text in others)
    return element("tr", label, *cells)


def _text(name: str, value: object) -> str:
    if value is None:
        return NOTHING
    if isinstance(value, int | float):
        return f"{value:d}" if _FORMATS.get(name) == "%d" else number(value)
    return str(value)


def choose_row(table: Table, word: Words, *, key: str, required: bool = False) -> int | None:
    """A table in which one row can be chosen, or always is: its number in the rows shown."""
    event = st.dataframe(
        table.rows.to_arrow(),
        key=key,
        hide_index=True,
        column_config=_config(table, word),
        height=_height(table.rows),
        row_height=ROW_HEIGHT,
        placeholder=NOTHING,
        on_select="rerun",
        selection_mode="single-row-required" if required else "single-row",
        alt=table.alt,
    )
    rows = event["selection"]["rows"]
    return rows[0] if rows and rows[0] < len(table.rows) else None


def select(key: str, row: int) -> None:
    """Choose a row of a table before it is drawn."""
    st.session_state[key] = {"selection": {"rows": [row], "columns": [], "cells": []}}


def _height(rows: pl.DataFrame) -> int:
    """A long table is scrolled."""
    return _HEAD_HEIGHT + ROW_HEIGHT * max(1, min(len(rows), _MOST_ROWS)) + 2


def _config(table: Table, word: Words) -> dict[str, ColumnConfig]:
    """Heads, formats and pinning."""
    return {name: _column(name, table, word, is_numeric=kind.is_numeric()) for name, kind in table.rows.schema.items()}


def _column(name: str, table: Table, word: Words, *, is_numeric: bool) -> ColumnConfig:
    head = _head(name, table, word)
    pinned, width = name in table.pinned, table.widths.get(name)
    if not is_numeric:
        return st.column_config.TextColumn(head, pinned=pinned, width=width)
    return st.column_config.NumberColumn(head, format=_FORMATS.get(name, "localized"), pinned=pinned, width=width)


def _head(name: str, table: Table, word: Words) -> str:
    return table.heads.get(name) or word(f"column.{name}")
