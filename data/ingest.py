"""Documents into a dataset: each is read once, whatever happens to the others, and committed in batches."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, cast

import polars as pl

from data.dataset import Appended, Dataset
from data.found import FileDone, Held, Met, documents, unknown
from data.issues import Issue, unreadable_cause
from data.schema import REPORTS
from data.tasks import Values, take_in
from data.unchanged import notes
from data.workers import OpenPool, Readers, in_this_process
from parsing import Refused
from parsing.catalogue import Severity
from parsing.model import Finding, Problem, Source

COMMIT_DOCUMENTS: Final = 4000  # wait in memory at most, about 20 KB each
COMMIT_SECONDS: Final = 10.0  # of work are lost at most when the machine fails

_MANY_FILES: Final = 64  # that commits have left: time to join them, also in the middle of a long ingest
_OUTCOME: Final = ("sha256", "source", "worst", "issues")  # the columns that tell what became of a document


class Outcome(StrEnum):
    """What became of one document."""

    NEW = "new"
    SUPERSEDES = "supersedes"  # takes the place of an earlier report of the same organ and year
    SAME = "same"  # the dataset holds these bytes already
    UNREADABLE = "unreadable"  # nothing could be taken from it


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read, and why: a problem of the file, or the exception that reading it ended with."""

    source: str
    cause: Problem | Finding | BaseException


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an ingest has come: files opened or passed over, and documents read or known.

    A document is counted by its outcome when it is committed.
    """

    files: int
    read: int
    outcomes: Mapping[Outcome, int]


@dataclass(frozen=True, slots=True)
class Summary:
    """What an ingest did."""

    dataset: Dataset
    outcomes: Mapping[Outcome, int]
    failures: tuple[Failure, ...]


Watch = Callable[[Progress], None]


def _unwatched(_: Progress) -> None:
    pass


def ingest(
    sources: Iterable[Source | Refused],
    dataset: Dataset,
    on_progress: Watch = _unwatched,
    open_pool: OpenPool = in_this_process,
    by: str | None = None,
) -> Summary:
    """Take documents into a dataset under somebody's name. May be interrupted at any time and run again.

    Raises:
        DatasetError: the dataset cannot be written to; what was committed before stays.
    """
    return _Run(dataset, on_progress, by).take_all(unknown(sources, dataset.known()), open_pool)


def ingest_files(
    paths: Iterable[Path],
    dataset: Dataset,
    on_progress: Watch = _unwatched,
    open_pool: OpenPool = in_this_process,
    by: str | None = None,
) -> Summary:
    """Take the documents of files, folders and archives into a dataset; unchanged files are not opened again.

    Raises:
        DatasetError: the dataset cannot be written to; what was committed before stays.
    """
    with notes(dataset.location) as noted:
        run = _Run(dataset, on_progress, by, on_commit=noted.save)
        return run.take_all(documents(paths, dataset.known(), noted), open_pool)


class _Run:
    """One ingest under way: what waits for the next commit, and what was counted."""

    def __init__(
        self, dataset: Dataset, on_progress: Watch, by: str | None, on_commit: Callable[[], None] = lambda: None
    ) -> None:
        self._dataset = dataset
        self._on_progress = on_progress
        self._by = by
        self._on_commit = on_commit
        self._outcomes = Counter[Outcome]()
        self._failures: list[Failure] = []
        self._waiting: list[Values] = []
        self._files = 0
        self._read = 0
        self._committed_at = time.monotonic()

    def take_all(self, met: Iterable[Met], open_pool: OpenPool) -> Summary:
        """Read what is met, and commit from time to time and at the end, also when the user interrupts."""
        try:
            with Readers(open_pool, take_in, self._dataset.location) as readers:
                for source, result in readers.read(self._unread(met)):
                    self._take(source, result)
        finally:
            self._commit()
        return Summary(self._dataset.compacted(), self._outcomes, tuple(self._failures))

    def _unread(self, met: Iterable[Met]) -> Iterator[Source]:
        """The documents to read; all else is counted."""
        for one in met:
            if isinstance(one, Source):
                yield one
                continue
            if isinstance(one, Held):
                self._outcomes[Outcome.SAME] += one.documents
                self._read += one.documents
            elif isinstance(one, FileDone):
                self._files += 1
            else:
                self._read += 1
                self._fail(one.name, one.problem)
            self._tell()

    def _take(self, source: Source, result: Values | BaseException) -> None:
        """Keep what was read from a document until the next commit."""
        if isinstance(result, BaseException):
            self._fail(source.name, result)
        else:
            self._waiting.append(result)
        self._read += 1
        self._tell()
        overdue = time.monotonic() - self._committed_at > COMMIT_SECONDS
        if overdue or len(self._waiting) >= COMMIT_DOCUMENTS:
            self._commit()

    def _commit(self) -> None:
        """Make what is waiting part of the dataset."""
        if self._waiting:
            rows = pl.DataFrame(self._waiting, schema=REPORTS, orient="row")
            appended = self._dataset.commit(rows, self._by)
            self._dataset = appended.dataset.compacted(_MANY_FILES)
            for document in rows.select(_OUTCOME).iter_rows(named=True):
                self._count(document, appended)
            self._waiting.clear()
        self._on_commit()
        self._committed_at = time.monotonic()

    def _count(self, document: Mapping[str, object], appended: Appended) -> None:
        if document["sha256"] not in appended.stored:
            self._outcomes[Outcome.SAME] += 1  # another program was faster
        elif document["worst"] == Severity.UNREADABLE:
            self._fail(str(document["source"]), unreadable_cause(cast("list[Issue]", document["issues"])))
        elif document["sha256"] in appended.superseding:
            self._outcomes[Outcome.SUPERSEDES] += 1
        else:
            self._outcomes[Outcome.NEW] += 1

    def _fail(self, source: str, cause: Problem | Finding | BaseException) -> None:
        self._outcomes[Outcome.UNREADABLE] += 1
        self._failures.append(Failure(source, cause))

    def _tell(self) -> None:
        self._on_progress(Progress(self._files, self._read, self._outcomes))
