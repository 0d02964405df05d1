"""Where documents are read: in this process, in several of this machine, or wherever an executor sends them."""

from __future__ import annotations

import ctypes
import multiprocessing
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from types import TracebackType
from typing import Final, Generic, Self, TypeVar

from data.faults import DatasetError
from data.guard import TooLargeError, TooSlowError, begin
from parsing.limits import MAX_MEMORY_BYTES, MAX_SECONDS
from parsing.model import Source

S = TypeVar("S")
T = TypeVar("T")

_PART_DOCUMENTS: Final = 8  # go to a worker together, which halves what sending them costs
_PART_BYTES: Final = 256 * 1024
_AHEAD: Final = 4  # parts for each worker: enough to do while one of them reads a long document
_WAITING_BYTES: Final = 64 * 1024**2  # are sent ahead at most


@dataclass(frozen=True, slots=True)
class Pool:
    """Workers that are ready. ``size`` of them read at the same time.

    ``seconds`` is how long one document may take; None where a reader cannot be ended. ``has_overflowed`` is set by a
    worker that ends because it holds too much memory.
    """

    executor: Executor
    size: int
    seconds: float | None
    has_overflowed: ctypes.c_bool = field(default_factory=ctypes.c_bool)


OpenPool = Callable[[], Pool]
Work = Callable[[S, Sequence[Source], float | None], list[T]]
"""What a worker does: given its subject, some documents and the seconds for each, it gives something for each."""


def processes(count: int, seconds: float = MAX_SECONDS, most: int = MAX_MEMORY_BYTES) -> OpenPool:
    """So many processes of this machine, apart from this one: a document that crashes its reader harms no other.

    Each ends when one document takes longer than ``seconds``, or when it holds more than ``most`` bytes.
    """

    def open_pool() -> Pool:
        # A forked process hangs in Polars, whose threads it does not inherit.
        context = multiprocessing.get_context("spawn")
        has_overflowed = context.RawValue(ctypes.c_bool, False)  # noqa: FBT003 - what it holds
        executor = ProcessPoolExecutor(count, mp_context=context, initializer=begin, initargs=(has_overflowed, most))
        return Pool(executor, count, seconds, has_overflowed)

    return open_pool


def in_this_process() -> Pool:
    """A thread of this process: at once ready, for documents that are known to be harmless."""
    return Pool(ThreadPoolExecutor(1), 1, None)


@dataclass(frozen=True, slots=True)
class _Sent(Generic[T]):
    """Documents under way together."""

    part: tuple[Source, ...]
    future: Future[list[T]]


class Readers(Generic[S, T]):
    """Reads documents in a pool, which is opened when the first one comes. One that fails does not harm others.

    Documents are sent in parts. When something goes wrong with a part (a worker process that dies takes all parts
    under way with it) each of its documents is read again alone, so that only the one to blame stays unread.
    """

    def __init__(self, open_pool: OpenPool, work: Work[S, T], subject: S) -> None:
        self._open_pool = open_pool
        self._work = work
        self._subject = subject
        self._pool: Pool | None = None
        self._sent: deque[_Sent[T]] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def read(self, sources: Iterable[Source]) -> Iterator[tuple[Source, T | BaseException]]:
        """Each document with what the work gives for it, in order, or with the exception that reading it ended with.

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

    def _received(self, sent: _Sent[T]) -> Iterator[tuple[Source, T | BaseException]]:
        if _error(sent.future) is None:
            yield from zip(sent.part, sent.future.result(), strict=True)
            return
        # Whoever brings down a worker must be the only one to be read then.
        wait([other.future for other in self._sent])
        for source in sent.part:
            yield source, self._alone(source)

    def _alone(self, source: Source) -> T | BaseException:
        start = time.monotonic()
        future = self._submit((source,))
        error = _error(future)
        if error is None:
            return future.result()[0]
        pool = self._ready()
        if pool.has_overflowed.value:
            return TooLargeError()
        return TooSlowError(pool.seconds) if pool.seconds and time.monotonic() - start >= pool.seconds else error

    def _submit(self, part: tuple[Source, ...]) -> Future[list[T]]:
        try:
            return self._submit_to(self._ready(), part)
        except BrokenExecutor:
            self._close()
            return self._submit_to(self._ready(), part)

    def _submit_to(self, pool: Pool, part: tuple[Source, ...]) -> Future[list[T]]:
        return pool.executor.submit(self._work, self._subject, part, pool.seconds)

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


def _error(future: Future[list[T]]) -> BaseException | None:
    """What reading ended with, when the documents are to blame.

    Raises:
        DatasetError: the dataset is.
    """
    error = future.exception()
    if isinstance(error, DatasetError):
        raise error
    return error
