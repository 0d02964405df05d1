"""The steps of an import."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import polars as pl
import streamlit as st

from data.faults import DatasetError
from data.guard import problem_of
from data.ingest import Outcome
from data.intake import Arrival, Progress, Stage, Upload
from pages.shell import access, charts, downloads, registry, store, style, tables
from pages.shell.charts import Caption
from pages.shell.frame import View
from pages.shell.issues import badge
from pages.shell.store import Desk
from pages.shell.tables import Table
from pages.shell.words import Words, number, plain
from parsing.catalogue import Severity, message

_EVERY: Final = 0.5  # seconds between two looks at the progress
_MINUTE: Final = 60
_SEVERITIES: Final = {
    Outcome.NEW: style.SOUND,
    Outcome.SUPERSEDES: Severity.NOTABLE,
    Outcome.SAME: Severity.NOTE,
    Outcome.UNREADABLE: Severity.UNREADABLE,
}

_OUTCOMES: Final = (Outcome.UNREADABLE, Outcome.SUPERSEDES, Outcome.NEW, Outcome.SAME)
_CONDITIONS: Final = (*Severity, style.SOUND)


def found_dataset(view: View) -> None:
    """The sample is for looking at: importing needs a dataset of one's own, which is made here."""
    word = view.word
    st.info(word("importing.sample"), icon=":material/inventory_2:")
    with st.form("importing.found", border=False):
        folder = st.text_input(word("importing.folder"), value=str(store.DEFAULT), key="importing.folder", width=420)
        pressed = st.form_submit_button(
            word("importing.found"), key="importing.make", icon=":material/create_new_folder:", type="primary"
        )
    st.caption(word("importing.folder_hint", variable=store.VARIABLE))
    if pressed and folder.strip():
        try:
            store.make(Path(folder.strip()), view.person)
        except DatasetError as error:
            st.error(plain(error.message(word.language)), icon=":material/error:")
        else:
            st.rerun()


def drop(desk: Desk, view: View) -> None:
    """Where files are dropped."""
    word = view.word
    if desk.told:
        _tell_commit(desk.told, word)
        _onwards(word)
    st.caption(plain(word("importing.into", place=str(view.dataset.location))))
    st.html(f"<style>{_called(word)}</style>")
    files = st.file_uploader(
        word("importing.drop"),
        accept_multiple_files=True,
        key=f"importing.files.{desk.round}",
        help=word("importing.drop_help"),
    )
    st.caption(word("importing.hint"))
    if st.button(
        word("importing.start", count=number(len(files))),
        key="importing.start",
        icon=":material/play_arrow:",
        type="primary",
        disabled=not files,
    ):
        desk.begin(view.dataset, [Upload(file.name, file.getvalue()) for file in files], view.person)
        st.rerun()


def _called(word: Words) -> str:
    """What stands on the field for files in the language of the page: Streamlit's own words are English."""
    field = '[data-testid="stFileUploaderDropzone"]'
    limit = word("importing.drop_here", most=number(st.get_option("server.maxUploadSize")))
    choose, told = (json.dumps(text, ensure_ascii=False) for text in (word("importing.choose"), limit))
    return f"""
    {field} button [data-testid="stMarkdownContainer"] {{ display: none; }}
    {field} button > div:has([data-testid="stMarkdownContainer"])::after {{ content: {choose}; margin-left: 0.5rem; }}
    [data-testid="stFileUploaderDropzoneInstructions"] > div {{ display: none; }}
    [data-testid="stFileUploaderDropzoneInstructions"]::after {{ content: {told}; }}
    """


def _onwards(word: Words) -> None:
    """Where to look after an import: what it changed, and what has to be worked through."""
    with st.container(horizontal=True, gap="medium"):
        for name in ("overview", "problems", "inconsistencies"):
            page = registry.page(name, word)
            st.page_link(page, label=word(f"importing.onwards.{name}"), icon=page.icon, width="content")


def _tell_commit(told: Mapping[str, int], word: Words) -> None:
    """How many reports the last commit brought; files that could not be read are none, and are listed elsewhere."""
    st.success(word("importing.committed", **told), icon=":material/check_circle:")
    if told["unreadable"]:
        st.warning(word("importing.committed_unreadable", count=number(told["unreadable"])), icon=":material/grid_off:")


def watch(desk: Desk, view: View) -> None:
    """The progress, looked at again and again until the last document is read."""
    st.fragment(_watch, run_every=_EVERY)(desk, view)


def _watch(desk: Desk, view: View) -> None:
    if desk.intake is None or desk.intake.progress().stage is not Stage.READING:
        st.rerun()
    word, progress = view.word, desk.intake.progress()
    done = len(progress.arrivals)
    st.progress(
        min(done / progress.total, 1.0) if progress.total else 0.0,
        text=plain(
            word("importing.progress", done=number(done), total=number(progress.total), left=_left(progress, word))
        ),
    )
    st.caption(plain(word("importing.last", name=progress.last)) if progress.last else word("importing.opening"))
    st.caption(word("importing.keeps"))
    st.button(word("importing.stop"), key="importing.stop", icon=":material/stop:", on_click=_stop, args=(desk,))


