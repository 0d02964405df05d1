"""Hostile documents go through the command, an ingest and the import page; the good one among them counts."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from data.commands import main
from data.dataset import create_dataset
from data.guard import problem_of
from data.ingest import Outcome, ingest_files
from data.intake import Intake, Stage, Upload
from data.workers import processes
from parsing.catalogue import message
from tests.dataset.published import web_page
from tests.hostile.archives import packed
from tests.hostile.corpus import CORPUS

GOOD = "好的报告.html"
LARGEST = 20_000  # bytes of those that go through all three ways


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = {name: make() for name, (make, _) in CORPUS.items() if not name.endswith(".rtf")}
    small = {name: content for name, content in made.items() if len(content) <= LARGEST}
    file = tmp_path_factory.mktemp("batch") / "batch.zip"
    file.write_bytes(packed([*small.items(), (GOOD, web_page()), ("../leaves.html", b"x")]))
    return file


def test_the_command_explains_every_refusal(batch: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", "--json", str(batch)]) == 1
    reports = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(reports) > 20
    read = {report["source"] for report in reports if report["cells"]}
    assert read == {f"{batch.as_posix()}/{GOOD}"}
    unread = [report for report in reports if report["source"] not in read]
    assert all(report["problems"] and report["problems"][-1]["message"]["zh"] for report in unread)


def test_an_ingest_takes_in_what_is_good(batch: Path, tmp_path: Path) -> None:
    summary = ingest_files([batch], create_dataset(tmp_path / "dataset"), open_pool=processes(1))
    assert summary.outcomes[Outcome.NEW] == 1
    told = [failure.cause for failure in summary.failures]
    assert len(told) > 20
    assert all(message(problem_of(cause) if isinstance(cause, BaseException) else cause, "zh") for cause in told)


def test_the_import_page_tells_each_file(batch: Path, tmp_path: Path) -> None:
    intake = Intake(create_dataset(tmp_path / "dataset"), [Upload("batch.zip", batch.read_bytes())], processes(1))
    end = time.monotonic() + 60
    while intake.progress().stage is Stage.READING and time.monotonic() < end:
        time.sleep(0.05)
    progress = intake.progress()
    assert progress.stage is Stage.READ
    assert {arrival.name for arrival in progress.arrivals if arrival.outcome is Outcome.NEW} == {f"batch.zip/{GOOD}"}
    assert all(arrival.cause for arrival in progress.arrivals if arrival.outcome is Outcome.UNREADABLE)
