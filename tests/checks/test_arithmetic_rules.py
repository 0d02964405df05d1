"""The form's equations: what breaks them, what cannot be judged, and the single figure that would mend them."""

from __future__ import annotations

import pytest

from parsing.catalogue import message
from parsing.checks import Outcome
from parsing.model import Figure, State
from tests.checks.filings import Value, assessment, filed, findings, received

ARITHMETIC = ("applications-balance", "applications-outcomes", "applications-row-total", "remedies-total")


def test_a_sound_report_holds_every_equation() -> None:
    report = filed(cells=received(4, carried_in=2, carried_out=1))
    assert {assessment(report, rule).outcome for rule in ARITHMETIC} == {Outcome.HOLDS}


def test_a_difference_of_one_is_a_finding_with_both_sides() -> None:
    cells = received(4) | {"applications.carried_out.total": 1, "applications.carried_out.natural_person": 1}
    first = findings(filed(cells=cells), "applications-balance")[0]
    assert (first.left, first.right, first.values["difference"]) == (4, 5, 1)


def test_one_wrong_total_explains_all_broken_equations() -> None:
    report = filed(cells=received(2) | {"applications.granted.total": 3})
    found = findings(report)
    assert [finding.code for finding in found] == ["applications-outcomes", "applications-row-total"]
    assert {finding.values["cause"] for finding in found} == {"applications.granted.total=3>2"}
    assert "“予以公开 · 总计”为 2 而不是 3" in message(found[0], "zh")
    assert "Granted · Total were 2 instead of 3, all 2 broken equations" in message(found[0], "en")


def test_a_cell_wrong_together_with_its_total_is_one_cause() -> None:
    wrong: dict[str, Value] = {
        "applications.total_processed.natural_person": 6,
        "applications.total_processed.total": 6,
    }
    found = findings(filed(cells=wrong), *ARITHMETIC)
    assert len(found) == 4
    change = "applications.total_processed.natural_person=6>0,applications.total_processed.total=6>0"
    assert {finding.values["cause"] for finding in found} == {change}


def test_several_possible_causes_are_none() -> None:
    """Any of the outcomes could be the one that lacks 120."""
    cells = received(120) | {"applications.granted.natural_person": 0, "applications.granted.total": 0}
    found = findings(filed(cells=cells), *ARITHMETIC)
    assert [finding.code for finding in found] == ["applications-outcomes"] * 2
    assert not any("cause" in finding.values for finding in found)


@pytest.mark.parametrize(
    ("parts", "total", "meant", "slip"),
    [
        ({"upheld": 10, "corrected": 2}, 21, 12, "swapped"),
        ({"upheld": 2, "pending": 1}, 30, 3, "shifted"),  # a zero too many
    ],
)
def test_a_slip_of_the_digits_singles_out_a_cause(parts: dict[str, int], total: int, meant: int, slip: str) -> None:
    cells: dict[str, Value] = {f"remedies.administrative_review.{name}": count for name, count in parts.items()}
    found = findings(filed(cells=cells | {"remedies.administrative_review.total": total}), "remedies-total")[0]
    assert found.values["cause"] == f"remedies.administrative_review.total={total}>{meant}"
    assert found.values["cause_slip"] == slip


def test_a_blank_figure_makes_its_equations_not_assessable() -> None:
    report = filed(cells=received(2) | {"applications.granted.business": None})
    judged = assessment(report, "applications-row-total")
    assert (judged.outcome, judged.reason) == (Outcome.NOT_ASSESSABLE, "cells-unread")
    assert judged.cells == ("applications.granted.business",)


def test_known_parts_that_exceed_a_printed_total_prove_it_broken() -> None:
    review: dict[str, Value] = {
        "remedies.administrative_review.upheld": 11,
        "remedies.administrative_review.pending": None,
        "remedies.administrative_review.total": 5,
    }
    finding = findings(filed(cells=review), "remedies-total")[0]
    assert (finding.left, finding.right, finding.values["unread"]) == (11, 5, 1)
    assert "remedies.administrative_review.pending" not in finding.cells


def test_a_figure_found_by_the_arithmetic_does_not_pass_it() -> None:
    derived = Figure(value=7, state=State.DERIVED, printed="7")
    report = filed(cells=received(2) | {"applications.granted.business": derived})
    assert assessment(report, "applications-row-total").outcome is Outcome.NOT_ASSESSABLE


def test_a_missing_table_is_not_assessable() -> None:
    report = filed()
    without = type(report)(**{name: getattr(report, name) for name in report.__slots__} | {"table_editions": {}})
    assert assessment(without, "remedies-total").reason == "table-missing"
