"""Trying again to write to a table while others do."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from typing import Final

_MOST: Final = 100
_LONGEST_WAIT: Final = 0.2  # seconds between two tries


def tries() -> Iterator[None]:
    """A turn for each try, with a wait between two of them, longer from try to try."""
    for attempt in range(1, _MOST + 1):
        yield
        time.sleep(random.uniform(0, min(_LONGEST_WAIT, 0.01 * attempt)))  # noqa: S311 - not a secret
