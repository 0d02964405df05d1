"""What an element's style says of its text: its declarations, and whether they raise it beside the line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

Declared = Mapping[str, str]
"""Values by property, both in lower case, as one element's style declares them."""

_LENGTH: Final = re.compile(r"([-+]?(?:\d+\.?\d*|\.\d+))(px|pt|pc|in|cm|mm|r?em|ex|%|vw|vh)?")
_PIXELS: Final = {"pt": 4 / 3, "pc": 16, "in": 96, "cm": 37.8, "mm": 3.78, "em": 16, "rem": 16, "ex": 8, "%": 0.16}
_PIXELS_OF_A_WINDOW: Final = {"vw": 14, "vh": 8}
_HIDING: Final = {
    "display": re.compile("none"),
    "visibility": re.compile("hidden|collapse"),
    "font-size": re.compile(r"0(?:\.0*)?[a-z%]*"),
    "text-decoration": re.compile(".*line-through.*"),
    "text-decoration-line": re.compile(".*line-through.*"),
    "opacity": re.compile(r"0?(?:\.0+)?%?"),
    **dict.fromkeys(("left", "top", "text-indent"), re.compile(r"-(?:\d{4,}|\d{3}r?em\b).*")),
}
_FADING: Final = frozenset({"opacity", "left", "top", "text-indent"})  # a script may bring it into sight
_OWN: Final = frozenset({"visibility", "font-size"})  # what stands inside may have another one
_WHITE: Final = re.compile(
    r"white|transparent|#?f{3}(?:f{3})?|rgba?\(\s*255\s*,\s*255\s*,\s*255\b.*|rgba\(.*,\s*0(?:\.0+)?\s*\)"
)
_IMPORTANT: Final = re.compile(r"\s*!\s*important$")
_BESIDE_THE_LINE: Final = frozenset({"super", "sub"})
_AT_ITS_EDGE: Final = frozenset({"top", "text-top", "bottom", "text-bottom"})
_FINE_PRINT: Final = 10.0  # pixels; what is set as small at the edge of its line is a note
_SMALL_WORDS: Final = frozenset({"smaller", "x-small", "xx-small"})
_PLAIN_RAISE: Final = 2.5  # pixels; less is a word processor's way to set a line straight


@lru_cache(maxsize=4096)  # a word processor writes the same few styles thousands of times
def declared(style: str) -> Declared:
    """The declarations of a style as a browser takes them: the last of a property counts, an important one before."""
    found: dict[str, str] = {}
    important: set[str] = set()
    for declaration in style.lower().split(";"):
        name, colon, value = declaration.partition(":")
        name, value = name.strip(), value.strip()
        if not colon or not value:
            continue
        firm = _IMPORTANT.search(value) is not None
        if firm or name not in important:
            found[name] = _IMPORTANT.sub("", value)
        if firm:
            important.add(name)
    return MappingProxyType(found)


def effects(style: str) -> dict[str, bool]:
    """By property that can take a text out of sight or strike it out: whether the style does so."""
    told = declared(style)
    return {name: bool(hiding.fullmatch(told[name])) for name, hiding in _HIDING.items() if name in told}


@lru_cache(maxsize=4096)
def hides(style: str) -> bool:
    """Whether a style hides what it is of, or strikes it out."""
    return any(effects(style).values())


@lru_cache(maxsize=4096)
def hides_for_good(style: str) -> bool:
    """Whether a style hides what it is of, wherever that stands, and no script brings it into sight."""
    return any(hidden for name, hidden in effects(style).items() if name not in _FADING)


def reaches_inside(name: str) -> bool:
    """Whether a property hides what stands inside, too, whatever that says."""
    return name not in _OWN


def is_white(colour: str) -> bool:
    """Whether a text of that colour is not seen on the ground that pages have, unless they colour it."""
    return _WHITE.fullmatch(colour.strip().lower()) is not None


def pixels(value: str) -> float | None:
    """A length in pixels, more or less; None where the value is no length."""
    match = _LENGTH.fullmatch(value)
    if match is None:
        return None
    return float(match[1]) * {**_PIXELS, **_PIXELS_OF_A_WINDOW}.get(match[2] or "px", 1)


def height_beside_line(style: Declared) -> float:
    """How far, in pixels, a text stands above or below its line; what is called raised without a length, plainly so."""
    align = style.get("vertical-align", "")
    if align in _BESIDE_THE_LINE or (align in _AT_ITS_EDGE and _is_fine_print(style.get("font-size", ""))):
        return _PLAIN_RAISE
    moved = (style.get("top", ""), style.get("bottom", "")) if style.get("position") == "relative" else ()
    lengths = [pixels(value) for value in (align, style.get("mso-text-raise", ""), *moved)]
    return max(abs(length or 0.0) for length in lengths)


def is_plainly_raised(height: float) -> bool:
    """Whether everybody sees that a text stands beside its line."""
    return height >= _PLAIN_RAISE


def _is_fine_print(size: str) -> bool:
    length = pixels(size)
    return size in _SMALL_WORDS if length is None else length < _FINE_PRINT
