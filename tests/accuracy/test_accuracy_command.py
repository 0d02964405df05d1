"""The accuracy command counts what became of each figure, and fails where one is silently wrong."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from tests.accuracy.__main__ import main
from tests.accuracy.examples import REPORT
from tests.accuracy.floor import read_floor
from tests.accuracy.judging import Tally, Verdict, judge
from tests.accuracy.keyed import Key, keyed_documents

LICENSING = "proactive.licensing.decisions"
PENALTIES = "proactive.penalties.decisions"


def key(**cells: int | None) -> Key:
    wanted = {cell: None if value is None else Decimal(value) for cell, value in cells.items()}
    return Key(wanted, {}, "text", partial=False)


def verdicts(wanted: Key, found: dict[str, int | Decimal | None], *told: str) -> list[Verdict]:
    return [entry.verdict for entry in judge(wanted, found, frozenset(told))]


def test_a_figure_is_right_left_out_or_wrong() -> None:
    wanted = key(a=1, b=2, c=3, d=4, e=None)
    found: dict[str, int | Decimal | None] = {"a": 1, "b": None, "c": 30, "d": 40, "e": None}
    assert verdicts(wanted, found, "d") == [
        Verdict.RIGHT,
        Verdict.ABSTAINED,
        Verdict.SILENT,
        Verdict.NAMED,
        Verdict.RIGHT,
    ]


def test_a_figure_that_the_key_does_not_have_is_silently_wrong() -> None:
    assert verdicts(key(a=None), {"a": 0}) == [Verdict.SILENT]
    assert verdicts(key(), {"b": 5}) == [Verdict.SILENT]


def test_a_partial_key_judges_only_its_own_cells() -> None:
    assert [entry.cell for entry in judge(Key({"a": Decimal(1)}, {}, "", partial=True), {"b": 5}, frozenset())] == ["a"]


def test_zeros_are_counted_apart() -> None:
    tally = Tally()
    tally.add(judge(key(a=0, b=7), {"a": 0, "b": 7}, frozenset()))
    assert (tally.cells.total(), tally.nonzero.total()) == (2, 1)


def folder(tmp_path: Path, licences: int) -> Path:
    """The sound report with a key that expects so many licences."""
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    answers = {"cells": {LICENSING: licences, PENALTIES: 37}, "partial": True, "fiscal_year": 2023}
    (tmp_path / "report.key.json").write_text(json.dumps(answers), encoding="utf-8")
    (tmp_path / "unkeyed.txt").write_text(REPORT, encoding="utf-8")
    return tmp_path


def test_documents_are_read_with_the_key_beside_them(tmp_path: Path) -> None:
    assert [document.name for document in keyed_documents([folder(tmp_path, 124)])] == ["report.txt"]


def test_all_right_is_a_success(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder(tmp_path, 124)), "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["all"] == {"reports": 1, "cells": {"right": 2}, "not_0": {"right": 2}}
    assert printed["facts"] == {"fiscal_year": {"right": 1}}


def test_a_silent_error_fails_and_is_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder(tmp_path, 125))]) == 1
    assert f"report.txt: {LICENSING} 125 read as 124" in capsys.readouterr().out


def test_nothing_to_measure_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([str(tmp_path)])
    assert stopped.value.code == 2


def test_the_floor_reads_a_plain_report() -> None:
    assert read_floor("report.txt", REPORT.encode())[LICENSING] == 124
