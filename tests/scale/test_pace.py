"""What an ingest promises while it is under way."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from data.commands.pace import Pace, clock

Wait = Callable[[float], None]


@pytest.fixture
def wait(monkeypatch: pytest.MonkeyPatch) -> Wait:
    """A clock that is moved by hand."""
    now = [1000.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])

    def move(seconds: float) -> None:
        now[0] += seconds

    return move


def test_rate_and_time_left(wait: Wait) -> None:
    pace = Pace(files=1000)
    wait(10)
    pace.mark(documents=400, files=200)
    assert pace.rate == 40
    assert pace.left == 40


def test_files_passed_over_at_first_promise_nothing_later(wait: Wait) -> None:
    pace = Pace(files=1000)
    wait(1)
    pace.mark(documents=500, files=500)
    for _ in range(60):
        wait(1)
        pace.mark(documents=pace._marks[-1].documents + 2, files=pace._marks[-1].files + 1)  # noqa: SLF001
    assert pace.rate == pytest.approx(2)
    assert pace.left == pytest.approx(440)


def test_nothing_is_promised_at_once_or_within_one_archive(wait: Wait) -> None:
    pace = Pace(files=10)
    wait(1)
    pace.mark(documents=5, files=5)
    assert pace.left is None
    archive = Pace(files=1)
    wait(10)
    archive.mark(documents=900, files=0)
    assert (archive.rate, archive.left) == (90, None)


@pytest.mark.parametrize(("seconds", "told"), [(0, "0:00:00"), (59.6, "0:01:00"), (3661, "1:01:01")])
def test_a_clock(seconds: float, told: str) -> None:
    assert clock(seconds) == told
