"""The text of a document in lines, as names and dates are looked for in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from parsing.folding import fold
from parsing.identity.listed import without_lists
from parsing.model import Block, Document, Grid

_CHINESE_YEAR: Final = re.compile(r"二[〇○零O0]([〇○零O0一二三四五六七八九])([〇○零O0一二三四五六七八九])(?=\s*年)")
_SPACED_YEAR: Final = re.compile(r"(?<!\d)(?<!\d )2 +0 +(\d) +(\d)(?=\s*年)")
_DIGIT: Final = {
    character: digit for digit, characters in enumerate(("〇○零O0", *"一二三四五六七八九")) for character in characters
}
_BODY: Final = re.compile(r"^\W*(?:[一1]\W*)?(?:总体情况|工作(?:总体|基本)?情况|基本情况|工作概述|概述)$")
_TABLE: Final = re.compile(r"第\s*二\s*十\s*条\s*第|本年\s*(?:新\s*)?制\s*[发作]")
_WRAPPED: Final = re.compile(r".{15,}(?<![。;；:：!！?？])$")  # a line of a page that goes on in the next one
_HEADING: Final = re.compile(r"[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]")
_ABOVE, _BELOW = 60, 12  # lines around the beginning of the body in which titles and openings stand
_CLOSING: Final = 60


@dataclass(frozen=True, slots=True)
class Lines:
    """All lines of a document, folded; ``opening`` those around the beginning of the report's body, nearest first.

    ``around`` are the same in order. Neither has the lists of other reports. ``body`` is the index of the line with
    which the body begins.
    """

    head: Mapping[str, str]
    all: tuple[str, ...]
    opening: tuple[str, ...]
    around: tuple[str, ...]
    body: int = 0

    @property
    def closing(self) -> tuple[str, ...]:
        """The last lines, where the signature stands."""
        return self.all[-_CLOSING:]

    @property
    def sentences(self) -> tuple[str, ...]:
        """The opening's lines, then those of its paragraphs that are set in several lines, put together."""
        return (*self.opening, *_put_together(self.around))

    @property
    def titles(self) -> tuple[str, ...]:
        """What the head of the page says that the article is called."""
        found = (self.head.get(key, "") for key in ("ArticleTitle", "title"))
        return tuple(normal(title) for title in found if title)


def lines_of(document: Document) -> Lines:
    """The lines of a document; a row of a table is one line."""
    found = tuple(filter(None, map(normal, _texts(document.blocks))))
    body = _beginning(found)
    above, below = without_lists(found[max(0, body - _ABOVE) : body]), found[body : body + _BELOW]
    return Lines(document.head, found, (*reversed(above), *below), (*above, *below), body)


def _put_together(lines: Sequence[str]) -> Iterator[str]:
    """The paragraphs that are set in several lines, each as one."""
    paragraph: list[str] = []
    for line in lines:
        if paragraph and _WRAPPED.match(paragraph[-1]) and not _HEADING.match(line):
            paragraph.append(line)
            continue
        if len(paragraph) > 1:
            yield "".join(paragraph)
        paragraph = [line]
    if len(paragraph) > 1:
        yield "".join(paragraph)


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Grid):
            yield from (" ".join([cell.text for cell in row]) for row in block.rows)
        else:
            yield block.text


@lru_cache(maxsize=4096)
def normal(text: str) -> str:
    """Folded, years in Arabic digits, no spacing at the ends."""
    folded = fold(text).strip()
    if "年" not in folded:
        return folded
    together = _SPACED_YEAR.sub(r"20\1\2", folded)
    return _CHINESE_YEAR.sub(lambda year: f"20{_DIGIT[year[1]]}{_DIGIT[year[2]]}", together)


def _beginning(lines: Sequence[str]) -> int:
    """Where the body begins: at its first section, else at its first table, else at the start."""
    for pattern in (_BODY, _TABLE):
        found = next((index for index, line in enumerate(lines) if pattern.search(line)), None)
        if found is not None:
            return found
    return 0
