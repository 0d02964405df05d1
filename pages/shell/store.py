"""The dataset that is shown: the folder named by ``GONGKAI_DATASET``, else ``./dataset``, else the bundled sample."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from threading import Lock
from typing import Final

import streamlit as st

from data import damage, intake
from data.access import Person, Right
from data.dataset import Dataset, create_dataset, open_dataset
from data.intake import Intake, Upload
from data.places import Location
from data.sample import sample_dataset
from data.survey.refresh import Refresh
from data.workers import processes
from pages.shell.shelf import Opened, Shelf

VARIABLE: Final = "GONGKAI_DATASET"
DEFAULT: Final = Path("dataset")  # where the commands keep a dataset that is not named
_FRESH: Final = timedelta(seconds=10)  # after which another program's import is noticed
_WORKERS: Final = max(1, (os.cpu_count() or 2) - 1)  # one core is left for those who look at pages


@st.cache_resource(ttl=_FRESH, show_spinner=False)
def _latest(location: str | None) -> Dataset:
    return open_dataset(location) if location else sample_dataset()


@st.cache_resource(show_spinner=False)
def _shelf(location: str) -> Shelf:  # noqa: ARG001 - tells the shelves apart
    return Shelf()


@dataclass(frozen=True, slots=True)
class Shown:
    """The dataset in its latest version, and what is shown of it: None while the first survey is being made.

    ``refresh`` is what makes the survey of the latest version, where an older one is shown.
    """

    latest: Dataset
    opened: Opened | None
    refresh: Refresh | None

    def again(self) -> None:
        """Make the survey that was stopped or failed."""
        _shelf(str(self.latest.location)).again(self.latest)


def shown() -> Shown:
    """The dataset as far as it can be shown.

    Raises:
        DatasetError: the folder holds no dataset that can be used.
    """
    dataset = _latest(_location())
    shelf = _shelf(str(dataset.location))
    with damage.told(dataset):
        opened = shelf.opened(dataset)
    is_latest = opened is not None and opened.dataset.version == dataset.version
    return Shown(dataset, opened, None if is_latest else shelf.refresh(dataset.version))


class Desk:
    """Where files wait between being dropped and being committed; one for a dataset, shared by all who use it.

    Whoever does something must have the right to import: ``NotAllowedError`` otherwise, and nothing is done.
    """

    def __init__(self) -> None:
        self.intake: Intake | None = None
        self.told: dict[str, int] = {}  # what the last commit did: stored, unreadable, superseding, version
        self.round = 0  # counts the intakes, so that each begins without the files of the one before
        self._lock = Lock()  # two visitors may press at the same moment

    def begin(self, dataset: Dataset, uploads: list[Upload], by: Person) -> None:
        """Read these files, unless others are being read."""
        by.must(Right.IMPORT)
        with self._lock:
            if self.intake is None:
                self.told = {}
                self.intake = Intake(dataset, uploads, processes(_WORKERS))

    def stop(self, by: Person) -> None:
        """Read no further file."""
        by.must(Right.IMPORT)
        intake = self.intake  # another visitor may take it away in between
        if intake is not None:
            intake.stop()

    def clear(self, by: Person) -> None:
        """Forget what was read."""
        by.must(Right.IMPORT)
        with self._lock:
            self._forget()

    def commit(self, by: Person) -> None:
        """Make what was read part of the dataset, under the name of whoever asks for it.

        Raises:
            DatasetError: the dataset cannot be written to.
        """
        by.must(Right.IMPORT)
        with self._lock:
            if self.intake is None:
                return
            done = self.intake.commit(by.signature)
            unreadable = intake.unreadable(self.intake.progress().arrivals, done)
            self.told = {
                "stored": len(done.stored) - unreadable,
                "unreadable": unreadable,
                "superseding": len(done.superseding),
                "version": done.dataset.version,
            }
            self._forget()
        look_again()

    def _forget(self) -> None:
        self.intake = None
        self.round += 1


@st.cache_resource(show_spinner=False)
def _desk(location: str) -> Desk:  # noqa: ARG001 - tells the desks apart
    return Desk()


def desk(dataset: Dataset) -> Desk:
    """The desk of a dataset."""
    return _desk(str(dataset.location))


def look_again() -> None:
    """Have the next run look for a new version at once."""
    _latest.clear()


def make_named(by: Person) -> None:
    """Make the dataset that the environment names and that is not there.

    Raises:
        DatasetError: the folder cannot be written to.
        NotAllowedError: whoever asks has no right to import.
    """
    make(os.environ[VARIABLE], by)


def make(folder: str | Path, by: Person) -> None:
    """Make a dataset, or open one that is there, and show it from now on to all who use this server.

    Raises:
        DatasetError: the folder holds other files, or cannot be written to.
        NotAllowedError: whoever asks has no right to import.
    """
    by.must(Right.IMPORT)
    location: Location = create_dataset(folder).location
    os.environ[VARIABLE] = str(location)


def is_sample() -> bool:
    """Whether the bundled sample is shown because no dataset is named and none is there."""
    return _location() is None


def _location() -> str | None:
    return os.environ.get(VARIABLE) or (str(DEFAULT) if DEFAULT.exists() else None)
