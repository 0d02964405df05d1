"""Last year's figures again are a finding only where chance cannot be the reason."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from data.checks import BROKEN, HOLDS, repeated
from tests.across import one_rule
from tests.made_up_reports import Value, filled, row

LARGE = {"proactive__licensing__decisions": 412, "proactive__penalties__decisions": 96,
         "applications__granted__natural_person": 31, "applications__granted__business": 12,
         "remedies__administrative_review__upheld": 9}  # fmt: skip

FEES = "proactive__fees__amount_10k_yuan"
DEAR = {FEES: Decimal("999999999999.00000001")}


def pair(first: dict[str, Any], second: dict[str, Any], *, years: tuple[int, int] = (2022, 2023)) -> str | None:
    """What the rule comes to for the second of two reports."""
    empty: dict[int, dict[str, Any]] = {}
    for year in years:
        edition = "2021" if year >= 2021 else "2019"
        empty[year] = filled("proactive", edition) | filled("applications", edition) | filled("remedies", edition)
    rows: list[dict[str, Value]] = [
        row("甲市应急管理局", year, **(empty[year] | figures))
        for year, figures in zip(years, (first, second), strict=True)
    ]
    outcome = one_rule.outcome(repeated.check, "figures-repeated", rows)
    assert one_rule.findings(repeated.check, rows).is_empty() == (outcome != BROKEN)
    return outcome


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (LARGE, LARGE, BROKEN),
        (LARGE, LARGE | {"proactive__penalties__decisions": 97}, HOLDS),
        (LARGE, LARGE | {"proactive__penalties__decisions": None}, HOLDS),
        (LARGE | DEAR, LARGE | DEAR, BROKEN),
        (LARGE | DEAR, LARGE | {FEES: Decimal("999999999999.00000002")}, HOLDS),
        ({}, {}, "too-small"),
        ({"applications__granted__natural_person": 1}, {"applications__granted__natural_person": 1}, "too-small"),
        ({"proactive__regulations__in_force": 8000}, {"proactive__regulations__in_force": 8000}, "too-small"),
    ],
    ids=[
        "copied",
        "one differs",
        "one unread",
        "dear",
        "the last digit differs",
        "all zero",
        "one case",
        "a stock stays",
    ],
)
def test_repetition(first: dict[str, Any], second: dict[str, Any], expected: str) -> None:
    assert pair(first, second) == expected


def test_two_forms_cannot_repeat_each_other() -> None:
    assert pair({}, {}, years=(2020, 2021)) == "edition"
