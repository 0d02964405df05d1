"""A chart with everything that belongs to it: title, coverage, download, source, and words for who cannot see it."""

from __future__ import annotations

from dataclasses import dataclass

import plotly.graph_objects as go
import streamlit as st

from pages.shell import downloads
from pages.shell.downloads import Make
from pages.shell.frame import View
from pages.shell.words import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What is said about a chart: measure, scope and years; what it rests on; what it shows to the ear."""

    title: str
    subtitle: str
    alt: str


def head(caption: Caption, view: View, *, key: str, rows: Make | None = None) -> None:
    """Title and coverage with the download at the right."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        with st.container(gap=None, width="stretch"):
            st.subheader(plain(caption.title), anchor=False)
            if caption.subtitle:
                st.caption(plain(caption.subtitle))
        if rows is not None:
            downloads.offer(rows, caption.title, view.about, view.word, key=key)


def _config(caption: Caption) -> dict[str, object]:
    """Nothing is zoomed; the one button saves the chart as a picture, which is made within the browser."""
    return {
        "displaylogo": False,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"format": "png", "scale": 2, "filename": downloads.stem(caption.title)},
        "scrollZoom": False,
        "doubleClick": False,
        "locale": "en",
    }


def show(figure: go.Figure, caption: Caption, view: View, *, key: str, rows: Make | None = None) -> None:
    """A chart that is looked at."""
    with st.container(gap="xxsmall"):
        head(caption, view, key=key, rows=rows)
        st.plotly_chart(figure, key=key, theme=None, config=_config(caption), alt=caption.alt)
        st.caption(view.source)


def show_small(figure: go.Figure, caption: Caption, *, key: str) -> None:
    """One of several small charts that have their source in common. What it shows stands above it."""
    with st.container(gap="xxsmall"):
        st.caption(plain(caption.subtitle))
        st.plotly_chart(figure, key=key, theme=None, config=_config(caption), alt=caption.alt)


def show_clickable(
    figure: go.Figure, caption: Caption, view: View, *, key: str, rows: Make | None = None
) -> str | None:
    """A chart whose marks are doors: the ``customdata`` of the mark that was clicked."""
    with st.container(gap="xxsmall"):
        head(caption, view, key=key, rows=rows)
        event = st.plotly_chart(
            figure,
            key=key,
            theme=None,
            config=_config(caption),
            alt=caption.alt,
            on_select="rerun",
            selection_mode="points",
        )
        st.caption(view.source)
    points = event["selection"]["points"]
    return str(points[0]["customdata"]) if points and points[0].get("customdata") else None
