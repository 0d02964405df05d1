"""Documents read on behalf of somebody who looks on: what each gave is told first, and only then committed.

The documents and their readings are kept in the dataset's folder as they are read, where nobody sees them before the
commit. An intake lives in the server and not in a browser's tab: closing the tab neither stops it nor loses what was
read. What a restart of the server loses is the list of rows; the same files can simply be given again.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from threading import Event, Lock, Thread
from typing import Final, cast

import polars as pl

from data import damage
from data.dataset import IN_SUCCESSION, SAME_REPORT, Appended, Dataset, open_dataset
from data.faults import DatasetError, Fault
from data.ingest import Outcome
from data.issues import Issue, unreadable_cause
from data.places import Location
from data.schema import REPORTS
from data.tasks import Values, take_in
from data.workers import OpenPool, Readers
from parsing import Refused, find_sources
from parsing.catalogue import Severity
from parsing.model import Finding, Problem, Source
from parsing.readers.archive import shown_name

_COLUMNS: Final = {name: place for place, name in enumerate(REPORTS)}


class Stage(StrEnum):
    """How far an intake has come."""

    READING = "reading"
    READ = "read"
    STOPPED = "stopped"  # by the user; what was read until then can be committed
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Upload:
    """One file as it was dropped: its name and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What one document gave, and what a commit makes of it.

    ``earlier`` is the file of the report that it supersedes; ``cause`` is why it could not be read: a problem of the
    file, or the exception that reading it ended with. Without ``values`` there is nothing to commit.
    """

    name: str
    outcome: Outcome
    earlier: str = ""
    cause: Problem | Finding | BaseException | None = None
    values: Values | None = None

    def value(self, column: str) -> object:
        """What the row says in one column; None without a row."""
        return None if self.values is None else self.values[_COLUMNS[column]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What is told while an intake runs. ``seconds_left`` is None while there is nothing to tell it from."""

    stage: Stage
    total: int
    last: str
    arrivals: tuple[Arrival, ...]
    seconds_left: float | None
    fault: DatasetError | None


class Intake:
    """Files on their way into a dataset. May be asked by any thread."""

    def __init__(self, dataset: Dataset, uploads: Sequence[Upload], open_pool: OpenPool) -> None:
        self._dataset = dataset
        self._open_pool = open_pool
        self._lock = Lock()
        self._stopped = Event()
        self._arrivals: list[Arrival] = []
        self._total = 0
        self._stage = Stage.READING
        self._fault: DatasetError | None = None
        self._began = time.monotonic()
        Thread(target=self._run, args=(tuple(uploads),), daemon=True).start()

    def stop(self) -> None:
        """Read no further document."""
        self._stopped.set()

    def progress(self) -> Progress:
        """How far it has come."""
        with self._lock:
            done = len(self._arrivals)
            left = (time.monotonic() - self._began) / done * (self._total - done) if done else None
            return Progress(
                stage=self._stage,
                total=self._total,
                last=self._arrivals[-1].name if done else "",
                arrivals=tuple(self._arrivals),
                seconds_left=left,
                fault=self._fault,
            )

    def commit(self, by: str) -> Appended:
        """Make everything that was read part of the dataset, at once, under the name of whoever asks for it.

        Raises:
            DatasetError: the dataset cannot be written to; nothing was committed.
        """
        values = [arrival.values for arrival in self.progress().arrivals if arrival.values is not None]
        return self._dataset.commit(pl.DataFrame(values, schema=REPORTS, orient="row"), by)

    def _run(self, uploads: Sequence[Upload]) -> None:
        stage, fault = Stage.FAILED, None
        try:
            faults = [_fault(partial(self._read_all, uploads)), _fault(self._judge)]
            fault = next(filter(None, faults), None)
            if fault is None:
                stage = Stage.STOPPED if self._stopped.is_set() else Stage.READ
        finally:  # whatever ends this thread, nobody must wait for it any longer
            with self._lock:
                self._stage, self._fault = stage, fault

    def _read_all(self, uploads: Sequence[Upload]) -> None:
        with TemporaryDirectory(prefix="gongkai-", ignore_cleanup_errors=True) as folder:
            files = _kept(uploads, Path(folder))
            self._total = sum(1 for _ in _documents(files))
            with Readers(self._open_pool, take_in, self._dataset.location) as readers:
                for source, result in readers.read(self._unknown(files)):
                    self._add(_arrival(source, result))

    def _judge(self) -> None:
        with _asked(self._dataset.location) as latest:
            judged = list(_judged(latest, self._arrivals))
        with self._lock:
            self._arrivals = judged

    def _unknown(self, files: Sequence[tuple[Path, str]]) -> Iterator[Source]:
        """The documents to read; those that need no reading arrive at once."""
        with _asked(self._dataset.location) as latest:
            known = latest.known()
        for found in _documents(files):
            if self._stopped.is_set():
                return
            if isinstance(found, Refused):
                self._add(Arrival(name=found.name, outcome=Outcome.UNREADABLE, cause=found.problem))
            elif (digest := hashlib.sha256(found.content).digest()) in known:
                self._add(Arrival(name=found.name, outcome=Outcome.SAME))
            else:
                known.add(digest)
                yield found

    def _add(self, arrival: Arrival) -> None:
        with self._lock:
            self._arrivals.append(arrival)


