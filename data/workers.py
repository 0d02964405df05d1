"""Where documents are read: in this process, in several of this machine, or wherever an executor sends them."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor, wait
from dataclasses import dataclass
from threading import Thread
from types import TracebackType
from typing import Final, Self

from data.faults import DatasetError
from data.places import Location
from data.tasks import Values, take_in
from parsing.model import Source

TIME_LIMIT: Final = 120.0  # seconds for one document; a PDF of the thousand pages that are allowed takes a minute

_PART_DOCUMENTS: Final = 8  # go to a worker together, which halves what sending them costs
_PART_BYTES: Final = 256 * 1024
_AHEAD: Final = 4  # parts for each worker: enough to do while one of them reads a long document
_WAITING_BYTES: Final = 64 * 1024**2  # are sent ahead at most


@dataclass(frozen=True, slots=True)
class Pool:
    """Workers that are ready. ``size`` of them read at the same time.

    ``seconds`` is how long one document may take; None where a reader cannot be ended.
    """

    executor: Executor
    size: int
    seconds: float | None


OpenPool = Callable[[], Pool]
Result = Values | BaseException


def processes(count: int, seconds: float = TIME_LIMIT) -> OpenPool:
    """So many processes of this machine, apart from this one: a document that crashes its reader harms no other."""

    def open_pool() -> Pool:
        # A forked process hangs in Polars, whose threads it does not inherit.
        context = multiprocessing.get_context("spawn")
        return Pool(ProcessPoolExecutor(count, mp_context=context, initializer=begin), count, seconds)

    return open_pool


def begin() -> None:
    """Prepare a worker process: Ctrl+C is its parent's affair, and without its parent it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """The executor's own workers would wait for ever for work from a parent that was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def in_this_process() -> Pool:
    """A thread of this process: at once ready, for documents that are known to be harmless."""
    return Pool(ThreadPoolExecutor(1), 1, None)


class TooSlowError(Exception):
    """A document was still being read when its time was up."""


@dataclass(frozen=True, slots=True)
class _Sent:
    """Documents under way together."""

    part: tuple[Source, ...]
    future: Future[list[Values]]


class Readers:
    """Reads documents in a pool, which is opened when the first one comes. One that fails does not harm others.

    Documents are sent in parts. When something goes wrong with a part (a worker process that dies takes all parts
    under way with it) each of its documents is read again alone, so that only the one to blame stays unread.
    """

    def __init__(self, open_pool: OpenPool, location: Location) -> None:
        self._open_pool = open_pool
        self._location = location
        self._pool: Pool | None = None
        self._sent: deque[_Sent] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def read(self, sources: Iterable[Source]) -> Iterator[tuple[Source, Result]]:
        """Each document with its row, in order, or with the exception that reading it ended with.

        Raises:
            DatasetError: a worker cannot write to the dataset.
        """
        for part in _parts(sources):
            self._sent.append(_Sent(part, self._submit(part)))
            while self._is_enough():
                yield from self._received(self._sent.popleft())
        while self._sent:
            yield from self._received(self._sent.popleft())

    def _is_enough(self) -> bool:
        waiting = sum(_size(sent.part) for sent in self._sent)
        return len(self._sent) > _AHEAD * self._ready().size or waiting > _WAITING_BYTES

    def _received(self, sent: _Sent) -> Iterator[tuple[Source, Result]]:
        if _error(sent.future) is None:
            yield from zip(sent.part, sent.future.result(), strict=True)
            return
        # Whoever brings down a worker must be the only one to be read then.
        wait([other.future for other in self._sent])
        for source in sent.part:
            yield source, self._alone(source)

    def _alone(self, source: Source) -> Result:
        start = time.monotonic()
        future = self._submit((source,))
        error = _error(future)
        if error is None:
            return future.result()[0]
        limit = self._ready().seconds
        return TooSlowError(limit) if limit is not None and time.monotonic() - start >= limit else error

    def _submit(self, part: tuple[Source, ...]) -> Future[list[Values]]:
        try:
            return self._submit_to(self._ready(), part)
        except BrokenExecutor:
            self._close()
            return self._submit_to(self._ready(), part)

    def _submit_to(self, pool: Pool, part: tuple[Source, ...]) -> Future[list[Values]]:
        return pool.executor.submit(take_in, self._location, part, pool.seconds)

    def _ready(self) -> Pool:
        if self._pool is None:
            self._pool = self._open_pool()
        return self._pool

    def _close(self) -> None:
        if self._pool is not None:
            self._pool.executor.shutdown(cancel_futures=True)
            self._pool = None


def _parts(sources: Iterable[Source]) -> Iterator[tuple[Source, ...]]:
    part: list[Source] = []
    for source in sources:
        part.append(source)
        if len(part) == _PART_DOCUMENTS or _size(part) >= _PART_BYTES:
            yield tuple(part)
            part.clear()
    if part:
        yield tuple(part)


def _size(part: Iterable[Source]) -> int:
    return sum(len(source.content) for source in part)


def _error(future: Future[list[Values]]) -> BaseException | None:
    """What reading ended with, when the documents are to blame.

    Raises:
        DatasetError: the dataset is.
    """
    error = future.exception()
    if isinstance(error, DatasetError):
        raise error
    return error
