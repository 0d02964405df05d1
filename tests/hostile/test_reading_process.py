"""The process that reads is ended when it takes too long or too much memory; the document is told, the others read."""

from __future__ import annotations

import time
from concurrent.futures import BrokenExecutor
from pathlib import Path

import psutil
import pytest

from data.commands import main, parse
from data.dataset import create_dataset
from data.guard import TooLargeError, TooSlowError, problem_of
from data.ingest import ingest
from data.intake import Intake, Progress, Stage, Upload
from data.workers import Readers, processes
from parsing.catalogue import message
from parsing.model import Source
from tests.dataset.published import web_page
from tests.hostile import papers
from tests.hostile.traps import GREEDY, hold

MEGABYTE = 1024**2
GOOD = Source("good.html", web_page())
ENDLESS = Source("endless.pdf", papers.forms_in_forms(12))
SECONDS = 2.0  # the reader's own start is not counted


def children() -> int:
    return len(psutil.Process().children(recursive=True))


def test_a_pdf_without_end_is_given_up_and_the_others_are_taken_in(tmp_path: Path) -> None:
    before = children()
    summary = ingest([ENDLESS, GOOD], create_dataset(tmp_path / "dataset"), open_pool=processes(1, SECONDS))
    assert summary.dataset.reports().collect()["source"].to_list() == ["good.html"]
    (failure,) = summary.failures
    assert failure.source == "endless.pdf"
    assert isinstance(failure.cause, TooSlowError)
    assert children() <= before + 1  # the resource tracker may stay


def test_the_import_page_lives_on(tmp_path: Path) -> None:
    files = [Upload(source.name, source.content) for source in (ENDLESS, GOOD)]
    progress = _finished(Intake(create_dataset(tmp_path / "dataset"), files, processes(1, SECONDS)))
    told = {arrival.name: arrival.cause for arrival in progress.arrivals}
    assert told["good.html"] is None
    assert isinstance(told["endless.pdf"], TooSlowError)


def _finished(intake: Intake) -> Progress:
    end = time.monotonic() + 60
    while intake.progress().stage is Stage.READING and time.monotonic() < end:
        time.sleep(0.05)
    return intake.progress()


def test_the_command_tells_it_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(parse, "processes", lambda count: processes(count, SECONDS))
    for source in (ENDLESS, GOOD):
        (tmp_path / source.name).write_bytes(source.content)
    assert main(["parse", str(tmp_path)]) == 1
    printed = capsys.readouterr().out
    assert (
        message(problem_of(TooSlowError(SECONDS)), "en") in printed
        or message(problem_of(TooSlowError(SECONDS)), "zh") in printed
    )
    assert "渝中区应急管理局" in printed


def test_what_takes_too_much_memory_is_given_up() -> None:
    most = 500 * MEGABYTE  # with room for what the process was started with
    with Readers(processes(1, 60, most), hold, None) as readers:
        results = {source.name: result for source, result in readers.read([GOOD, GREEDY])}
    assert results["good.html"] == GOOD.name
    assert isinstance(results[GREEDY.name], TooLargeError)


def test_what_is_small_and_harmless_needs_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_process(_: int) -> None:
        pytest.fail("a process was started")

    monkeypatch.setattr(parse, "processes", lambda count: lambda: no_process(count))
    (tmp_path / GOOD.name).write_bytes(GOOD.content)
    assert main(["parse", str(tmp_path / GOOD.name)]) == 0


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (TooSlowError(5.0), "file-too-slow"),
        (TooLargeError(), "file-too-demanding"),
        (BrokenExecutor(), "file-reader-ended"),
        (RecursionError("deep"), "file-reader-failed"),
    ],
)
def test_every_end_has_a_sentence(error: BaseException, code: str) -> None:
    problem = problem_of(error)
    assert problem.code == code
    assert message(problem, "zh").endswith("。")
    assert message(problem, "en").endswith(".")
