"""The dashboard in a process of its own: its first page, what each page's script takes, and its memory.

Without a dataset, the same of an app of nothing but one chart::

    uv run python -m tests.bench.app [DATASET]
"""

from __future__ import annotations

import json
import os
import sys
import time

_STARTED = time.perf_counter()  # before anything is imported: that is part of a cold start

from collections.abc import Callable, Iterable, Sequence  # noqa: E402
from pathlib import Path  # noqa: E402
from statistics import median  # noqa: E402
from typing import Final  # noqa: E402

from tests.bench.memory import peak  # noqa: E402

APP: Final = Path(__file__).parents[2] / "app.py"
ONE_CHART: Final = Path(__file__).parent / "one_chart.py"
TIMEOUT: Final = 120
ROUNDS: Final = 5


def run(script: Path, pages: Iterable[Path]) -> dict[str, float]:
    """The milliseconds that the script of each page takes when nothing has changed.

    Beside them ``start``, the seconds until the first page, ``processor``, those of them that it computed, and
    ``memory``, the megabytes at the peak.
    """
    from streamlit.testing.v1 import AppTest  # noqa: PLC0415 - part of what is measured

    app = AppTest.from_file(str(script), default_timeout=TIMEOUT).run()
    told = {"start": time.perf_counter() - _STARTED, "processor": time.process_time()}
    for page in pages:
        app.switch_page(str(page.relative_to(APP.parent))).run()
        told[page.parent.name] = median(_milliseconds(app.run) for _ in range(ROUNDS))
        for fault in (*app.exception, *app.error):  # it would be a fault's time that is told, not the page's
            raise RuntimeError(fault.value)
    return told | {"memory": peak() or 0.0}


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


def main(arguments: Sequence[str]) -> int:
    """Print the figures as JSON."""
    if arguments:
        os.environ["GONGKAI_DATASET"] = arguments[0]
        told = run(APP, sorted(APP.parent.glob("pages/*/page.py")))
    else:
        told = run(ONE_CHART, ())
    sys.stdout.write(json.dumps(told) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
