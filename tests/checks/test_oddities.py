"""What is allowed, and at most worth a look."""

from __future__ import annotations

from parsing.catalogue import Severity, severity
from parsing.checks import Outcome
from tests.checks.filings import Value, assessment, filed, findings, received


def items(**rows: tuple[int, int, int]) -> dict[str, Value]:
    """Rows of table two of the edition of 2019: last year, change, decisions."""
    columns = ("previous_items", "change", "decisions")
    return {
        f"proactive.{row}.{column}": figure
        for row, figures in rows.items()
        for column, figure in zip(columns, figures, strict=True)
    }


def test_one_row_out_of_step_is_no_more_than_a_note() -> None:
    report = filed(year=2020, edition="2019", cells=items(licensing=(206, 168, 347), penalties=(5, 16, 21)))
    (finding,) = findings(report)
    assert finding.code == "items-change-decisions"
    assert severity(finding) is Severity.NOTE


def test_an_organ_that_counts_items_is_not_told() -> None:
    report = filed(year=2020, edition="2019", cells=items(licensing=(20, 1, 374), penalties=(50, 0, 21)))
    assert not findings(report)


def test_items_and_decisions_of_one_row_that_are_as_many_by_chance_are_not_told() -> None:
    report = filed(year=2020, edition="2019", cells=items(licensing=(31, 0, 31), other_services=(99, 0, 2347)))
    assert not findings(report)


def test_reviews_without_applications_are_a_note() -> None:
    pending: dict[str, Value] = {f"remedies.administrative_review.{column}": 3 for column in ("pending", "total")}
    (finding,) = findings(filed(cells=pending))
    assert finding.code == "remedies-without-applications"
    assert severity(finding) is Severity.NOTE
    assert not findings(filed(cells=pending | received(1)))


def test_a_high_share_of_other_handling_is_notable() -> None:
    cells = received(30)
    for column in ("natural_person", "total"):
        cells |= {f"applications.granted.{column}": 9, f"applications.other_remaining.{column}": 21}
    (finding,) = findings(filed(cells=cells))
    assert (finding.code, finding.left, finding.right) == ("other-share", 21, 30)
    assert severity(finding) is Severity.NOTABLE


def test_an_edition_without_the_row_is_not_assessable() -> None:
    judged = assessment(filed(), "items-change-decisions")
    assert (judged.outcome, judged.reason) == (Outcome.NOT_ASSESSABLE, "edition-without-row")
