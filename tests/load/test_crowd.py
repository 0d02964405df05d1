"""A small crowd on a dashboard that has only just started, when all are first at the same time."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from data.sample import sample_dataset
from tests.browser.dashboard import running_dashboard
from tests.load.crowd import crowd, interests

SESSIONS = 16


@pytest.mark.slow
def test_visitors_who_come_together_wait_little_and_see_their_own() -> None:
    dataset = sample_dataset()
    with running_dashboard(Path(str(dataset.location))) as address, ThreadPoolExecutor(1) as apart:
        visit = crowd(address, interests(dataset, SESSIONS), seconds=8, pause=1)
        record = apart.submit(asyncio.run, visit).result()  # a browser of another test may keep a loop in this thread
    assert record.faults == []
    assert record.mixed == []
    assert len(record.starts) == SESSIONS
    assert len(record.pages) > SESSIONS
    assert record.files


def test_every_visitor_has_an_interest_of_its_own() -> None:
    chosen = interests(sample_dataset(), 50)
    assert len({(each.organ_id, each.year) for each in chosen}) == 50
    names = {each.agency for each in chosen}
    assert all(sum(name in other for other in names) == 1 for name in names)
