"""The narrative in passages: wrapped lines joined, table text left out, each with its section and its places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from parsing.folding import fold
from parsing.model import Paragraph, Place

_ORDINAL: Final = r"(?:[一二三四五六七八九](?:、|\.|,|是|(?=[总主收政存其]))|[1-9][、.])?"
_TITLES: Final = (
    r"(?P<overview>总体(?:工作)?情况|工作(?:总体|基本)?情况|基本(?:工作)?情况|工作概述|概述|总体概况)"
    r"|(?P<proactive>主动公开(?:政府)?信息(?:的)?(?:工作)?情况|(?:政府)?信息主动公开情况)"
    r"|(?P<applications>(?:收到(?:和|及)处理)?政府信息公开申请(?:的)?(?:办理)?情况)"
    r"|(?P<remedies>(?:因)?政府信息公开(?:工作)?(?:被(?:申请)?|引[起发]的?)?行政(?:复议|法复议)[^。]{0,14}?(?:行政)?诉讼(?:的)?情况)"
    r"|(?P<problems>(?:政府信息公开|政务公开)?(?:工作)?(?:主要)?存在的?(?:主要)?(?:问题|不足)[^。]{0,6}?(?:改进|整改|下步|下一步|措施)?[^。]{0,6}?(?:情况|措施|打算|方向)?)"
    r"|(?P<other>其[他它]需要?报告的?(?:有关)?(?:事项|情况))"
)
_HEADING: Final = re.compile(rf"{_ORDINAL}(?:{_TITLES})[:。]?")
_INSIDE: Final = re.compile(rf"(?<![(“《,、;])[一二三四五六七八九]、(?:{_TITLES})(?![,;、。])")
_TABLE: Final = re.compile(
    r"统计表|指标名称|信息内容|勾稽关系|申请人情况|本年制发|本年新?制作|区分处理的[,，]?只计|申请人无正当理由逾期不补正[、,]"
    r"|申请人逾期未按收费通知|行政复议行政诉讼|结果维持(?![的为]?\d+[件起宗])|第二十条第[(]?.?[)]?项?(?:信息|$)|[一二三四]、(?:本|上)年(?:新收|结转|度办理)"
)
_FIRST_ROWS: Final = re.compile(r"(?:规章|行政许可|行政处罚|行政强制|行政事业性收费|总计|其他)[\d\s]*")
_FURNITURE: Final = re.compile(r"[-—–\s\d]*")  # page numbers, and cells of a table that lost its lines
_SENTENCE_END: Final = re.compile(r"[。;!?:]$")
_ITEM: Final = re.compile(r"(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.]|[一二三四五六七八九十]是|20\d\d年)")
_PROSE: Final = re.compile(r"[。;,!]|\d+[余件条份个起宗次例]")
_SUBHEADING: Final = re.compile(r"^(?:[(][一二三四五六七八九十\d]{1,2}[)]|[1-9][.、])(?P<words>[^。,;:]{2,30})")
_SHORTEST_WRAPPED, _LONGEST_WRAPPED = 16, 60
_SHORTEST_HEADING: Final = 2  # 无 says nothing that is judged, nor does a figure
_SHORTEST_FULL: Final = 25  # a shorter line that begins with an ordinal is a heading of its own
_LONGEST_HEADING: Final = 42
_SPACES: Final = re.compile(r"(?<!\d)\s+|\s+(?!\d)")


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of prose. ``text`` is folded and without spacing, ``printed`` is what stands there.

    ``heading`` is the subheading that it stands under; ``places`` are the beginnings of its lines in ``text``.
    """

    section: str
    heading: str
    text: str
    printed: str
    places: tuple[tuple[int, Place], ...]

    def place(self, offset: int) -> Place:
        """Where the character at an offset of ``text`` is printed."""
        starts = [start for start, _ in self.places]
        return self.places[max(0, bisect_right(starts, offset) - 1)][1]

    def quote(self, start: int, end: int) -> str:
        """A stretch of ``text`` as printed."""
        return self.printed[start:end]


