"""What the words around a number leave possible."""

from __future__ import annotations

import pytest

from parsing.narrative.numerals import quantities


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("60件", 60, 60),
        ("60余件", 60, 70),
        ("近60件", 50, 60),
        ("不到60件", 50, 60),
        ("约60件", 50, 70),
        ("60件左右", 50, 70),
        ("逾60件", 60, None),
        ("60件以上", 60, None),
        ("约6000件", 5000, 7000),
        ("约63件", 53, 73),
        ("3.2万件", 31_500, 32_500),
        ("一百二十件", 120, 120),
    ],
)
def test_the_least_and_the_greatest_figure_that_a_number_allows(text: str, low: int, high: int | None) -> None:
    (quantity,) = quantities(text)
    assert quantity.low == low
    assert quantity.high == high
