"""Who reports: the organ's full name as printed, from the title, the opening, the head of the page or the signature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from parsing.divisions import by_name
from parsing.folding import fold
from parsing.identity.lines import Lines
from parsing.model import Agency

_YEAR: Final = r"[(（]?(?:20\d{2}|二[〇○零]\d?[一二三四五六七八九〇零○]{1,3})\s*年?(?:度)?[)）]?"
_FORM_WORDS: Final = r"(?:政府|政务)?信息(?:政务)?公开(?:工作)?(?:的)?(?:情况)?(?:年度)?(?:工作)?(?:总结)?(?:报告|年报)"
_TITLE: Final = re.compile(
    rf"^(?P<before>.*?)(?:关于)?(?P<year>{_YEAR})\s*(?P<after>.*?)(?:关于)?(?:年度)?(?:法治)?{_FORM_WORDS}"
)
_YEARLESS_TITLE: Final = re.compile(rf"^(?P<before>[^,，。:：]+?)(?:年度)?{_FORM_WORDS}$")
_ORGAN_END: Final = (
    "局|委|委员会|办公室|办公厅|办|厅|部|署|院|中心|政府|管委会|管理委员会|街道办事处|办事处|街道|镇|乡|苏木|区|县|市|省|旗|"
    "银行|税务局|海关|支队|大队|总队|公司|学校|医院|站|所|社|会|馆|处|队|园区|新区|开发区|团|场"
)
_ORGAN: Final = rf"[\u4e00-\u9fff·、（）()]{{1,38}}?(?:{_ORGAN_END})"
_ANNOUNCED: Final = re.compile(
    rf"(?:公布|公开|发布|编制了?|现将|为|是|《)\s*(?:{_YEAR}\s*)?(?P<organ>{_ORGAN})\s*(?:[(（][^)）]{{0,40}}[)）])?\s*(?:关于)?"
    rf"(?:{_YEAR})?\s*(?:年度)?{_FORM_WORDS}(?!有关|编制|格式|的通知)"
)
_COMPILED_BY: Final = re.compile(rf"由(?P<organ>{_ORGAN})(?:[(（][^)）]{{0,40}}[)）])?(?:负责)?(?:编制|编写)")
_SUBJECT: Final = re.compile(
    rf"^(?:{_YEAR})[,，、]?(?:以来[,，])?\s*(?P<organ>{_ORGAN})"
    r"(?=认真|深入|严格|积极|坚持|全面|高度|按照|在|以|始终|紧紧|切实|继续|围绕|贯彻|根据|政府信息公开工作)"
)
_SOURCE: Final = re.compile(
    r"(?:来源|信息来源|发布机构|发布单位|公开单位|单位名称|主办单位|版权所有|责任部门)\s*[:：]\s*"
    r"(?P<organ>[\u4e00-\u9fff（）()]{3,40})"
)
_SENTENCE_END: Final = re.compile(r"[。;；!！?？]")
_SIGNATURE: Final = re.compile(rf"^(?P<organ>{_ORGAN})$")
_DATE_LINE: Final = re.compile(r"^(?:20\d{2}|二[〇○零]).{0,14}日$")
_NOISE: Final = re.compile(
    r"^(?:\s|标题[:：]|当前位置.*[>›»:：]|您.*?[>›»]|.*[>›»]|欢迎访问|关于|现将|本|我)+|(?:官网|门户网站|网站)[!！]?$"
)
_NOT_NAMES: Final = re.compile(
    r"(?:人民|县|市|区|本级|各级)?政府|[本我](?:局|机关|单位|区|县|市|乡|镇|街道)|原创|本站|互联网|其他|政务|信息公开"
)
_LONGEST_DIVISION: Final = max(len(name) for name in by_name())
_OFFICE: Final = re.compile(
    r"(?<=[府处局委会])(?:党政|政务公开|党政综合|综合)(?:办公室|办)$"
)  # compiles it, does not report
_LONGEST_TITLE: Final = 80
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
    text = re.sub(r"\s+", "", "".join(lines.all))
    found = (_with_divisions_before(text, match.start(), match.end()) for match in re.finditer(re.escape(name), text))
    return max(found, key=len, default=name)


def _with_divisions_before(text: str, start: int, end: int) -> str:
    """The stretch of text that begins with the names of divisions ending where the name begins."""
    for length in range(_LONGEST_DIVISION, 1, -1):
        if start >= length and text[start - length : start] in by_name():
            return _with_divisions_before(text, start - length, end)
    return text[start:end]


def _candidates(lines: Lines) -> Iterator[tuple[str, str]]:
    opening = lines.opening
    yield from (("title", name) for name in _from_titles(opening))
    yield from (("opening", match["organ"]) for line in opening for match in _ANNOUNCED.finditer(line))
    yield from (("title", name) for name in _from_titles(lines.titles))
    yield from (("opening", match["organ"]) for line in opening for match in _COMPILED_BY.finditer(line))
    yield from (("signature", name) for name in _signed(lines.closing))
    yield from (("opening", match["organ"]) for line in opening if (match := _SUBJECT.match(line)))
    yield from (("source", match["organ"]) for line in lines.all for match in _SOURCE.finditer(line))
    yield from (("head", lines.head[key]) for key in ("ContentSource", "Author", "SiteName") if key in lines.head)


def _from_titles(lines: Sequence[str]) -> Iterator[str]:
    """Names in titles, the name before or behind the year: 甲局2020年度…报告, 2022年度乙镇…报告.

    ``lines`` come nearest to the body first, so the line above a title follows it.
    """
    for index, line in enumerate(lines):
        text = _NOISE.sub("", line)
        if len(text) > _LONGEST_TITLE or _SENTENCE_END.search(text):
            continue
        match = _TITLE.match(text)
        if match:
            yield match["before"] or match["after"] or _line_above(lines, index)
            continue
        yearless = _YEARLESS_TITLE.match(text)
        if yearless:
            yield yearless["before"]


def _line_above(lines: Sequence[str], index: int) -> str:
    """A title may be set in two lines, the organ on the first."""
    above = lines[index + 1] if index + 1 < len(lines) else ""
    return above if _SIGNATURE.match(above) else ""


def _signed(lines: Sequence[str]) -> Iterator[str]:
    """The organ in the line above the date at the end."""
    for above, line in pairwise(line.replace(" ", "") for line in lines):
        if _DATE_LINE.match(line) and _SIGNATURE.match(above):
            yield above


def clean_name(name: str) -> str:
    """The name without spacing, the year and the words of the form; empty where nothing is left."""
    text = re.sub(r"\s+", "", fold(name))
    text = _NOISE.sub("", text)
    text = re.sub(rf"^(?:{_YEAR}|年度?)+|(?:{_YEAR}|年度?|的|关于)+$", "", text)
    text = text.strip("《》“”\"'-—_|:：,，、·")
    text = _OFFICE.sub("", text)
    if (
        _NOT_NAMES.fullmatch(text)
        or text.startswith("国务院")
        or not re.search(r"[\u4e00-\u9fff]{2}", text)
        or len(text) > _LONGEST_NAME
    ):
        return ""
    return text if re.search(rf"(?:{_ORGAN_END})(?:[)）])?$", text) else ""
