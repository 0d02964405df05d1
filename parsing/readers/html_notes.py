"""Footnote digits beside a figure, set apart from it: 26 with a raised 1 is 26 with note 1, never 261.

Digits in white beside others are seen or not, as the ground is: they make the figure unreadable.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

from lxml.etree import _Element as Element  # the type has no public name

from parsing.model import UNCERTAIN
from parsing.readers.html_styles import declared, height_beside_line, is_plainly_raised, is_white
from parsing.readers.html_tables import replace_by, text_of

_RAISED: Final = ("sup", "sub", "rt")
# Each begins with a word, which is found soonest.
_STYLES: Final = tuple(
    map(
        re.compile,
        (
            b"<small",
            b"text-raise",
            rb"vertical-align\s*:\s*(?:su|t|b[ot]|[-+.\d])",
            rb"position\s*:\s*relative",
            rb"color\s*[:=]\s*[\"']?\s*(?:#?fff|white|trans|rgba|rgb\(\s*255)",
        ),
    )
)
_HOLDERS: Final = frozenset({"td", "th", "p", "div", "li", "dd", "h1", "h2", "h3", "h4", "body", "html"})


def set_notes_apart(root: Element, markup: bytes) -> None:
    """Put the digits of notes in brackets. ``markup`` is the page in lower case.

    Where nobody can tell whether digits are a note or the end of the figure, a mark makes both unreadable.
    """
    for raised in root.iter(*_RAISED):
        if (note := text_of(raised).strip()).isdigit():
            replace_by(raised, f"（{note}）")
    if any(style.search(markup) for style in _STYLES):
        _set_styled_notes_apart(root)


def _set_styled_notes_apart(root: Element) -> None:
    """Likewise for what a style raises. A text that is raised as a whole stands beside nothing."""
    held: dict[Element, list[tuple[Element, str, bool]]] = defaultdict(list)
    inside: set[Element] = set()
    for element in root.iter():
        certain = None if element.tag in _HOLDERS or element in inside else _is_note(element)
        if certain is not None and (note := text_of(element).strip()).isdigit():
            held[_holder(element)].append((element, note, certain))
            inside.update(element.iterdescendants())  # a note that is raised twice is one note
    for holder, notes in held.items():
        beside = len("".join(text_of(holder).split())) - sum(len(note) for _, note, _ in notes)
        for element, note, certain in notes if beside > 0 else ():
            replace_by(element, f"（{note}）" if certain else f"{UNCERTAIN}{note}")


def _is_note(element: Element) -> bool | None:
    """Whether an element is plainly raised, or only small, raised a little or white; None when it is neither."""
    told = declared(element.get("style", ""))
    height = height_beside_line(told) if told else 0.0
    if is_plainly_raised(height):
        return True
    is_doubtful = height > 0 or element.tag == "small" or is_white(told.get("color") or element.get("color") or "")
    return False if is_doubtful else None


def _holder(element: Element) -> Element:
    """The cell or paragraph that an element stands in."""
    return next(element.iterancestors(*_HOLDERS))
