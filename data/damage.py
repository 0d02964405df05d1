"""Which file of a dataset cannot be read, told after a question about the dataset has failed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import polars as pl

from data.dataset import Dataset, stored
from data.faults import DatasetError, Fault
from data.places import Location

FAILURES: Final = (pl.exceptions.PolarsError, OSError)
"""What a question fails with when bytes of a table were changed: its size alone is looked at when it is opened."""


@contextmanager
def told(dataset: Dataset) -> Iterator[None]:
    """Have questions about a dataset fail with the damage that they come upon.

    Raises:
        DatasetError: a file of the dataset is damaged.
    """
    try:
        yield
    except FAILURES as error:
        damaged = _damaged_file(dataset)
        if damaged is None:
            raise
        raise DatasetError(Fault.DAMAGED, place=dataset.location, detail=f"reports/{damaged.name}") from error


def _damaged_file(dataset: Dataset) -> Location | None:
    return next((file for file in dataset.files if not _is_readable(file)), None)


def _is_readable(file: Location) -> bool:
    """Whether every column of a Parquet file can be decoded. Row groups are looked at one after the other."""
    try:
        for _ in stored((file,)).collect_batches(lazy=True):
            pass
    except FAILURES:
        return False
    return True
