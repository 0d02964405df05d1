"""Which division an organ belongs to, by its name, and by the signs of its site where the name is ambiguous."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Final

from parsing.divisions import Division, area_codes, by_name, divisions, within
from parsing.identity.kinds import level_of_organ
from parsing.identity.lines import Lines

_LONGEST_NAME: Final = max(len(name) for name in by_name())
_SHORTEST_NAME: Final = 2
# 临平区; but a zone (高新区, 开发区) lies in a division and is none.
_PART: Final = re.compile(
    r"(?!高新|经开|自贸|合作|保税|开发|示范|度假|风景|实验|试验|管理|旅游|工业)[\u4e00-\u9fff]{2}[区县](?!域)"
)
_SITE_CODE: Final = re.compile(r"网站(?:标识|识别)码\s*[:：]?\s*(?P<code>\d{6})\d{4}")
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


def find_region(agency: str | None, lines: Lines) -> Region:
    """The division that an organ's name begins with; else the owner of the site.

    A site often belongs to the government above the organ, so it decides
    alone only where the name says nothing.
    """
    text = "\n".join((*lines.all, *lines.head.values()))
    site = _site(text, lines.head)
    named = named_divisions(agency or "") or _divisions_inside(agency or "")
    if len(named) == 1:
        code = named[0].code
        if not _names_unknown_part(agency or "", named[0]):
            return Region(code)
        return Region(site if site and within(site, code) and site != code else None)
    if not named:
        return Region(None if site and _is_above(site, agency or "") else site)
    for signs in (frozenset({site} if site else ()), _provinces(text), _telephones(text)):
        near = [division for division in named if any(_is_near(division.code, sign) for sign in signs)]
        if len(near) == 1:
            return Region(near[0].code)
    return Region(None, tuple(division.code for division in named))


def _names_unknown_part(agency: str, division: Division) -> bool:
    """Whether a district or county follows that is not known: one founded since the list of divisions was made."""
    rest = agency.partition(division.name)[2]
    return division.level != "county" and _PART.match(rest) is not None


def _site(text: str, head: Mapping[str, str]) -> str | None:
    """The division of the site's owner, by the number under which the site is registered."""
    entries = (value[:6] for key, value in head.items() if key.lower() == "siteidcode")
    codes = (*(match["code"] for match in _SITE_CODE.finditer(text)), *entries)
    return next((code for code in codes if code in divisions() or f"{code[:4]}00" in divisions()), None)


def _is_above(site: str, agency: str) -> bool:
    """Whether the site's owner stands too high to tell where a township lies."""
    return level_of_organ(agency, None) == "township" and site.endswith("00")


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
    found = _beginning(agency)
    if not found:
        return ()
    rest = agency[len(found[0].name) :]
    lower = [division for division in _beginning(rest) if any(within(division.code, above.code) for above in found)]
    if lower:
        deeper = named_divisions(rest)
        return tuple(division for division in deeper if any(within(division.code, above.code) for above in found))
    in_force = tuple(division for division in found if not division.abolished)
    return in_force or found


def _divisions_inside(agency: str) -> tuple[Division, ...]:
    """The divisions that stand first inside a name: 国家税务总局淮安市洪泽区税务局 → 洪泽区 in 淮安市."""
    named = (named_divisions(agency[start:]) for start in range(1, len(agency) - _SHORTEST_NAME))
    return next((found for found in named if found and len(found[0].name) > _SHORTEST_NAME), ())


def _beginning(text: str) -> tuple[Division, ...]:
    """The divisions with the longest name that the text begins with."""
    for length in range(min(_LONGEST_NAME, len(text)), _SHORTEST_NAME - 1, -1):
        found = by_name().get(text[:length])
        if found:
            return found
    return ()
