"""How fast a long job goes, and how long it will still take."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass
from typing import Final

_SPAN: Final = 30.0  # seconds that a rate is taken over: files that are passed over quickly must not promise too much
_SHORTEST: Final = 3.0  # seconds before which nothing is promised
_MINUTE: Final = 60


@dataclass(frozen=True, slots=True)
class _Mark:
    """How far the job was at a moment."""

    moment: float
    documents: int
    files: int


class Pace:
    """The rate of documents, and the seconds left until the last file, over the last half minute."""

    def __init__(self, files: int) -> None:
        self._files = files
        self._marks = deque([_Mark(time.monotonic(), 0, 0)])

    def mark(self, documents: int, files: int) -> None:
        """Note how far the job is now."""
        now = time.monotonic()
        self._marks.append(_Mark(now, documents, files))
        while now - self._marks[1].moment > _SPAN:
            self._marks.popleft()

    @property
    def rate(self) -> float:
        """Documents a second."""
        first, last = self._marks[0], self._marks[-1]
        return (last.documents - first.documents) / max(last.moment - first.moment, 1e-9)

    @property
    def left(self) -> float | None:
        """Seconds left; None while that cannot be told, as within a single archive."""
        first, last = self._marks[0], self._marks[-1]
        done, took = last.files - first.files, last.moment - first.moment
        return (self._files - last.files) * took / done if done and took > _SHORTEST else None


def clock(seconds: float) -> str:
    """Hours, minutes and seconds, as on a clock."""
    minutes, second = divmod(round(seconds), _MINUTE)
    hours, minute = divmod(minutes, _MINUTE)
    return f"{hours}:{minute:02}:{second:02}"
