"""The desk where files wait to be committed is shared: two visitors may press the same button at once."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from data.access import Person, Right
from data.dataset import Appended, Dataset
from data.intake import Progress, Stage
from pages.shell import store
from pages.shell.store import Desk
from tests.made_up_reports import dataset, row

LONG = 0.2  # seconds, in which the other visitor presses
PERSON = Person(account="li@example.org", rights=frozenset(Right))


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What intakes do that take their time."""
    told: list[str] = []

    class SlowIntake:
        def __init__(self, into: Dataset, *_: object) -> None:
            self._into = into
            told.append("begun")
            time.sleep(LONG)

        def progress(self) -> Progress:
            return Progress(stage=Stage.READ, total=0, last="", arrivals=(), seconds_left=None, fault=None)

        def commit(self, by: str) -> Appended:
            told.append(f"committed by {by}")
            time.sleep(LONG)
            return Appended(self._into, frozenset({"aa"}), frozenset())

    monkeypatch.setattr(store, "Intake", SlowIntake)
    return told


def twice_at_once(press: Callable[[], None]) -> None:
    with ThreadPoolExecutor(2) as visitors:
        for pressed in [visitors.submit(press) for _ in range(2)]:
            pressed.result()


def test_two_visitors_who_begin_at_once_make_one_intake(tmp_path: Path, done: list[str]) -> None:
    into, desk = dataset(tmp_path / "数据集", [row()]), Desk()
    twice_at_once(lambda: desk.begin(into, [], PERSON))
    assert done == ["begun"]


def test_two_visitors_who_commit_at_once_commit_once(tmp_path: Path, done: list[str]) -> None:
    into, desk = dataset(tmp_path / "数据集", [row()]), Desk()
    desk.begin(into, [], PERSON)
    twice_at_once(lambda: desk.commit(PERSON))
    assert done == ["begun", f"committed by {PERSON.signature}"]
    assert (desk.intake, desk.told["stored"], desk.round) == (None, 1, 1)
