"""Which division an organ belongs to, by its name, and by the signs of its site where the name is ambiguous."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from parsing.divisions import Division, area_codes, by_name, by_stem, divisions, longest_name, within
from parsing.identity.lines import Lines
from parsing.identity.titles import TOWNSHIP

_SHORTEST_NAME: Final = 2
# 演示区; but a zone (高新区, 开发区) lies in a division and is none.
_PART: Final = re.compile(
    r"(?!高新|经开|自贸|合作|保税|开发|示范|度假|风景|实验|试验|管理|旅游|工业)[\u4e00-\u9fff]{2}[区县](?!域)"
)
_ZONE: Final = re.compile(
    r"(?:国家|省)?级?(?:经济|高新|技术|产业|工业|综合|保税|自由|循环|旅游|临空|航空|空港|生态|国际|现代)[\u4e00-\u9fff]{0,16}?区"
)
_SURVEY: Final = re.compile(r"^国家统计局(?P<place>[\u4e00-\u9fff]{2,8}?)调查(?P<province>总)?队")
_BRANCH: Final = re.compile(r"(?:公安局?|局|委员会)(?P<place>[\u4e00-\u9fff]{2,8}?)分局$")
_SITE_CODE: Final = re.compile(r"网站(?:标识|识别)码\s*[:：]?\s*(?P<code>\d{6})\d{4}")
_LIES_IN_A_COUNTY: Final = re.compile(rf"^[县区旗](?![域划])|{TOWNSHIP.pattern}")
_TOWN: Final = re.compile(r"[\u4e00-\u9fff]{2,8}?(?:[乡镇]|街道|苏木)")
_COUNTY_ABOVE: Final = re.compile(
    r"(?P<county>[\u4e00-\u9fff]{1,12}?[县市区旗])(?:(?:人民)?政府[”\"]?(?:门户|信息公开|官方|公众信息)?网"
    r"|(?:20\d\d年度?)?(?:政务|政府信息)公开工作(?:要点|方案|实施方案))"
)
_ICP: Final = re.compile(r"(?P<province>[\u4e00-\u9fff])\s*ICP\s*备?")
_TELEPHONE: Final = re.compile(r"(?<!\d)[(（]?(?P<area>0\d{2,3})[)）]?\s*[-－—]\s*\d{7,8}(?!\d)")
_PROVINCE_SIGNS: Final = (
    "京11 津12 冀13 晋14 蒙15 辽21 吉22 黑23 沪31 苏32 浙33 皖34 闽35 赣36 鲁37 豫41 鄂42 湘43 粤44 桂45 琼46 "
    "渝50 川51 蜀51 贵52 黔52 云53 滇53 藏54 陕61 甘62 青63 宁64 新65"
)
_ICP_PROVINCE: Final = {sign[0]: sign[1:] for sign in _PROVINCE_SIGNS.split()}


@dataclass(frozen=True, slots=True)
class Region:
    """A division, or the ones that are possible where nothing decides between them."""

    code: str | None
    candidates: tuple[str, ...] = ()


def find_region(agency: str | None, lines: Lines, year: int | None = None) -> Region:
    """The division that an organ's name begins with; else the owner of the site.

    A site often belongs to the government above the organ, so it decides
    alone only where the name says nothing.
    """
    text = "\n".join((*lines.all, *lines.head.values()))
    site = _site(text, lines.head)
    named = divisions_of(agency or "", year)
    if len(named) == 1:
        code = named[0].code
        if not _names_unknown_part(agency or "", named[0]):
            return Region(code)
        return Region(site if site and within(site, code) and site != code else None)
    if not named:
        if not _LIES_IN_A_COUNTY.search(agency or ""):
            return Region(site)
        return Region(site if site and not site.endswith("00") else _county_above(agency or "", text, year))
    for signs in (frozenset({site} if site else ()), _provinces(text), _telephones(text)):
        near = [division for division in named if any(_is_near(division.code, sign) for sign in signs)]
        if len(near) == 1:
            return Region(near[0].code)
    return Region(None, tuple(division.code for division in named))


def divisions_of(agency: str, year: int | None) -> tuple[Division, ...]:
    """The divisions that an organ's name can mean, those that stood in the year if there are any."""
    found = (
        _branch(agency) or named_divisions(agency) or _survey(agency) or _divisions_inside(agency) or _zone_seat(agency)
    )
    return _standing(found, year)


def _standing(found: Sequence[Division], year: int | None) -> tuple[Division, ...]:
    """Those that stood in a year; without one, those that stand."""
    stood = tuple(each for each in found if (each.until is None if year is None else each.stood_in(year)))
    return stood or tuple(found)


def _names_unknown_part(agency: str, division: Division) -> bool:
    """Whether a district or county follows that is not known: one founded since the list of divisions was made."""
    rest = agency.partition(division.name)[2]
    return division.level != "county" and _PART.match(rest) is not None


