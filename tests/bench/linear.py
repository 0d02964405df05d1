"""Whether what a page asks costs more than so many times as much of so many times the reports.

Both datasets are asked in turns in one process, timed by the processor time that they take::

    uv run python -m tests.bench.linear 1500000 6000000 [--folder FOLDER]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import Final

from data.dataset import Dataset, open_dataset
from data.survey import Survey, kept
from tests.bench.growth import made
from tests.bench.questions import questions

ROUNDS: Final = 9
SHORTEST: Final = 0.01  # seconds; less is the cost of asking at all


def lines(small: Dataset, large: Dataset) -> Iterator[str]:
    """A line for each question: the medians of both in milliseconds, and how many times the one is the other."""
    yield f"| question | {small.count:,} reports, ms | {large.count:,} reports, ms | times |"
    yield "| --- | ---: | ---: | ---: |"
    surveys = tuple(kept.at_hand(dataset) for dataset in (small, large))
    for pair in zip(*map(questions, surveys), strict=True):
        took: list[list[float]] = [[], []]
        for _ in range(ROUNDS + 1):
            for survey, question, times in zip(surveys, pair, took, strict=True):
                times.append(_seconds(question.ours, survey))
        one, other = (median(times[1:]) for times in took)
        ratio = f"{other / one:.1f}" if other >= SHORTEST else ""
        yield f"| {pair[0].name} | {1000 * one:.1f} | {1000 * other:.1f} | {ratio} |"


def _seconds(work: Callable[[Survey], object], survey: Survey) -> float:
    start = process_time()
    work(survey)
    return process_time() - start


def main(arguments: Sequence[str]) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="tests.bench.linear", description=__doc__)
    parser.add_argument("small", type=int, help="reports of one dataset")
    parser.add_argument("large", type=int, help="reports of the other")
    parser.add_argument("--folder", type=Path, help="keep the synthetic datasets here, and use those that are here")
    chosen = parser.parse_args(arguments)
    with TemporaryDirectory() as aside:
        folder = chosen.folder or Path(aside)
        for count in (chosen.small, chosen.large):
            made(folder, count)
        for line in lines(*(open_dataset(folder / str(count)) for count in (chosen.small, chosen.large))):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
