"""Colours of a DOCX file: whether a text can be told from the ground behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from lxml.etree import _Element as Element  # the type has no public name

from parsing.readers.docx_text import attribute, child, local_name

_WHITE: Final = "FFFFFF"
_BLACK: Final = "000000"
_HEX_DIGITS: Final = 6
_ALIKE: Final = 0x20  # of 0xff in each of red, green and blue: what differs less cannot be told apart
_DARK: Final = 0x80
_NAMES: Final = {"white": _WHITE, "yellow": "FFFF00", "cyan": "00FFFF", "green": "00FF00", "lightGray": "C0C0C0"}
_HOLDERS: Final = {"r": "rPr", "p": "pPr", "tc": "tcPr", "tbl": "tblPr"}
_STYLES: Final = {"r": "rStyle", "p": "pStyle", "tbl": "tblStyle"}


def _parts(colour: str) -> tuple[int, int, int] | None:
    """Red, green and blue of a colour in six digits."""
    if len(colour) != _HEX_DIGITS:
        return None
    try:
        red, green, blue = bytes.fromhex(colour)
    except ValueError:
        return None
    return red, green, blue


def is_light(colour: str) -> bool:
    """Whether a colour may vanish on white paper."""
    parts = _parts(colour)
    return parts is not None and min(parts) > _DARK


def fills_ground(shading: Element) -> bool:
    """Whether a shading is anything but white."""
    colour = _shade(shading)
    return colour is None or (colour != "" and not _alike(colour, _WHITE))


def is_seen(run: Element, colour: str, lays_ground: Callable[[str], bool]) -> bool:
    """Whether a run of that colour can be told from the ground behind it; where the ground is not known, it can.

    ``lays_ground`` tells whether the style of that name lays a ground behind its text.
    """
    ground = _ground(run, lays_ground)
    return ground is None or not _alike(colour, ground)


def _alike(one: str, other: str) -> bool:
    first, second = _parts(one), _parts(other)
    if first is None or second is None:
        return False
    return all(abs(a - b) < _ALIKE for a, b in zip(first, second, strict=True))


def _ground(run: Element, lays_ground: Callable[[str], bool]) -> str | None:
    """The colour behind a run: that of the nearest shading around it, else white; None where it is not known."""
    for around in _around(run):
        name = local_name(around)
        if name == "txbxContent":
            return None
        look = child(around, _HOLDERS[name]) if name in _HOLDERS else None
        if look is None:
            continue
        highlight, shading = child(look, "highlight"), child(look, "shd")
        if highlight is not None and attribute(highlight, "val") != "none":
            return _NAMES.get(attribute(highlight, "val"), _BLACK)
        if shading is not None and (colour := _shade(shading)) != "":
            return colour
        style = child(look, _STYLES[name]) if name in _STYLES else None
        if style is not None and lays_ground(attribute(style, "val")):
            return None
    return _WHITE


def _around(run: Element) -> Iterator[Element]:
    yield run
    yield from run.iterancestors()


def _shade(shading: Element) -> str | None:
    """The colour of a shading, nothing where it lays none; None for a pattern, whose colour is not one."""
    pattern = attribute(shading, "val")
    if pattern in {"clear", "nil", ""}:
        fill = attribute(shading, "fill")
        return "" if fill == "auto" or pattern == "nil" else fill
    return attribute(shading, "color") if pattern == "solid" else None
