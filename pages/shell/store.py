"""The dataset that the dashboard shows: the folder named by ``GONGKAI_DATASET``, else the bundled sample."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import Final

import polars as pl
import streamlit as st

from data.dataset import Dataset, open_dataset
from data.queries.scope import Choices, choices
from data.sample import sample_dataset

VARIABLE: Final = "GONGKAI_DATASET"
_FRESH: Final = timedelta(seconds=10)  # after which another program's import is noticed
_HELD_IN_MEMORY: Final = 50_000  # reports; a larger dataset is read from its files for each question


class Opened:
    """A dataset as all sessions share it. Nothing here is ever changed."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.reports: pl.LazyFrame = _held(dataset.reports())
        self.choices: Choices = choices(self.reports)


def _held(reports: pl.LazyFrame) -> pl.LazyFrame:
    count: int = reports.select(pl.len()).collect().item()
    return reports.collect().lazy() if count <= _HELD_IN_MEMORY else reports


@st.cache_resource(ttl=_FRESH, show_spinner=False)
def _opened(location: str | None) -> Opened:
    return Opened(open_dataset(location) if location else sample_dataset())


def opened() -> Opened:
    """The dataset in its latest version.

    Raises:
        DatasetError: the folder holds no dataset that can be used.
    """
    return _opened(os.environ.get(VARIABLE))


def is_sample() -> bool:
    """Whether the bundled sample is shown because no dataset is named."""
    return not os.environ.get(VARIABLE)
