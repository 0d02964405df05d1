"""The dashboard in a process of its own: how long until its first page stands, and its memory after all pages.

::

    uv run python -m tests.bench.app DATASET
"""

from __future__ import annotations

import os
import sys
import time

_STARTED = time.perf_counter()  # before anything is imported: that is part of a cold start

from collections.abc import Sequence  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Final  # noqa: E402

from tests.bench.memory import peak  # noqa: E402

APP: Final = Path(__file__).parents[2] / "app.py"
TIMEOUT: Final = 120


def run(dataset: str) -> tuple[float, float, float]:
    """Seconds until the first page, seconds for the same page again, and the peak of memory in megabytes."""
    os.environ["GONGKAI_DATASET"] = dataset
    from streamlit.testing.v1 import AppTest  # noqa: PLC0415 - part of what is measured

    page = AppTest.from_file(str(APP), default_timeout=TIMEOUT).run()
    first = time.perf_counter() - _STARTED
    start = time.perf_counter()
    page.run()
    if page.exception:
        raise RuntimeError(page.exception[0].message)
    return first, time.perf_counter() - start, peak() or 0.0


def main(arguments: Sequence[str]) -> int:
    """Print the three figures."""
    sys.stdout.write(" ".join(f"{figure:.3f}" for figure in run(arguments[0])) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
