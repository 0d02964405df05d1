"""The way from a figure, a rule or a fault to the page that shows more of it."""

from __future__ import annotations

import streamlit as st

from pages.shell import address, registry
from pages.shell.words import Words, plain


def way(page: str, label: str, word: Words, *, bold: bool = False, **codes: str) -> None:
    """A link to a page, with this view and some codes of that page in its address."""
    text = plain(label)
    st.page_link(
        registry.page(page, word),
        label=f"**{text}**" if bold else text,
        icon=":material/chevron_right:",
        icon_position="right",
        query_params=address.link(**codes),
    )
