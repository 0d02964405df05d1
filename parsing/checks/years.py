"""Years in the title, the reporting period and the plans that are not those of the report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from parsing.catalogue.reasons import Reason
from parsing.checks.evidence import Evidence
from parsing.checks.verdicts import Rule, Verdict
from parsing.model import Finding
from parsing.narrative.passages import Passage

_YEAR: Final = r"(?<![\d〔\[])(?P<year>20\d\d)年"
_PERIOD: Final = re.compile(
    r"(?:统计|期限|时限|数据|时间段|周期)[^。]{0,16}?"
    + _YEAR
    + r"0?1月0?1日起?(?:至|到|—|-|–|~)(?:(?P<end>20\d\d)年)?12月31日"
)
_ANNOUNCED: Final = re.compile(
    r"(?P<verb>现将|(?:[现特](?:向社会)?)?(?:公布|公开|发布|编制)(?!了))[^。,《]{0,30}?"
    + _YEAR
    + r"度?(?:的)?(?:政府|政务)信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报|情况)"
)
_OPENING: Final = re.compile(rf"^{_YEAR}度?,")
_FUTURE: Final = re.compile(
    rf"{_YEAR}度?(?:,|、)?[^,。;:]{{0,14}}?(?:将|拟|计划|打算|准备)(?P<next>继续|进一步|着力|重点|从|采取|不断|切实|严格|加强|加大|认真|坚持|按照|紧紧|围绕"
    r"|持续|全面|深入|积极|充分|做好|推进|完善|健全|提高|提升|强化)?"
)
_MEASURES: Final = re.compile(r"^[(]?[一二三四五1-5]?[)、.]?(?:下一步|整改|改进)(?:工作)?(?:措施|打算|计划|方向|情况)")
_MEASURE_YEAR: Final = re.compile(
    rf"{_YEAR}(?:,)?(?:我|本)[^,。;了过]{{1,6}}?(?:加大|加强|进一步|继续|着力|不断)[^,。;了过]*(?=[,。;])"
)
_FOUNDING: Final = 2008


def _judge(evidence: Evidence) -> Verdict:
    """Every year that stands where only this report's year, or the next, can stand."""
    year = evidence.report.fiscal_year
    if year is None:
        return Verdict(reason=Reason.YEAR_UNKNOWN)
    if not evidence.prose:
        return Verdict(reason=Reason.NO_TEXT)
    stale = [finding for passage in evidence.prose for finding in _stale(passage, year)]
    overview = next((passage for passage in evidence.prose if passage.section == "overview"), None)
    return Verdict((*stale, *(_opening(overview, year) if overview else ())))


def _stale(passage: Passage, year: int) -> Iterator[Finding]:
    if passage.section in {"lead", "overview"}:
        yield from _other_than(_PERIOD, passage, year, "period")
        yield from _other_than(_ANNOUNCED, passage, year, "title")
    if passage.section == "problems":
        yield from _old_plans(passage, year)


def _other_than(pattern: re.Pattern[str], passage: Passage, year: int, where: str) -> Iterator[Finding]:
    """Years other than the report's. What was published in the year is the report for the one before."""
    for match in pattern.finditer(passage.text):
        if passage.section == "overview" and where == "title" and match["verb"][0] not in "现特":
            continue
        ends = match.groupdict().get("end") or match["year"]
        if ends == match["year"] and int(match["year"]) != year:
            yield _finding(passage, match, where, year)


def _opening(overview: Passage, year: int) -> Iterator[Finding]:
    """Section one tells of the year; a sentence that opens it with an earlier one was left over."""
    match = _OPENING.match(overview.text)
    if match and _FOUNDING <= int(match["year"]) < year and f"{year}年" not in overview.text:
        yield _finding(overview, match, "text", year)


def _old_plans(passage: Passage, year: int) -> Iterator[Finding]:
    """Plans for a year that was over when they were written."""
    for match in _FUTURE.finditer(passage.text):
        named = int(match["year"])
        if named < year or (named == year and match["next"]):
            yield _finding(passage, match, "plan", year)
    if _MEASURES.match(passage.text) or _MEASURES.match(passage.heading):
        for match in _MEASURE_YEAR.finditer(passage.text):
            if int(match["year"]) <= year:
                yield _finding(passage, match, "plan", year)


def _finding(passage: Passage, match: re.Match[str], where: str, year: int) -> Finding:
    return Finding(
        code="year-stale",
        place=passage.place(match.start()),
        excerpt=passage.quote(*match.span()),
        values={"where": where, "stale": int(match["year"]), "year": year, "quoted": passage.quote(*match.span())},
    )


RULES: Final = (Rule("year-stale", _judge),)
