"""Text that lost the separators between its cells: labels and figures in one line (规章000行政规范性文件693665…)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from parsing import form
from parsing.folding import fold, label_key
from parsing.tables.labels import find_rows, remedy_keys

_DIGIT: Final = re.compile(r"\d")
_FEWEST_LABELS: Final = 2  # fewer in one line are a label or a sentence, not a table
_NUMBERING: Final = r"(?:[一二三四五六七八九]\s*、|[(（][一二三四五六七八九][)）]|[1-8]\s*[.．、])?\s*"
# A figure with a counter behind it (规章2个) belongs to a sentence.
_FIGURES: Final = re.compile(
    r"(?:[-+增减]?\d(?:[-+增减.,\d\s]*\d)?|[-+])(?:元|万元|亿元)?(?![\d件个条项次宗起份人])\s*"
)
_BLANKS_AND_FIGURES: Final = re.compile(rf"\s*+{_FIGURES.pattern}")
_TABLE_WORDS: Final = re.compile(r"第\s*二\s*十\s*条\s*第|信\s*息\s*内\s*容|申请人情况|勾\s*稽\s*关\s*系|结果\s*维持")
_OTHER_WORDS: Final = (
    "信息内容",
    "申请人情况",
    form.ORGANISATIONS_HEAD,
    "行政诉讼",
    "行政复议",
    "本年度办理结果",
    "不予公开",
    "无法提供",
    "不予处理",
    "其他处理",
)


def split_flat(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Words and the figures printed after them, in order; the whole line as words when it holds no table."""
    if not _DIGIT.search(text) or not _names_cells(label_key(text)):
        yield text, ()
        return
    folded = fold(text)
    matches = list(_pattern().finditer(folded))
    if len(matches) < _FEWEST_LABELS or not _is_table(folded, matches):
        yield text, ()
        return
    yield from _between(folded, matches)


def _names_cells(key: str) -> bool:
    """Whether a line names any row or result at all: most sentences do not, and need no closer look."""
    return bool(find_rows(key)) or any(word in key for word in remedy_keys())


def _is_table(text: str, matches: list[re.Match[str]]) -> bool:
    """Whether figures stand directly behind labels, and no sentence runs through them."""
    if not any(_BLANKS_AND_FIGURES.match(text, match.end()) for match in matches):
        return False
    return _TABLE_WORDS.search(text) is not None or all(
        figures or _pattern().fullmatch(words) for words, figures in _between(text, matches)
    )


def _between(text: str, matches: list[re.Match[str]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each label with the figures directly after it; other words stay where they are."""
    position = 0
    for index, match in enumerate(matches):
        if match.start() > position:
            yield text[position : match.start()].strip(), ()
        end = matches[index + 1].start() if index + 1 < len(matches) else len(text)
        rest = text[match.end() : end]
        lead = len(rest) - len(rest.lstrip())
        figures = _FIGURES.match(rest, lead)
        yield match[0].strip(), tuple(figures[0].split()) if figures else ()
        position = match.end() + (figures.end() if figures else lead)
    if position < len(text):
        yield text[position:].strip(), ()


@cache
def _pattern() -> re.Pattern[str]:
    """Every label and heading of the form, spacing allowed between its characters."""
    printed = {
        words
        for table in form.TABLES.values()
        for row in table.rows
        for words in (*row.printings, *(words for column in row.columns for words in column.printings))
    }
    names = sorted((*printed, *_OTHER_WORDS), key=len, reverse=True)
    spaced = ("\\s*".join(re.escape(fold(character)) for character in words) for words in names)
    return re.compile(f"{_NUMBERING}(?:{'|'.join(spaced)})(?:\\(单位[:：]万元\\))?")
