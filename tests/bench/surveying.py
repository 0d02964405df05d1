"""How long the survey of a dataset takes, and the memory that it needs, in a process of its own.

::

    uv run python -m tests.bench.surveying DATASET
"""

from __future__ import annotations

import sys
from time import perf_counter

from data.dataset import open_dataset
from data.survey import kept
from tests.bench.memory import peak


def run(dataset: str) -> tuple[float, float]:
    """Seconds, and the peak of memory in megabytes."""
    began = perf_counter()
    kept.refresh(open_dataset(dataset))
    return perf_counter() - began, peak() or 0.0


if __name__ == "__main__":
    sys.stdout.write(" ".join(f"{figure:.3f}" for figure in run(sys.argv[1])) + "\n")
