"""Every fault that a synthetic corpus plants in a single report is found, and nothing is raised on the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.synthetic import corpus
from tests.checks.recall import score


@pytest.mark.slow
def test_planted_faults_are_found_without_false_alarms(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    corpus.write(folder, agencies=40, years=range(2021, 2025), seed=8)
    result = score(folder)
    assert sum(result.planted.values()) > 10
    assert result.details == []
