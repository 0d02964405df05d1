"""What a supervisor decides about a problem or finding, or takes back, with a reason and a name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import streamlit as st

from data.access import Right
from data.faults import DatasetError
from data.reviews import About, Decision, Signed, decide
from pages.shell import access
from pages.shell.frame import View
from pages.shell.words import Words, minute, plain

_NAME: Final = "review.name"
_ICONS: Final = {
    Decision.CONFIRMED: ":material/check:",
    Decision.DISMISSED: ":material/block:",
    Decision.WITHDRAWN: ":material/undo:",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """The latest decision about an entry."""

    decision: str
    reason: str
    name: str
    at: datetime


def ask(fingerprint: str, about: About, decided: Decided | None, view: View) -> None:
    """What was decided, and a form to decide for those who may; a later decision takes the place of the one before."""
    word = view.word
    st.markdown(f"**{word('review.title')}**")
    if decided is not None:
        st.markdown(plain(sentence(decided, word)))
    if not view.person.may(Right.REVIEW):
        access.explain_missing(Right.REVIEW, view.person, word)
        return
    with st.form(f"review.{fingerprint}", border=False):
        reason = st.text_input(word("review.reason"), key=_reason_key(fingerprint, decided), max_chars=500)
        name = view.person.account or _ask_name(word)
        with st.container(horizontal=True, gap="small"):
            pressed = [
                decision
                for decision in _offered(decided)
                if st.form_submit_button(word(f"review.do.{decision}"), key=f"review.{decision}", icon=_ICONS[decision])
            ]
    st.caption(word("review.hint"))
    if view.person.account is not None:
        st.caption(plain(word("review.signed", account=view.person.account)))
    if pressed:
        if reason.strip() and name.strip():
            signed_in = view.person.account is not None
            signed = Signed(reason=reason.strip(), name=name.strip(), signed_in=signed_in)
            _keep(fingerprint, about, pressed[0], signed, view)
        else:
            st.warning(word("review.incomplete"), icon=":material/edit_off:")


def _reason_key(fingerprint: str, decided: Decided | None) -> str:
    """Another one after each decision, whose reason is none for the next."""
    return f"review.reason.{fingerprint}.{decided.at.isoformat() if decided else ''}"


def _offered(decided: Decided | None) -> list[Decision]:
    """What can be decided now: there is nothing to take back where nothing was decided."""
    return [decision for decision in Decision if decided is not None or decision is not Decision.WITHDRAWN]


def _ask_name(word: Words) -> str:
    """The name of somebody who did not sign in. Who did cannot decide under another one."""
    return st.text_input(word("review.name"), key=_NAME, max_chars=50, persist_state="session", width=240)


def sentence(decided: Decided, word: Words) -> str:
    """Who decided what, when and why."""
    return word(
        "review.decided",
        state=word(f"review.states.{decided.decision}"),
        name=decided.name,
        at=minute(decided.at),
        reason=decided.reason,
    )


def _keep(fingerprint: str, about: About, decision: Decision, signed: Signed, view: View) -> None:
    word = view.word
    view.person.must(Right.REVIEW)
    try:
        decide(view.dataset.location, fingerprint, decision, signed, about)
    except DatasetError as error:
        st.error(plain(error.message(word.language)), icon=":material/error:")
        return
    st.toast(word(f"review.kept.{decision}"), icon=_ICONS[decision])
    st.rerun()
