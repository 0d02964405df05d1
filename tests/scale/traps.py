"""Documents on which a reader fails as libraries do: it crashes, hangs, or runs into an error of the program."""

from __future__ import annotations

import os
import re
from typing import Final

from data import guard, reading
from data.reading import read
from data.rows import Row
from parsing.model import Source

CRASH: Final = Source("crash.html", b"crash")
HANG: Final = Source("hang.html", b"hang")
FAIL: Final = Source("fail.html", b"fail")


def read_or_fall(source: Source) -> tuple[Row, bytes]:
    """Read a document, but fall into the trap that it is."""
    match source.content:
        case CRASH.content:
            os._exit(139)
        case HANG.content:
            re.fullmatch("(a+)+b", "a" * 64)  # holds the interpreter's lock for years
        case FAIL.content:
            raise RecursionError("too deep")
    return read(source)


def begin() -> None:
    """Prepare a worker that can be trapped."""
    guard.begin()
    reading.read = read_or_fall  # where workers look for it
