"""Over thousands of reports whose figures agree, no rule finds a fault in any figure."""

from __future__ import annotations

import pytest

from data import checks
from data.checks import HOLDS, RULES, Checked
from tests.bench.figures import YEARS, figures

ORGANS = 500


@pytest.fixture(scope="module")
def checked() -> Checked:
    return checks.check(figures(ORGANS * YEARS).collect().lazy())


def test_figures_that_agree_raise_nothing(checked: Checked) -> None:
    assert set(checked.findings["code"]) <= {"text-copied-organ"}  # texts of a template that many use


@pytest.mark.parametrize(
    ("code", "reports"),
    [
        *((code, ORGANS * YEARS) for code in RULES[:4]),
        ("year-carry-over", ORGANS * (YEARS - 1)),
        ("year-missing", ORGANS * (YEARS - 1)),
        ("year-stock", ORGANS * (YEARS - 2)),  # the form changes between two years
        ("year-items", ORGANS),  # one pair of years is on the form of 2019
        ("figures-repeated", ORGANS * (YEARS - 2)),
        ("figures-jump", ORGANS * YEARS),
    ],
)
def test_every_rule_that_can_be_judged_holds(checked: Checked, code: str, reports: int) -> None:
    assert checked.outcomes[code].to_list().count(HOLDS) == reports
