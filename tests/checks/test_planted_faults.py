"""Every fault that a synthetic corpus plants is found, each rule is asked, and nothing is raised on the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from data import checks
from data.rows import frame, row
from data.synthetic import corpus
from parsing import read_report
from parsing.catalogue import FINDINGS
from parsing.model import Source
from tests.checks.recall import CODES, score


@pytest.mark.slow
def test_findings_that_hold_two_figures_against_each_other_say_what_these_are(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    corpus.write(folder, agencies=65, years=range(2019, 2023), seed=3, reports_per_fault=1)
    sources = [Source(path.name, path.read_bytes()) for path in folder.rglob("*.*") if path.name != "key.jsonl"]
    reports = [read_report(source) for source in sources]
    across = checks.check(frame(map(row, reports)).lazy()).findings
    two_sided = {finding.code for report in reports for finding in report.findings if finding.left is not None}
    two_sided |= set(across.drop_nulls("left")["code"])
    for language in ("zh", "en"):
        assert two_sided <= {kind.code for kind in FINDINGS if kind.wording(language).sides}


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
