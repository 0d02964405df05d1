from __future__ import annotations

import pytest

from data.filters import Filters, region_below, region_column
from tests.made_up_reports import frame, row

ROWS = [
    row("甲局", 2021),
    row("乙局", 2022, province="210000", city="210100", county="210102", agency_level="county", worst="note"),
    row("丙局", 2023, province="370000", city="370300", agency_kind="police", worst="inconsistent"),
    row("扫描件", None, province=None, city=None, organ_id=None, worst="unreadable"),
]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), ["甲局", "乙局", "丙局", "扫描件"]),
        (Filters(years=(2021, 2022)), ["甲局", "乙局"]),
        (Filters(region="210000"), ["甲局", "乙局"]),
        (Filters(region="370300"), ["丙局"]),
        (Filters(region="210102"), ["乙局"]),
        (Filters(kinds=("police",)), ["丙局"]),
        (Filters(levels=("county",)), ["乙局"]),
        (Filters(organs=("210100-甲局", "210100-丙局")), ["甲局", "丙局"]),
        (Filters(sound_only=True), ["甲局", "乙局"]),
        (Filters(years=(2022, 2023), region="210000"), ["乙局"]),
    ],
)
def test_filters_leave_what_is_meant(filters: Filters, expected: list[str]) -> None:
    assert filters.apply(frame(ROWS)).collect()["agency"].to_list() == expected


def test_a_code_tells_its_level_and_what_lies_below() -> None:
    codes = (None, "210000", "210100", "210102")
    assert [region_column(code) for code in codes if code] == ["province", "city", "county"]
    assert [region_below(code) for code in codes] == ["province", "city", "county", "county"]
