"""Where a report says who reports, the strongest evidence first: titles, opening, signature, contact, page, text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from parsing.identity.lines import Lines
from parsing.identity.titles import (
    DISCLOSURE,
    FORM_WORDS,
    GOVERNMENT,
    ORGAN,
    SIGNATURE,
    YEAR,
    has_year,
    names_in_titles,
    with_dashes_as_brackets,
)

_BRACKET: Final = r"(?:\s*[(（][^)）]{0,40}[)）])?"
_ANNOUNCED: Final = re.compile(
    rf"(?:公布|公开|发布|编制了?|制定了?|制作了?|现将|为|是|《)\s*(?:{YEAR}\s*)?(?P<organ>{ORGAN}){_BRACKET}\s*(?:关于)?"
    rf"(?:{YEAR})?\s*(?:年度)?{FORM_WORDS}(?!有关|编制|格式|的通知|制度|办法|规定)"
)
_COMPILED_BY: Final = re.compile(
    rf"由(?P<organ>{ORGAN}){_BRACKET}(?:(?:根据|按照|依据|依照)[^。，,]{{1,40}})?(?:负责|组织)?(?:编制|编写)"
    rf"|报告由(?P<compiling>{ORGAN}){_BRACKET}(?:根据|按照|依据|依照)"
    rf"|^(?P<itself>(?![^，,]*由){ORGAN}){_BRACKET}(?:根据|按照|依据|依照)[^。]{{1,60}}(?:编制|制作)"
    rf"|[,，](?P<announcing>{ORGAN})(?:现|特)(?:向社会)?(?:公布|公开|发布)"
    rf"|[,，](?P<making>{ORGAN})特?(?:组织)?编制了?(?:本|{YEAR}|{ORGAN}{YEAR})"
    rf"|结合(?P<working>{ORGAN})(?:工作)?实际"
    rf"|全文包括(?P<whole>{ORGAN}){DISCLOSURE}(?:的)?总体情况"
)
_TITLE_OPENS: Final = re.compile(
    rf"^(?P<organ>{ORGAN})\s*(?:{YEAR})\s*{FORM_WORDS}{_BRACKET}(?:\s+(?=[\u4e00-\u9fff\d])|本(?:年度)?报告|根据|按照|依据|依照|由|是)"
)
_GATHERED_BY: Final = re.compile(rf"由(?P<organ>{ORGAN}){_BRACKET}(?:综合|汇总)")
_SECTION_OFFICE: Final = r"(?:(?!办公)[\u4e00-\u9fff]{2,5}(?:[科股处]|信息室))?"
_CONTACT: Final = re.compile(
    rf"(?:请|直接)(?:[与向]|联系\s*[:：]?\s*)(?P<organ>{ORGAN}){_BRACKET}{_SECTION_OFFICE}(?=联系|咨询|反映|[,，。(（])"
)
_SUBJECT: Final = re.compile(
    rf"^(?:{YEAR}|今年|本年度?|一年)[,，、]?(?:以?来[,，])?\s*(?:在[^。，,]{{2,40}}下[,，]\s*){{0,3}}(?P<organ>{ORGAN})"
    r"(?=认真|深入|严格|积极|坚持|全面|高度|按照|在|以|始终|紧紧|切实|继续|围绕|贯彻|根据|政府信息公开工作)"
)
_ACTING: Final = re.compile(
    rf"(?:^|[。;；,，)）]\s*)(?:截[至止])?(?:{YEAR}|{YEAR}\s*\d+\s*月(?:\s*\d+\s*日)?)?(?:全年|以来|底)?[,，]?\s*(?P<organ>{ORGAN})"
    r"(?=高度重视|(?:未|没有|共|累计|全年)?(?:收到|接到|受理|主动公开|发生)|对政府信息|全年|累计|通过)"
)
_SOURCE: Final = re.compile(
    r"(?:来源|信息来源|发布机构|发文机[构关]|发布单位|公开单位|单位名称|责任部门|作者|供稿|编制单位|填报单位)\s*[:：]\s*"
    r"(?P<organ>[\u4e00-\u9fff（）()]{3,40})"
)
_SOURCE_ABOVE: Final = re.compile(r"^(?:发布机构|发文机[构关]|发布单位|公开单位|单位名称|编制单位)$")
_OWNER: Final = re.compile(r"(?:主办单位|版权所有)\s*[:：]\s*(?P<organ>[\u4e00-\u9fff（）()]{3,40})")
_FIRST_LINES: Final = 3  # of the body, its heading among them
_DATE: Final = r"(?:20\d{2}|二[〇○零]).{0,14}日"
_DATE_LINE: Final = re.compile(rf"^{_DATE}$")
_SIGNED_IN_LINE: Final = re.compile(rf"^(?P<organ>{ORGAN})\s+{_DATE}$")


def mentions(lines: Lines) -> Iterator[tuple[str, str]]:
    """What the organ is taken from, and the name as it stands there."""
    opening = lines.opening
    yield from (("title", name) for name in names_in_titles(tuple(map(with_dashes_as_brackets, opening))))
    sentences = lines.sentences
    yield from (("opening", name) for name in _found(_TITLE_OPENS, sentences))
    yield from (("opening", name) for name in _found(_ANNOUNCED, sentences))
    yield from (("title", name) for name in names_in_titles(tuple(filter(has_year, lines.titles))))
    yield from (("opening", name) for name in _contacts_that_act(lines))
    yield from (("opening", name) for name in _found(_COMPILED_BY, sentences))
    yield from (("signature", name) for name in _signed(lines.closing))
    yield from (("opening", match["organ"]) for line in opening if (match := _SUBJECT.match(line)))
    yield from (("opening", name) for name in _found(_GATHERED_BY, sentences))
    yield from (("opening", name) for name in _found(_CONTACT, sentences))
    yield from (("source", name) for name in _sources(lines.all))
    yield from (("head", lines.head[key]) for key in ("ContentSource", "Author") if key in lines.head)
    # The site of a government carries the reports of all its organs.
    yield from (("source", owner) for owner in _owners(lines) if not GOVERNMENT.search(owner))
    yield from (("title", name) for name in names_in_titles(lines.titles))


def _contacts_that_act(lines: Lines) -> Iterator[str]:
    """Who is to be asked and is told of first: a template's words may leave another as the one that compiled it."""
    body = lines.all[lines.body : lines.body + _FIRST_LINES]
    first = next((match["organ"] for line in body if (match := _SUBJECT.match(line))), None)
    return (name for name in _found(_CONTACT, lines.sentences) if first and name.endswith(first))


def acting(lines: Lines) -> Iterator[str]:
    """Who does what the text tells: 青禾镇人民政府未收到申请."""
    return _found(_ACTING, lines.all)


def _found(pattern: re.Pattern[str], texts: Sequence[str]) -> Iterator[str]:
    return (match[match.lastgroup or 0] for text in texts for match in pattern.finditer(text))


def _sources(lines: Sequence[str]) -> Iterator[str]:
    """What the head of the page gives as its source, beside the word or in the line below."""
    yield from _found(_SOURCE, lines)
    yield from (below for above, below in pairwise(lines) if _SOURCE_ABOVE.match(above))


def _owners(lines: Lines) -> Iterator[str]:
    """Whose site it is."""
    yield lines.head.get("SiteName", "")
    yield from (match["organ"] for line in lines.all for match in _OWNER.finditer(line))


def _signed(lines: Sequence[str]) -> Iterator[str]:
    """The organ in the line above the date at the end, or before the date in one line."""
    yield from (match["organ"] for line in lines if (match := _SIGNED_IN_LINE.match(line)))
    for above, line in pairwise(line.replace(" ", "") for line in lines):
        if _DATE_LINE.match(line) and SIGNATURE.match(above):
            yield above