def _stop(desk: Desk) -> None:
    desk.stop(access.current())


def _discard(desk: Desk) -> None:
    desk.clear(access.current())


def _left(progress: Progress, word: Words) -> str:
    """How long it will take, in round words."""
    if progress.seconds_left is None:
        return word("importing.left.unknown")
    if progress.seconds_left < _MINUTE:
        return word("importing.left.seconds", count=max(1, round(progress.seconds_left)))
    return word("importing.left.minutes", count=round(progress.seconds_left / _MINUTE))


def decide(desk: Desk, view: View) -> None:
    """What each file gave, to be committed or dropped."""
    if desk.intake is None:
        return
    word, progress = view.word, desk.intake.progress()
    if progress.stage is Stage.FAILED:
        told = plain(progress.fault.message(word.language)) if progress.fault else word("importing.broken")
        st.error(told, icon=":material/error:")
    elif progress.stage is Stage.STOPPED:
        done = number(len(progress.arrivals))
        st.warning(word("importing.stopped", done=done, total=number(progress.total)), icon=":material/stop_circle:")
    _numbers(progress.arrivals, word)
    _buttons(desk, progress, view)
    _arrivals(progress.arrivals, view)


def _numbers(arrivals: tuple[Arrival, ...], word: Words) -> None:
    counts = Counter(arrival.outcome for arrival in arrivals)
    for column, outcome in zip(st.columns(len(Outcome)), Outcome, strict=True):
        column.metric(
            word(f"importing.outcomes.{outcome}"),
            number(counts[outcome]),
            help=word(f"importing.outcome_help.{outcome}"),
        )


def _buttons(desk: Desk, progress: Progress, view: View) -> None:
    word = view.word
    waiting = sum(arrival.values is not None for arrival in progress.arrivals)
    with st.container(horizontal=True, gap="small"):
        commit = st.button(
            word("importing.commit", count=number(waiting)),
            key="importing.commit",
            icon=":material/save:",
            type="primary",
            disabled=waiting == 0,
        )
        st.button(
            word("importing.discard"),
            key="importing.discard",
            icon=":material/delete:",
            on_click=_discard,
            args=(desk,),
        )
    st.caption(word("importing.not_yet"))
    if commit:
        try:
            desk.commit(view.person)
        except DatasetError as error:
            st.error(plain(error.message(word.language)), icon=":material/error:")
        else:
            st.rerun()


def _arrivals(arrivals: tuple[Arrival, ...], view: View) -> None:
    """File by file, those that need a look first."""
    word = view.word
    rows = pl.DataFrame(
        [
            {
                "outcome": _outcome(arrival, word),
                "source": arrival.name,
                "told": told(arrival, word),
                "agency": arrival.value("agency"),
                "year": arrival.value("fiscal_year"),
                "worst": _condition(arrival, word),
            }
            for arrival in sorted(arrivals, key=first_to_look_at)
        ],
        schema={
            "outcome": pl.String,
            "source": pl.String,
            "told": pl.String,
            "agency": pl.String,
            "year": pl.Int64,
            "worst": pl.String,
        },
    )
    caption = Caption(title=word("importing.files", count=number(len(rows))), subtitle="", alt="")
    heads = {"outcome": word("importing.outcome"), "told": word("importing.told")}
    charts.head(caption, view, key="importing.list", rows=lambda: rows.rename(heads | _head_words(rows, heads, word)))
    shown = rows if (rows["told"] != "").any() else rows.drop("told")
    table = Table(rows=shown, alt=caption.title, heads=heads, widths={"source": 260, "told": 360}, pinned=("outcome",))
    tables.show(table, word, key="importing.table")


def first_to_look_at(arrival: Arrival) -> tuple[int, int, str, str, str]:
    """What the files are ordered by: what became of them, the worst reports first, then organ and year."""
    agency, year = (str(arrival.value(column) or "") for column in ("agency", "fiscal_year"))
    worst = arrival.value("worst")
    condition = style.condition(None if worst is None else str(worst))
    return (_OUTCOMES.index(arrival.outcome), _CONDITIONS.index(condition), agency, year, arrival.name)


def _head_words(rows: pl.DataFrame, heads: dict[str, str], word: Words) -> dict[str, str]:
    return {name: downloads.head(name, word) for name in rows.columns if name not in heads}


def _outcome(arrival: Arrival, word: Words) -> str:
    sign = style.SIGNS[_SEVERITIES[arrival.outcome]]
    return f"{sign} {word(f'importing.outcomes.{arrival.outcome}')}"


def _condition(arrival: Arrival, word: Words) -> str | None:
    if arrival.values is None:
        return None
    worst = arrival.value("worst")
    return badge(style.condition(None if worst is None else str(worst)), word)


def told(arrival: Arrival, word: Words) -> str:
    """Why a file could not be read, or which report it takes the place of."""
    if arrival.cause is not None:
        cause = problem_of(arrival.cause) if isinstance(arrival.cause, BaseException) else arrival.cause
        return message(cause, word.language)
    return word("importing.instead", earlier=arrival.earlier) if arrival.earlier else ""
