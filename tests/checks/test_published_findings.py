"""What is found in published reports, where they lie beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsing import as_json, read_report
from parsing.catalogue import Severity, message, severity
from parsing.model import Finding, Source

SHARED = Path(__file__).resolve().parents[3] / "shared"
REPORTS = sorted(
    path for folder in ("seeds", "reports") for path in (SHARED / folder).glob("0*.*") if "key" not in path.name
)

pytestmark = pytest.mark.skipif(not REPORTS, reason="no published reports beside the checkout")


def found(name: str, folder: str = "reports") -> tuple[Finding, ...]:
    path = next(path for path in REPORTS if path.parent.name == folder and path.name.startswith(name))
    return read_report(Source(path.name, path.read_bytes())).findings


def sides(findings: tuple[Finding, ...], code: str) -> set[tuple[object, object]]:
    return {(finding.left, finding.right) for finding in findings if finding.code == code}


def test_seed_000_contradicts_itself_in_figures_words_and_dates() -> None:
    findings = found("000", "seeds")
    assert sides(findings, "applications-outcomes") == {(0, 120)}
    assert sides(findings, "narrative-figure") == {(6, 0), (6, 120)}
    assert sides(findings, "narrative-contradiction") == {(120, 6)}
    codes = {finding.code for finding in findings}
    assert codes >= {"date-before-year-end", "title-broken"}


def test_seed_003_has_one_cause_for_four_broken_equations() -> None:
    findings = found("003", "seeds")
    arithmetic = [finding for finding in findings if finding.code.startswith("applications")]
    assert len(arithmetic) == 4
    assert {finding.values["cause_rules"] for finding in arithmetic} == {4}
    assert sides(findings, "narrative-figure") == {(0, 6)}
    assert len(findings) == 5


@pytest.mark.parametrize("seed", ["001", "002", "004"])
def test_nothing_is_raised_on_sound_seeds(seed: str) -> None:
    assert {severity(finding) for finding in found(seed, "seeds")} <= {Severity.NOTE}


def test_report_001_has_two_totals_of_remedies_wrong() -> None:
    assert sides(found("001"), "remedies-total") == {(11, 0), (5, 0)}


def test_report_005_claims_less_than_its_table_holds() -> None:
    findings = found("005")
    assert sides(findings, "narrative-figure") == {(258, 275), (265, 337), (7, 5)}
    assert "33.9" in {finding.values["percent"] for finding in findings if finding.code == "narrative-percent"}


def test_report_010_settles_all_and_carries_one_out() -> None:
    assert sides(found("010"), "narrative-contradiction") == {(0, 1)}


def test_report_014_has_nothing_above_notable() -> None:
    assert {severity(finding) for finding in found("014")} <= {Severity.NOTE, Severity.NOTABLE}


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: f"{path.parent.name}-{path.name[:3]}")
def test_every_finding_can_be_told_in_both_languages(path: Path) -> None:
    report = read_report(Source(path.name, path.read_bytes()))
    for finding in report.findings:
        assert all("{" not in message(finding, language) for language in ("zh", "en"))
    assert as_json(report)["findings"] is not None
