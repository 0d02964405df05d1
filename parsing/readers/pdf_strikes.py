"""Figures of a PDF page that a line goes through: struck out, or not certain."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Final

from parsing.model import UNCERTAIN
from parsing.readers.pdfium import OF_FIGURES, Glyph, Rule

_THROUGH: Final = 0.22  # of a glyph's height, up or down from its middle


def without_struck(glyphs: Sequence[Glyph], rules: Sequence[Rule]) -> tuple[Sequence[Glyph], Sequence[Rule]]:
    """The glyphs without figures that are struck out, and the rules without the lines that do so.

    A line that goes further than the figure, as those of a table do, leaves it uncertain.
    """
    crossed = _crossed(glyphs, rules)
    if not crossed:
        return glyphs, rules
    strikes = {rule for rule, indexes in crossed.items() if _is_strike(rule, [glyphs[index] for index in indexes])}
    struck = {index for rule in strikes for index in crossed[rule]}
    doubtful = {index for rule, indexes in crossed.items() if rule not in strikes for index in indexes}
    kept = tuple(
        glyph._replace(text=UNCERTAIN) if index in doubtful else glyph
        for index, glyph in enumerate(glyphs)
        if index not in struck
    )
    return kept, [rule for rule in rules if rule not in strikes]


def _crossed(glyphs: Iterable[Glyph], rules: Iterable[Rule]) -> dict[Rule, list[int]]:
    """For each level line that goes through figures, the numbers of their glyphs."""
    level = sorted((rule for rule in rules if not rule.ground and _is_level(rule)), key=attrgetter("top"))
    heights = [rule.top for rule in level]
    crossed: dict[Rule, list[int]] = defaultdict(list)
    for index, glyph in enumerate(glyphs):
        if glyph.text in OF_FIGURES:
            for rule in _through(glyph, level, heights):
                crossed[rule].append(index)
    return crossed


def _is_level(rule: Rule) -> bool:
    return rule.x1 - rule.x0 > rule.bottom - rule.top


def _through(glyph: Glyph, level: Sequence[Rule], heights: Sequence[float]) -> Iterator[Rule]:
    x, y, room = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2, _THROUGH * (glyph.bottom - glyph.top)
    at = bisect_left(heights, y - room)
    while at < len(level) and heights[at] <= y + room:
        if level[at].x0 <= x <= level[at].x1:
            yield level[at]
        at += 1


def _is_strike(rule: Rule, glyphs: Sequence[Glyph]) -> bool:
    """Whether a line goes through those glyphs and hardly any further."""
    room = max(glyph.bottom - glyph.top for glyph in glyphs)
    left, right = min(glyph.x0 for glyph in glyphs), max(glyph.x1 for glyph in glyphs)
    return rule.x0 > left - room and rule.x1 < right + room
