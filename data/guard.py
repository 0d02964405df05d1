"""What bounds a process that reads files of unknown origin: time, memory, and the life of the process it reads for.

Readers are written in C in part, and nothing in Python stops a library that loops or allocates. So such a process ends
itself, and whoever waits for it sees that it died and reads the other documents in a new one.
"""

from __future__ import annotations

import ctypes
import faulthandler
import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from functools import cache
from threading import Lock, Thread
from typing import Final, TextIO

import psutil

from parsing.limits import MAX_MEMORY_BYTES, readable_size
from parsing.model import Problem

_LOOK: Final = 0.1  # seconds between two looks at the memory
_ONE_AT_A_TIME = Lock()  # there is one time limit in a process, and reading gains nothing from threads


class TooSlowError(Exception):
    """A document was still being read when its time was up."""


class TooLargeError(Exception):
    """Reading a document took more memory than a reading process may hold."""


def problem_of(error: BaseException) -> Problem:
    """What is said of a document that could not be read because reading it ended like this."""
    match error:
        case TooSlowError(args=(seconds,)):
            return Problem(code="file-too-slow", values={"seconds": f"{seconds:.0f}"})
        case TooLargeError():
            return Problem(code="file-too-demanding", values={"limit": readable_size(MAX_MEMORY_BYTES)})
        case BrokenExecutor():
            return Problem(code="file-reader-ended")
        case _:
            return Problem(code="file-reader-failed", values={"error": type(error).__name__})


# ---- In the process that reads --------------------------------------------------------------------------------------


def begin(has_overflowed: ctypes.c_bool | None = None, most: int = MAX_MEMORY_BYTES) -> None:
    """Prepare a process that reads: Ctrl+C is its parent's affair, and without its parent it ends.

    Given ``has_overflowed``, it also ends when it holds more than ``most`` bytes, which it notes there for its parent.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    if has_overflowed is not None:
        Thread(target=_end_when_overflowing, args=(has_overflowed, most), daemon=True).start()


def _end_with_parent() -> None:
    """The executor's own workers would wait for ever for work from a parent that was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _end_when_overflowing(has_overflowed: ctypes.c_bool, most: int) -> None:
    """The libraries that allocate without end let other threads run meanwhile."""
    this = psutil.Process()
    while this.memory_info().rss <= most:
        time.sleep(_LOOK)
    has_overflowed.value = True
    os._exit(1)


@contextmanager
def limited(seconds: float | None) -> Iterator[None]:
    """One document at a time; one that takes longer ends this process. ``None`` sets no limit."""
    with _ONE_AT_A_TIME:
        if seconds is None:
            yield
            return
        faulthandler.dump_traceback_later(seconds, exit=True, file=_nowhere())
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


@cache
def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - open as long as the process lives
