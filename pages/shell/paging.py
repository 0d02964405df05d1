"""Turning the pages of a long list of organs; the page is kept in the address."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Final

import streamlit as st

from pages.shell import address
from pages.shell.words import Words

ORGANS_A_PAGE: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """Which page of a list is open."""

    name: str
    page: int
    pages: int

    @property
    def start(self) -> int:
        """How many organs stand on the pages before."""
        return (self.page - 1) * ORGANS_A_PAGE


def turned_to(name: str, organs: int) -> Turned:
    """The page that the address or the last click names, within those that there are."""
    key = f"{name}.page"
    address.restore("page", key=key, read=int, default=1)
    pages = max(1, ceil(organs / ORGANS_A_PAGE))
    page: int = min(max(1, st.session_state[key]), pages)
    address.record("page", str(page) if page > 1 else "")
    return Turned(name=name, page=page, pages=pages)


def turn(turned: Turned, word: Words) -> None:
    """To the organs before and after."""
    if turned.pages == 1:
        return
    with st.container(horizontal=True, gap="small"):
        for name, to, icon in (("earlier", turned.page - 1, "arrow_back"), ("later", turned.page + 1, "arrow_forward")):
            st.button(
                word(f"paging.{name}"),
                key=f"{turned.name}.{name}",
                icon=f":material/{icon}:",
                disabled=not 1 <= to <= turned.pages,
                on_click=_go_to,
                args=(turned.name, to),
            )


def _go_to(name: str, page: int) -> None:
    st.session_state[f"{name}.page"] = page
