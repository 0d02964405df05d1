from __future__ import annotations

from functools import partial

import pytest

from data.queries.lately import Lately


def test_what_was_not_asked_for_longest_goes_first() -> None:
    made: list[str] = []
    kept: Lately[str] = Lately(2)

    def make(key: str) -> str:
        made.append(key)
        return key

    assert [kept.get(key, partial(make, key)) for key in ("a", "b", "a", "c", "a", "b")] == list("abacab")
    assert made == ["a", "b", "c", "b"]


def test_an_error_is_not_kept() -> None:
    kept: Lately[int] = Lately(2)
    with pytest.raises(ZeroDivisionError):
        kept.get("a", lambda: 1 // 0)
    assert kept.get("a", lambda: 1) == 1
