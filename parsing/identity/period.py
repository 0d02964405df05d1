"""Which year a report is for, and when it was published. A damaged date makes no year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
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


@dataclass(frozen=True, slots=True)
class Period:
    """The fiscal year and the date of publication."""

    fiscal_year: int | None
    published: date | None
    problems: tuple[Problem, ...] = ()


def find_period(lines: Lines) -> Period:
    """Year and date, each only where it is printed whole."""
    year, problems = _fiscal_year(lines)
    return Period(year, find_publication(lines), problems)


def _fiscal_year(lines: Lines) -> tuple[int | None, tuple[Problem, ...]]:
    """What the titles, the opening and the reporting period say; where they differ, what weighs most."""
    votes = _stated(lines)
    if not votes:
        year = _mentioned(lines)
        return (year, ()) if year else (None, (Problem(code="year-not-found"),))
    ranked = votes.most_common()
    if len(ranked) == 1 or ranked[0][1] > ranked[1][1]:
        return ranked[0][0], ()
    candidates = "、".join(str(year) for year in sorted(votes))
    return None, (Problem(code="year-ambiguous", values={"candidates": candidates}),)


def _stated(lines: Lines) -> Counter[int]:
    """The reporting period and the titles nearest to the body count twice, what stands farther off once."""
    votes: Counter[int] = Counter()
    dated = [line for line in lines.all if "20" in line]
    periods = (match for line in dated for pattern in _PERIODS for match in pattern.finditer(line))
    period = (match for match in periods if match["end"] in {None, match["year"]})
    until = (match for line in dated for match in _UNTIL.finditer(line))
    near = list(islice(_titles(lines.opening), 2))
    for weight, found in ((2, period), (2, until), (2, near[:1]), (1, near[1:]), (1, _titles(lines.titles))):
        votes.update({_year(match): weight for match in islice(found, 1)})
    return votes


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
