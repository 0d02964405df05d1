"""Which organ a report belongs to, the same over the years, and the divisions above it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from parsing import divisions
from parsing.identity.titles import TOWNSHIP
from parsing.model import Agency

UNKNOWN_DIVISION: Final = "000000"
_GOVERNMENT: Final = "人民政府"
# How a government may be printed, and how its id has it.
_GOVERNMENTS: Final = (
    (re.compile(r"^政府$"), _GOVERNMENT),
    (TOWNSHIP, r"\g<kind>"),
    (re.compile(r"街$"), "街道"),
    (re.compile(r"(?:人民)?政府办(?:公室)?$"), "人民政府办公室"),
    (re.compile(r"管委会$"), "管理委员会"),
)
# Short names of departments that stand for one full name everywhere. 民委 or 建委 is short for several, and not here.
_SHORT: Final = {
    "发改": "发展和改革",
    "卫健": "卫生健康",
    "住建": "住房和城乡建设",
    "人社": "人力资源和社会保障",
    "工信": "工业和信息化",
    "经信": "经济和信息化",
    "市监": "市场监督管理",
    "市场监管": "市场监督管理",
    "应急": "应急管理",
    "医保": "医疗保障",
    "退役军人": "退役军人事务",
    "自规": "自然资源和规划",
    "文旅": "文化和旅游",
    "国资": "国有资产监督管理",
}
_SHORT_COMMISSION: Final = {"科": "科学技术", "教": "教育"}  # 科局 or 教局 is not said
_SHORT_NAME: Final = re.compile(
    rf"(?:^|(?<=[省市县区旗州盟]))(?:(?P<department>{'|'.join(_SHORT)})(?P<kind>局|厅|委(?:员会)?)"
    rf"|(?P<commission>{'|'.join(_SHORT_COMMISSION)})委)$"
)


@dataclass(frozen=True, slots=True)
class Region:
    """The six-digit codes of the divisions that an organ stands in; None below its own division."""

    province: str | None = None
    city: str | None = None
    county: str | None = None


def region(division_code: str | None) -> Region:
    """The divisions above a division, and itself."""
    if division_code is None:
        return Region()
    is_county = not division_code.endswith("00")
    return Region(
        province=divisions.province_of(division_code),
        city=divisions.city_of(division_code),
        county=division_code if is_county else None,
    )


def organ_id(agency: Agency | None) -> str | None:
    """The organ's lasting id: division code and name, such as ``500103-应急管理局``.

    重庆市渝中区应急管理局 and 渝中区应急管理局 are one organ, so the names of its own divisions are left out; so are
    渝中区 and 渝中区人民政府, 青禾镇 and 青禾镇人民政府, 渝中区发改委 and 渝中区发展和改革委员会: reports print an
    organ in short in one year and in full in another.
    """
    if agency is None:
        return None
    if agency.division_code is None:
        return f"{UNKNOWN_DIVISION}-{_in_one_form(agency.name)}"
    return f"{agency.division_code}-{_in_one_form(_without_divisions(agency.name, region(agency.division_code)))}"


def _in_one_form(name: str) -> str:
    for printed, form in _GOVERNMENTS:
        name = printed.sub(form, name)
    return _SHORT_NAME.sub(_in_full, name)


def _in_full(short: re.Match[str]) -> str:
    if short["commission"]:
        return _SHORT_COMMISSION[short["commission"]] + "委员会"
    return _SHORT[short["department"]] + ("委员会" if short["kind"] == "委" else short["kind"])


def _without_divisions(name: str, above: Region) -> str:
    for code in (above.province, above.city, above.county):
        division = divisions.name(code) if code else None
        if name == division:
            return _GOVERNMENT
        if division:
            name = name.removeprefix(division)
    return name
