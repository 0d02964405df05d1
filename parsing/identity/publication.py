"""When a report was published: what the head of its page says, else the dated line nearest to the report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from parsing.identity.lines import Lines

_DATE: Final = re.compile(
    r"(?P<y>20\d{2})\s*[-年./]\s*(?P<m>\d{1,2})\s*[-月./]\s*(?P<d>\d{1,2})(?!\d)"
    r"|(?P<y8>20\d{2})(?P<m8>[01]\d)(?P<d8>[0-3]\d)(?!\d)"
)
# What a date is called, the likeliest first. When a page was printed or visited is none of them.
_NAMES: Final = (
    re.compile(
        r"(?:信息提供|发\s*布|公\s*开|公\s*布|发稿|刊登|刊发|上传|发表)\s*(?:时\s*间|日\s*期)"
        r"|发布于|[Pp]ublish(?:ed)?(?: Time)?:"
    ),
    re.compile(r"(?<![\u4e00-\u9fff\w])(?:时\s*间|日\s*期|[Dd]ate)\s*[:：]|^(?:时\s*间|日\s*期)$"),
    re.compile(r"(?:发\s*文|成\s*文|生\s*成|印\s*发|录入|添加|创建|签发)\s*(?:时\s*间|日\s*期)"),
    re.compile(r"(?:更新|修改)\s*(?:时\s*间|日\s*期)"),
)
_ANY_NAME: Final = re.compile(r"时\s*间|日\s*期|发布于|ublish|ate")  # most lines need no closer look
_BETWEEN: Final = re.compile(r"\s*[:：\]】]?\s*")
# A line that a site dates without saying so: 2024-01-22 10:11, or 2024-01-22 来源：…
_DATED_LINE: Final = re.compile(
    rf"^(?:{_DATE.pattern})日?\s*(?:\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:\s|$)|来源|作者|浏览|访问|阅读|点击|打印|字体|字号)"
)
_OLDEST, _NEWEST = 2008, 2100  # the Regulations came into force in 2008
_HEAD_NAMES: Final = (
    *("pubdate", "publishdate", "publish_date", "publishtime", "firstpublishedtime", "article:published_time"),
    *("og:release_date", "dc.date.issued", "dc.date", "createdate", "date"),
)
_NEAR: Final = 60  # lines around the beginning of the report's body


def find_publication(lines: Lines) -> date | None:
    """The date of publication, where it is printed whole."""
    head = _in_head(lines.head)
    if head is not None:
        return head
    found = sorted(_dated(lines), key=lambda entry: entry[0])
    return found[0][1] if found else None


def _in_head(head: Mapping[str, str]) -> date | None:
    """The date that the head of the page gives."""
    entries = {key.lower(): value for key, value in head.items()}
    values = (entries.get(name, "").strip() for name in _HEAD_NAMES)
    return next((found for value in values if (match := _DATE.match(value)) and (found := _date(match))), None)


def _dated(lines: Lines) -> Iterator[tuple[tuple[bool, int, int], date]]:
    """Every date of publication in the text, with how much speaks against it: far away, the name, the distance."""
    for index, line in enumerate(lines.all):
        is_named = _ANY_NAME.search(line) is not None
        if not is_named and index >= lines.body:
            continue
        distance = abs(index - lines.body)
        if is_named:
            following = lines.all[index + 1] if index + 1 < len(lines.all) else ""
            yield from (((distance > _NEAR, rank, distance), found) for rank, found in _named(line, following))
        if index < lines.body and distance <= _NEAR:
            match = _DATED_LINE.search(line)
            if match and (found_alone := _date(match)):
                yield (False, len(_NAMES), distance), found_alone


def _named(line: str, following: str) -> Iterator[tuple[int, date]]:
    """The dates of a line that have a name, and the rank of the name; the date may stand on the next line."""
    for rank, names in enumerate(_NAMES):
        for name in names.finditer(line):
            start = _end_of(name.end(), line)
            text, at = (line, start) if start < len(line) else (following, 0)
            match = _DATE.match(text, at)
            found = _date(match) if match else None
            if found:
                yield rank, found


def _end_of(position: int, line: str) -> int:
    """Where what follows a name begins."""
    between = _BETWEEN.match(line, position)
    return between.end() if between else position


def _date(match: re.Match[str]) -> date | None:
    """The date, or None where no calendar has it."""
    parts = (match["y"] or match["y8"], match["m"] or match["m8"], match["d"] or match["d8"])
    try:
        found = date(*map(int, parts))
    except ValueError:
        return None
    return found if _OLDEST <= found.year <= _NEWEST else None