def _fault(step: Callable[[], None]) -> DatasetError | None:
    """Take a step; what is wrong when it fails."""
    try:
        step()
    except DatasetError as fault:
        return fault
    except OSError as error:
        return DatasetError(Fault.UNWRITABLE, place=gettempdir(), detail=error)
    return None


@contextmanager
def _asked(location: Location) -> Iterator[Dataset]:
    """The dataset to be asked, in its latest version: files of the one that an intake began with may be gone.

    Raises:
        DatasetError: it is damaged, or cannot be reached.
    """
    dataset = open_dataset(location)
    try:
        with damage.told(dataset):
            yield dataset
    except damage.FAILURES as error:
        raise DatasetError(Fault.UNREACHABLE, place=location, detail=error) from error


def unreadable(arrivals: Iterable[Arrival], committed: Appended) -> int:
    """How many of the documents that were committed could not be read."""
    return sum(
        arrival.outcome is Outcome.UNREADABLE and arrival.value("sha256") in committed.stored for arrival in arrivals
    )


def _kept(uploads: Iterable[Upload], folder: Path) -> list[tuple[Path, str]]:
    """The files on disk under names of our own, since a browser may send any; with the names they came with."""
    files = []
    for number, upload in enumerate(uploads):
        file = folder / f"{number:06d}"
        file.write_bytes(upload.content)
        files.append((file, upload.name))
    return files


def _documents(files: Iterable[tuple[Path, str]]) -> Iterator[Source | Refused]:
    """The documents of files and archives under the names that their senders know."""
    for file, name in files:
        for found in find_sources([file]):
            yield replace(found, name=shown_name(name + found.name.removeprefix(file.as_posix())))


def _arrival(source: Source, result: Values | BaseException) -> Arrival:
    if isinstance(result, BaseException):
        return Arrival(name=source.name, outcome=Outcome.UNREADABLE, cause=result)
    arrival = Arrival(name=source.name, outcome=Outcome.NEW, values=result)
    if arrival.value("worst") != Severity.UNREADABLE:
        return arrival
    cause = unreadable_cause(cast("list[Issue]", arrival.value("issues")))
    return replace(arrival, outcome=Outcome.UNREADABLE, cause=cause)


def _judged(dataset: Dataset, arrivals: Sequence[Arrival]) -> Iterator[Arrival]:
    """The arrivals, each that takes the place of an earlier report of the same organ and year with that report."""
    new = [arrival for arrival in arrivals if arrival.outcome is Outcome.NEW]
    held = _held(dataset, [_key(arrival) for arrival in new])
    for arrival in arrivals:
        key = _key(arrival)
        if arrival.outcome is not Outcome.NEW or None in key:
            yield arrival
            continue
        earlier = held.get(key, "")
        held[key] = arrival.name
        yield replace(arrival, outcome=Outcome.SUPERSEDES, earlier=earlier) if earlier else arrival


def _key(arrival: Arrival) -> tuple[object, ...]:
    return tuple(arrival.value(column) for column in SAME_REPORT)


def _held(dataset: Dataset, keys: Sequence[tuple[object, ...]]) -> dict[tuple[object, ...], str]:
    """The files whose place new reports of some organs and years take."""
    wanted = pl.LazyFrame(keys, schema={column: REPORTS[column] for column in SAME_REPORT}, orient="row").unique()
    held = dataset.reports().filter(IN_SUCCESSION).join(wanted, on=SAME_REPORT, how="semi")
    return {(organ, year): source for organ, year, source in held.select(*SAME_REPORT, "source").collect().iter_rows()}
