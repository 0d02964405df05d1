"""The dataset that is shown: the folder named by ``GONGKAI_DATASET``, else ``./dataset``, else the bundled sample."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import Final

import polars as pl
import streamlit as st

from data import checks
from data.dataset import Dataset, open_dataset
from data.intake import Intake, Upload
from data.places import Location
from data.queries.scope import Choices, choices
from data.sample import sample_dataset
from data.workers import processes

VARIABLE: Final = "GONGKAI_DATASET"
DEFAULT: Final = Path("dataset")  # where the commands keep a dataset that is not named
_FRESH: Final = timedelta(seconds=10)  # after which another program's import is noticed
_WORKERS: Final = max(1, (os.cpu_count() or 2) - 1)  # one core is left for those who look at pages
_VERSIONS: Final = 2  # of datasets kept in memory: sessions may still draw the one before
_HELD_IN_MEMORY: Final = 50_000  # reports; a larger dataset is read from its files for each question


class Opened:
    """A dataset as all sessions share it, checked across its reports. Nothing here is ever changed."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.reports: pl.LazyFrame = _held(checks.with_findings(dataset.reports(), checks.checked(dataset).findings))
        self.choices: Choices = choices(self.reports)


def _held(reports: pl.LazyFrame) -> pl.LazyFrame:
    count: int = reports.select(pl.len()).collect().item()
    return reports.collect().lazy() if count <= _HELD_IN_MEMORY else reports


@st.cache_resource(ttl=_FRESH, show_spinner=False)
def _latest(location: str | None) -> Dataset:
    return open_dataset(location) if location else sample_dataset()


@st.cache_resource(max_entries=_VERSIONS, show_spinner=False)
def _opened(location: str, version: int, _dataset: Dataset) -> Opened:  # noqa: ARG001 - the first two tell it apart
    return Opened(_dataset)


def opened() -> Opened:
    """The dataset in its latest version.

    Raises:
        DatasetError: the folder holds no dataset that can be used.
    """
    dataset = _latest(_location())
    return _opened(str(dataset.location), dataset.version, dataset)


class Desk:
    """Where files wait between being dropped and being committed; one for a dataset, shared by all who use it."""

    def __init__(self) -> None:
        self.intake: Intake | None = None
        self.told: dict[str, int] = {}  # what the last commit did: stored, superseding, version
        self.round = 0  # counts the intakes, so that each begins without the files of the one before

    def begin(self, dataset: Dataset, uploads: list[Upload]) -> None:
        """Read these files, unless others are being read."""
        if self.intake is None:
            self.told = {}
            self.intake = Intake(dataset, uploads, processes(_WORKERS))

    def clear(self) -> None:
        """Forget what was read."""
        self.intake = None
        self.round += 1

    def commit(self) -> None:
        """Make what was read part of the dataset.

        Raises:
            DatasetError: the dataset cannot be written to.
        """
        if self.intake is None:
            return
        done = self.intake.commit()
        self.told = {
            "stored": len(done.stored),
            "superseding": len(done.superseding),
            "version": done.dataset.version,
        }
        self.clear()
        look_again()


@st.cache_resource(show_spinner=False)
def _desk(location: str) -> Desk:  # noqa: ARG001 - tells the desks apart
    return Desk()


def desk(dataset: Dataset) -> Desk:
    """The desk of a dataset."""
    return _desk(str(dataset.location))


def look_again() -> None:
    """Have the next run look for a new version at once."""
    _latest.clear()


def show(location: Location) -> None:
    """Show another dataset from now on, to all who use this server."""
    os.environ[VARIABLE] = str(location)


def is_sample() -> bool:
    """Whether the bundled sample is shown because no dataset is named and none is there."""
    return _location() is None


def _location() -> str | None:
    return os.environ.get(VARIABLE) or (str(DEFAULT) if DEFAULT.exists() else None)
