"""Titles of annual reports: the organ that they name, however they are worded, quoted or broken over lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

YEAR: Final = r"[(（]?(?:20\d{2}|二[〇○零]\d?[一二三四五六七八九〇零○]{1,3})\s*年?(?:度)?[)）]?"
DISCLOSURE: Final = r"(?:(?:政府|政务)?信息(?:[与和]?政务)?|政务)公开(?:工作)?"
FORM_WORDS: Final = (
    rf"{DISCLOSURE}(?:的)?(?:情况)?(?:的)?(?:{YEAR})?(?:年度)?(?:工作)?(?:情况)?(?:总结)?(?:的)?(?:报告|年报|总结)"
)
ORGAN_END: Final = (
    "局|委|委员会|办公室|办公厅|办|厅|部|署|院|中心|政府|管委会|管理委员会|街道办事处|办事处|街道|镇|乡|苏木|区|县|市|省|旗|"
    "银行|税务局|海关|支队|大队|总队|公司|集团|学校|小学|中学|大学|幼儿园|医院|站|所|社|会|馆|处|队|园区|新区|开发区|团|场|"
    "盟|自治州|州|师|台|指挥部|领导小组|研究室"
)
TOWNSHIP: Final = re.compile(r"(?P<kind>[乡镇]|苏木|街道?)(?:人民政府|政府|(?<=街道)办(?:事处)?)?$")
GOVERNMENT: Final = re.compile(r"政府(?:办公[室厅])?$")
ORGAN: Final = rf"(?![年度])[\u4e00-\u9fff·、（）()]{{1,38}}?(?:{ORGAN_END})"
SIGNATURE: Final = re.compile(rf"^(?P<organ>{ORGAN})$")

_HAS_YEAR: Final = re.compile(YEAR)
_NO_YEAR: Final = rf"(?:(?!{YEAR}).)*?"
_TITLE: Final = re.compile(
    rf"^(?P<before>.*?)(?:关于)?(?P<year>{YEAR})\s*(?P<after>{_NO_YEAR})(?:关于)?(?:年度)?(?:法治)?{FORM_WORDS}"
)
_YEARLESS: Final = re.compile(
    rf"^(?!{FORM_WORDS})(?P<before>[^,，。:：]+?)(?:年度)?{FORM_WORDS}(?:\s*[(（\[【][^()（）\[\]【】]{{0,12}}[)）\]】])*$"
)
# What stands before the name in a line: a path through the site, the site's name, the number of an entry in a list.
_BEFORE_NAME: Final = re.compile(
    r".*(?:[>›»】\]]|信息公开(?:年度)?(?:年报|报告|专栏)?\s|(?:网站|官网)\s|年报\s|当前位置\S*\s)|"
    r"^(?:[#*\s]+|(?:标\s*题|名\s*称|题\s*名|内容概述)\s*(?:[:：]|\s)|\d{1,2}\s*[.、．](?!\d)|欢迎访问)+"
)
# The organ behind the words of the form: 2020年…报告（甲局）, 2020年…报告——甲局; no kind of organs: （乡镇）.
_BEHIND: Final = re.compile(
    rf"\s*[(（](?P<organ>(?!乡镇|街道|部门|机关|单位|政府|县区|区县|市县|省市|行政|事业){ORGAN})[)）]"
)
_DASHED: Final = re.compile(rf"(?<=[告报结])\s*(?:[-–—]{{2,}}|—)\s*(?P<organ>{ORGAN})(?<!政府)$")
_PARTS: Final = re.compile(r"[|_]|\s[-–—]+\s")  # of a page's title: the article, the column, the site
_ANNOUNCING: Final = re.compile(r"^(?:(?:关于)?(?:公布|发布|印发|报送|公示|转发|做好)|关于)+[《“\"]?|[《“\"]")
_ANNOUNCED: Final = re.compile(r"(?:关于)?(?:公布|发布|印发|公开|报送|编制)?(?:《|“)?$")
_SENTENCE_END: Final = re.compile(r"[。;；!！?？]")
_LAST_WORDS: Final = re.compile(r"(?:报告|年报|总结)(?:\s*[(（\[【][^()（）\[\]【】]{0,12}[)）\]】])*$")
_LONGEST: Final = 80
_LONGEST_LINE_OF_MANY: Final = 45  # of a title that is set in several lines
_MOST_LINES: Final = 3


def names_in_titles(lines: Sequence[str]) -> Iterator[str]:
    """Names in titles, the name before or behind the year: 甲局2020年度…报告, 2022年度乙镇…报告.

    ``lines`` come nearest to the body first, so the lines above one follow it: a title may be set in several.
    """
    for index, line in enumerate(lines):
        for text in _with_lines_above(lines, index):
            name = name_in_title(text)
            if name:
                yield name
                break
        else:
            yield from _above(line, lines, index)


def _with_lines_above(lines: Sequence[str], index: int) -> Iterator[str]:
    """A line alone, and with one or two lines above it where it can only be the end of a title."""
    text = lines[index]
    if len(text) > _LONGEST or _SENTENCE_END.search(text):
        return
    yield text
    if not _LAST_WORDS.search(text):
        return
    for above in lines[index + 1 : index + _MOST_LINES]:
        if len(above) > _LONGEST_LINE_OF_MANY or _SENTENCE_END.search(above) or _LAST_WORDS.search(above):
            return
        text = above + text
        if has_year(text):  # the heading of a column below the name of the site is no title
            yield text


def _above(line: str, lines: Sequence[str], index: int) -> Iterator[str]:
    """The organ on the line above a title that names none."""
    if len(line) > _LONGEST or not (_TITLE.match(line) or _YEARLESS.match(line)):
        return
    above = re.sub(r"\s+", "", lines[index + 1]) if index + 1 < len(lines) else ""
    if SIGNATURE.match(above):
        yield above


def with_dashes_as_brackets(line: str) -> str:
    """A title with the organ in brackets that stands behind dashes in it; a government there is the site."""
    return _DASHED.sub(r"(\g<organ>)", line)


def has_year(line: str) -> bool:
    """Whether a title names a year; without one it may be the heading of a column."""
    return _HAS_YEAR.search(line) is not None


def name_in_title(line: str) -> str:
    """What a title names besides the year and the words of the form; empty where the line is no title."""
    return next(filter(None, map(_name_in_part, _PARTS.split(line))), "")


def _name_in_part(part: str) -> str:
    text = _ANNOUNCING.sub("", _BEFORE_NAME.sub("", part).strip())
    match = _TITLE.match(text)
    if match:
        named = (_ANNOUNCED.sub("", part.strip()) for part in (match["before"], match["after"]))
        behind = _BEHIND.fullmatch(text, match.end())
        return next((name for name in named if name), behind["organ"] if behind else "")
    yearless = _YEARLESS.match(text)
    return _ANNOUNCED.sub("", yearless["before"].strip()) if yearless else ""
