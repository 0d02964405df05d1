"""No claim of the phrases is missed, and none is made that they do not make."""

from __future__ import annotations

import pytest

from parsing.catalogue import KINDS, Severity
from parsing.model import Finding
from tests.checks.filings import filed, findings
from tests.narrative.phrases import PHRASES, Phrase
from tests.narrative.test_claims import claims

AGAINST_TABLES = {"narrative-figure"}  # the tables are all zero here


def ids(phrase: Phrase) -> str:
    return phrase.paragraphs[-1][:24]


def test_there_are_enough_of_them() -> None:
    assert len(PHRASES) >= 300
    assert sum(not phrase.claims for phrase in PHRASES) >= 100


@pytest.mark.parametrize("phrase", PHRASES, ids=ids)
def test_a_phrase_claims_what_it_says_and_nothing_else(phrase: Phrase) -> None:
    told = claims(*phrase.paragraphs, agency=phrase.organ)
    read = {(claim.subject, int(claim.quantity.value)) for claim in told if claim.sums}
    assert phrase.claims <= read
    assert read <= phrase.claims | phrase.allowed


def test_nothing_else_is_raised_on_them() -> None:
    assert [finding for phrase in PHRASES for finding in raised(phrase)] == []


def raised(phrase: Phrase) -> list[Finding]:
    report = filed("一、总体情况", *phrase.paragraphs, agency=phrase.organ)
    return [
        finding
        for finding in findings(report)
        if finding.code not in AGAINST_TABLES and KINDS[finding.code].severity is not Severity.NOTE
    ]
