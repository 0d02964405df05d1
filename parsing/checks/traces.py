"""Traces of carelessness in the words: broken titles, hints of the template, lost numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from parsing.catalogue.reasons import Reason
from parsing.checks.evidence import Evidence
from parsing.checks.verdicts import Rule, Verdict
from parsing.folding import fold
from parsing.model import Finding, Paragraph
from parsing.narrative.numerals import chinese_number
from parsing.narrative.passages import Passage

_BROKEN_TITLE: Final = re.compile(
    r"(?<!\d)20\d\d(?:年)?(?:度)?(?:府信息|政信息|政府信公|政府息公|政府信息公(?!开)|政府信息开)|20\d\d年年度?(?:政府|政务)信息"
    r"|(?<!\d)20\d\d(?:府信息|政府信息公开年?度?报)|^.{0,20}(?<!政)(?<!首)府信息公开工作(?:年度)?报告$"
)
_LONGEST_TITLE: Final = 60
_TITLES_WITHIN: Final = 40  # paragraphs from the top
_FILL_IN: Final = "处(?:请)?(?:填写|插入|说明|描述|简述)"
_ADAPT: Final = "(?:在此|根据实际情况|自行|据实)(?:填写|修改|补充|删减)"
_RESIDUE: Final = re.compile(
    r"(?:(?<![X×╳x])[X×╳x]{2,}|(?<![○〇])[○〇]{2,}|(?<!\*)\*{2,})(?:省|市|县|区|局|委|办|厅|镇|乡|街道|单位|部门|机关|年|月|日|件|条|次)|20[X×x]{2}年"
    r"|\([^()]{0,12}(?:宋体|黑体|仿宋|楷体|小标宋|号字|加粗|行距)[^()]{0,20}\)"
    rf"|此{_FILL_IN}|请{_ADAPT}|填写说明"
    r"|\([^()]{0,24}(?:不超过|控制在|字数)[^()]{0,6}\d+字[^()]{0,6}\)|该部分以表格形式报告|不同渠道和方式公开相同信息计"
)
_PROVINCIAL: Final = re.compile("组织推动全省")
_ITEM: Final = re.compile(r"(?:^|(?<=[。;:,!)”]))(?P<number>[一二三四五六七八九十])是(?!否)")
# In a line of its own, where a page also has words for choosing a font. Begins with a set of characters, as
# numerals.py has it.
_HINT: Final = re.compile(
    rf"[此请(](?:(?<=此){_FILL_IN}|(?<=请){_ADAPT}"
    r"|(?<=[(])[^()]{0,12}(?:宋体|仿宋|楷体|黑体)[^()]{0,8}(?:字|号|加粗|行距)[^()]{0,12}[)])"
)
_NUMERALS: Final = "一二三四五六七八九十"
_COUNTER: Final = re.compile(
    r"(?:(?:政府|政务)?信息|许可|处罚|诉讼|复议|提案)(?:共|共计|累计|约|总计|达)?(?:条|份|起|宗)(?=[,。;、)])"
    r"|(?<!未)(?<!没有)(?:收到|受理|新收|办结|接到)[^,。;:\d一二三四五六七八九十两零]{0,20}申请件(?=[,。;])"
    r"|(?:累计|共计|全年|发布|更新|推送|上网|上传|公开|制发|印发)了?(?:条|篇|件)(?:各类|政务|政府)?信息"
    r"|(?:制发|废止)的?(?:行政)?规范性文件件(?=[,。;、)])"
    r"|(?:(?<=[,。;])|(?:现|共)有)现行有效的(?:行政)?规范性文件(?:件)?(?=[。;]|$)"
)
_LOST_COUNTER: Final = re.compile(r"(?<!\d)\d+余(?=[,。;、]|$)")


def _judge_titles(evidence: Evidence) -> Verdict:
    lines = evidence.report.narrative[:_TITLES_WITHIN]
    if not lines:
        return Verdict(reason=Reason.NO_TEXT)
    return Verdict(tuple(_broken_titles(lines))[:1])


def _broken_titles(lines: tuple[Paragraph, ...]) -> Iterator[Finding]:
    for line in lines:
        text = "".join(fold(line.text).split())
        match = _BROKEN_TITLE.search(text) if len(text) <= _LONGEST_TITLE else None
        if match:
            yield Finding(
                code="title-broken", place=line.place, excerpt=line.text.strip(), values={"quoted": line.text.strip()}
            )


def _judge_residue(evidence: Evidence) -> Verdict:
    if not evidence.prose:
        return Verdict(reason=Reason.NO_TEXT)
    agency = evidence.report.agency
    patterns = [_RESIDUE] if agency is None or agency.level in {"province", None} else [_RESIDUE, _PROVINCIAL]
    found = tuple(_matches("template-residue", evidence.prose, *patterns))
    return Verdict(found or tuple(_hints(evidence.report.narrative)))


def _hints(lines: Sequence[Paragraph]) -> Iterator[Finding]:
    """Hints of the template that stand in lines of their own."""
    for line in lines:
        match = None if line.text.isdecimal() else _HINT.search(fold(line.text))
        if match:
            quoted = line.text.strip()[:_LONGEST_TITLE]
            yield Finding(code="template-residue", place=line.place, excerpt=quoted, values={"quoted": quoted})


def _judge_counters(evidence: Evidence) -> Verdict:
    if not evidence.prose:
        return Verdict(reason=Reason.NO_TEXT)
    return Verdict(tuple(_matches("counter-without-number", evidence.prose, _COUNTER, _LOST_COUNTER)))


def _matches(code: str, prose: tuple[Passage, ...], *patterns: re.Pattern[str]) -> Iterator[Finding]:
    for passage in prose:
        for match in (match for pattern in patterns for match in pattern.finditer(passage.text)):
            start, end = _clause_around(passage.text, *match.span())
            yield Finding(
                code=code,
                place=passage.place(match.start()),
                excerpt=passage.quote(start, end),
                values={"quoted": passage.quote(*match.span())},
            )


def _clause_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause in which a match stands."""
    before = max(text.rfind(mark, 0, start) for mark in "。;,")
    after = [at for mark in "。;," if (at := text.find(mark, end)) >= 0]
    return before + 1, min(after, default=len(text))


