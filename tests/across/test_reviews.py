"""Decisions are kept for the values that they were made about, and none is ever lost."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from data import checks
from data.issues import Issue
from data.reviews import Decision, Signed, decide, decisions, fingerprint, history, issue_fingerprint, reviewed
from tests.made_up_reports import frame, imbalance, row


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dataset's folder whose name is Chinese and holds a blank."""
    place = tmp_path / "数据 集（1）"
    place.mkdir()
    return place


def an_issue(**fields: object) -> Issue:
    issue: Issue = {
        "code": "year-carry-over",
        "severity": "inconsistent",
        "finding": True,
        "table": "applications",
        "cells": ["applications.carried_in.total"],
        "left": "2",
        "right": "1",
        "values": json.dumps({"left": 2, "right": 1, "other_year": 2022, "other_report_id": "aa"}),
        "place": None,
        "excerpt": "",
    }
    return {**issue, **fields}  # type: ignore[typeddict-item]


def test_a_fingerprint_depends_on_the_values_and_on_nothing_else() -> None:
    first = fingerprint("rule", "210100-甲局", 2023, {"left": 1, "right": 2})
    assert first == fingerprint("rule", "210100-甲局", 2023, {"right": 2, "left": 1})
    others = [
        fingerprint("rule", "210100-甲局", 2023, {"left": 1, "right": 3}),
        fingerprint("rule", "210100-甲局", 2022, {"left": 1, "right": 2}),
        fingerprint("rule", "210100-乙局", 2023, {"left": 1, "right": 2}),
        fingerprint("other", "210100-甲局", 2023, {"left": 1, "right": 2}),
    ]
    assert len({first, *others}) == 5
    assert first == "af52d8a2a28395c782590e4eee8a9e4b"  # decisions are stored by it


def test_a_recheck_keeps_the_fingerprint_and_a_changed_figure_does_not() -> None:
    kept = issue_fingerprint(an_issue(), "210100-甲局", 2023)
    moved = json.dumps({"other_report_id": "bb", "right": 1, "left": 2, "other_year": 2022})
    again = an_issue(values=moved, place='{"line": 9}', excerpt="2", severity="notable")
    assert issue_fingerprint(again, "210100-甲局", 2023) == kept
    assert issue_fingerprint(an_issue(right="0"), "210100-甲局", 2023) != kept
    assert issue_fingerprint(an_issue(cells=[]), "210100-甲局", 2023) != kept


def test_the_latest_decision_counts_and_all_are_kept(folder: Path) -> None:
    assert decisions(folder).is_empty()
    decide(folder, "aa", Decision.CONFIRMED, Signed(reason="原文如此", name="张三"))
    decide(folder, "bb", Decision.CONFIRMED, Signed(reason="原文如此", name="张三"))
    last = decide(folder, "aa", Decision.DISMISSED, Signed(reason="机构合并", name="李四"))
    held = {row["fingerprint"]: row for row in decisions(folder).iter_rows(named=True)}
    told = ("decision", "reason", "name", "decided_at")
    assert [held["aa"][key] for key in told] == ["dismissed", "机构合并", "李四", last.decided_at]
    assert set(held) == {"aa", "bb"}
    assert history(folder)["name"].to_list() == ["张三", "张三", "李四"]


def test_a_decision_that_is_withdrawn_leaves_the_finding_open_and_stays_on_record(folder: Path) -> None:
    decide(folder, "aa", Decision.DISMISSED, Signed(reason="看错一行", name="张三"))
    decide(folder, "aa", Decision.WITHDRAWN, Signed(reason="误操作", name="张三"))
    assert decisions(folder).is_empty()
    assert history(folder)["decision"].to_list() == ["dismissed", "withdrawn"]
    decide(folder, "aa", Decision.CONFIRMED, Signed(reason="原文如此", name="李四"))
    assert decisions(folder)["decision"].to_list() == ["confirmed"]


@pytest.mark.parametrize(("reason", "name"), [("", "张三"), ("原文如此", " ")])
def test_a_decision_needs_a_reason_and_a_name(folder: Path, reason: str, name: str) -> None:
    with pytest.raises(ValueError, match="a reason and a name"):
        decide(folder, "aa", Decision.CONFIRMED, Signed(reason=reason, name=name))
    assert history(folder).is_empty()


def test_decisions_made_at_the_same_time_are_all_kept(folder: Path) -> None:
    def work(person: int) -> None:
        for number in range(5):
            decide(folder, f"{person}-{number}", Decision.CONFIRMED, Signed(reason="核实", name=f"第{person}人"))

    with ThreadPoolExecutor(4) as people:
        list(people.map(work, range(4)))
    assert set(decisions(folder)["fingerprint"]) == {f"{person}-{number}" for person in range(4) for number in range(5)}


def test_findings_carry_their_decision_until_a_value_changes(folder: Path) -> None:
    def entries(received: int) -> list[tuple[str, str | None]]:
        reports = frame([row("甲局", 2023, issues=[imbalance(received, 4), imbalance(9, 8)])])
        listed = reports.select("organ_id", "fiscal_year", "issues").explode("issues").unnest("issues").collect()
        found = reviewed(listed, folder)
        return list(found.select("fingerprint", "decision").iter_rows())

    (open_one, _), (other, _) = entries(5)
    decide(folder, open_one, Decision.DISMISSED, Signed(reason="机构合并", name="李四"))
    assert entries(5) == [(open_one, "dismissed"), (other, None)]
    assert [decision for _, decision in entries(6)] == [None, None]


def test_every_finding_across_reports_can_be_reviewed(folder: Path) -> None:
    found = checks.check(frame([row("甲局", 2021), row("甲局", 2023)])).findings
    (only,) = reviewed(found, folder).iter_rows(named=True)
    assert (only["code"], only["decision"], len(only["fingerprint"])) == ("year-missing", None, 32)
