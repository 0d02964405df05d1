"""An organ's name: cleaned of what stands around it, and as full as the document prints it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from parsing.divisions import by_name, by_stem, longest_name
from parsing.folding import fold, is_in_order
from parsing.identity.titles import ORGAN_END, YEAR

_NOISE: Final = re.compile(
    r"^(?:\s|部门|大中小|(?:编制)?(?:发布|公布)|(?:标题|名称|题名)[:：]?|当前位置.*[>›»:：]|您.*?[>›»]|.*[>›»]|欢迎访问|.*向社会(?:公布|公开|发布)|关于|现将|的)+"
    r"|(?:官网|门户网站|网站)[!！]?$"
)
_OURSELVES: Final = re.compile(r"^[本我](?:局|机关|单位|部门|委|办|厅|院|中心|队|分局|行|校|馆)")
_ZONE: Final = r"(?:(?:经济|技术|高新|产业|工业|综合)*(?:经开|高新|开发|保税|新|园|示范|实验|试验)区)"
_NOT_NAMES: Final = re.compile(
    r"(?:人民|[省县市区旗镇乡]|街道|本级|各级|机关|单位|部门)?政府|(?:[省县市区旗]?(?:委|局|镇|乡|街道|办|厅|分局|大队|支队|总队|中心))"
    rf"|{_ZONE}?(?:管委会|管理委员会)|{_ZONE}|原创|本站|互联网|其他|政务|信息公开"
    r"|[本我](?:区|县|市|旗|乡|镇|街).*|(?:全国|全省|全市|全县|全区|各|该|上级|有关|相关).*"
)
_BRACKETS: Final = str.maketrans("()", "（）")  # of a Chinese name; folding made them narrow
# It compiles the report; who reports is the organ that it belongs to. A government's office reports for itself.
_OFFICE: Final = re.compile(
    r"(?:政务公开|信息公开|综合|文秘|秘书|信息|政策法规)[科股处]$"
    r"|(?<=[府处局委会])(?:党政|(?:政府|政务)?信息公开|政务公开|党政综合|综合)(?:办公室|办)$"
    r"|(?<=[区镇乡])党政(?:综合)?办(?:公室)?$|(?:(?<=[镇乡])|(?<=街道))(?:党政|综合|党政综合)?办公室$|(?<=[府室厅])(?:(?:政府|政务)?信息(?:公开)?|政务公开)中心$"
    r"|(?:(?<=[局部])|(?<=总署))办公[厅室]$|(?<=海关)关区$"
)
_NAME: Final = re.compile(
    rf"(?![A-Za-z])[\u4e00-\u9fffA-Za-z\d·、（）]*(?:(?:{ORGAN_END}|(?<=..)街|(?<=气象)部门)）?|（本级(?:机关)?）)"
)
_WHOLE: Final = re.compile(rf"[\u4e00-\u9fff].*(?:{ORGAN_END})")
_LONGEST_NAME: Final = 45

_MOST_DIVISIONS: Final = 4  # before a name: province, city, county, township
_PROVINCES: Final = frozenset(
    stem for stem, found in by_stem().items() if any(each.level == "province" for each in found)
)
_RELATIVE: Final = re.compile(r"^[省市县区旗盟州](?!级|直|属|辖)")
# How a name goes on where it is printed in full.
_GOES_ON: Final = (
    (re.compile(r"[乡镇]$|苏木$"), ("人民政府",)),
    (re.compile(r"街道$"), ("办事处",)),
    (re.compile(r"街$"), ("道办事处", "道")),
    (re.compile(r"(?<![省市县区旗])委$"), ("员会",)),
    (re.compile(r"(?:开发|实验|试验|示范|保税|园|新)区$"), ("管理委员会", "管委会")),
)
_OF_A_PLACE: Final = re.compile(r"(?P<place>.*[省市县区旗州盟])(?P<organ>.{2,})")
# Short for names that begin with the same two signs. 教育局 is not: 教育体育局 is another organ.
_SAME_BEGINNING: Final = frozenset({"高新区", "经开区", "应急局", "应急厅", "退役军人局"})
_LONGEST_ABBREVIATION: Final = 5  # 市场监管局
_ENDS: Final = {"委": "委员会", "办": "办公室"}


def clean_name(name: str) -> str:
    """The name without spacing, the year and the words of the form; empty where nothing is left."""
    text = re.sub(r"\s+", "", fold(name))
    if _OURSELVES.match(text):
        return ""
    text = _NOISE.sub("", text)
    text = re.sub(rf"^(?:{YEAR}|年度?)+|(?:{YEAR}|年度?|的|关于)+$", "", text)
    text = text.strip("《》“”\"'-—_|:：,，、·?？!！*#")
    text = _without_repetition(_without_offices(text)).translate(_BRACKETS)
    return text if _is_name(text) else ""


def _is_name(text: str) -> bool:
    return (
        _NAME.fullmatch(text) is not None
        and _NOT_NAMES.fullmatch(text) is None
        and not text.startswith("国务院")
        and (text not in by_stem() or text in by_name())
        and re.search(r"[\u4e00-\u9fff]{2}", text) is not None
        and len(text) <= _LONGEST_NAME
        and all(_WHOLE.fullmatch(part) and not _NOT_NAMES.fullmatch(part) for part in text.split("、")[1:])
    )


def _without_offices(text: str) -> str:
    shorter = _OFFICE.sub("", text)
    return shorter if shorter == text else _without_offices(shorter)


def _without_repetition(text: str) -> str:
    """A division once that is printed twice: 甲旗甲旗人民政府."""
    twice = re.match(r"(?P<division>[\u4e00-\u9fff]{2,12}?)(?P=division)", text)
    return text[twice.end("division") :] if twice and twice["division"] in by_name() else text


def fullest(name: str, text: str) -> str:
    """The name with the divisions printed before it and the words with which it goes on: 洪泽区 → 淮安市洪泽区.

    ``text`` is without spacing, here and below.
    """
    unshortened = re.sub("(?<!人民)政府", "人民政府", name)
    printed = next((each for each in (unshortened, name) if each in text), name)
    longer = _longest_of_one(printed, _with_divisions(printed, text))
    return longer + _continuation(printed, text)


def unabbreviated(name: str, others: Iterable[str]) -> str:
    """The one other name of which a name keeps only some characters: 发改局 → 发展和改革局; nothing is guessed."""
    spelt_out = {other for other in others if _is_abbreviation(name, other)}
    return spelt_out.pop() if len(spelt_out) == 1 else name


def may_be_short(name: str, text: str) -> bool:
    """Whether the text has words that a name can be short for; most names need no closer look."""
    match = _OF_A_PLACE.match(name)
    if not match or len(match["organ"]) > _LONGEST_ABBREVIATION:
        return False
    first, *rest = map(re.escape, match["organ"])
    gap = "" if match["organ"] in _SAME_BEGINNING else r"\w"  # a range of characters takes long to compile
    return re.search(first + gap + "".join(rf"\w{{0,8}}?{each}" for each in rest), text) is not None


def _is_abbreviation(name: str, other: str) -> bool:
    """Whether a short name's characters come in order in another's, of the same place, from the first to the last."""
    one, two = _OF_A_PLACE.match(name), _OF_A_PLACE.match(other)
    if not (one and two and two["place"].endswith(one["place"])):
        return False
    short, full = one["organ"], two["organ"]
    if len(short) > _LONGEST_ABBREVIATION or len(full) < len(short) + 2:
        return False
    if short[0] != full[0] or (short[:2] == full[:2] and short not in _SAME_BEGINNING):
        return False
    return is_in_order(short, full) and full.endswith(_ENDS.get(short[-1], short[-1]))


def _longest_of_one(name: str, found: Iterable[str]) -> str:
    """The longest of the names, unless they are of different places."""
    longest = max(found := list(found), key=len, default=name)
    return longest if all(longest.endswith(each[1:] if _is_relative(each) else each) for each in found) else name


def _is_relative(name: str) -> bool:
    return _RELATIVE.match(name) is not None


def _with_divisions(name: str, text: str) -> Iterator[str]:
    """The name with the divisions that stand before it, wherever it occurs."""
    for start in _starts(name, text):
        end = start + len(name)
        before = _division_before(text, start + 1) if _is_relative(name) else 0
        first = start + 1 - before if before else start
        yield text[_first_division(text, first) : end]


def _starts(name: str, text: str) -> Iterator[int]:
    """Where a name occurs in a text."""
    start = text.find(name)
    while start >= 0:
        yield start
        start = text.find(name, start + len(name))


def _division_before(text: str, end: int) -> int:
    """How long the division is with which the text ends there; 0 where there is none."""
    lengths = range(min(longest_name(), end), 1, -1)
    return next((length for length in lengths if _is_division(text[end - length : end])), 0)


def _is_division(text: str) -> bool:
    return text in by_name() or text in _PROVINCES


def _first_division(text: str, start: int) -> int:
    """Where the first of the divisions begins that stand before a place in the text, each once."""
    following = ""
    for _ in range(_MOST_DIVISIONS):
        division = text[start - _division_before(text, start) : start]
        if not division or division == following or text.startswith(division, start):
            return start
        start, following = start - len(division), division
    return start


def _continuation(name: str, text: str) -> str:
    """What follows a shortened name where it is printed in full."""
    endings = (words for pattern, words in _GOES_ON if pattern.search(name))
    return next((word for words in endings for word in words if f"{name}{word}" in text), "")
