"""What the text of a report claims, sentence by sentence, beside the figures of its tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from decimal import Decimal
from types import MappingProxyType
from typing import Final

import polars as pl
import streamlit as st

from data.claims import comparisons
from data.faults import DatasetError
from data.queries.report import Filed
from pages.report.source import place_words
from pages.shell import address, charts, downloads, style
from pages.shell.charts import Caption
from pages.shell.frame import View
from pages.shell.markup import Html, element, form_style, hue, together
from pages.shell.style import SIGNS, SOUND, Palette
from pages.shell.words import NOTHING, Words, number, plain
from parsing import catalogue, form
from parsing.catalogue import Severity
from parsing.catalogue.reasons import REASONS
from parsing.model import Agreement, Comparison

_CONDITIONS: Final[Mapping[Agreement, str]] = MappingProxyType(
    {
        Agreement.AGREES: SOUND,
        Agreement.DIFFERS: Severity.INCONSISTENT,
        Agreement.NOT_COMPARABLE: Severity.NOTE,
    }
)
_HEADS: Final = ("text", "claimed", "cells", "filed", "agreement")


def show(filed: Filed, view: View) -> None:
    """Every figure that the text claims, with the cells that it was held against."""
    word = view.word
    try:
        told = comparisons(view.dataset.reading(filed.sha256))
    except DatasetError as error:
        st.error(plain(error.message(word.language)), icon=":material/error:")
        return
    if told is None:
        st.info(word("report.claims.not_recorded"), icon=":material/history:")
        return
    if not told:
        st.info(word("report.claims.none"), icon=":material/notes:")
        return
    counts = Counter(each.agreement for each in told)
    summary = {agreement.value.replace("-", "_"): number(counts[agreement]) for agreement in Agreement}
    caption = Caption(
        title=word("report.claims.title"),
        subtitle=word("report.claims.summary", all=number(len(told)), **summary),
        alt="",
    )
    charts.head(caption, view, key="report.claims", rows=downloads.made(lambda: _for_download(told, word), word))
    st.html(table(told, filed.report_id, word, style.current()))


def table(told: Sequence[Comparison], report_id: str, word: Words, palette: Palette) -> str:
    """The claims in the order of the text; each cell leads to where it is printed."""
    head = element("tr", *(element("th", word(f"report.claims.{name}")) for name in _HEADS))
    lines = (element("tr", *_cells(each, report_id, word, palette)) for each in told)
    drawn = element("table", head, *lines, attributes={"class": "gk-form"})
    return together(form_style(palette), element("div", drawn, attributes={"class": "gk-scroll"})).source


def _cells(told: Comparison, report_id: str, word: Words, palette: Palette) -> Iterator[Html]:
    words = {"class": "gk-text gk-said"}
    condition = _CONDITIONS[told.agreement]
    place = element("span", place_words(asdict(told.place), word), attributes={"class": "gk-english"})
    sentence = element("span", told.printed, attributes={"class": "gk-english"})
    yield element("td", told.quoted, sentence, place, attributes=words)
    yield element("td", _figure(told, told.claimed))
    yield element("td", *(_cell(cell, report_id, word) for cell in told.cells), attributes=words)
    yield element("td", NOTHING if told.filed is None else _figure(told, told.filed))
    sign = element("span", SIGNS[condition], attributes={"class": "gk-sign"})
    said = element("span", _reason(told, word), attributes={"class": "gk-english"})
    marked = {"class": "gk-text gk-marked" if told.agreement is Agreement.DIFFERS else "gk-text"}
    agreement = word(f"report.agreement.{told.agreement}")
    yield element("td", sign, agreement, said, attributes={**marked, **hue(palette.condition(condition))})


def _cell(cell: str, report_id: str, word: Words) -> Html:
    door = address.door(report=report_id, part="source", cell=cell)
    link = element("a", _label(cell, word), attributes={"href": door, "target": "_self"})
    return element("div", link)


def _label(cell: str, word: Words) -> str:
    name, _, _ = form.describe(cell)
    return f"{catalogue.table_label(name, word.language)} · {catalogue.cell_label(cell, word.language)}"


def _figure(told: Comparison, figure: float | Decimal) -> str:
    """A side of the comparison with the unit of its cells."""
    unit = form.describe(told.cells[0])[2].unit if told.cells else ""
    return f"{number(figure)} {unit}".rstrip()


def _reason(told: Comparison, word: Words) -> str:
    """Why the two sides could not be compared, and which cells were lacking."""
    if not told.reason:
        return ""
    reason = REASONS[told.reason].words(word.language)
    cells = word.listed([catalogue.cell_label(cell, word.language) for cell in told.unread])
    return word("list.pair", first=reason, second=cells) if cells else reason


def _for_download(told: Sequence[Comparison], word: Words) -> pl.DataFrame:
    rows = [
        (
            each.printed,
            each.quoted,
            float(each.claimed),
            word.listed([_label(cell, word) for cell in each.cells]),
            None if each.filed is None else float(each.filed),
            word(f"report.agreement.{each.agreement}"),
            _reason(each, word),
        )
        for each in told
    ]
    names = ("sentence", "quoted", "claimed", "cells", "filed", "agreement", "obstacle")
    kinds = (pl.String, pl.String, pl.Float64, pl.String, pl.Float64, pl.String, pl.String)
    return pl.DataFrame(rows, schema=dict(zip(names, kinds, strict=True)), orient="row")
