"""A chart with everything that belongs to it: title, coverage, download, source, and words for who cannot see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl

import streamlit as st

from data.shown import printable
from pages.shell import downloads, frame, picture, style
from pages.shell.axes import BETWEEN_CODES
from pages.shell.downloads import Make
from pages.shell.drawn import Chart, Ready, literal
from pages.shell.frame import View
from pages.shell.markup import Html, element
from pages.shell.words import plain

# What Streamlit makes of a chart whose marks are doors, once it is drawn; said before, it need not be drawn again.
_CLICKABLE: Final = {"clickmode": "event+select", "hovermode": "closest", "dragmode": "pan"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What is said about a chart: measure, scope and years; what it rests on; what it shows to the ear."""

    title: str
    subtitle: str
    alt: str


def head(
    caption: Caption, view: View, *, key: str, rows: Make | None = None, also: Callable[[], None] | None = None
) -> None:
    """Title and coverage with the downloads at the right; ``also`` offers another beside them."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"{style.HEAD}-{key}"):
        st.html(_said(caption).source)
        if also is not None:
            also()
        if rows is not None:
            downloads.offer(rows, caption.title, view.origin, view.word, key=key)


def _said(caption: Caption) -> Html:
    """Title and coverage as one piece: elements of their own take the browser longer than the chart's axes."""
    title = element("h3", printable(caption.title))
    subtitle = [element("p", printable(caption.subtitle))] if caption.subtitle else []
    return element("div", title, *subtitle, attributes={"class": "gk-head"})


def tell_source(view: View) -> None:
    """The line at the foot of a chart, or of several that belong together."""
    st.html(element("p", view.source, attributes={"class": "gk-source"}).source)


def show(figure: Chart, caption: Caption, view: View, *, key: str, rows: Make | None = None) -> None:
    """A chart that is looked at."""
    with st.container(gap="xxsmall"):
        head(caption, view, key=key, rows=rows)
        _draw(figure, caption, view, key)
        tell_source(view)


def show_below(figure: Chart, caption: Caption, view: View, *, key: str) -> None:
    """A chart whose head stands above it already."""
    with st.container(gap="xxsmall"):
        _draw(figure, caption, view, key)
        tell_source(view)


def show_small_clickable(figure: Chart, caption: Caption, view: View, *, key: str) -> str | None:
    """One of several small charts that have their source in common. What it shows stands above it, marks are doors."""
    with st.container(gap="xxsmall"):
        st.caption(plain(caption.subtitle))
        return _draw_clickable(figure, caption, view, key)


def show_clickable(figure: Chart, caption: Caption, view: View, *, key: str, rows: Make | None = None) -> str | None:
    """A chart whose marks are doors: the ``customdata`` of the mark that was clicked."""
    with st.container(gap="xxsmall"):
        head(caption, view, key=key, rows=rows)
        clicked = _draw_clickable(figure, caption, view, key)
        tell_source(view)
    return clicked


def follow(clicked: str | None, view: View) -> None:
    """Go through the door of a mark that stands for a sum, if one was clicked."""
    if clicked is not None:
        frame.open_sum(dict(parse_qsl(clicked, separator=BETWEEN_CODES)), view)


def _draw(figure: Chart, caption: Caption, view: View, key: str) -> None:
    drawn, config = _for_browser(figure, caption, view)
    with st.container(key=picture.key(key)):
        st.plotly_chart(drawn, key=key, theme=None, config=config, alt=caption.alt)


def _draw_clickable(figure: Chart, caption: Caption, view: View, key: str) -> str | None:
    drawn, config = _for_browser({**figure, "layout": {**figure["layout"], **_CLICKABLE}}, caption, view)
    with st.container(key=picture.key(key)):
        event = st.plotly_chart(
            drawn, key=key, theme=None, config=config, alt=caption.alt, on_select="rerun", selection_mode="points"
        )
    points = event["selection"]["points"]
    return str(points[0]["customdata"]) if points and points[0].get("customdata") else None


def _for_browser(figure: Chart, caption: Caption, view: View) -> tuple[Ready, dict[str, object]]:
    """The chart with all that a picture of it has to say, and how the browser treats it."""
    word = view.word
    chosen = word.listed([chip.label for chip in view.chips])
    notes = (caption.subtitle, view.source, word("picture.filters", filters=chosen) if chosen else "")
    framed = picture.framed(literal(figure), caption.title, notes, style.current())
    return Ready(framed), picture.config(view.origin.stem(caption.title), framed["layout"]["height"], word)
