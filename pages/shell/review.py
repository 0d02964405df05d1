"""What a supervisor decides about a problem or finding: confirmed or dismissed, with a reason and a name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import streamlit as st

from data.faults import DatasetError
from data.reviews import Decision, decide
from pages.shell.frame import View
from pages.shell.words import Words, plain

_NAME: Final = "review.name"
_ICONS: Final = {Decision.CONFIRMED: ":material/check:", Decision.DISMISSED: ":material/block:"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """The latest decision about an entry."""

    decision: str
    reason: str
    name: str
    at: datetime


def ask(fingerprint: str, decided: Decided | None, view: View) -> None:
    """What was decided, and a form to decide; a later decision takes the place of the one before."""
    word = view.word
    st.markdown(f"**{word('review.title')}**")
    if decided is not None:
        st.markdown(plain(sentence(decided, word)))
    with st.form(f"review.{fingerprint}", border=False):
        reason = st.text_input(word("review.reason"), key=f"review.reason.{fingerprint}", max_chars=500)
        name = st.text_input(word("review.name"), key=_NAME, max_chars=50, persist_state="session", width=240)
        with st.container(horizontal=True, gap="small"):
            pressed = [
                decision
                for decision in Decision
                if st.form_submit_button(word(f"review.do.{decision}"), key=f"review.{decision}", icon=_ICONS[decision])
            ]
    st.caption(word("review.hint"))
    if pressed:
        _keep(fingerprint, pressed[0], reason, name, view)


def sentence(decided: Decided, word: Words) -> str:
    """Who decided what, when and why."""
    return word(
        "review.decided",
        state=word(f"review.states.{decided.decision}"),
        name=decided.name,
        at=decided.at.astimezone().strftime("%Y-%m-%d %H:%M"),
        reason=decided.reason,
    )


def _keep(fingerprint: str, decision: Decision, reason: str, name: str, view: View) -> None:
    word = view.word
    if not reason.strip() or not name.strip():
        st.warning(word("review.incomplete"), icon=":material/edit_off:")
        return
    try:
        decide(view.dataset.location, fingerprint, decision, reason=reason.strip(), name=name.strip())
    except DatasetError as error:
        st.error(error.message(word.language), icon=":material/error:")
        return
    st.toast(word(f"review.kept.{decision}"), icon=_ICONS[decision])
    st.rerun()
