"""The name of the product at the head of the sidebar, with its mark; the mark alone where the sidebar is folded."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import streamlit as st

from pages.shell import registry, style
from pages.shell.style import Palette

_HEIGHT: Final = 32  # of the mark, in its own units
_WIDTH: Final = 168
_MARK: Final = Path(registry.ICON).read_text(encoding="utf-8").replace("<svg ", '<svg width="32" height="32" ', 1)


def show() -> None:
    """Draw the name in the colours of the theme that the browser shows."""
    st.logo(name(style.current()), size="large", icon_image=registry.ICON)


def name(palette: Palette) -> str:
    """The mark and the name beside it, as SVG."""
    font = palette.font.replace("'", "")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEIGHT}" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        f'role="img" aria-label="公开 gongkai">{_MARK}'
        f'<text x="44" y="22" font-family="{font}" font-size="17" fill="{palette.text}">'
        f'<tspan font-weight="600">公开</tspan><tspan dx="6" fill="{palette.muted}">gongkai</tspan></text></svg>'
    )
