"""Which year a report is for, and when it was published and signed. A damaged date makes no year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from parsing.folding import fold
from parsing.model import Document, Paragraph, Problem

_FORM_WORDS: Final = r"(?:政府|政务)?信息(?:政务)?公开(?:工作)?"
_TITLE_YEAR: Final = re.compile(
    rf"(?<!\d)(?P<year>20\d{{2}})\s*(?:年度?|度)[^。;；]{{0,30}}?{_FORM_WORDS}[^。]{{0,8}}?(?:报告|年报)"
)
_PERIOD: Final = re.compile(
    r"(?<!\d)(?P<year>20\d{2})\s*年\s*0?1\s*月\s*0?1\s*日?\s*(?:起)?\s*(?:至|到|—|-|–|~)\s*"
    r"(?:(?P<end>20\d{2})\s*年)?\s*12\s*月\s*31\s*日"
)
_OPENING_YEAR: Final = re.compile(r"^(?P<year>20\d{2})\s*年(?:度)?(?=[,，、以])")
_ANY_YEAR: Final = re.compile(r"(?<!\d)(?P<year>20\d{2})\s*年(?!\s*\d)")
_PLAIN_DATE: Final = r"(?P<y>20\d{2})\s*[-年./]\s*(?P<m>\d{1,2})\s*[-月./]\s*(?P<d>\d{1,2})(?:\s*日)?"
_PUBLISHED: Final = re.compile(
    r"(?:(?:发布|公开|生成|发稿|更新|录入)?时间|(?:发布|公开|发文|成文|生成)?日期|发布于)\s*[:：]\s*" + _PLAIN_DATE
)
_SIGNED: Final = re.compile(rf"^{_PLAIN_DATE}$")
_OLDEST, _NEWEST = 2008, 2100
_HEAD_DATES: Final = ("PubDate", "pubdate", "publishdate", "PublishDate", "article:published_time")
_OPENING_LINES: Final = 40


@dataclass(frozen=True, slots=True)
class Period:
    """The fiscal year, and the date of publication and of the signature."""

    fiscal_year: int | None
    published: date | None
    signed: date | None
    problems: tuple[Problem, ...] = ()


def find_period(document: Document, opening: Sequence[Paragraph], closing: Sequence[Paragraph]) -> Period:
    """Year and dates, each only where it is printed whole."""
    lines = [fold(line.text).strip() for line in opening]
    published = _published(document, lines)
    signed = _signed([fold(line.text).strip() for line in closing])
    year, problems = _fiscal_year(document, lines)
    return Period(year, published, signed, problems)


def _fiscal_year(document: Document, lines: Sequence[str]) -> tuple[int | None, tuple[Problem, ...]]:
    """The year of the title, the opening and the reporting period; where they differ, what most of them say."""
    stated = _stated(document, lines)
    if not stated:
        year = _mentioned(lines)
        return (year, ()) if year else (None, (Problem(code="year-not-found"),))
    ranked = Counter(stated).most_common()
    if len(ranked) == 1 or ranked[0][1] > ranked[1][1]:
        return ranked[0][0], ()
    candidates = "、".join(str(year) for year in sorted({year for year, _ in ranked}))
    return None, (Problem(code="year-ambiguous", values={"candidates": candidates}),)


def _stated(document: Document, lines: Sequence[str]) -> list[int]:
    """Each kind of statement counts once: the title of the page, the title and opening of the text, the period."""
    titles = [fold(document.head[key]) for key in ("ArticleTitle", "title") if key in document.head]
    head = [_year(match) for line in titles for match in _TITLE_YEAR.finditer(line)]
    text = [_year(match) for line in lines[:_OPENING_LINES] for match in _TITLE_YEAR.finditer(line)]
    period = [_year(match) for line in lines for match in _PERIOD.finditer(line) if _closes(match)]
    return [*head[:1], *text[:2], *period[:1]]


def _mentioned(lines: Sequence[str]) -> int | None:
    """The year with which the text opens (2021年，我局…), or the only one that it mentions."""
    opening = (_year(match) for line in lines for match in [_OPENING_YEAR.match(line)] if match)
    years = {_year(match) for line in lines for match in _ANY_YEAR.finditer(line)}
    return next(opening, years.pop() if len(years) == 1 else None)


def _closes(match: re.Match[str]) -> bool:
    """Whether a period ends in the year in which it begins."""
    return match["end"] in {None, match["year"]}


def _year(match: re.Match[str]) -> int:
    return int(match["year"])


def _published(document: Document, lines: Sequence[str]) -> date | None:
    for key in _HEAD_DATES:
        match = re.match(_PLAIN_DATE, document.head.get(key, "").strip())
        if match and (found := _date(match)):
            return found
    return next((found for line in lines for match in _PUBLISHED.finditer(line) if (found := _date(match))), None)


def _signed(lines: Sequence[str]) -> date | None:
    return next((found for line in reversed(lines) for found in _dates(line)), None)


def _dates(line: str) -> Iterator[date]:
    match = _SIGNED.match(line)
    found = _date(match) if match else None
    if found:
        yield found


def _date(match: re.Match[str]) -> date | None:
    """The date, or None where no calendar has it."""
    try:
        found = date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None
    return found if _OLDEST <= found.year <= _NEWEST else None
