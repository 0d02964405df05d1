"""A working folder with two reports and a file that is none, and the command line run in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from data.commands import ingest as ingest_command
from data.commands import main
from data.workers import in_this_process
from tests.dataset.published import web_page

Run = Callable[..., "Ran"]


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder: ``reports`` holds the years 2023 and 2024, the latter out of balance, and an empty page."""
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "2023.html").write_bytes(web_page(year=2023))
    (reports / "2024.html").write_bytes(web_page(year=2024).replace(b"<td>3</td>", b"<td>4</td>", 1))
    (reports / "empty.html").write_bytes(b"")
    for variable in ("GONGKAI_DATASET", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("GONGKAI_LANG", "en")
    return tmp_path


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run ``gongkai`` with these arguments in the working folder."""
    monkeypatch.chdir(folder)
    monkeypatch.setattr(ingest_command, "processes", lambda _: in_this_process)  # each would take a second to start

    def run_command(*arguments: str) -> Ran:
        try:
            code = main(arguments)
        except SystemExit as left:
            code = left.code if isinstance(left.code, int) else 1
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return run_command


def lines(text: str) -> list[dict[str, object]]:
    """The objects that a command printed, one a line."""
    return [json.loads(line) for line in text.splitlines()]
