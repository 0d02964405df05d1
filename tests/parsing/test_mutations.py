"""Damage never gives a silently wrong figure. ``tests.parsing.mutations`` does the same at length, as a command."""

from __future__ import annotations

from random import Random

import pytest

from tests.parsing.mutations import damaged, silent_errors


@pytest.mark.parametrize("seed", range(120))
def test_a_damaged_document_is_right_or_says_what_is_not(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - a seed, so that every case can be had again
    assert silent_errors(damaged(chance)) == []
