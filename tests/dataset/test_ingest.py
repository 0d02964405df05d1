"""An ingest stores each document once, survives those that cannot be read, and can be interrupted and run again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from pathlib import Path

import polars as pl
import pytest

from data import ingest as ingest_module
from data import workers
from data.dataset import Dataset, open_dataset
from data.faults import DatasetError, Fault
from data.ingest import Outcome, Progress, ingest
from data.places import Location
from data.workers import OpenPool, Pool, processes
from parsing import Refused
from parsing.model import Problem, Source
from tests.dataset.published import web_page
from tests.dataset.read_reports import RECEIVED, folder

FIRST = Source("first.html", web_page(year=2023))
SECOND = Source("second.html", web_page(year=2024))
CORRECTED = Source("corrected.html", web_page(year=2024, received="5"))
EMPTY = Source("empty.html", b"")


def counts(outcomes: Mapping[Outcome, int]) -> dict[str, int]:
    return {outcome.value: count for outcome, count in outcomes.items() if count}


def sources_of(dataset: Dataset) -> list[str]:
    return dataset.history().sort("ingested_at").select("source").collect()["source"].to_list()


def test_documents_become_rows_readings_and_originals(dataset: Dataset) -> None:
    summary = ingest([FIRST, SECOND], dataset)
    assert counts(summary.outcomes) == {"new": 2}
    rows = summary.dataset.reports().sort("fiscal_year").collect()
    assert rows["fiscal_year"].to_list() == [2023, 2024]
    assert rows[RECEIVED].to_list() == [3, 3]
    for source, sha256 in zip((FIRST, SECOND), rows["sha256"], strict=True):
        assert summary.dataset.original(sha256) == source.content
        report = summary.dataset.reading(sha256)["report"]
        assert isinstance(report, dict)
        assert report["source"] == source.name
        assert report["cells"][RECEIVED] == 3


def test_a_second_ingest_of_the_same_files_reads_and_stores_nothing(dataset: Dataset) -> None:
    ingest([FIRST, SECOND], dataset)

    def not_called() -> Pool:
        raise AssertionError

    again = ingest([FIRST, SECOND, FIRST], open_dataset(dataset.location), open_pool=not_called)
    assert counts(again.outcomes) == {"same": 3}
    assert again.dataset.version == 1


def test_the_same_bytes_under_two_names_are_one_document(dataset: Dataset) -> None:
    summary = ingest([FIRST, Source("copy.html", FIRST.content)], dataset)
    assert counts(summary.outcomes) == {"new": 1, "same": 1}


def test_a_corrected_report_supersedes(dataset: Dataset) -> None:
    ingest([FIRST, SECOND], dataset)
    summary = ingest([CORRECTED], open_dataset(dataset.location))
    assert counts(summary.outcomes) == {"supersedes": 1}
    current = summary.dataset.reports().filter(pl.col("fiscal_year") == 2024).collect()
    assert current[RECEIVED].to_list() == [5]
    assert summary.dataset.history().select(pl.len()).collect().item() == 3


def test_files_that_hold_nothing_are_kept_with_the_reason(dataset: Dataset) -> None:
    refused = Refused("hostile.zip", Problem(code="file-archive-refused", values={"reason": "…"}))
    summary = ingest([EMPTY, FIRST, refused], dataset)
    assert counts(summary.outcomes) == {"new": 1, "unreadable": 2}
    causes = {failure.source: failure.cause for failure in summary.failures}
    assert isinstance(causes["empty.html"], Problem)
    assert causes["empty.html"].code == "file-empty"
    assert causes["hostile.zip"] == refused.problem
    unread = summary.dataset.reports().filter(pl.col("worst") == "unreadable").collect()
    assert unread["source"].to_list() == ["empty.html"]
    assert unread["organ_id"].to_list() == [None]
    assert unread["issues"].item()[0]["code"] == "file-empty"


def test_progress_is_told_file_by_file(dataset: Dataset) -> None:
    told: list[int] = []

    def show(progress: Progress) -> None:
        told.append(progress.read)

    ingest([FIRST, SECOND, FIRST, EMPTY], dataset, show)
    assert sorted(told) == [1, 2, 3, 4]


# ---- What goes wrong ------------------------------------------------------------------------------------------------


Task = Callable[[Location, Sequence[Source], float | None], object]


class InlineExecutor(Executor):
    """Reads at once; a document in ``failing`` raises, one in ``killing`` brings the executor down."""

    def __init__(self, failing: bytes = b"", killing: bytes = b"") -> None:
        self.failing, self.killing, self.broken = failing, killing, False

    def submit(  # type: ignore[override]  # narrower than what an executor may be asked for
        self, task: Task, location: Location, sources: Sequence[Source], seconds: float | None
    ) -> Future[object]:
        if self.broken:
            raise BrokenExecutor
        future: Future[object] = Future()
        contents = [source.content for source in sources]
        if self.killing in contents:
            self.broken = True
            future.set_exception(BrokenExecutor("a worker died"))
        elif self.failing in contents:
            future.set_exception(RecursionError("too deep"))
        else:
            future.set_result(task(location, sources, seconds))
        return future


def inline(failing: bytes = b"-", killing: bytes = b"-") -> OpenPool:
    return lambda: Pool(InlineExecutor(failing, killing), 1, None)


def test_a_document_that_the_reader_fails_on_does_not_harm_the_others(dataset: Dataset) -> None:
    summary = ingest([FIRST, CORRECTED, SECOND], dataset, open_pool=inline(failing=CORRECTED.content))
    assert sources_of(summary.dataset) == ["first.html", "second.html"]
    (failure,) = summary.failures
    assert (failure.source, type(failure.cause)) == ("corrected.html", RecursionError)
    assert counts(ingest([CORRECTED], summary.dataset).outcomes) == {"supersedes": 1}  # not stored, so tried again


def test_a_document_that_kills_its_worker_does_not_harm_the_others(dataset: Dataset) -> None:
    summary = ingest([FIRST, CORRECTED, SECOND], dataset, open_pool=inline(killing=CORRECTED.content))
    assert sources_of(summary.dataset) == ["first.html", "second.html"]
    (failure,) = summary.failures
    assert (failure.source, type(failure.cause)) == ("corrected.html", BrokenExecutor)


def test_a_worker_that_cannot_write_stops_the_ingest(dataset: Dataset) -> None:
    (folder(dataset) / "readings").write_text("in the way", encoding="utf-8")
    with pytest.raises(DatasetError) as error:
        ingest([FIRST], dataset)
    assert error.value.fault is Fault.UNWRITABLE


def test_what_workers_keep_elsewhere_is_not_committed(dataset: Dataset, tmp_path: Path) -> None:
    class Elsewhere(InlineExecutor):
        def submit(  # type: ignore[override]
            self, task: Task, _: Location, sources: Sequence[Source], seconds: float | None
        ) -> Future[object]:
            return super().submit(task, tmp_path / "elsewhere", sources, seconds)

    with pytest.raises(DatasetError) as error:
        ingest([FIRST], dataset, open_pool=lambda: Pool(Elsewhere(b"-", b"-"), 1, None))
    assert error.value.fault is Fault.NOT_SHARED
    assert open_dataset(dataset.location).known() == set()


def test_an_interrupted_ingest_keeps_what_was_read_and_goes_on(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_PART_DOCUMENTS", 1)
    monkeypatch.setattr(workers, "_AHEAD", 0)

    def interrupted() -> Iterator[Source]:
        yield FIRST
        yield SECOND
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest(interrupted(), dataset)
    kept = open_dataset(dataset.location)
    assert sources_of(kept) == ["first.html", "second.html"]
    summary = ingest([FIRST, SECOND, EMPTY], kept)
    assert counts(summary.outcomes) == {"same": 2, "unreadable": 1}


def test_long_work_is_committed_from_time_to_time(dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest_module, "COMMIT_SECONDS", 0.0)
    assert ingest([FIRST, SECOND], dataset).dataset.version == 2


def test_much_that_waits_is_committed(dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest_module, "COMMIT_DOCUMENTS", 1)
    assert ingest([FIRST, SECOND], dataset).dataset.version == 2


def test_several_processes_read_the_same_as_one(dataset: Dataset) -> None:
    summary = ingest([FIRST, EMPTY, SECOND], dataset, open_pool=processes(2))
    assert counts(summary.outcomes) == {"new": 2, "unreadable": 1}
    assert sources_of(summary.dataset) == ["first.html", "empty.html", "second.html"]
