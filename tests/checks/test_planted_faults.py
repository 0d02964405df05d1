"""Every fault that a synthetic corpus plants is found, each rule is asked, and nothing is raised on the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.synthetic import corpus
from tests.checks.recall import CODES, score


@pytest.mark.slow
def test_planted_faults_of_every_rule_are_found_without_false_alarms(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    corpus.write(folder, agencies=65, years=range(2019, 2023), seed=3, reports_per_fault=3)
    result = score(folder)
    assert set(result.planted) == set(CODES)
    assert result.details == []


@pytest.mark.slow
def test_faults_as_sparse_as_usual_are_found_without_false_alarms(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    corpus.write(folder, agencies=40, years=range(2021, 2025), seed=8)
    result = score(folder)
    assert sum(result.planted.values()) > 10
    assert result.details == []
