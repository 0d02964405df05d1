"""Surveys kept beside a dataset, so that whoever opens it need not make one.

``survey/`` holds a folder for each survey, named by a mark of the dataset's files and of the program: whatever it
tells belongs to exactly these files. ``survey/latest.json`` names the newest one. A survey is written aside and put in
its place whole; of two programs that make the same one at the same time, one is kept.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import polars as pl

from data.dataset import Dataset
from data.delta import SURVEYS, TABLE
from data.faults import DatasetError, Fault
from data.places import Bucket, Location, write_whole
from data.program import fingerprint
from data.survey import FILES, STANDINGS, OnStep, Survey, survey, surveyed, unwatched, write
from data.workshop import remove_abandoned, workshop

_LATEST: Final = "latest.json"
_SUMS: Final = "sums.json"  # the SHA-256 of each file: a table with other bytes in it can still be read, wrongly
_KEPT: Final = 3  # surveys: those who look at pages may still draw the one before
_DIGITS: Final = 32


@dataclass(frozen=True, slots=True)
class _Latest:
    """The newest survey: by which program and of which version and files, and all marks that are kept, newest first."""

    program: str
    version: int
    files: tuple[str, ...]
    marks: tuple[str, ...]


def kept(dataset: Dataset) -> Survey | None:
    """The survey of this very version, when one is kept."""
    return None if dataset.as_of else _opened(dataset, place(dataset))


def at_hand(dataset: Dataset) -> Survey:
    """The survey that is kept; else it is made, and kept where anything can be written."""
    if dataset.as_of is not None:
        return survey(dataset)
    try:
        return refresh(dataset)
    except DatasetError:
        return survey(dataset)


def latest(location: Location) -> Survey | None:
    """The newest survey that is kept and whose reports are all still there, be it of an older version."""
    told = _latest(location)
    if told is None or told.program != fingerprint() or not told.marks:
        return None
    files = tuple(location / TABLE / name for name in told.files)
    if any(isinstance(file, Path) and not file.is_file() for file in files):
        return None
    return _opened(Dataset(location, told.version, files), location / SURVEYS / told.marks[0])


def refresh(dataset: Dataset, on_step: OnStep = unwatched) -> Survey:
    """The survey of this version, made and kept unless there is one.

    Raises:
        DatasetError: the dataset's folder cannot be written to.
    """
    mark = _mark(dataset)
    found = kept(dataset)
    if found is not None:
        return found
    try:
        with _workshop(dataset.location) as folder:
            write(dataset, folder, on_step)
            _publish(folder, dataset.location / SURVEYS, mark)
        _tell(dataset, mark)
    except OSError as error:
        raise DatasetError(Fault.UNWRITABLE, place=dataset.location, detail=error) from error
    made = kept(dataset)
    if made is None:
        raise DatasetError(Fault.UNWRITABLE, place=dataset.location, detail=f"{SURVEYS}/{mark}")
    return made


def tidy(location: Location) -> None:
    """Remove what refreshes have left that were stopped or killed; those under way are not disturbed."""
    if isinstance(location, Path):
        remove_abandoned(location / SURVEYS)


def place(dataset: Dataset) -> Location:
    """Where the survey of this version is kept."""
    return dataset.location / SURVEYS / _mark(dataset)


def _mark(dataset: Dataset) -> str:
    """A name for the survey of these files by this program."""
    told = json.dumps([fingerprint(), [file.name for file in dataset.files]])
    return hashlib.sha256(told.encode()).hexdigest()[:_DIGITS]


def _opened(dataset: Dataset, folder: Location) -> Survey | None:
    if isinstance(folder, Path) and not _is_whole(folder):
        return None  # none is kept, or what is kept is damaged: it is made anew
    try:
        standings = pl.read_parquet(str(folder / STANDINGS), glob=False)
    except (OSError, pl.exceptions.PolarsError):
        return None  # none is kept in the object store, which itself sees to it that an object is whole
    return surveyed(dataset, folder, standings)


def _is_whole(folder: Path) -> bool:
    """Whether every file of a survey is there and as it was written."""
    try:
        told = json.loads((folder / _SUMS).read_bytes())
        return bool(told == _sums(folder))
    except (OSError, ValueError):
        return False


def _sums(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file of a survey.

    Raises:
        OSError: one of them is not there, or may not be read.
    """
    sums = {}
    for name in FILES:
        with (folder / name).open("rb") as file:
            sums[name] = hashlib.file_digest(file, "sha256").hexdigest()
    return sums


@contextmanager
def _workshop(location: Location) -> Iterator[Path]:
    """A folder to write to, on the dataset's own disk where it has one."""
    if isinstance(location, Bucket):
        with TemporaryDirectory(prefix="gongkai-", ignore_cleanup_errors=True) as folder:
            yield Path(folder)
        return
    beside = location / SURVEYS
    beside.mkdir(exist_ok=True)
    with workshop(beside) as own:
        made = own / "survey"  # is moved away, while what it stands in is left to be removed
        made.mkdir()
        yield made


def _publish(made: Path, target: Location, mark: str) -> None:
    """Put a finished survey in its place."""
    if isinstance(target, Bucket):
        for name in FILES:
            write_whole(target / mark / name, (made / name).read_bytes())
        return
    (made / _SUMS).write_text(json.dumps(_sums(made)), encoding="utf-8")
    try:
        made.rename(target / mark)
    except OSError:
        if _is_whole(target / mark):
            return  # another program was faster
        shutil.rmtree(target / mark, ignore_errors=True)
        _put(made, target / mark)


def _put(made: Path, target: Path) -> None:
    """Move a survey to where none is any more, unless another program has just done so."""
    try:
        made.rename(target)
    except OSError:
        if not _is_whole(target):
            raise


def _tell(dataset: Dataset, mark: str) -> None:
    """Name the newest survey, and remove those that nobody can be looking at any more."""
    before = _latest(dataset.location)
    if before is not None and before.version > dataset.version:
        return
    marks = dict.fromkeys((mark, *(before.marks if before else ())))
    newest = _Latest(fingerprint(), dataset.version, tuple(file.name for file in dataset.files), tuple(marks)[:_KEPT])
    write_whole(dataset.location / SURVEYS / _LATEST, json.dumps(asdict(newest)).encode())
    for old in tuple(marks)[_KEPT:]:
        _remove(dataset.location / SURVEYS / old)


def _latest(location: Location) -> _Latest | None:
    try:
        told = json.loads((location / SURVEYS / _LATEST).read_bytes())
        files, marks = (tuple(map(str, told[name])) for name in ("files", "marks"))
        return _Latest(str(told["program"]), int(told["version"]), files, marks)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _remove(folder: Location) -> None:
    if isinstance(folder, Path):
        shutil.rmtree(folder, ignore_errors=True)
        return
    for name in reversed(FILES):
        with suppress(OSError):
            (folder / name).remove()
