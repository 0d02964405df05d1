"""What one line of text holds of a table: a printed row, a lone figure, or words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Final, NamedTuple

from parsing.folding import fold, label_key
from parsing.form import APPLICANTS, REMEDY_RESULTS
from parsing.tables.flat import split_flat
from parsing.tables.labels import find_rows, is_rest, is_way, row_at_end
from parsing.tables.numbers import looks_like_figure

_PAGE_NUMBER: Final = re.compile(
    r"[-—–‐―]+\s*\d{1,3}\s*[-—–‐―]+|第?\s*\d{1,3}\s*页(?:\s*[,，/共]*\s*\d{1,3}\s*页)?|\d{1,3}\s*/\s*\d{1,3}"
)
_LABEL_THEN_FIGURES: Final = re.compile(
    r"(?P<label>.*?\D)\s+(?P<figures>[-+—–_/\d][^\u4e00-\u9fff]*(?:[(（]?[万亿]?元[)）]?)?)"
)
_LABEL_AT_FIGURES: Final = re.compile(r"(?P<label>.*[^\d.,+-])(?P<figures>[+-]?\d(?:[\d.,]*\d)?)")
SENTENCE_END: Final = re.compile(r"[。；;！？]")
_LONGEST_PAGE_NUMBER: Final = 16  # 第 12 页 共 30 页
# A character of the upright group label (三、本年度办理结果), drawn behind the second or a later figure of a row.
_UPRIGHT: Final = re.compile(r"(\d\s+\d+)[三、本年度办理结果](?!\S)")
_PARTS_OF_ONE: Final = 2
_LONGEST_NUMBERING: Final = 1  # of a label's key: 二上年结转, 1属于国家秘密
_LONGEST_ROW: Final = 1000  # characters; the longest label of the form has 60


class Line(NamedTuple):
    """What one line holds: a printed row (its label, its figures), a lone figure, or words with figures behind them.

    ``torn`` are words before the figures of a row that are no whole label.
    """

    row: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    torn: str = ""
    figure: str = ""
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()


@lru_cache(maxsize=2048)  # the reports of one form print the same labels and small figures again and again
def read_line(line: str) -> Line:
    """What a line holds; page numbers hold nothing."""
    text = _UPRIGHT.sub(r"\1", line.strip())
    if not text or is_page_number(text):
        return Line()
    row = _printed_row(text)
    if row is not None:
        return Line(row=row)
    if looks_like_figure(text):
        return Line(figure=text)
    return _torn_row(text) or Line(words=tuple(split_flat(text)))


def is_page_number(line: str) -> bool:
    """Whether a line numbers a page and says so: - 3 -, 第 3 页, 3/12."""
    return len(line) <= _LONGEST_PAGE_NUMBER and _PAGE_NUMBER.fullmatch(fold(line)) is not None


def _printed_row(text: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Label and figures of a line that holds a whole row: figures only, or a label of the form and its figures.

    Two strings of digits alone may be one figure with a space inside. Where the cells lost what parted them, so may
    label and figures have (规章000).
    """
    parts = tuple(text.split())
    if len(parts) == 1:
        glued = _LABEL_AT_FIGURES.fullmatch(text) if text[-1:].isdecimal() and len(text) <= _LONGEST_ROW else None
        return (
            ((glued["label"],), (glued["figures"],)) if glued and _are_glued(glued["label"], glued["figures"]) else None
        )
    if not (len(parts) == _PARTS_OF_ONE and looks_like_figure(text)) and all(map(looks_like_figure, parts)):
        return (), parts
    match = _label_then_figures(text)
    if match is None or match["label"].rstrip()[-1:].isdecimal():
        return _glued_row(parts)
    if len(find_rows(label_key(match["label"]))) > 1:
        return None
    figures = tuple(match["figures"].split())
    if row_at_end(match["label"]) is None and not (len(figures) == len(REMEDY_RESULTS) and is_way(match["label"])):
        return None
    return ((match["label"],), figures) if all(map(looks_like_figure, figures)) else None


def _glued_row(parts: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Label and figures of a line on which the label is as long as its column, so that only its figures are parted."""
    glued = _glued_to_first(parts)
    label = row_at_end(glued[0], numbered=True) if glued else None
    if glued is None or label is None or len(find_rows(label_key(glued[0]))) != 1:
        return None
    is_whole = label.table == "proactive" or len(glued[1]) == len(APPLICANTS)
    return ((glued[0],), glued[1]) if is_whole else None


def _glued_to_first(parts: Sequence[str]) -> tuple[str, tuple[str, ...]] | None:
    """The words and the figures of a line whose words end where the first of several figures begins."""
    behind = tuple(takewhile(looks_like_figure, reversed(parts)))[::-1]
    words = " ".join(parts[: -len(behind)]) if behind else ""
    match = _LABEL_AT_FIGURES.fullmatch(words) if words[-1:].isdecimal() and len(words) <= _LONGEST_ROW else None
    return (match["label"], (match["figures"], *behind)) if match else None


def _label_then_figures(text: str) -> re.Match[str] | None:
    """The words of a line and what stands behind them, where that ends with a figure; most lines do not."""
    if len(text) > _LONGEST_ROW or not looks_like_figure(text.rsplit(maxsplit=1)[-1]):
        return None
    return _LABEL_THEN_FIGURES.fullmatch(text)


def _are_glued(words: str, figures: str) -> bool:
    """Whether words are one row label of the form and nothing more, with as many digits behind it as its row needs.

    Behind （六）其他处理 the number of its first row may follow.
    """
    label = row_at_end(words, numbered=True)
    found = find_rows(label_key(words))
    if label is None or len(found) != 1 or found[0].start > _LONGEST_NUMBERING:
        return False
    return label.table == "proactive" or len(figures) >= len(APPLICANTS)


def _torn_row(text: str) -> Line | None:
    """A line with figures of a row of table 三 behind the end of a label that began on a line above.

    Where they are fewer than the row has, they are the rest of figures that the lines above begin; then the rest of the
    label may also be drawn behind them.
    """
    behind = _rest_behind(text)
    if behind is not None:
        return behind
    match = _label_then_figures(text)
    label, figures = (match["label"], tuple(match["figures"].split())) if match else ("", ())
    if not match or label.rstrip()[-1:].isdecimal():
        label, figures = _glued_to_first(text.split()) or ("", ())
    if not figures or not all(map(looks_like_figure, figures)):
        return None
    if len(figures) != len(APPLICANTS) and not is_rest(label):
        return None
    if SENTENCE_END.search(label) or any(map(looks_like_figure, label.split())):
        return None
    return Line(row=((), figures), torn=label)


def _rest_behind(text: str) -> Line | None:
    """A line that begins with several figures and ends with a label or the rest of one: whose they are, others tell."""
    parts = text.split()
    figures = tuple(takewhile(looks_like_figure, parts))
    words = " ".join(parts[len(figures) :])
    if len(figures) < _PARTS_OF_ONE or not (is_rest(words) or is_rest(words[:-1]) or row_at_end(words)):
        return None
    return Line(row=((), figures), words=((words, ()),))
