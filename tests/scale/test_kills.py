"""An ingest may be killed at any moment."""

from __future__ import annotations

from pathlib import Path

from tests.scale.kills import survive


def test_nothing_that_was_committed_is_lost_or_doubled(tmp_path: Path) -> None:
    assert survive(6, tmp_path, seed=1) >= 6
