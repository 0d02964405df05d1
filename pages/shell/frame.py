"""The frame around every page: title, what the page answers, the filters in force; and what a page is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

import polars as pl
import streamlit as st

from data import damage
from data.access import NotAllowedError, Person, Right
from data.dataset import Dataset
from data.faults import DatasetError, Fault
from data.filters import Filters
from data.queries import scope
from data.queries.scope import Choices
from data.survey import Survey
from pages.shell import access, address, brand, filters, picture, registry, selection, store, style, surveying, words
from pages.shell.downloads import Origin
from pages.shell.filters import Chip
from pages.shell.organs import kind_name, level_name
from pages.shell.selection import Chosen
from pages.shell.words import Words, day, plain, today

_VIEW: Final = "frame.view"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What a page is asked to show: the reports that the filters leave, and the words to show them with."""

    word: Words
    filters: Filters
    choices: Choices
    survey: Survey
    person: Person

    @property
    def dataset(self) -> Dataset:
        """The version of the dataset that is shown."""
        return self.survey.dataset

    @property
    def everything(self) -> pl.LazyFrame:
        """All reports, for what must not depend on the filters."""
        return self.survey.reports

    @property
    def reports(self) -> pl.LazyFrame:
        """The chosen reports."""
        return self.filters.apply(self.everything)

    @property
    def and_year_before(self) -> View:
        """The same choice with one year more in front, for what compares a year with the one before."""
        return replace(self, filters=self.filters.and_year_before)

    @property
    def warm(self) -> pl.LazyFrame:
        """The chosen reports with the figures that are held in memory."""
        return self.filters.apply(self.survey.warm)

    @property
    def heads(self) -> pl.LazyFrame:
        """The chosen reports without their figures."""
        return self.filters.apply(self.survey.heads)

    @property
    def totals(self) -> pl.LazyFrame:
        """Sums over the chosen reports."""
        return self.survey.totals_of(self.filters)

    @property
    def entries(self) -> pl.LazyFrame:
        """Every problem and finding of the chosen reports, in the order of the lists."""
        return self.filters.apply(self.survey.entries)

    @property
    def chosen(self) -> Chosen:
        """What is taken away of the chosen reports."""
        return Chosen(
            count=scope.count(self.totals),
            unreadable=scope.unreadable(self.totals),
            reports=self.reports,
            parts=partial(self.survey.parts, self.filters),
            entries=self.entries,
        )

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
        line = self.word("chart.source", date=day(self.choices.imported))
        return self.word.joined(line, self.word("app.synthetic")) if self.choices.synthetic else line

    @property
    def scope(self) -> str:
        """What the reports are of, for a chart's title: a place, the kinds, the levels, an organ."""
        word, chosen = self.word, self.filters
        parts = [
            filters.division_name(chosen.region) if chosen.region else "",
            word.listed([kind_name(kind, word) for kind in chosen.kinds]),
            word.listed([level_name(level, word) for level in chosen.levels]),
            self._organs,
        ]
        return word("scope.separator").join(filter(None, parts)) or word("scope.all")

    @property
    def _organs(self) -> str:
        """The one organ that is chosen, or how many are."""
        if not self.filters.organs:
            return ""
        named = scope.named(self.survey.organs, self.filters.organs)
        return next(iter(named.values())) if len(named) == 1 else self.word("scope.organs", count=len(named))

    @property
    def span(self) -> str:
        """The years that are shown, for a chart's title."""
        return filters.span((self.years[0], self.years[-1])) if self.years else words.NOTHING

    @property
    def chips(self) -> list[Chip]:
        """The filters in force."""
        named = scope.named(self.survey.organs, self.filters.organs) if self.filters.organs else {}
        return filters.chips(self.filters, self.choices, named, self.word)

    @property
    def origin(self) -> Origin:
        """What is said of a table that is taken away: what was asked for, and when."""
        word, made = self.word, today()
        chips = tuple(chip.label for chip in self.chips)
        told = {
            "scope": self.scope,
            "years": self.span,
            "filters": word.listed(list(chips)) or word("scope.all"),
            "source": self.source,
            "dataset": f"{self.dataset.location.name} · {self.dataset.version}",
            "imported": day(self.choices.imported),
            "made": day(made),
        }
        about = tuple((word(f"about.{name}"), value) for name, value in told.items())
        return Origin(about=about, filters=(*chips, self.span), made=made)


