"""Choices of a page that are kept in the address as codes and shown in words."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages.shell import address
from pages.shell.words import Words


def one(param: str, codes: Sequence[str], group: str, word: Words, *, label_shown: bool = True) -> str:
    """One of a few codes, side by side. ``group`` is where the words for them and their label stand."""
    key = f"choice.{param}"
    address.restore(param, key=key, read=str, default=codes[0])
    if st.session_state[key] not in codes:
        st.session_state[key] = codes[0]
    chosen = st.segmented_control(
        word(f"{group}.label"),
        codes,
        format_func=lambda code: word(f"{group}.{code}"),
        key=key,
        required=True,
        wrap=True,
        label_visibility="visible" if label_shown else "collapsed",
        persist_state="session",
    )
    code = chosen or codes[0]
    address.record(param, code)
    return code
