"""How long the rules across reports take over a dataset of so many reports, and the memory that they need.

::

    uv run python -m tests.bench.across 150000
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import polars as pl

from data.checks import arithmetic, copied, jumps, repeated, rollup, years
from tests.bench.figures import figures
from tests.bench.memory import peak

Work = Callable[[pl.LazyFrame], object]
RULES: dict[str, Work] = {
    "arithmetic": lambda reports: arithmetic.outcomes(reports).collect(engine="streaming"),
    "from year to year": years.check,
    "repeated figures": repeated.check,
    "jumps": jumps.check,
    "roll-up": rollup.check,
    "copied texts": copied.check,
}


def lines(count: int) -> Iterator[str]:
    """What each group of rules took."""
    yield f"{'':20}{'seconds':>10}{'processor':>10}{'peak MB':>10}"
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        file = Path(folder) / "reports.parquet"
        figures(count).sink_parquet(file)
        for name, work in RULES.items():
            began, worked = perf_counter(), process_time()
            work(pl.scan_parquet(file))
            memory = peak()
            told = "" if memory is None else f"{memory:.0f}"
            yield f"{name:20}{perf_counter() - began:10.1f}{process_time() - worked:10.1f}{told:>10}"


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in lines(int(sys.argv[1])))
