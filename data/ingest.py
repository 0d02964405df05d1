"""Documents into a dataset: each is read once, whatever happens to the others, and committed in batches."""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, cast

from data.dataset import Appended, Dataset, Record
from data.issues import Issue, restored
from data.workers import IN_THIS_PROCESS, OpenExecutor, Readers, Result
from parsing import Refused
from parsing.catalogue import Severity
from parsing.model import Finding, Problem, Source

BATCH_DOCUMENTS: Final = 64  # are read before further files are fetched
BATCH_BYTES: Final = 32 * 1024**2
COMMIT_BYTES: Final = 128 * 1024**2  # of documents wait in memory at most, and one batch
COMMIT_SECONDS: Final = 10.0  # of work are lost at most when the machine fails


class Outcome(StrEnum):
    """What became of one file."""

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
    """How far an ingest has come. A file is read first and counted by its outcome when it is committed."""

    read: int
    outcomes: Mapping[Outcome, int]


@dataclass(frozen=True, slots=True)
class Summary:
    """What an ingest did."""

    dataset: Dataset
    outcomes: Mapping[Outcome, int]
    failures: tuple[Failure, ...]


def ingest(
    sources: Iterable[Source | Refused],
    dataset: Dataset,
    on_progress: Callable[[Progress], None] = lambda _: None,
    open_executor: OpenExecutor = IN_THIS_PROCESS,
) -> Summary:
    """Take documents into a dataset. May be interrupted at any time and run again.

    Raises:
        DatasetError: the dataset cannot be written to; what was committed before stays.
    """
    run = _Run(dataset, on_progress)
    try:
        with Readers(open_executor) as readers:
            for batch in _batches(run.unknown(sources)):
                for source, result in zip(batch, readers.read(batch), strict=True):
                    run.take(source, result)
                run.commit_when_due()
    except KeyboardInterrupt:
        run.commit()
        raise
    run.commit()
    return Summary(run.dataset.compacted(), run.outcomes, tuple(run.failures))


def _batches(sources: Iterable[Source]) -> Iterator[list[Source]]:
    batch: list[Source] = []
    size = 0
    for source in sources:
        batch.append(source)
        size += len(source.content)
        if len(batch) == BATCH_DOCUMENTS or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


class _Run:
    """One ingest under way: what is known, what waits for the next commit, and what was counted."""

    def __init__(self, dataset: Dataset, on_progress: Callable[[Progress], None]) -> None:
        self.dataset = dataset
        self.outcomes = Counter[Outcome]()
        self.failures: list[Failure] = []
        self._on_progress = on_progress
        self._known = dataset.known()
        self._waiting: list[Record] = []
        self._read = 0
        self._committed_at = time.monotonic()

    def unknown(self, sources: Iterable[Source | Refused]) -> Iterator[Source]:
        """The documents that the dataset does not hold; all others are counted."""
        for source in sources:
            if isinstance(source, Refused):
                self._fail(source.name, source.problem)
                self._tell_read()
            elif (digest := hashlib.sha256(source.content).digest()) in self._known:
                self.outcomes[Outcome.SAME] += 1
                self._tell_read()
            else:
                self._known.add(digest)
                yield source

    def take(self, source: Source, result: Result) -> None:
        """Keep what was read from a document until the next commit."""
        if isinstance(result, BaseException):
            self._fail(source.name, result)
        else:
            row, reading = result
            self._waiting.append(Record(row, reading, source.content))
        self._tell_read()

    def commit_when_due(self) -> None:
        """Commit when much is waiting, or has been waiting for long."""
        overdue = time.monotonic() - self._committed_at > COMMIT_SECONDS
        if overdue or sum(len(record.original) for record in self._waiting) > COMMIT_BYTES:
            self.commit()

    def commit(self) -> None:
        """Make what is waiting part of the dataset."""
        if self._waiting:
            appended = self.dataset.append(self._waiting)
            self.dataset = appended.dataset
            for record in self._waiting:
                self._count(record, appended)
            self._waiting.clear()
        self._committed_at = time.monotonic()

    def _count(self, record: Record, appended: Appended) -> None:
        if record.sha256 not in appended.stored:
            self.outcomes[Outcome.SAME] += 1  # another program was faster
        elif record.row["worst"] == Severity.UNREADABLE:
            self._fail(str(record.row["source"]), _worst(record))
        elif record.sha256 in appended.superseding:
            self.outcomes[Outcome.SUPERSEDES] += 1
        else:
            self.outcomes[Outcome.NEW] += 1

    def _fail(self, source: str, cause: Problem | Finding | BaseException) -> None:
        self.outcomes[Outcome.UNREADABLE] += 1
        self.failures.append(Failure(source, cause))

    def _tell_read(self) -> None:
        self._read += 1
        self._on_progress(Progress(self._read, self.outcomes))


def _worst(record: Record) -> Problem | Finding:
    issues = cast("list[Issue]", record.row["issues"])
    return restored(next(issue for issue in issues if issue["severity"] == Severity.UNREADABLE))
