"""Files that appear whole or not at all."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, which takes the place of ``path`` once all is written; on an error nothing changes.

    Raises:
        OSError: no permission, or the disk is full.
    """
    # Not tempfile: it would leave the file readable for its owner alone.
    unfinished = path.with_name(f".{uuid.uuid4().hex}.unfinished")
    try:
        with _new(unfinished) as file:
            yield file
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _new(path: Path) -> BinaryIO:
    """A new file, in a new folder if need be."""
    try:
        return path.open("xb")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("xb")
