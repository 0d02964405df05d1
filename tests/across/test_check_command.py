"""``gongkai check`` lists what is found across reports, with what was decided about it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from data.commands import main
from data.reviews import Decision, Signed, decide
from tests.made_up_reports import dataset, imbalance, issue, row


def printed(capsys: pytest.CaptureFixture[str], folder: Path, *, skip: bool = False) -> list[dict[str, object]]:
    """The entries. ``skip`` throws away what was printed before."""
    if skip:
        capsys.readouterr()
    assert main(["check", "--json", "--dataset", str(folder)]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_findings_across_reports_are_listed_with_their_decisions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "数据 集"
    dataset(folder, [row("甲局", 2021), row("甲局", 2023, issues=[imbalance(5, 4)])])
    entries = printed(capsys, folder)
    assert [(entry["code"], entry["fiscal_year"], entry["review"]) for entry in entries] == [
        ("applications-balance", 2023, None),
        ("year-missing", 2023, None),
    ]
    assert entries[1]["source"] == "甲局2023.txt"
    assert entries[1]["message"] == {
        "zh": "数据集中有该机关 2021 年度和 2023 年度的报告，没有 2022 年度的报告。",
        "en": "The dataset holds the organ's reports for 2021 and 2023, but none for 2022.",
    }
    decide(folder, str(entries[1]["fingerprint"]), Decision.CONFIRMED, Signed(reason="已要求补报", name="张三"))
    balance, missing = printed(capsys, folder)
    assert balance["review"] is None
    review = missing["review"]
    assert isinstance(review, dict)
    assert {key: review[key] for key in ("decision", "reason", "name")} == {
        "decision": "confirmed",
        "reason": "已要求补报",
        "name": "张三",
    }


def test_what_was_dismissed_does_not_fail_unless_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "dataset"
    dataset(folder, [row("甲局", 2023, issues=[imbalance(5, 4)])])
    failing = ["check", "--dataset", str(folder), "--fail-on", "inconsistent"]
    assert main(failing) == 1
    (entry,) = printed(capsys, folder, skip=True)
    decide(folder, str(entry["fingerprint"]), Decision.CONFIRMED, Signed(reason="确有错误", name="张三"))
    assert main(failing) == 1
    decide(folder, str(entry["fingerprint"]), Decision.DISMISSED, Signed(reason="口径不同", name="张三"))
    assert main(failing) == 0
    assert main([*failing, "--count-dismissed"]) == 1


def test_every_rule_is_counted_with_its_reasons(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "dataset"
    dataset(folder, [row("甲局", 2023, issues=[issue("narrative-figure")]), row("乙局", 2023)])
    assert main(["check", "--dataset", str(folder), "--rules", "--json"]) == 0
    rules = {line["code"]: line for line in map(json.loads, capsys.readouterr().out.splitlines())}
    told = rules["narrative-figure"]
    assert (told["holds"], told["broken"], told["reasons"]) == (0, 1, {"not-recorded": 1})
    assert main(["check", "--dataset", str(folder), "--rules"]) == 0
    assert "narrative-figure" in capsys.readouterr().out


def test_counting_rules_still_fails_where_asked(tmp_path: Path) -> None:
    folder = tmp_path / "dataset"
    dataset(folder, [row("甲局", 2023, issues=[imbalance(5, 4)])])
    assert main(["check", "--dataset", str(folder), "--rules", "--fail-on", "inconsistent"]) == 1
