"""The bundled sample dataset: the documents that come with the program, read once for each user and version."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from data.dataset import Dataset, create_dataset, open_dataset
from data.faults import DatasetError
from data.ingest import ingest
from data.program import fingerprint
from data.workshop import workshop
from parsing import Refused, find_sources
from parsing.model import Source

DOCUMENTS: Final = Path(__file__).parent / "samples" / "documents"

_OLD: Final = 7 * 24 * 3600  # seconds after which the sample of another version is removed


@cache
def sample_dataset() -> Dataset:
    """The sample dataset, read from the bundled documents when this user opens it for the first time.

    It is kept in the user's cache folder under a name that changes with the documents and the program. Where no such
    folder can be written to, it is made anew in a temporary folder.

    Raises:
        DatasetError: not even the temporary folder can be written to.
    """
    name = f"sample-{fingerprint()}"
    for folder in _cache_folders():
        try:
            return _open_or_make(folder, name)
        except (OSError, DatasetError):
            continue  # a read-only home, or a path that the table library cannot use
    return _make(Path(tempfile.mkdtemp(prefix="gongkai-")) / name)


def _open_or_make(folder: Path, name: str) -> Dataset:
    target = folder / name
    if not target.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _remove_old(folder)
        with workshop(folder) as made:
            _make(made / name)
            _publish(made / name, target)
    return open_dataset(target)


def _publish(made: Path, target: Path) -> None:
    """Move the finished dataset to where all processes look for it; the first of several wins."""
    try:
        made.rename(target)
    except OSError:
        if not target.exists():
            raise


def _make(location: Path) -> Dataset:
    return ingest(_documents(), create_dataset(location)).dataset


def _documents() -> Iterator[Source | Refused]:
    """The bundled documents, named without the folder in which the program happens to be installed."""
    for source in find_sources([DOCUMENTS]):
        yield replace(source, name=Path(source.name).relative_to(DOCUMENTS).as_posix())


def _cache_folders() -> Iterator[Path]:
    """Where this user's programs keep what they can make again."""
    named_by = {"win32": "LOCALAPPDATA", "darwin": ""}.get(sys.platform, "XDG_CACHE_HOME")
    if named := os.environ.get(named_by):
        yield Path(named) / "gongkai"
    below_home = {"win32": "AppData/Local", "darwin": "Library/Caches"}.get(sys.platform, ".cache")
    with suppress(RuntimeError):  # a service account may have no home
        yield Path.home() / below_home / "gongkai"


def _remove_old(folder: Path) -> None:
    for sample in folder.glob("sample-*"):
        if time.time() - sample.stat().st_mtime > _OLD:
            shutil.rmtree(sample, ignore_errors=True)
