"""Who did what, and when: documents taken in and decisions made, the latest first."""

from __future__ import annotations

import polars as pl

from data.dataset import Dataset
from data.places import Location
from data.reviews import history

_IMPORTED = ("ingested_at", "ingested_by", "source", "agency", "fiscal_year", "sha256")
_DECISION = ("decided_at", "name", "signed_in", "decision", "reason", "code")
_NAME = pl.col("organ_id").str.replace("^[^-]*-", "")  # an organ's id is its division and its name


def imports(dataset: Dataset) -> pl.LazyFrame:
    """Every document that was ever taken in, superseded ones too: when, by whom, which."""
    return dataset.history().select(_IMPORTED).sort("ingested_at", descending=True)


def reviews(location: Location) -> pl.LazyFrame:
    """Every decision that was ever made, those that a later one replaced too.

    Raises:
        DatasetError: the decisions cannot be read.
    """
    told = history(location).lazy().select(*_DECISION, "fiscal_year", "fingerprint", agency=_NAME)
    return told.sort("decided_at", descending=True)
