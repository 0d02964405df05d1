"""Work for a reading process that fills its memory."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Final

from parsing.model import Source

GREEDY: Final = Source("greedy.html", b"greedy")
_PIECE: Final = 8 * 1024**2


def hold(_: None, sources: Sequence[Source], seconds: float | None) -> list[str]:
    """The names of documents; for the greedy one, more and more memory, for a while."""
    held: list[bytearray] = []
    end = time.monotonic() + (seconds or 0)
    while GREEDY in sources and time.monotonic() < end:
        held.append(bytearray(_PIECE))
        time.sleep(0.01)
    return [source.name for source in sources]
