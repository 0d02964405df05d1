"""Many browser sessions at once, over the protocol that browsers speak.

::

    uv run python -m tests.load --sessions 50 --seconds 120
    uv run python -m tests.load --sessions 50 --seconds 120 --reports 150000
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Final

from data.dataset import Dataset, open_dataset
from data.sample import sample_dataset
from tests.bench.__main__ import machine
from tests.browser.dashboard import running_dashboard
from tests.load.crowd import Record, crowd, interests

_PAUSE: Final = 10.0  # seconds on average that somebody looks at a page
_SHOWN: Final = 10


def main(arguments: Sequence[str]) -> int:
    """Measure and print; 1 when there was a fault, or somebody saw what another had chosen."""
    parser = argparse.ArgumentParser(prog="python -m tests.load", description=__doc__.partition("\n")[0])
    parser.add_argument("--sessions", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=120.0, help="how long they look around")
    parser.add_argument(
        "--pause", type=float, default=_PAUSE, help="seconds on average between two pages of one session"
    )
    parser.add_argument("--dataset", type=Path, help="a dataset folder; without it, the sample")
    parser.add_argument("--reports", type=int, help="so many synthetic reports instead")
    chosen = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        dataset = _dataset(chosen, Path(folder))
        wanted = interests(dataset, chosen.sessions)
        with running_dashboard(Path(str(dataset.location))) as address:
            record = asyncio.run(crowd(address, wanted, chosen.seconds, chosen.pause))
    sys.stdout.write("\n".join(_told(chosen, dataset, record)) + "\n")
    for wrong in (record.faults + record.mixed)[:_SHOWN]:
        sys.stderr.write(f"{wrong}\n")
    return int(bool(record.faults or record.mixed))


def _dataset(chosen: argparse.Namespace, folder: Path) -> Dataset:
    if chosen.reports is not None:
        from tests.bench import growth  # noqa: PLC0415 - DuckDB and the rest of it are wanted for nothing else

        return growth.write(folder / "dataset", chosen.reports)
    return open_dataset(chosen.dataset) if chosen.dataset else sample_dataset()


def _told(chosen: argparse.Namespace, dataset: Dataset, record: Record) -> Iterator[str]:
    yield f"{chosen.sessions} sessions for {chosen.seconds:.0f} s, {dataset.count:,} reports, {machine()}."
    yield ""
    yield "| | number | median s | 95th percentile s | longest s |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    yield f"| first pages, all at once | {_figures(record.starts)} |"
    yield f"| pages | {_figures(record.pages)} |"
    yield f"| files | {_figures(record.files)} |"
    yield ""
    yield f"Faults: {len(record.faults)}. Seen of another session: {len(record.mixed)}. Memory: {_memory(record)}."


def _figures(seconds: Sequence[float]) -> str:
    if len(seconds) < 2:  # of fewer there are no percentiles
        return f"{len(seconds)} | | |"
    last = quantiles(seconds, n=20)[-1]
    return f"{len(seconds)} | {median(seconds):.2f} | {last:.2f} | {max(seconds):.2f}"


def _memory(record: Record) -> str:
    """The memory after each tenth of the time, in megabytes."""
    figures = [memory for _, memory in record.memory]
    picked = [figures[len(figures) * part // 10] for part in range(1, 10)] + figures[-1:]
    return " ".join(f"{figure:.0f}" for figure in picked) + " MB"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
