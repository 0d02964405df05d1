"""Signatures of a report's texts: short strings that tell how much of two texts is alike, without the texts.

A signature is a MinHash by one permutation: the text's groups of four characters are dealt into 64 bins by their
hash, and of each bin the smallest is kept, as two letters. The share of bins in which two signatures agree is close
to the share of groups that the two texts have in common (Jaccard), give or take 0.04 at 0.9. A library would hash
faster, but signatures are stored and compared over years: they must not depend on a library's version.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Final

from data.identity import organ_id
from parsing.model import Report
from parsing.narrative.passages import passages

BINS: Final = 64
LETTERS: Final = 2  # of each bin
SHORTEST: Final = 80  # characters; a shorter text has no signature: it is alike by chance

_GROUP: Final = 4
_ALPHABET: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_BIN_BITS: Final = BINS.bit_length() - 1
_TOKENS: Final = tuple(first + second for second in _ALPHABET for first in _ALPHABET)  # of LETTERS letters each

# What may differ in a copied text: figures, years, punctuation and spacing.
_NOT_WORDS: Final = re.compile("[^\u4e00-\u9fff]|[一二两三四五六七八九十百千万亿]")


def signatures(report: Report) -> dict[str, str | None]:
    """The dataset's columns for the texts of sections 一 and 五; null where one is not found or too short."""
    texts = {"overview": "", "problems": ""}
    for passage in passages(report.narrative):
        if passage.section in texts:
            texts[passage.section] += passage.text
    own_names = tuple(_own_names(report))
    return {f"text_{section}": signature(_words(text, own_names)) for section, text in texts.items()}


def _own_names(report: Report) -> Iterator[str]:
    """What the organ is called, with its divisions and without."""
    if report.agency is not None:
        yield report.agency.name
        yield (organ_id(report.agency) or "").partition("-")[2]


def _words(text: str, own_names: Iterable[str]) -> str:
    """What is left of a text when the organ's name and all that changes from year to year is taken out."""
    for name in own_names:
        text = text.replace(name, "") if name else text
    return _NOT_WORDS.sub("", text)


def signature(words: str) -> str | None:
    """The signature of a text; null when it is too short."""
    if len(words) < SHORTEST:
        return None
    smallest: dict[int, int] = {}
    for group in {words[start : start + _GROUP] for start in range(len(words) - _GROUP + 1)}:
        value = int.from_bytes(blake2b(group.encode(), digest_size=8).digest(), "big")
        number, rest = value % BINS, value >> _BIN_BITS
        smallest[number] = min(rest, smallest.get(number, rest))
    tokens = "".join(_TOKENS[smallest[_filled(number, smallest)] % len(_TOKENS)] for number in range(BINS))
    return f"{tokens}{len(words)}"


def _filled(number: int, smallest: dict[int, int]) -> int:
    """The bin itself, or the next one that is not empty."""
    while number not in smallest:
        number = (number + 1) % BINS
    return number
