"""Folders in which something is made before it is moved to its place, and which go even when their maker was killed.

Beside each lies a file that its maker holds a lock on. The system gives the lock up when a process ends, however it
ends, and not before: a folder whose lock can be had is nobody's any more.
"""

from __future__ import annotations

import shutil
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_PREFIX: Final = "making-"
_LOCK: Final = ".lock"


@contextmanager
def workshop(beside: Path) -> Iterator[Path]:
    """An empty folder inside another one, for as long as it is worked in.

    Raises:
        OSError: nothing can be written there.
    """
    remove_abandoned(beside)
    lock, held = _locked(beside)
    folder = lock.with_suffix("")
    try:
        folder.mkdir()
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        held.close()  # before the file goes: Windows removes none that is open
        lock.unlink(missing_ok=True)


def remove_abandoned(beside: Path) -> None:
    """Remove the folders whose makers have ended."""
    for lock in beside.glob(f"{_PREFIX}*{_LOCK}"):
        with suppress(OSError):  # it is held, or gone by now, or another user's
            with lock.open("r+b") as found:
                _hold(found)
                shutil.rmtree(lock.with_suffix(""), ignore_errors=True)
            lock.unlink()


def _locked(beside: Path) -> tuple[Path, BinaryIO]:
    """A new file with a lock on it that is held until the file is closed."""
    while True:
        lock = beside / f"{_PREFIX}{uuid.uuid4().hex}{_LOCK}"
        held = lock.open("xb")
        if _is_free(held) and lock.exists():
            return lock, held
        held.close()  # somebody who tidies up has come upon it before it was locked


def _is_free(file: BinaryIO) -> bool:
    """Whether nobody else holds a file; where there are no locks nobody does, nor removes anything."""
    try:
        _hold(file)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True
    return True


def _hold(file: BinaryIO) -> None:
    """Lock a file until it is closed.

    Raises:
        OSError: somebody else holds it, or the file system has no locks.
    """
    if sys.platform == "win32":
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
