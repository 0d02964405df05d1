"""Who reports: the organ's full name as printed, from the title, the opening, the head of the page or the signature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from parsing.divisions import by_name
from parsing.folding import fold
from parsing.identity.lines import Lines
from parsing.identity.titles import FORM_WORDS, ORGAN, ORGAN_END, SIGNATURE, YEAR, has_year, names_in_titles
from parsing.model import Agency

_ANNOUNCED: Final = re.compile(
    rf"(?:公布|公开|发布|编制了?|现将|为|是|《)\s*(?:{YEAR}\s*)?(?P<organ>{ORGAN})\s*(?:[(（][^)）]{{0,40}}[)）])?\s*(?:关于)?"
    rf"(?:{YEAR})?\s*(?:年度)?{FORM_WORDS}(?!有关|编制|格式|的通知)"
)
_COMPILED_BY: Final = re.compile(
    rf"由(?P<organ>{ORGAN})(?:[(（][^)）]{{0,40}}[)）])?(?:(?:根据|按照|依据|依照)[^。，,]{{1,40}})?(?:负责|组织)?(?:编制|编写)"
    rf"|^(?P<itself>(?![^，,]*由){ORGAN})(?:[(（][^)）]{{0,40}}[)）])?(?:根据|按照|依据|依照)[^。]{{1,60}}(?:编制|制作)"
    rf"|[,，](?P<announcing>{ORGAN})(?:现|特)(?:向社会)?(?:公布|公开|发布)"
    rf"|结合(?P<working>{ORGAN})(?:工作)?实际"
)
_CONTACT: Final = re.compile(rf"请[与向](?P<organ>{ORGAN})(?:[(（][^)）]{{0,40}}[)）])?(?:联系|咨询|反映)")
_SUBJECT: Final = re.compile(
    rf"^(?:{YEAR})[,，、]?(?:以来[,，])?\s*(?P<organ>{ORGAN})"
    r"(?=认真|深入|严格|积极|坚持|全面|高度|按照|在|以|始终|紧紧|切实|继续|围绕|贯彻|根据|政府信息公开工作)"
)
_SOURCE: Final = re.compile(
    r"(?:来源|信息来源|发布机构|发布单位|公开单位|单位名称|责任部门|作者|供稿|编制单位|填报单位)\s*[:：]\s*"
    r"(?P<organ>[\u4e00-\u9fff（）()]{3,40})"
)
_OWNER: Final = re.compile(r"(?:主办单位|版权所有)\s*[:：]\s*(?P<organ>[\u4e00-\u9fff（）()]{3,40})")
_GOVERNMENT: Final = re.compile(r"政府(?:办公室|办公厅)?$")  # its site carries the reports of all its organs
_DATE: Final = r"(?:20\d{2}|二[〇○零]).{0,14}日"
_DATE_LINE: Final = re.compile(rf"^{_DATE}$")
_SIGNED_IN_LINE: Final = re.compile(rf"^(?P<organ>{ORGAN})\s+{_DATE}$")
_NOISE: Final = re.compile(
    r"^(?:\s|标题[:：]|当前位置.*[>›»:：]|您.*?[>›»]|.*[>›»]|欢迎访问|关于|现将|本|我)+|(?:官网|门户网站|网站)[!！]?$"
)
_NOT_NAMES: Final = re.compile(
    r"(?:人民|县|市|区|本级|各级)?政府|[本我](?:局|机关|单位|区|县|市|乡|镇|街道)|原创|本站|互联网|其他|政务|信息公开"
)
_BRACKETS: Final = str.maketrans("()", "（）")  # of a Chinese name; folding made them narrow
_MOST_DIVISIONS: Final = 4  # before a name: province, city, county, township
_LONGEST_DIVISION: Final = max(len(name) for name in by_name())
# It compiles the report; who reports is the organ that it belongs to.
_OFFICE: Final = re.compile(
    r"(?<=[府处局委会])(?:党政|政府信息公开|政务公开|党政综合|综合)(?:办公室|办)$|(?<=局)办公室$"
)
_NAME: Final = re.compile(rf"[\u4e00-\u9fffA-Za-z\d·、（）]*(?:{ORGAN_END})）?")
_LONGEST_NAME: Final = 45


def find_agency(lines: Lines) -> Agency | None:
    """The reporting organ, by the strongest evidence there is; None where nothing names it."""
    for evidence, name in _candidates(lines):
        clean = clean_name(name)
        if clean:
            return Agency(name=_fullest(clean, lines), evidence=evidence)
    return None


def _fullest(name: str, lines: Lines) -> str:
    """The name with the divisions that the text prints before it: 洪泽区人民政府 → 淮安市洪泽区人民政府."""
    text = "\n".join("".join(line.split()) for line in lines.all)
    found = (_with_divisions_before(text, start, start + len(name)) for start in _starts(name, text))
    return max(found, key=len, default=name)


def _starts(name: str, text: str) -> Iterator[int]:
    """Where a name occurs in a text."""
    start = text.find(name)
    while start >= 0:
        yield start
        start = text.find(name, start + len(name))


def _with_divisions_before(text: str, start: int, end: int) -> str:
    """The stretch of text that begins with the names of divisions ending where the name begins."""
    for _ in range(_MOST_DIVISIONS):
        lengths = range(min(_LONGEST_DIVISION, start), 1, -1)
        start -= next((length for length in lengths if text[start - length : start] in by_name()), 0)
    return text[start:end]


def _candidates(lines: Lines) -> Iterator[tuple[str, str]]:
    opening = lines.opening
    yield from (("title", name) for name in names_in_titles(opening))
    yield from (("opening", match["organ"]) for line in opening for match in _ANNOUNCED.finditer(line))
    yield from (("title", name) for name in names_in_titles(tuple(filter(has_year, lines.titles))))
    yield from (("opening", match[match.lastgroup or 0]) for line in opening for match in _COMPILED_BY.finditer(line))
    yield from (("signature", name) for name in _signed(lines.closing))
    yield from (("opening", match["organ"]) for line in opening if (match := _SUBJECT.match(line)))
    yield from (("opening", match["organ"]) for line in opening for match in _CONTACT.finditer(line))
    yield from (("source", match["organ"]) for line in lines.all for match in _SOURCE.finditer(line))
    yield from (("head", lines.head[key]) for key in ("ContentSource", "Author") if key in lines.head)
    yield from (("source", owner) for owner in _owners(lines) if not _GOVERNMENT.search(owner))
    yield from (("title", name) for name in names_in_titles(lines.titles))


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


def clean_name(name: str) -> str:
    """The name without spacing, the year and the words of the form; empty where nothing is left."""
    text = re.sub(r"\s+", "", fold(name))
    text = _NOISE.sub("", text)
    text = re.sub(rf"^(?:{YEAR}|年度?)+|(?:{YEAR}|年度?|的|关于)+$", "", text)
    text = text.strip("《》“”\"'-—_|:：,，、·")
    text = _OFFICE.sub("", text).translate(_BRACKETS)
    if (
        _NOT_NAMES.fullmatch(text)
        or text.startswith("国务院")
        or not re.search(r"[\u4e00-\u9fff]{2}", text)
        or len(text) > _LONGEST_NAME
    ):
        return ""
    return text if _NAME.fullmatch(text) else ""
