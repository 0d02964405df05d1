"""An empty dataset."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.dataset import Dataset, create_dataset


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    """An empty dataset in a folder whose name is Chinese and holds a blank."""
    return create_dataset(tmp_path / "数据 集（1）")
