"""Glyphs put together to lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from parsing.model import UNCERTAIN
from parsing.readers.pdf_geometry import Box
from parsing.readers.pdfium import SIGNS, Glyph
from parsing.readers.whitespace import one_line

_GAP: Final = 0.3  # of a glyph's height: a wider gap parts words and neighbouring figures
_SAME_PLACE: Final = 0.3  # of a glyph's width: the same glyph again so near is printed twice to look bold
_SAME_LINE: Final = 0.38  # of a glyph's height; a figure half a line lower belongs to a wrapped label
_SMALL: Final = 0.75  # of the line's height
_RAISED: Final = 0.3  # of the line's height
_SHIFTED: Final = 0.15  # of a glyph's height: two digits of one figure stand level
_OVERLAPPING: Final = 0.6  # of the narrower digit's width, from left to left: nearer ones are printed over each other


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line and the box around it."""

    text: str
    box: Box


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines from top to bottom."""
    printed = (_line(line) for line in _by_height(glyphs))
    return [line for line in printed if line.text]


def _by_height(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs whose middles are about level form a line, in the order from left to right."""
    line: list[Glyph] = []
    tallest = last = 0.0
    for glyph in sorted(glyphs, key=_middle):
        height, middle = _height(glyph), _middle(glyph)
        tallest = max(tallest, height)
        if line and middle - last > _SAME_LINE * tallest:
            yield sorted(line, key=attrgetter("x0"))
            line, tallest = [], height
        line.append(glyph)
        last = middle
    if line:
        yield sorted(line, key=attrgetter("x0"))


def _height(glyph: Glyph) -> float:
    return glyph.bottom - glyph.top


def _middle(glyph: Glyph) -> float:
    return (glyph.top + glyph.bottom) / 2


def _line(glyphs: list[Glyph]) -> Line:
    box = _around(glyphs)
    pieces: list[str] = []
    before: Glyph | None = None
    for glyph in glyphs:
        if before is None:
            pieces.append(glyph.text)
        elif _is_printed_twice(before, glyph):
            continue
        else:
            gap = glyph.x0 - before.x1
            if gap > 0 and gap > _GAP * max(_height(before), _height(glyph)):
                pieces.append(" ")
            digits = glyph.text.isdigit() and (before.text.isdigit() or before.text in SIGNS)
            pieces.append(_behind_figure(before, glyph, box) if digits else glyph.text)
        before = glyph
    return Line(one_line("".join(pieces)), box)


def _behind_figure(before: Glyph, glyph: Glyph, line: Box) -> str:
    """A digit behind another: a note where it is raised, no certain one where the two are printed over each other."""
    digits = before.text.isdigit()
    if digits and _is_note(glyph, line):
        return f"（{glyph.text}）"
    if glyph.x0 - before.x1 > _GAP * _height(glyph):
        return glyph.text
    distance, narrower = glyph.x0 - before.x0, min(glyph.x1 - glyph.x0, before.x1 - before.x0)
    level = not digits or abs(glyph.bottom - before.bottom) <= _SHIFTED * _height(glyph)
    return glyph.text if level and distance > _OVERLAPPING * narrower else UNCERTAIN


def _is_note(glyph: Glyph, line: Box) -> bool:
    """Whether a digit is small and raised: 5¹ is 5 with note 1, never 51."""
    height = line[3] - line[1]
    return _height(glyph) < _SMALL * height and line[3] - glyph.bottom > _RAISED * height


def _is_printed_twice(before: Glyph, glyph: Glyph) -> bool:
    return before.text == glyph.text and glyph.x0 - before.x0 < _SAME_PLACE * (before.x1 - before.x0)


def _around(parts: Iterable[Glyph]) -> Box:
    """The box around all of them."""
    left, top, right, bottom = zip(*((part.x0, part.top, part.x1, part.bottom) for part in parts), strict=True)
    return min(left), min(top), max(right), max(bottom)
