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


def reviews(location: Location, organs: pl.LazyFrame) -> pl.LazyFrame:
    """Every decision that was ever made, those that a later one replaced too.

    ``organs`` are those of :func:`data.survey.organs.of`: an organ is called as there. One whose reports are all gone
    is called by the name in its id, where the place is cut off.

    Raises:
        DatasetError: the decisions cannot be read.
    """
    called = organs.select("organ_id", "agency").unique("organ_id", keep="last", maintain_order=True)
    return (
        history(location)
        .lazy()
        .join(called, on="organ_id", how="left")
        .select(*_DECISION, pl.coalesce("agency", _NAME).alias("agency"), "fiscal_year", "fingerprint")
        .sort("decided_at", descending=True)
    )
