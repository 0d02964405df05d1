"""What a worker does, wherever it runs: read some documents, keep them, and hand back their rows."""

from __future__ import annotations

import faulthandler
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from threading import Lock
from typing import TextIO

from data.blobs import keep
from data.faults import DatasetError, Fault
from data.places import Location
from data.reading import read
from data.schema import REPORTS
from parsing.model import Source

Values = tuple[object, ...]
"""A row of the dataset as it travels between processes: its values in the order of the schema's columns."""

_ONE_AT_A_TIME = Lock()  # there is one time limit in a process, and reading gains nothing from threads


def take_in(location: Location, sources: Sequence[Source], seconds: float | None) -> list[Values]:
    """Read documents and keep them and their readings in a dataset; their rows, which nobody sees until a commit.

    A document that takes longer than ``seconds`` ends this process: nothing else stops a regular expression or a
    library written in C. ``None`` sets no limit.

    Raises:
        DatasetError: the dataset's folder cannot be written to.
    """
    rows = []
    for source in sources:
        with _ONE_AT_A_TIME, _limited(seconds):
            row, reading = read(source)
        try:
            keep(location, str(row["sha256"]), reading, source.content)
        except OSError as error:
            raise DatasetError(Fault.UNWRITABLE, place=location, detail=error) from error
        rows.append(tuple(row[column] for column in REPORTS))
    return rows


@contextmanager
def _limited(seconds: float | None) -> Iterator[None]:
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