def _judge_numbering(evidence: Evidence) -> Verdict:
    """一是 … 二是 … in each section: every number follows the one before, or begins anew with 一是."""
    marks = [
        (passage, match, chinese_number(match["number"]))
        for passage in evidence.prose
        for match in _ITEM.finditer(passage.text)
    ]
    if not marks:
        return Verdict(reason=Reason.NO_NUMBERING)
    findings = []
    for (above, mark, earlier), (passage, match, number) in pairwise(marks):
        if above.section != passage.section or above.heading != passage.heading or number in {1, earlier + 1}:
            continue
        if number >= earlier and f"{_NUMERALS[number - 2]}是" not in _between(above, mark, passage, match):
            findings.append(
                Finding(
                    code="numbering-skipped",
                    place=passage.place(match.start()),
                    excerpt=passage.quote(match.start(), _clause_around(passage.text, *match.span())[1]),
                    values={"earlier": earlier, "number": number},
                )
            )
    return Verdict(tuple(findings))


def _between(above: Passage, mark: re.Match[str], passage: Passage, match: re.Match[str]) -> str:
    """The text from one mark to the next: the number that seems skipped may stand there without a comma before it."""
    if above is passage:
        return passage.text[mark.end() : match.start()]
    return above.text[mark.end() :] + passage.text[: match.start()]


RULES: Final = (
    Rule("title-broken", _judge_titles),
    Rule("template-residue", _judge_residue),
    Rule("numbering-skipped", _judge_numbering),
    Rule("counter-without-number", _judge_counters),
)
