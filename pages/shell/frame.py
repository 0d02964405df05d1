"""The frame around every page: title, what the page answers, the filters in force; and what a page is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import polars as pl
import streamlit as st

from data.dataset import Dataset
from data.faults import DatasetError
from data.filters import Filters
from data.queries import scope
from data.queries.scope import Choices
from pages.shell import address, filters, registry, store, words
from pages.shell.organs import kind_name
from pages.shell.words import Words, day

_VIEW: Final = "frame.view"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What a page is asked to show: the reports that the filters leave, and the words to show them with."""

    word: Words
    filters: Filters
    choices: Choices
    everything: pl.LazyFrame  # all reports, for what must not depend on the filters
    dataset: Dataset

    @property
    def reports(self) -> pl.LazyFrame:
        """The chosen reports."""
        return self.filters.apply(self.everything)

    @property
    def years(self) -> tuple[int, ...]:
        """Every fiscal year that is shown, also those without a report."""
        if not self.choices.years:
            return ()
        first, last = self.filters.years or (self.choices.years[0], self.choices.years[-1])
        return tuple(range(first, last + 1))

    @property
    def source(self) -> str:
        """The line at the foot of every chart: where the figures are from and of which day."""
        imported = self.choices.imported
        line = self.word("chart.source", date=day(imported.date() if imported else None))
        return f"{line} {self.word('app.synthetic')}" if self.choices.synthetic else line

    @property
    def scope(self) -> str:
        """What the reports are of, for a chart's title: a place, an organ, the kinds."""
        parts = []
        if self.filters.region:
            parts.append(filters.division_name(self.filters.region))
        parts += [kind_name(kind, self.word) for kind in self.filters.kinds]
        if self.filters.organs:
            named = scope.named(self.everything, self.filters.organs)
            parts += list(named.values()) if len(named) == 1 else [self.word("scope.organs", count=len(named))]
        return self.word.listed(parts) if parts else self.word("scope.all")

    @property
    def span(self) -> str:
        """The years that are shown, for a chart's title."""
        return filters.span((self.years[0], self.years[-1])) if self.years else words.NOTHING


def sidebar(word: Words) -> bool:
    """Draw what stands beside every page and open the dataset. False when it cannot be opened; the reason is shown."""
    try:
        opened = store.opened()
    except DatasetError as error:
        st.error(error.message(word.language), icon=":material/error:")
        return False
    with st.sidebar:
        chosen = filters.ask(opened.reports, opened.choices, word)
        words.ask_language(word)
    st.session_state[_VIEW] = View(
        word=word, filters=chosen, choices=opened.choices, everything=opened.reports, dataset=opened.dataset
    )
    return True


def begin_page(name: str) -> View:
    """Title and purpose of the page, what kind of data is shown, and the filters in force."""
    view: View = st.session_state[_VIEW]
    word = view.word
    st.title(word(f"{name}.title"), anchor=False)
    st.markdown(word(f"{name}.question"))
    if store.is_sample():
        st.caption(f":material/info: {word('app.sample')}")
    elif view.choices.synthetic:
        st.caption(f":material/info: {word('app.synthetic')}")
    named = scope.named(view.everything, view.filters.organs) if view.filters.organs else {}
    filters.show_chips(filters.chips(view.filters, view.choices, named, word), word)
    return view


def open_report(report_id: str, view: View) -> None:
    """Go to the page of one report, keeping the filters."""
    st.switch_page(registry.page("report", view.word), query_params=address.link(report=report_id))


def nothing_to_show(view: View) -> None:
    """Say that the filters leave no report, and what to do."""
    st.info(view.word("empty.reports"), icon=":material/filter_alt_off:")
