"""Which year a report is for, and when it was published. A damaged date makes no year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Final

from parsing.identity.lines import Lines
from parsing.identity.publication import find_publication
from parsing.identity.titles import DISCLOSURE, FORM_WORDS, ORGAN
from parsing.model import Problem

_TITLE_YEAR: Final = re.compile(
    # a year that an organ has in its own name is no year of its report: the last one before the form's words counts
    rf"(?<!\d)(?P<year>20\d{{2}})\s*(?:年度?|度)(?:(?!20\d\d\s*年)[^。;；]){{0,40}}?{DISCLOSURE}[^。]{{0,8}}?(?:报告|年报|总结)"
)
_YEAR_FIRST: Final = re.compile(rf"^(?P<year>20\d{{2}})(?={ORGAN}{FORM_WORDS})")  # 2023甲局…报告
_YEAR_LAST: Final = re.compile(rf"{DISCLOSURE}(?:工作)?(?:年度)?(?:报告|年报)\s*[(（](?P<year>20\d{{2}})\s*年?度?[)）]")
_PERIOD: Final = re.compile(
    r"(?<!\d)(?P<year>20\d{2})\s*年\s*0?1\s*月\s*0?1\s*日?\s*(?:起)?\s*(?:至|到|—|-|–|~)\s*"
    r"(?:(?P<end>20\d{2})\s*年)?\s*12\s*月\s*3[01]\s*日"
)
_PERIOD_IN_DIGITS: Final = re.compile(
    r"(?<!\d)(?P<year>20\d{2})(?P<dot>[-./])0?1(?P=dot)0?1\s*(?:至|到|—|-|–|~)\s*(?:(?P<end>20\d{2})(?P=dot))?12(?P=dot)31(?!\d)"
)
_UNTIL: Final = re.compile(
    r"(?:统计|数据|截[至止])[^。]{0,12}?(?:至|到|止)?\s*(?P<year>20\d{2})\s*年(?:底|12\s*月\s*31\s*日)"
)
# A year that opens a sentence about what was done, not about what is planned.
_OPENING: Final = re.compile(r"^(?P<year>20\d{2})\s*年(?:度|来|以来)?\s*[,，、]?(?!\s*\d)(?!.{0,14}(?:将|拟|计划|要))")
_ANY_YEAR: Final = re.compile(r"(?<!\d)(?P<year>20\d{2})\s*年(?!\s*\d)(?!.{0,14}(?:将|拟|计划))")
_PERIODS: Final = (_PERIOD, _PERIOD_IN_DIGITS)
_SAID: Final = re.compile("[。;,]|现将|公布|发布|编制")  # before a title that a sentence names
_WEIGHT: Final = 2  # of all titles together, and of all sentences together: a title printed thrice is one title
_MONTHS_OF_REPORTS: Final = range(1, 7)  # in which the year before is reported; later, a page may have been moved


@dataclass(frozen=True, slots=True)
class Period:
    """The fiscal year and the date of publication."""

    fiscal_year: int | None
    published: date | None
    problems: tuple[Problem, ...] = ()


def find_period(lines: Lines) -> Period:
    """Year and date, each only where it is printed whole."""
    published = find_publication(lines)
    year, problems = _fiscal_year(lines, published)
    return Period(year, published, problems)


def _fiscal_year(lines: Lines, published: date | None) -> tuple[int | None, tuple[Problem, ...]]:
    """What the titles say and what the sentences say; where they differ, what the date of publication bears out."""
    titles = tuple(_titles(lines.opening))
    told = _told(lines, titles)
    votes = _titled(lines, titles) + told
    if not votes:
        year = _mentioned(lines)
        return (year, ()) if year else (None, (Problem(code="year-not-found"),))
    year = _sure(votes) if told else _most(votes)
    reported = _reported_on(published)
    if year is None and told and reported is not None and votes[reported] == max(votes.values()):
        year = reported
    if year is not None:
        return year, ()
    candidates = "、".join(str(year) for year in sorted(votes))
    return None, (Problem(code="year-ambiguous", values={"candidates": candidates}),)


def _most(votes: Counter[int]) -> int | None:
    """The year with the most votes, if it is one."""
    (year, most), *others = votes.most_common()
    return None if others and others[0][1] == most else year


def _sure(votes: Counter[int]) -> int | None:
    """The year beyond doubt: no other has the full weight of titles or of sentences, or this one has that of both."""
    (year, most), *others = votes.most_common()
    rival = others[0][1] if others else 0
    return year if most > rival and (rival < _WEIGHT or most - rival >= _WEIGHT) else None


def _titled(lines: Lines, titles: Iterable[re.Match[str]]) -> Counter[int]:
    """What the title nearest to the body says; the next one and the head of the page weigh less."""
    near = [match for match in titles if not _is_said(match)]
    return _votes((2, near[:1]), (1, near[1:2]), (1, _titles(lines.titles)))


def _told(lines: Lines, titles: Sequence[re.Match[str]]) -> Counter[int]:
    """What the sentences say: the reporting period, however many wordings know it, and the title that they announce."""
    dated = [line for line in lines.all if "20" in line]
    periods = (match for line in dated for pattern in _PERIODS for match in pattern.finditer(line))
    period = (match for match in periods if match["end"] in {None, match["year"]})
    until = (match for line in dated for match in _UNTIL.finditer(line))
    announced = [match for match in titles if _is_said(match)]
    return _votes((2, period), (2, until), (2 if len(announced) == len(titles) else 1, announced))


def _votes(*found: tuple[int, Iterable[re.Match[str]]]) -> Counter[int]:
    """The year of the first of each, with its weight; together no year has more than one kind of evidence can weigh."""
    votes: Counter[int] = Counter()
    for weight, matches in found:
        votes.update({_year(match): weight for match in islice(matches, 1)})
    return Counter({year: min(count, _WEIGHT) for year, count in votes.items()})


def _is_said(title: re.Match[str]) -> bool:
    """Whether a title is named in a sentence rather than printed as one."""
    return _SAID.search(title.string, 0, title.start()) is not None


def _reported_on(published: date | None) -> int | None:
    """The year that is reported when a report is published: the one before."""
    return published.year - 1 if published and published.month in _MONTHS_OF_REPORTS else None


def _titles(lines: Iterable[str]) -> Iterator[re.Match[str]]:
    patterns = (_TITLE_YEAR, _YEAR_FIRST, _YEAR_LAST)
    return (match for line in lines for pattern in patterns for match in pattern.finditer(line))


def _mentioned(lines: Lines) -> int | None:
    """The year with which the text opens (2021年，我局…), or the only one that it mentions."""
    opening = Counter(_year(match) for line in lines.all if (match := _OPENING.match(line)))
    if len(opening) == 1 or (len(opening) > 1 and len({count for _, count in opening.most_common(2)}) > 1):
        return opening.most_common(1)[0][0]
    years = {_year(match) for line in lines.all for match in _ANY_YEAR.finditer(line)}
    return years.pop() if len(years) == 1 else None


def _year(match: re.Match[str]) -> int:
    return int(match["year"])
