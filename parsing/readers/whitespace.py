"""White space as a reader of the page sees it: runs collapse, invisible characters vanish, breaks part lines."""

from __future__ import annotations

import re
from typing import Final

from parsing.model import UNCERTAIN

BREAK: Final = "\u2028"
"""Stands for a visible line break while text is collected. A plain newline in HTML source is only a space."""

# Control characters, soft hyphen, zero-width characters, direction marks, byte order mark.
_LINE_ENDS: Final = frozenset("\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029")
_INVISIBLE: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f\xad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
# A conversion to an encoding without no-break spaces writes question marks for them; no line begins with a question.
_ASKS_NOTHING: Final = re.compile(r"^[^\S\n]*\?+(?:[^\S\n]+\d+[^\S\n]*\|?)?[^\S\n]*$", re.MULTILINE)
_BESIDE_FIGURE: Final = re.compile(
    r"(?<=\d)(?:[^\S\n]*\?)+(?=[^\S\n]*(?:\||$))|^\?+(?=[^\S\n]+\d)|(?<=\| )\?+(?=[^\S\n]+\d)", re.MULTILINE
)


def without_lost_blanks(text: str) -> str:
    """The text with blanks beside its figures where a conversion lost them, if some line shows that it did."""
    return _BESIDE_FIGURE.sub(" ", text) if "?" in text and _ASKS_NOTHING.search(text) else text


def visible(text: str) -> str:
    """The text without characters that show nothing, some of which turn the direction of what follows them."""
    return _INVISIBLE.sub("", text)


def printable(text: str) -> str:
    """The text with U+FFFD in the place of every sign that shows nothing, ends the line, or cannot be written."""
    if text.isprintable():
        return text
    return "".join(
        sign if sign.isprintable() or (sign.isspace() and sign not in _LINE_ENDS) else UNCERTAIN for sign in text
    )


def one_line(text: str) -> str:
    """The text with runs of white space collapsed to one space and none around it."""
    return " ".join(visible(text).replace("&nbsp;", " ").split())  # some sites escape it a second time


def _is_tidy(text: str) -> bool:
    """Whether a text has no white space but single blanks, and no sign that shows nothing."""
    return text.isprintable() and "  " not in text and "&nbsp;" not in text


def lines(text: str) -> list[str]:
    """The lines of a text that hold something, each of them tidied."""
    tight = text.strip()
    if not tight or tight.isalnum() or _is_tidy(tight):  # as nearly all cells are
        return [tight] if tight else []
    shown = visible(text).replace("&nbsp;", " ")
    return [line for part in shown.split(BREAK) if (line := " ".join(part.split()))]