@dataclass(slots=True)
class _Open:
    """A passage whose lines are still being collected."""

    section: str
    heading: str
    length: int = 0
    texts: list[str] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    places: list[tuple[int, Place]] = field(default_factory=list)

    def add(self, part: _Part, place: Place) -> None:
        self.places.append((self.length, place))
        self.length += len(part.text)
        self.texts.append(part.text)
        self.printed.append(part.printed)

    def close(self) -> Iterator[Passage]:
        """The passage, if it is prose."""
        text = "".join(self.texts)
        if _PROSE.search(text):
            yield Passage(self.section, self.heading, text, "".join(self.printed), tuple(self.places))


class _Part(NamedTuple):
    """A line, or the part of it that belongs to one section. ``opens`` is the section whose heading begins it."""

    text: str
    printed: str
    opens: str = ""


def passages(narrative: Sequence[Paragraph]) -> tuple[Passage, ...]:
    """The prose of a report in order. ``section`` is lead, overview, the id of a table, problems or other."""
    return tuple(_collect((part, line.place) for line in narrative for part in _parts(line.text)))


@lru_cache(maxsize=2048)  # most lines are labels and figures of the form, the same in all reports
def _parts(printed: str) -> tuple[_Part, ...]:
    """The prose of one line, cut where it holds whole sections; a row of a table has a part without words."""
    if _FURNITURE.fullmatch(printed):
        return ()
    return tuple(_without_table(_opened(part)) for part in _sections(_line(printed)))


def _line(text: str) -> _Part:
    """A line folded; its print is kept in step with it, character by character, wherever folding allows."""
    folded = fold(text)
    printed = text if len(folded) == len(text) else folded
    spaces = list(_SPACES.finditer(folded))
    return _Part(_without(folded, spaces), _without(printed, spaces))


def _without(text: str, spaces: Sequence[re.Match[str]]) -> str:
    """The text without spacing; a space between digits may divide two numbers and stays."""
    if not spaces:
        return text
    starts = (0, *(match.end() for match in spaces))
    ends = (*(match.start() for match in spaces), len(text))
    return "".join(text[start:end] for start, end in zip(starts, ends, strict=True))


def _sections(line: _Part) -> Iterator[_Part]:
    """A line that holds whole sections, cut at their headings."""
    if len(line.text) < _SHORTEST_HEADING:
        return
    cuts = [0, *(match.start() for match in _INSIDE.finditer(line.text) if match.start()), len(line.text)]
    for start, end in pairwise(cuts):
        yield _Part(line.text[start:end], line.printed[start:end])


def _collect(parts: Iterable[tuple[_Part, Place]]) -> Iterator[Passage]:
    section, heading = "lead", ""
    current: _Open | None = None
    for part, place in parts:
        if part.opens:
            section, heading = part.opens, ""
        if current and not (part.text and not part.opens and _continues(current.texts[-1], part.text)):
            yield from current.close()
            current = None
        if part.text:
            heading = heading if current else _subheading(part.text) or heading
            current = current or _Open(section, heading)
            current.add(part, place)
    if current:
        yield from current.close()


def _opened(line: _Part) -> _Part:
    """The line without the heading that it begins with, if any."""
    match = _INSIDE.match(line.text) or (_HEADING.fullmatch(line.text) if len(line.text) <= _LONGEST_HEADING else None)
    if match is None or match.lastgroup is None:
        return line
    return _Part(line.text[match.end() :], line.printed[match.end() :], match.lastgroup)


def _without_table(line: _Part) -> _Part:
    """The line up to where the text of a table begins; nothing where it is a row of one."""
    if _FIRST_ROWS.fullmatch(line.text):
        return _Part("", "", line.opens)
    table = _TABLE.search(line.text)
    if table is None:
        return line
    end = line.text.rfind("。", 0, table.start()) + 1
    return _Part(line.text[:end], line.printed[:end], line.opens)


def _continues(above: str, line: str) -> bool:
    """Whether a line goes on with the sentence of the line above."""
    if not _SHORTEST_WRAPPED <= len(above) <= _LONGEST_WRAPPED or _SENTENCE_END.search(above) or _ITEM.match(line):
        return False
    return not (_SUBHEADING.match(above) and "。" not in above and len(above) < _SHORTEST_FULL)


def _subheading(text: str) -> str:
    match = _SUBHEADING.match(text)
    return match["words"] if match else ""
