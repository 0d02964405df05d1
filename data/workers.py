"""Where documents are read: in this process, in several of this machine, or wherever an executor sends them."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from types import TracebackType
from typing import Final, Self

from data.reading import read
from data.rows import Row
from parsing.model import Source

OpenExecutor = Callable[[], Executor]
Result = tuple[Row, bytes] | BaseException


def workers(count: int) -> OpenExecutor:
    """An executor of so many processes; one worker reads within this process, on a thread of its own."""

    def open_executor() -> Executor:
        if count == 1:
            return ThreadPoolExecutor(1)
        # A forked process hangs in Polars, whose threads it does not inherit. Ctrl+C is the parent's affair.
        context = multiprocessing.get_context("spawn")
        leave_interrupts = (signal.SIGINT, signal.SIG_IGN)
        return ProcessPoolExecutor(count, mp_context=context, initializer=signal.signal, initargs=leave_interrupts)

    return open_executor


IN_THIS_PROCESS: Final = workers(1)


class Readers:
    """Reads documents on an executor, which is opened when the first one comes. One that fails does not harm others.

    When a document brings down a whole worker process, all documents under way fail with it; each of them is then
    read again alone, so that only the one to blame stays unread.
    """

    def __init__(self, open_executor: OpenExecutor) -> None:
        self._open_executor = open_executor
        self._executor: Executor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def read(self, sources: Sequence[Source]) -> Iterator[Result]:
        """What each document holds, in order, or the exception that reading it ended with."""
        futures = [self._submit(source) for source in sources]
        for source, future in zip(sources, futures, strict=True):
            result = _result(future)
            yield self._alone(source) if isinstance(result, BrokenExecutor) else result

    def _submit(self, source: Source) -> Future[tuple[Row, bytes]]:
        if self._executor is None:
            self._executor = self._open_executor()
        try:
            return self._executor.submit(read, source)
        except BrokenExecutor as error:
            failed: Future[tuple[Row, bytes]] = Future()
            failed.set_exception(error)
            return failed

    def _alone(self, source: Source) -> Result:
        self._close()
        return _result(self._submit(source))

    def _close(self) -> None:
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)
            self._executor = None


def _result(future: Future[tuple[Row, bytes]]) -> Result:
    error = future.exception()
    return future.result() if error is None else error
