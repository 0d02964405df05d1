"""What a download of as many reports as the dashboard gives takes: seconds, megabytes of the file, peak of memory.

::

    uv run python -m tests.bench.downloads DATASET csv|package [REPORTS]
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from time import process_time
from typing import Final

import polars as pl

from data import package, sheets
from data.dataset import open_dataset
from data.export import headed, wide
from data.filters import Filters
from data.survey import Survey, kept
from tests.bench.memory import peak

MOST: Final = 200_000  # reports that the dashboard gives
MEGABYTE: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Taken:
    """Processor time, the size of the file, and the peak of memory before and after in megabytes."""

    seconds: float
    size: float
    before: float
    after: float


def csv(survey: Survey, count: int, target: BytesIO) -> None:
    """The CSV file of the first reports, as the dashboard makes it."""
    sheets.csv((headed(wide(part).collect(), "zh") for part in _first(survey, count)), target)


def packed(survey: Survey, count: int, target: BytesIO) -> None:
    """The package of the first reports with what was found in them."""
    ids = survey.heads.select("report_id").head(count).collect()["report_id"]
    found = survey.entries.filter(pl.col("report_id").is_in(ids.implode()))
    package.write(_first(survey, count), found, (), target)


def _first(survey: Survey, count: int) -> Iterator[pl.LazyFrame]:
    for part in survey.parts(Filters()):
        if count <= 0:
            return
        yield part.head(count)
        count -= part.select(pl.len()).collect().item()


WAYS: Final[dict[str, Callable[[Survey, int, BytesIO], None]]] = {"csv": csv, "package": packed}


def run(dataset: str, way: str, count: int = MOST) -> Taken:
    """Make one file in this process."""
    survey = kept.at_hand(open_dataset(dataset))
    before, began, target = peak() or 0.0, process_time(), BytesIO()
    WAYS[way](survey, count, target)
    return Taken(process_time() - began, target.tell() / MEGABYTE, before, peak() or 0.0)


def main(arguments: Sequence[str]) -> int:
    """Print the figures."""
    dataset, way, *count = arguments
    taken = run(dataset, way, *map(int, count))
    sys.stdout.write(f"{taken.seconds:.1f} {taken.size:.1f} {taken.before:.0f} {taken.after:.0f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