def _site(text: str, head: Mapping[str, str]) -> str | None:
    """The division of the site's owner, by the number under which the site is registered."""
    entries = (value[:6] for key, value in head.items() if key.lower() == "siteidcode")
    codes = (*(match["code"] for match in _SITE_CODE.finditer(text)), *entries)
    return next((code for code in codes if code in divisions() or f"{code[:4]}00" in divisions()), None)


def _county_above(agency: str, text: str, year: int | None) -> str | None:
    """The one county before the name of a town, on whose site it reports, or by whose plan; a city has several."""
    town = _TOWN.match(agency)
    before = re.finditer(rf"(?P<county>[\u4e00-\u9fff]{{1,12}}?[县市区旗]){town[0]}", text) if town else ()
    named = (_standing(_ending(match["county"]), year) for match in (*before, *_COUNTY_ABOVE.finditer(text)))
    counties = {division.code for found in named for division in found if division.level == "county"}
    return counties.pop() if len(counties) == 1 else None


def _ending(text: str) -> tuple[Division, ...]:
    """The divisions with the longest name that the text ends with."""
    ends = (text[start:] for start in range(max(0, len(text) - longest_name()), len(text)))
    return next((by_name()[end] for end in ends if end in by_name()), ())


def _is_near(division: str, sign: str) -> bool:
    return within(division, sign) or within(sign, division)


def _provinces(text: str) -> frozenset[str]:
    """The provinces in which the site is registered (辽ICP备…)."""
    found = (_ICP_PROVINCE.get(match["province"]) for match in _ICP.finditer(text))
    return frozenset(f"{province}0000" for province in found if province)


def _telephones(text: str) -> frozenset[str]:
    """The divisions that the area codes of printed telephone numbers serve."""
    found = (area_codes().get(match["area"], frozenset()) for match in _TELEPHONE.finditer(text))
    return frozenset(chain.from_iterable(found))


def named_divisions(agency: str) -> tuple[Division, ...]:
    """The lowest divisions that the name can begin with: 淮安市洪泽区人民政府 → 洪泽区 in 淮安市."""
    beginning = _beginning(agency, by_name())
    if not beginning:
        return ()
    found = by_name()[beginning]
    return _inside(named_divisions(agency[len(beginning) :]), found) or found


def without_divisions(name: str) -> str:
    """What a name says beside the divisions in it: 国家税务总局张家港市税务局 → 国家税务总局税务局."""
    beginning = _beginning(name, by_name())
    if beginning:
        return without_divisions(name[len(beginning) :])
    return name[:1] + _without_full_names(name[1:])


def _without_full_names(text: str) -> str:
    """Inside a name only names with their kind are sure: 公安 of 公安局 is no division."""
    found = ((start, _beginning(text[start:], by_name())) for start in range(len(text)))
    start, division = next(((at, each) for at, each in found if len(each) > _SHORTEST_NAME), (0, ""))
    return text[:start] + _without_full_names(text[start + len(division) :]) if division else text


def _inside(lower: Sequence[Division], above: Sequence[Division]) -> tuple[Division, ...]:
    return tuple(each for each in lower if any(within(each.code, outer.code) for outer in above))


def _divisions_inside(agency: str) -> tuple[Division, ...]:
    """The divisions that stand first inside a name: 国家税务总局淮安市洪泽区税务局 → 洪泽区 in 淮安市."""
    named = (named_divisions(agency[start:]) for start in range(1, len(agency) - _SHORTEST_NAME))
    return next((found for found in named if found and len(found[0].name) > _SHORTEST_NAME), ())


def _beginning(text: str, names: Container[str]) -> str:
    """The longest name that the text begins with; empty where there is none."""
    lengths = range(min(longest_name(), len(text)), _SHORTEST_NAME - 1, -1)
    return next((text[:length] for length in lengths if text[:length] in names), "")


# ---- Names that shorten a division's --------------------------------------------------------------------------------


def _branch(agency: str) -> tuple[Division, ...]:
    """The part of a city that a branch of its organ serves: 甲市公安局乙分局."""
    match = _BRANCH.search(agency)
    served = _called(match["place"]) if match else ()
    return _inside([each for each in served if each.level == "county"], named_divisions(agency))


def _survey(agency: str) -> tuple[Division, ...]:
    """Where a survey office of the national statistics stands: a 总队 for a province, a 队 for a city or county."""
    match = _SURVEY.match(agency)
    if not match:
        return ()
    return tuple(each for each in _called(match["place"]) if (each.level == "province") == bool(match["province"]))


def _zone_seat(agency: str) -> tuple[Division, ...]:
    """Where a zone lies that bears a place's name without 市 or 县: 安徽舒城经济开发区."""
    beginning = _beginning(agency, by_stem())
    if not beginning:
        return ()
    found, rest = by_stem()[beginning], agency[len(beginning) :]
    lower = _inside(_zone_seat(rest), found)
    return lower or (found if _ZONE.match(rest) else ())


def _called(place: str) -> tuple[Division, ...]:
    """The divisions of a name, with or without its ending."""
    return by_name().get(place) or by_stem().get(place, ())
