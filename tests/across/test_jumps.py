"""A figure jumps when neither the organ's own years nor its peers explain it."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from data.checks import BROKEN, HOLDS
from data.checks import jumps as rule
from tests.across import one_rule
from tests.made_up_reports import Value, frame, row

CELL = "proactive.penalties.decisions"


def history(figures: Sequence[int | None], organ: str = "甲市应急管理局") -> list[dict[str, Value]]:
    """The organ's reports from 2019 on, with so many penalties."""
    return [row(organ, 2019 + number, proactive__penalties__decisions=figure) for number, figure in enumerate(figures)]


def jumps(rows: list[dict[str, Value]], organ: str = "甲市应急管理局") -> list[int]:
    """The years in which the organ's figure jumps."""
    found = one_rule.findings(rule.check, rows).filter(agency=organ)
    return sorted(found["fiscal_year"])


@pytest.mark.parametrize(
    ("figures", "years"),
    [
        ((40, 44, 1290, 39, 47), [2021]),
        ((400, 410, 380, 0), [2022]),
        ((40, 44, 1290), []),
        ((1, 2, 40, 1, 0), []),
        ((40, 44, 900, 950, 870), []),
        ((40, 44, 190, 39, 47), []),
        ((40, None, 1290, None, 47), []),
        ((0, 0, 300, 0, 0), [2021]),
        ((5, 300, 2, 280, 9, 700), []),
    ],
    ids=["thirty times", "to nothing", "two other years", "a handful", "a level that stays", "four times", "unread",
         "from nothing", "restless"],
)  # fmt: skip
def test_own_history(figures: Sequence[int | None], years: list[int]) -> None:
    assert jumps(history(figures)) == years


def test_what_all_peers_do_is_no_jump() -> None:
    peers = [line for number in range(12) for line in history((30, 31, 600 + 9 * number, 30, 33), f"第{number}局")]
    assert jumps(peers + history((40, 44, 1290, 39, 47))) == []
    calm = [line for number in range(12) for line in history((30, 31, 32 + number, 30, 33), f"第{number}局")]
    assert jumps(calm + history((40, 44, 1290, 39, 47))) == [2021]


def test_the_reason_is_shown() -> None:
    rows = history((40, 44, 1290, 39, 47))
    (finding,) = one_rule.findings(rule.check, rows).iter_rows(named=True)
    assert (finding["severity"], finding["cells"], finding["left"], finding["right"]) == (
        "notable",
        [CELL],
        "1290",
        "47",
    )
    told = json.loads(finding["values"])
    assert {key: told[key] for key in ("lowest", "highest", "years", "peers")} == {
        "lowest": 39, "highest": 47, "years": 4, "peers": 0,
    }  # fmt: skip


def test_too_few_years_cannot_be_judged() -> None:
    def outcomes(*figures: int) -> list[str]:
        return sorted(rule.check(frame(history(figures)))[0]["figures-jump"].cast(str))

    assert outcomes(40, 44, 45) == ["too-few-years"] * 3
    assert outcomes(40, 44, 45, 41) == [HOLDS] * 4
    assert outcomes(40, 44, 1290, 41) == [BROKEN, HOLDS, HOLDS, HOLDS]
