"""A chart as a picture to be taken away, with its title, coverage, source and filters written inside.

They stand in the chart's upper margin. The page, which says the same around the chart, hides that margin; a picture
that the browser makes of the chart shows it.
"""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import streamlit as st

from pages.shell.drawn import Chart
from pages.shell.style import Palette
from pages.shell.words import Words

FORMATS: Final = ("png", "svg")
HEAD: Final = 150  # pixels that the page hides
WIDTH: Final = 1200  # pixels, whatever the screen
_KEY: Final = "picture"
_FORMAT: Final = "picture.format"
_SIDE: Final = 24  # pixels left and right of the words
_TITLE: Final = 20  # pixels of type
_SMALL: Final = 13
_WIDE: Final = frozenset("WF")  # what Unicode calls characters as wide as they are high
_MOST_LINES: Final = 5  # below the title
_LOCALE: Final = "gongkai"
# What Plotly says of itself, and where the words for it stand.
_SAID: Final[Mapping[str, str]] = {
    "Download plot as a PNG": "picture.save_png",
    "Download plot": "picture.save_svg",
    "Preparing image - this may take a few seconds": "picture.preparing",
    "Image download succeeded": "picture.saved",
    "Sorry, there was a problem downloading your image!": "picture.failed",
}

RULES: Final = f"""
[class*="st-key-{_KEY}-"] {{ overflow: hidden; }}
[class*="st-key-{_KEY}-"] [data-testid="stElementContainer"] {{ margin-top: -{HEAD}px; }}
[class*="st-key-{_KEY}-"] .modebar-container {{ top: {HEAD}px !important; }}
"""


def key(name: str) -> str:
    """The key of the container around a chart, by which the page finds what to hide."""
    return f"{_KEY}-{name}"


def framed(content: Chart, title: str, notes: Sequence[str], palette: Palette) -> Chart:
    """The content of a chart with words in a margin above it."""
    lines = [f'<span style="font-size:{_TITLE}px;font-weight:600">{html.escape(title)}</span>']
    told = [line for note in notes for line in wrapped(note, WIDTH - 2 * _SIDE, _SMALL)][:_MOST_LINES]
    lines += [f'<span style="font-size:{_SMALL}px;color:{palette.muted}">{html.escape(line)}</span>' for line in told]
    layout = content["layout"]
    head = {
        "height": layout["height"] + HEAD,
        "margin": {**layout["margin"], "t": layout["margin"]["t"] + HEAD},
        "title": {
            "text": "<br>".join(lines),
            "x": 0,
            "xanchor": "left",
            "xref": "container",
            "y": 1,
            "yanchor": "top",
            "yref": "container",
            "pad": {"l": _SIDE, "t": _SIDE},
            "font": {"family": palette.font, "size": _SMALL, "color": palette.text},
        },
    }
    return {**content, "layout": {**layout, **head}}


def wrapped(text: str, width: float, size: int) -> Iterator[str]:
    """A text in lines of so many pixels, of type that is so high; a Chinese line may break anywhere."""
    line = ""
    for word in _words(text):
        if line and text_width(line + word.rstrip(), size) > width:
            yield line.rstrip()
            line = ""
        line += word
    if line.strip():
        yield line.rstrip()


def _words(text: str) -> Iterator[str]:
    """The pieces after which a line may end."""
    piece = ""
    for character in text:
        piece += character
        if character == " " or unicodedata.east_asian_width(character) in _WIDE:
            yield piece
            piece = ""
    yield piece


def text_width(text: str, size: int) -> float:
    """About how many pixels a line of type is wide."""
    return sum(size * (1 if unicodedata.east_asian_width(character) in _WIDE else 0.56) for character in text)


def ask_format(word: Words) -> None:
    """In which format charts are saved."""
    st.segmented_control(
        word("picture.format"),
        FORMATS,
        default=FORMATS[0],
        format_func=str.upper,
        key=_FORMAT,
        required=True,
        persist_state="session",
    )
    st.caption(word("picture.hint"))


def config(file_name: str, height: int, word: Words) -> dict[str, object]:
    """Nothing is zoomed; the one button saves the chart, which is done within the browser."""
    chosen = st.session_state.get(_FORMAT) or FORMATS[0]
    picture = {"format": chosen, "width": WIDTH, "height": height, "scale": 2 if chosen == "png" else 1}
    return {
        "displaylogo": False,
        "displayModeBar": True,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {**picture, "filename": file_name},
        "scrollZoom": False,
        "doubleClick": False,
        "locale": _LOCALE,
        "locales": {_LOCALE: {"dictionary": {said: word(key) for said, key in _SAID.items()}, "format": {}}},
    }
