"""A government's own report against the reports that it is the sum of."""

from __future__ import annotations

import json
from typing import Any

import pytest

from data.checks import BROKEN, HOLDS, rollup
from tests.across import one_rule
from tests.made_up_reports import Value, row

RECEIVED = "applications.new_received.total"
ZEROS = {cell.replace(".", "__"): 0 for cell in rollup.CELLS}


def part(name: str, received: int | None, year: int = 2023, **values: Value) -> dict[str, Value]:
    """A department of the county 210102 that received so many applications."""
    place: dict[str, Value] = {"division_code": "210102", "county": "210102", "organ_id": f"210102-{name}"}
    return row(name, year, **(ZEROS | place | {RECEIVED: received} | values))


def government(received: int, year: int = 2023, **values: Value) -> dict[str, Value]:
    return part("人民政府", received, year, **values)


def county(received: int, parts: int = 25, *extra: dict[str, Value]) -> list[dict[str, Value]]:
    """Departments that received 4 applications each, and the government's own report, which comes last."""
    return [*(part(f"第{number}局", 4) for number in range(parts)), *extra, government(received)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (county(100), HOLDS),
        (county(99), BROKEN),
        (county(101), BROKEN),
        (county(11, 3), BROKEN),
        (county(12, 3), "coverage"),
        (county(500, 3), "coverage"),
        (county(101, 25, part("第九十局", 0, 2022)), "coverage"),
        (county(101, 25, part("第九十局", None)), "coverage"),
        (county(100, 25, part("税务局", 50), part("公安局直属分局", 7)), HOLDS),
        ([government(5)], "coverage"),
        ([government(5), part("第一局", 5)], "not-a-government"),
    ],
    ids=["adds up", "less than its parts", "more than all its parts", "three parts exceed it", "three parts",
         "most are not there", "one did not file", "one is unread", "vertical leadership", "no parts", "a department"],
)  # fmt: skip
def test_sums(rows: list[dict[str, Value]], expected: str) -> None:
    assert one_rule.outcome(rollup.check, "rollup-sum", rows) == expected
    assert one_rule.findings(rollup.check, rows).is_empty() == (expected != BROKEN)


def test_the_finding_names_the_cell_and_how_many_parts_there_are() -> None:
    (finding,) = one_rule.findings(rollup.check, county(99)).iter_rows(named=True)
    assert (finding["severity"], finding["cells"], finding["left"], finding["right"]) == (
        "notable",
        [RECEIVED],
        "99",
        "100",
    )
    values = json.loads(finding["values"])
    assert {key: values[key] for key in ("stated", "present", "known")} == {"stated": 25, "present": 25, "known": 25}


def test_a_city_is_the_sum_of_its_departments_and_its_counties() -> None:
    place: dict[str, Any] = {"division_code": "210100", "county": None, "city": "210100"}
    departments = [part(f"市第{number}局", 2, **place, organ_id=f"210100-第{number}局") for number in range(20)]
    city = part("某市人民政府", 61, **place, organ_id="210100-人民政府")
    rows = [*departments, *county(20, 5), city]
    assert one_rule.outcome(rollup.check, "rollup-sum", rows) == BROKEN  # 40 and 20, not the county's departments too
    rows[-1] |= {RECEIVED: 60}
    assert one_rule.outcome(rollup.check, "rollup-sum", rows) == HOLDS
