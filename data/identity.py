"""Which organ a report belongs to, the same over the years, and the divisions above it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from parsing import divisions
from parsing.model import Agency

UNKNOWN_DIVISION: Final = "000000"


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

    重庆市渝中区应急管理局 and 渝中区应急管理局 are one organ, so the names of its own divisions are left out.
    """
    if agency is None:
        return None
    if agency.division_code is None:
        return f"{UNKNOWN_DIVISION}-{agency.name}"
    return f"{agency.division_code}-{_without_divisions(agency.name, region(agency.division_code))}"


def _without_divisions(name: str, above: Region) -> str:
    for code in (above.province, above.city, above.county):
        division = divisions.name(code) if code else None
        if division and name != division:
            name = name.removeprefix(division)
    return name
