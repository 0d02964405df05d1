"""Passages cut into sentences and clauses, with every quantity in them marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from parsing.narrative.numerals import Quantity, quantities
from parsing.narrative.passages import Passage

MARK: Final = "▁"  # stands for a quantity in the masked text of a clause
_SENTENCE: Final = re.compile(r"[^。!?]+")
_LONGEST: Final = 2_000  # what goes on longer without a full stop is no sentence, but a table that was run together
_CUT: Final = re.compile(r"[,;:()]|、(?=无|未|没有)")
_WHOLE_YEAR: Final = re.compile(
    r"(?:自|从|由)?(?:20\d\d年)?0?1月0?1日(?:起)?(?:至|到|—|-|–|~)(?:20\d\d年)?12月31日(?:止|期间)?|截[至止]?(?:到)?(?:20\d\d年)?(?:12月(?:31日|底)|年底)|\d{1,2}个?工作日"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between two commas or list items. ``masked`` has a mark in the place of every quantity."""

    text: str
    masked: str
    start: int  # in the sentence
    quantities: tuple[Quantity, ...]

    def quantity_at(self, masked_offset: int) -> Quantity:
        """The quantity whose mark stands at an offset of ``masked``."""
        return self.quantities[self.masked.count(MARK, 0, masked_offset)]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a passage. ``start`` is where it begins there."""

    passage: Passage
    text: str
    start: int
    quantities: tuple[Quantity, ...]

    @property
    def printed(self) -> str:
        """The sentence as it stands in the document."""
        return self.passage.quote(self.start, self.start + len(self.text))

    def clauses(self) -> Iterator[Clause]:
        """Its clauses in order; an item of a list that ends with a quantity is one."""
        cuts = {match.start() for match in _CUT.finditer(self.text) if not self._within(match.start())}
        cuts |= {quantity.end for quantity in self.quantities if self.text[quantity.end : quantity.end + 1] == "、"}
        start = 0
        for end in (*sorted(cuts), len(self.text)):
            start += self.text.startswith("、", start)  # behind a bracket
            if end > start:
                yield self._clause(start, end)
            start = end + 1

    def _within(self, offset: int) -> bool:
        return any(quantity.start <= offset < quantity.end for quantity in self.quantities)

    def _clause(self, start: int, end: int) -> Clause:
        inside = tuple(quantity for quantity in self.quantities if start <= quantity.start and quantity.end <= end)
        return Clause(self.text[start:end], _masked(self.text, start, end, inside), start, inside)


def read_sentences(prose: Iterable[Passage]) -> tuple[tuple[Sentence, ...], ...]:
    """The sentences of each passage."""
    return tuple(tuple(_sentences(passage)) for passage in prose)


def _sentences(passage: Passage) -> Iterator[Sentence]:
    """The sentences of a passage. Words for the whole year are blotted out, so that they name no part of it."""
    text = passage.text
    if "日" in text or "截" in text:
        text = _WHOLE_YEAR.sub(lambda span: "期" * len(span[0]), text)
    for match in _SENTENCE.finditer(text):
        if len(match[0]) <= _LONGEST:
            yield Sentence(passage, match[0], match.start(), tuple(quantities(match[0])))


def _masked(text: str, start: int, end: int, inside: Sequence[Quantity]) -> str:
    parts: list[str] = []
    at = start
    for quantity in inside:
        parts += (text[at : quantity.start], MARK)
        at = quantity.end
    return "".join((*parts, text[at:end]))
