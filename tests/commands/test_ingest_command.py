"""``gongkai ingest``: what it counts, where it writes, how it is watched and stopped."""

from __future__ import annotations

import sys
from pathlib import Path

import polars as pl
import pytest

from data.commands import ingest as ingest_command
from tests.commands.conftest import Run, lines
from tests.dataset.published import named_in_gbk, web_page


def test_ingest_counts_what_it_did_and_can_be_repeated(run: Run, folder: Path) -> None:
    first = run("ingest", "reports", "--workers", "1")
    assert first.code == 1  # one file is empty
    assert "2 new, 0 superseding, 0 already there, 1 unreadable" in first.out
    assert "empty.html: The file is empty." in first.err
    again = run("ingest", "reports", "--workers", "1")
    assert again.code == 0
    assert "0 new, 0 superseding, 3 already there, 0 unreadable" in again.out
    (folder / "corrected.html").write_bytes(web_page(year=2024, received="9"))
    assert "0 new, 1 superseding" in run("ingest", "corrected.html", "--workers", "1").out
    assert (folder / "dataset" / "reports").is_dir()


def test_files_whose_names_are_no_utf_8_are_read_and_told_like_any_other(run: Run, folder: Path) -> None:
    named_in_gbk(folder / "reports" / "2024.html", "年度报告")
    named_in_gbk(folder / "reports" / "empty.html", "空")
    first = run("ingest", "reports", "--workers", "1")
    assert "2 new, 0 superseding, 0 already there, 1 unreadable" in first.out
    assert ".html: The file is empty." in first.err
    assert "3 already there" in run("ingest", "reports", "--workers", "1").out
    sources = {str(report["source"]) for report in lines(run("parse", "--json", "reports").out)}
    assert run("export", "out.parquet").code == 0
    assert set(pl.read_parquet(folder / "out.parquet")["source"]) == sources
    assert len(sources) == 3


def test_ingest_writes_where_the_environment_says_unless_told_otherwise(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GONGKAI_DATASET", "elsewhere")
    run("ingest", "reports", "--workers", "1")
    run("ingest", "reports", "--workers", "1", "--dataset", "named")
    assert sorted(entry.name for entry in folder.iterdir()) == ["elsewhere", "named", "reports"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_progress_of_an_ingest_leaves_nothing_on_a_console_that_knows_no_control_sequences(
    run: Run, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("GONGKAI_LANG", language)
    monkeypatch.setattr(ingest_command, "_SHOW_EVERY", 0.0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    ran = run("ingest", "reports")
    assert ran.err.count("\r") > 6, "progress was shown"
    assert "\x1b" not in ran.err
    told, rest = on_a_console(ran.err).split("\n")
    assert told.startswith("reports/empty.html: ")
    assert told.rstrip().endswith(("。", "."))
    assert rest == ""


def on_a_console(written: str) -> str:
    """What is seen where a carriage return goes back to the start of the line and what is written later covers it."""
    lines = []
    for line in written.split("\n"):
        seen: list[str] = []
        for part in line.split("\r"):
            cells = [cell for character in part for cell in (character, "")[: 1 if character.isascii() else 2]]
            seen[: len(cells)] = cells
        lines.append("".join(seen))
    return "\n".join(lines)


def test_an_interrupted_ingest_says_how_to_go_on(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(ingest_command, "ingest_files", interrupted)
    ran = run("ingest", "reports")
    assert ran.code == 130
    assert "run the same command again" in ran.err
