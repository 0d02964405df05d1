"""A document that brings down its reader stays the only one unread. Real processes die here."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from pathlib import Path

import pytest

from data.dataset import create_dataset
from data.guard import TooSlowError
from data.ingest import Summary, ingest
from data.workers import Pool, processes
from parsing.model import Source
from tests.dataset.published import web_page
from tests.scale import traps

GOOD = [Source(f"{year}.html", web_page(year=year)) for year in range(2021, 2025)]


def trapped(count: int = 2, seconds: float = 60) -> Callable[[], Pool]:
    context = multiprocessing.get_context("spawn")
    return lambda: Pool(ProcessPoolExecutor(count, mp_context=context, initializer=traps.begin), count, seconds)


def told(summary: Summary) -> tuple[list[str], dict[str, type[object]]]:
    """Which documents are in the dataset, and what the others failed with."""
    stored = summary.dataset.history().sort("ingested_at").select("source").collect()["source"].to_list()
    return stored, {failure.source: type(failure.cause) for failure in summary.failures}


def test_crashes_and_errors_harm_no_other_document(tmp_path: Path) -> None:
    found = [GOOD[0], traps.CRASH, GOOD[1], traps.FAIL, *GOOD[2:]]
    stored, failed = told(ingest(found, create_dataset(tmp_path / "dataset"), open_pool=trapped()))
    assert stored == [source.name for source in GOOD]
    assert issubclass(failed.pop("crash.html"), BrokenExecutor)
    assert failed == {"fail.html": RecursionError}


@pytest.mark.slow
def test_a_document_that_never_ends_is_given_up(tmp_path: Path) -> None:
    found = [GOOD[0], traps.HANG, *GOOD[1:]]
    stored, failed = told(ingest(found, create_dataset(tmp_path / "dataset"), open_pool=trapped(seconds=3)))
    assert stored == [source.name for source in GOOD]
    assert failed == {"hang.html": TooSlowError}


def hold_a_worker(told_to: Path) -> None:
    pool = processes(1)()
    told_to.write_text(str(pool.executor.submit(os.getpid).result()), encoding="utf-8")
    time.sleep(60)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="looks for a process by sending it nothing")
def test_workers_end_with_a_parent_that_was_killed(tmp_path: Path) -> None:
    parent = multiprocessing.get_context("spawn").Process(target=hold_a_worker, args=(tmp_path / "worker",))
    parent.start()
    while not (tmp_path / "worker").is_file() or not (tmp_path / "worker").read_text(encoding="utf-8"):
        time.sleep(0.05)
    parent.kill()
    worker = int((tmp_path / "worker").read_text(encoding="utf-8"))
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and Path(f"/proc/{worker}").exists():
        time.sleep(0.05)
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)
