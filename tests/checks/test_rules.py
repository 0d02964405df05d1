"""Every rule is declared, worded, and says one of three things of every report."""

from __future__ import annotations

import string
from dataclasses import replace
from itertools import chain

import pytest

from parsing import as_json
from parsing.catalogue.findings import FINDINGS_IN_REPORT
from parsing.catalogue.kinds import Kind
from parsing.catalogue.reasons import REASONS, Reason
from parsing.checks import RULES, Outcome, assess, findings, unassessed
from parsing.model import Report
from tests.checks.filings import filed, received

REPORTS = (
    filed(),
    filed("一、总体情况", "2022年，我局共收到政府信息公开申请9件，均已办结。", cells=received(7)),
    filed(year=None, cells={"proactive.fees.amount_10k_yuan": None}),
)


def test_every_kind_has_one_rule_and_every_rule_a_kind() -> None:
    assert [rule.code for rule in RULES] == list(dict.fromkeys(rule.code for rule in RULES))
    assert {rule.code for rule in RULES} == {kind.code for kind in FINDINGS_IN_REPORT}


@pytest.mark.parametrize("kind", FINDINGS_IN_REPORT, ids=lambda kind: kind.code)
def test_every_rule_says_what_it_rests_on(kind: Kind) -> None:
    for wording in (kind.zh, kind.en):
        assert all((wording.title, wording.message, wording.advice, wording.basis, wording.tolerance, wording.example))


@pytest.mark.parametrize("kind", FINDINGS_IN_REPORT, ids=lambda kind: kind.code)
def test_both_languages_name_the_same_values(kind: Kind) -> None:
    fields = [{name for _, name, _, _ in string.Formatter().parse(each.message)} for each in (kind.zh, kind.en)]
    assert fields[0] - {None} == fields[1] - {None}
    assert (kind.zh.sides is None) == (kind.en.sides is None)


@pytest.mark.parametrize("report", REPORTS)
def test_every_rule_answers_for_every_report(report: Report) -> None:
    assessments = assess(report)
    assert [each.rule for each in assessments] == [rule.code for rule in RULES]
    for each in assessments:
        assert bool(each.findings) is (each.outcome is Outcome.BROKEN)
        assert bool(each.reason) is (each.outcome is Outcome.NOT_ASSESSABLE)
        assert not each.reason or each.reason in REASONS


@pytest.mark.parametrize("report", REPORTS)
def test_findings_are_those_of_the_assessments(report: Report) -> None:
    assessments = assess(report)
    assert list(findings(assessments)) == list(chain.from_iterable(each.findings for each in assessments))


def test_where_nothing_can_be_judged_every_rule_says_why() -> None:
    assert {(each.outcome, each.reason) for each in unassessed(Reason.OLDER_FORM)} == {
        (Outcome.NOT_ASSESSABLE, "older-form")
    }


def test_an_unread_report_differs_from_a_clean_one() -> None:
    unread = filed(year=None, cells=dict.fromkeys(("applications.granted.total", "remedies.litigation_direct.total")))
    outcomes = {each.rule: each.outcome for each in assess(unread)}
    assert outcomes["applications-row-total"] is Outcome.NOT_ASSESSABLE
    assert outcomes["edition-superseded"] is Outcome.NOT_ASSESSABLE


def test_the_json_of_a_report_says_what_every_rule_came_to() -> None:
    report = filed("一、总体情况", "认真做好各项工作。")
    told = as_json(replace(report, assessments=assess(report)))["rules"]
    assert isinstance(told, list)
    assert {"code": "narrative-figure", "outcome": "not-assessable", "reason": "nothing-claimed", "cells": []} in told
    assert {"code": "remedies-total", "outcome": "holds", "reason": None, "cells": []} in told
