"""A survey made by a process of its own, while others look at the one before."""

from __future__ import annotations

import multiprocessing
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing.connection import Connection
from threading import Lock
from typing import Final

from data.dataset import Dataset, open_dataset
from data.faults import DatasetError
from data.guard import begin
from data.places import Location
from data.survey import STEPS, kept

_KILLED: Final = 5.0  # seconds until a killed process has ended, unless its disk does not answer


class Stage(StrEnum):
    """How far a refresh has come."""

    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Progress:
    """What is told while a survey is made. ``share`` is how much is done, from 0 to 1."""

    stage: Stage
    share: float
    fault: DatasetError | None


class Refresh:
    """A survey under way. May be asked by any thread; it ends with this process."""

    def __init__(self, dataset: Dataset) -> None:
        self.version = dataset.version
        self._location = dataset.location
        self._lock = Lock()
        self._progress = Progress(Stage.RUNNING, 0, None)
        context = multiprocessing.get_context("spawn")
        self._told, telling = context.Pipe(duplex=False)
        self._process = context.Process(target=_make, args=(dataset.location, telling), daemon=True)
        self._process.start()
        telling.close()

    def progress(self) -> Progress:
        """How far it has come."""
        with self._lock:
            try:
                while self._progress.stage is Stage.RUNNING and self._told.poll():
                    self._hear(self._told.recv())
            except (EOFError, OSError):  # the process has ended
                self._end(Stage.FAILED)
            return self._progress

    def stop(self) -> None:
        """Give it up; what was shown before stays."""
        with self._lock:
            self._process.kill()
            self._process.join(_KILLED)
            kept.tidy(self._location)
            self._end(Stage.STOPPED)

    def _hear(self, told: int | DatasetError) -> None:
        if isinstance(told, DatasetError):
            self._end(Stage.FAILED, told)
        elif told > STEPS:
            self._end(Stage.DONE)
        else:
            self._progress = Progress(Stage.RUNNING, told / STEPS, None)

    def _end(self, stage: Stage, fault: DatasetError | None = None) -> None:
        if self._progress.stage is Stage.RUNNING:
            self._progress = Progress(stage, float(stage is Stage.DONE), fault)


def _make(location: Location, telling: Connection) -> None:
    """What the process does."""
    begin()
    try:
        kept.refresh(open_dataset(location), telling.send)
    except DatasetError as fault:
        telling.send(fault)
    else:
        telling.send(STEPS + 1)
