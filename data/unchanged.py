"""Files that an earlier ingest has seen as they are now, so that the next one need not open them.

A file counts as unchanged when its path, size and both times (of its content and of its entry) are as they were, and
when all documents that it held then are in the dataset now. This is safe because nothing rests on the notes alone: a
document whose bytes are not in the dataset is never passed over, whatever the notes say; no tool sets back the time of
an entry; and a file that was changed only just before it was read is not noted at all, since a second change within
the same tick of the clock would not show. Without the notes, every file is read and recognised by its SHA-256.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from data.places import Location

NAME: Final = "unchanged.sqlite"

_TICK: Final = 3_000_000_000  # nanoseconds; the coarsest clock of a file system (FAT) moves every two seconds
_DIGEST_BYTES: Final = 32
_WAIT: Final = 10.0  # seconds for another ingest that is writing
_TABLE: Final = (
    "CREATE TABLE IF NOT EXISTS files (path BLOB PRIMARY KEY, size INTEGER, modified INTEGER, entered INTEGER, "
    "documents BLOB) WITHOUT ROWID"
)
_FIND: Final = "SELECT documents FROM files WHERE path = ? AND size = ? AND modified = ? AND entered = ?"
_NOTE: Final = "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class State:
    """A file as its directory tells it. Times are in nanoseconds. Of a settled one, a later change would show.

    ``path`` is what the system calls it, in bytes: a name in GBK, as ``unzip`` leaves it on Linux, is no text.
    """

    path: bytes
    size: int
    modified: int
    entered: int
    is_settled: bool


def state(file: Path) -> State:
    """The state of a file.

    Raises:
        OSError: it is gone, or may not be looked at.
    """
    told = file.stat()
    # st_ctime_ns is the time of the last change of the entry, on Windows the time of its creation.
    modified, entered = told.st_mtime_ns, told.st_ctime_ns
    is_settled = max(modified, entered) < time.time_ns() - _TICK
    return State(os.fsencode(file.absolute()), told.st_size, modified, entered, is_settled)


class Notes:
    """Which documents each file held, in a database beside the dataset. When it cannot be used, nothing is noted."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._fresh: list[tuple[bytes, int, int, int, bytes]] = []

    def documents(self, seen: State) -> tuple[bytes, ...]:
        """The SHA-256 of each document that the file held in this state; empty when it has not been seen in it."""
        key = (seen.path, seen.size, seen.modified, seen.entered)
        try:
            found = self._connection.execute(_FIND, key).fetchone()
        except sqlite3.Error:
            return ()
        digests: bytes = found[0] if found else b""
        return tuple(digests[start : start + _DIGEST_BYTES] for start in range(0, len(digests), _DIGEST_BYTES))

    def note(self, seen: State, documents: Iterable[bytes]) -> None:
        """Remember what a file held, until it is saved."""
        self._fresh.append((seen.path, seen.size, seen.modified, seen.entered, b"".join(documents)))

    def save(self) -> None:
        """Write down what was noted last, at once, since another ingest may be waiting to do the same."""
        with suppress(sqlite3.Error), self._connection:
            self._connection.executemany(_NOTE, self._fresh)
        self._fresh.clear()


@contextmanager
def notes(location: Location) -> Iterator[Notes]:
    """The notes of a dataset; for one in an object store, or where none can be kept, they are empty and forgotten."""
    with closing(_opened(location)) as connection:
        kept = Notes(connection)
        try:
            yield kept
        finally:
            kept.save()


def _opened(location: Location) -> sqlite3.Connection:
    if isinstance(location, Path):
        with suppress(sqlite3.Error):
            return _with_table(sqlite3.connect(location / NAME, timeout=_WAIT))
    return _with_table(sqlite3.connect(":memory:"))


def _with_table(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.execute("PRAGMA synchronous = OFF")  # lost notes cost a second look at a file, no more
    connection.execute(_TABLE)
    connection.commit()
    return connection
