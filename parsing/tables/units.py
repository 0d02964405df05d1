"""In which unit the amounts of table 二 are printed: what its headings, its labels and the notes to it say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from parsing.folding import fold
from parsing.model import Document, Grid
from parsing.tables.numbers import UNCLEAR, UNITS

Notes = tuple[tuple[str, str], ...]  # heading and unit

_END: Final = "\x1f"  # between two pieces; a heading may be broken over them
_UNIT: Final = "|".join(sorted(UNITS, key=len, reverse=True))
_SAYING: Final = "单位|计量|计价|货币|币种|人民币|为|是|以|按|均|计"
_TAIL: Final = rf"(?:[^。]{{0,4}}?(?=单位))?(?:[(\[【][^()\[\]【】]{{0,24}}[)\]】]|[^\w。]|{_SAYING}|{_UNIT})*"
# 元 is a unit by itself or beside such a word: not in 单元, 三元区 or 万元以上.
_NAMED: Final = re.compile(rf"(?:^|[^\u4e00-\u9fff]|{_SAYING})(?P<unit>{_UNIT})(?=$|[^\u4e00-\u9fff]|计|为单位|人民币)")
_LINE: Final = re.compile(rf"单位{_END}?[:为]{_END}?[^。;{_END}]{{0,12}}")
_SIGN: Final = re.compile("[¥￥]")  # in a heading without a word: yuan
_NOTE: Final = re.compile(r"^[(\[]?(?:注|备注|附注|说明|[*※])|[上本]表|表中")
_MAY_BE_NOTE: Final = re.compile("[注註明表*※]")  # most texts need no closer look
_STATED: Final = re.compile(
    rf"单位(?:均|都|统一)?(?:[:为是按以])+(?P<unit>{_UNIT})(?![\u4e00-\u9fff])"
    rf"|[以按]照?(?P<counted>{_UNIT})(?=为单位|计|填|统计|列)"
)
_QUOTES: Final = re.compile("[“”\"'「」]")
_SENTENCES: Final = re.compile(r"[。;\n]")
_CLAUSES: Final = re.compile(r"[,、]")
_LONGEST_NOTE: Final = 80


def _heading(*names: str) -> re.Pattern[str]:
    """Any of the names, over as many pieces as it is printed in, and what stands behind it."""
    spread = "|".join(f"{_END}?".join(name) for name in names)
    return re.compile(rf"(?:{spread})(?P<tail>{_TAIL})")


# The words of the column, of which the form's own label has the first, and those of its row.
_HEADINGS: Final[Mapping[str, re.Pattern[str]]] = {
    "收费金额": _heading("收费金额", "行政事业性收费"),
    "采购总金额": _heading("采购总金额", "采购金额", "政府集中采购"),
}
_ABOUT: Final = {"收费金额": "收费", "采购总金额": "采购"}
_ANY_AMOUNT: Final = _heading("金额")


def units(words: Sequence[str], notes: Notes) -> dict[str, str]:
    """Heading → the unit that is printed for it; ``UNCLEAR`` where there are several.

    A line above the table (单位:元) speaks for all headings. ``notes`` are those of the document.
    """
    text = _END.join(_tight(piece) for piece in words)
    rest = text
    for pattern in _HEADINGS.values():
        rest = pattern.sub(_END, rest)
    general = _named_in(match[0] for pattern in (_LINE, _ANY_AMOUNT) for match in pattern.finditer(rest))
    found: dict[str, str] = {}
    for heading, pattern in _HEADINGS.items():
        said = general | _named_in(match["tail"] for match in pattern.finditer(text))
        said |= {unit for about, unit in notes if about == heading}
        if said:
            found[heading] = said.pop() if len(said) == 1 else UNCLEAR
    return found


def unit_notes(document: Document) -> Notes:
    """What the notes of a document say of units: heading and unit."""
    return tuple(
        note for text in _texts(document) if "元" in text and _MAY_BE_NOTE.search(text) for note in _note(text)
    )


def _note(text: str) -> Iterator[tuple[str, str]]:
    for sentence in _SENTENCES.split(_QUOTES.sub("", _tight(text))):
        if len(sentence) > _LONGEST_NOTE or not _NOTE.search(sentence):
            continue
        for clause in _CLAUSES.split(sentence):
            about = [heading for heading, word in _ABOUT.items() if word in clause] or [*_ABOUT]
            stated = [match["unit"] or match["counted"] for match in _STATED.finditer(clause)]
            yield from ((heading, unit) for heading in about for unit in stated)


def _named_in(texts: Iterable[str]) -> set[str]:
    return {unit for text in texts for unit in _units_of(text)}


def _units_of(text: str) -> set[str]:
    named = {match["unit"] for match in _NAMED.finditer(text)}
    return named or ({"元"} if _SIGN.search(text) else set())


def _tight(text: str) -> str:
    return re.sub(r"[^\S\n]+", "", fold(text))


def _texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Grid):
            yield from (cell.text for row in block.rows for cell in row)
        else:
            yield block.text
