"""The view in the address bar: every choice is kept there as a code, so that an address reproduces what is seen.

A run begins by reading the address. If it is not the one this session wrote last, somebody followed a link or went
back or forward, and the widgets take their values from it. An address without any code is a click in the navigation:
the session's own choices stay. At the end of the run the codes are written back in one step.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeVar
from urllib.parse import urlencode

import streamlit as st

_SEEN: Final = "address.seen"  # the codes that the address bar held when the session last wrote or read it
_FOLLOWS: Final = "address.follows"  # whether this run takes its choices from the address
_CODES: Final = "address.codes"  # what this run has chosen so far
_KNOWN: Final = "address.known"  # the names of all codes that this run has asked for

Value = TypeVar("Value")


def begin() -> None:
    """Read the address. Before any widget."""
    codes = st.query_params.to_dict()
    st.session_state[_FOLLOWS] = bool(codes) and codes != st.session_state.get(_SEEN)
    st.session_state[_CODES] = {}
    st.session_state[_KNOWN] = set()


def restore(param: str, *, key: str, read: Callable[[str], Value], default: Value) -> None:
    """Give a widget its value from the address, if this run follows it. Before the widget is drawn.

    ``read`` turns a code into a value; a code that it refuses with ``ValueError`` or ``KeyError`` means the default.
    """
    st.session_state[_KNOWN].add(param)
    if not st.session_state[_FOLLOWS] and key in st.session_state:
        return
    try:
        st.session_state[key] = read(st.query_params[param])
    except (KeyError, ValueError):
        st.session_state[key] = default


def follows() -> bool:
    """Whether this run takes its choices from the address."""
    return bool(st.session_state[_FOLLOWS])


def record(param: str, code: str) -> None:
    """Note what a choice is called in the address. After the widget is drawn; nothing chosen is an empty code."""
    st.session_state[_KNOWN].add(param)
    st.session_state[_CODES][param] = code


def link(**codes: str) -> Mapping[str, str]:
    """The address of this view with some codes of another page: what a link takes along."""
    return {name: code for name, code in (st.session_state[_CODES] | codes).items() if code}


def door(**codes: str) -> str:
    """The way to one report as an address, for links in drawn tables."""
    return f"report?{urlencode(link(**codes))}"


def finish() -> None:
    """Write the address, unless it says the same. After the last widget.

    Codes that this page has not asked for say nothing here. On the way to another page Streamlit leaves its codes in
    the address of this one: whoever comes back to that must be able to go back further, and each writing is a step
    forward.
    """
    codes = {name: code for name, code in st.session_state[_CODES].items() if code}
    found = st.query_params.to_dict()
    if {name: code for name, code in found.items() if name in st.session_state[_KNOWN]} == codes:
        st.session_state[_SEEN] = found
    else:
        st.session_state[_SEEN] = codes
        st.query_params.from_dict(codes)
