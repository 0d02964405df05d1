"""What is told while the reports are being checked against each other: how far it is, and how to stop it."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import streamlit as st

from data.survey.refresh import Progress, Stage
from pages.shell import store
from pages.shell.store import Shown
from pages.shell.words import Words, plain

_LOOK_EVERY: Final = timedelta(seconds=1)


def tell(shown: Shown, word: Words) -> None:
    """Nothing, where the latest version is shown."""
    if shown.refresh is None:
        return
    if shown.refresh.progress().stage is Stage.RUNNING:
        _under_way(shown, word)
        return
    _ended(shown, shown.refresh.progress(), word)


@st.fragment(run_every=_LOOK_EVERY)
def _under_way(shown: Shown, word: Words) -> None:
    refresh = shown.refresh
    if refresh is None or refresh.progress().stage is not Stage.RUNNING:
        store.look_again()
        st.rerun()
    told = word("survey.none" if shown.opened is None else "survey.stale")
    with st.container(border=True):
        st.progress(refresh.progress().share, text=told)
        st.button(word("survey.stop"), key="survey.stop", icon=":material/stop:", on_click=refresh.stop)


def _ended(shown: Shown, progress: Progress, word: Words) -> None:
    kept = word("survey.kept") if shown.opened is not None else ""
    reason = plain(progress.fault.message(word.language)) if progress.fault else word(f"survey.{progress.stage}")
    with st.container(border=True):
        st.markdown(f":material/info: {reason} {kept}")
        st.button(word("survey.again"), key="survey.again", icon=":material/refresh:", on_click=shown.again)
