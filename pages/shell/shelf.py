"""The surveys of a dataset that this server shows: the one of the latest version, or of the version before."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import Final

from data.dataset import Dataset
from data.queries.scope import Choices, choices
from data.survey import HELD_IN_MEMORY, Survey, in_memory, kept
from data.survey.refresh import Refresh

_AT_ONCE: Final = 20_000  # reports; a survey of so many takes a second, for which nobody needs to be told
_VERSIONS: Final = 2  # of a dataset: sessions may still draw the one before


@dataclass(frozen=True, slots=True)
class Opened:
    """A dataset as all sessions share it, with its survey. Nothing here is ever changed."""

    survey: Survey
    choices: Choices

    @property
    def dataset(self) -> Dataset:
        """The version that is shown."""
        return self.survey.dataset


class Shelf:
    """What is open of one dataset; shared by all sessions."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._opened: dict[Dataset, Opened] = {}  # the one opened last comes last
        self._refresh: Refresh | None = None

    def opened(self, dataset: Dataset) -> Opened | None:
        """This version; as long as its survey is being made, the version before; None where there is none.

        Raises:
            DatasetError: the dataset cannot be read.
        """
        with self._lock:
            if dataset not in self._opened:
                found = _survey(dataset)
                if found is None:
                    return self._before(dataset)
                self._open(found)
            return self._opened[dataset]

    def refresh(self, version: int) -> Refresh | None:
        """The survey of a version that is being made, or was stopped."""
        wanted = self._refresh
        return wanted if wanted is not None and wanted.version == version else None

    def again(self, dataset: Dataset) -> None:
        """Make the survey that was stopped or failed."""
        with self._lock:
            self._refresh = Refresh(dataset)

    def _before(self, dataset: Dataset) -> Opened | None:
        if self._refresh is None or self._refresh.version < dataset.version:
            self._refresh = Refresh(dataset)
        if not self._opened:
            found = kept.latest(dataset.location)
            if found is not None:
                self._open(found)
        return next(reversed(self._opened.values()), None)

    def _open(self, found: Survey) -> None:
        held = in_memory(found) if found.standing.height <= HELD_IN_MEMORY else found
        self._opened[found.dataset] = Opened(held, choices(held.totals))
        for old in tuple(self._opened)[:-_VERSIONS]:
            del self._opened[old]


def _survey(dataset: Dataset) -> Survey | None:
    """The survey that is kept; that of a small dataset is made at once."""
    return kept.kept(dataset) if dataset.count > _AT_ONCE else kept.at_hand(dataset)