def sidebar(word: Words, person: Person) -> bool:
    """Draw what stands beside every page and open the dataset. False when it cannot be opened; the reason is shown."""
    brand.show()
    try:
        shown = store.shown()
    except DatasetError as error:
        st.error(plain(error.message(word.language)), icon=":material/error:")
        if error.fault is Fault.MISSING and person.may(Right.IMPORT):
            _offer_to_make(word, person)
        return False
    surveying.tell(shown, word)
    opened = shown.opened
    if opened is None:
        return False
    try:
        with damage.told(opened.dataset), st.sidebar:
            chosen = filters.ask(opened.survey.organs, opened.choices, word)
            words.ask_language(word)
            st.caption(word("app.theme"))
            access.show_account(person, word)
    except DatasetError as error:
        st.error(plain(error.message(word.language)), icon=":material/error:")
        return False
    st.session_state[_VIEW] = View(
        word=word,
        filters=chosen,
        choices=opened.choices,
        survey=opened.survey,
        person=person,
    )
    return True


def _offer_to_make(word: Words, person: Person) -> None:
    """The way out where the folder that was named holds no dataset yet."""
    if not st.button(word("app.make"), key="frame.make", icon=":material/create_new_folder:"):
        return
    try:
        store.make_named(person)
    except DatasetError as error:
        st.error(plain(error.message(word.language)), icon=":material/error:")
    else:
        st.rerun()


def run(page: st.Page, word: Words) -> None:
    """Run the script of a page. What is wrong with the dataset, or not allowed, is told in a sentence."""
    view: View = st.session_state[_VIEW]
    try:
        with damage.told(view.dataset):
            page.run()
    except NotAllowedError:
        st.error(word("access.not_allowed"), icon=":material/lock:")
    except DatasetError as error:
        st.error(plain(error.message(word.language)), icon=":material/error:")


def begin_page(name: str, *, is_about_reports: bool = True) -> View:
    """Title and purpose of the page, what kind of data is shown, and the filters in force.

    A page about the chosen reports offers all their figures to be taken away.
    """
    view: View = st.session_state[_VIEW]
    word = view.word
    st.html(f"<style>{style.RULES}{picture.RULES}</style>")
    with st.container(gap="xxsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.title(word(f"{name}.title"), anchor=False, width="stretch")
            if is_about_reports:
                selection.offer(view.chosen, view.origin, word)
        st.markdown(word(f"{name}.question"))
        if store.is_sample():
            st.caption(f":material/info: {word('app.sample')}")
        elif view.choices.synthetic:
            st.caption(f":material/info: {word('app.synthetic')}")
    if is_about_reports:
        filters.show_chips(view.chips, word)
    return view


def open_report(report_id: str, view: View, *, part: str = "tables", cell: str = "") -> None:
    """Go to the page of one report, a part of it, or a cell there, keeping the filters."""
    codes = address.link(report=report_id, part=part, cell=cell)
    st.switch_page(registry.page("report", view.word), query_params=codes)


def open_sum(codes: Mapping[str, str], view: View) -> None:
    """Go to the reports behind one of the sums of a trend, keeping the filters but for those in the codes."""
    st.switch_page(registry.page("behind", view.word), query_params=address.link(**codes))


def nothing_to_show(view: View) -> None:
    """Say that the filters leave no report, or that there is none at all, and what to do."""
    word = view.word
    if view.choices.imported is not None:
        st.info(word("empty.reports"), icon=":material/filter_alt_off:")
        return
    st.info(word("empty.dataset"), icon=":material/inbox:")
    st.page_link(registry.page("importing", word), label=word("empty.import"), icon=":material/upload_file:")
