"""White space as a reader of the page sees it: runs collapse, invisible characters vanish, breaks part lines."""

from __future__ import annotations

from typing import Final

BREAK: Final = "\u2028"
"""Stands for a visible line break while text is collected. A plain newline in HTML source is only a space."""

_INVISIBLE: Final = dict.fromkeys(
    [*range(0x09), *range(0x0E, 0x20), 0x7F, 0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF]
)  # control characters, soft hyphen, zero-width characters, direction marks, byte order mark


def one_line(text: str) -> str:
    """The text with runs of white space collapsed to one space and none around it."""
    if not text.isprintable():  # asked first, because most texts are, and translating costs time
        text = text.translate(_INVISIBLE)
    return " ".join(text.split())


def lines(text: str) -> list[str]:
    """The lines of a text that hold something, each of them tidied."""
    return [line for part in text.split(BREAK) if (line := one_line(part))]
