"""An empty dataset, and one of several files."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.dataset import Dataset, create_dataset
from tests.dataset.read_reports import a_record, a_report


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    """An empty dataset in a folder whose name is Chinese and holds a blank."""
    return create_dataset(tmp_path / "数据 集（1）")


@pytest.fixture
def corrected(dataset: Dataset) -> Dataset:
    """Three files: a report and another, its correction and a third, one more."""
    for part in (
        [("older", 2023, 1), ("other", 2022, 2)],
        [("newer", 2023, 3), ("third", 2021, 4)],
        [("fourth", 2020, 5)],
    ):
        dataset = dataset.append([a_record(a_report(name, year=year, received=n)) for name, year, n in part]).dataset
    return dataset
