"""The working lists: every problem and every finding of the chosen reports, one row each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import polars as pl

from data.places import Location
from data.queries.condition import rank
from data.reviews import Decision, reviewed
from parsing.catalogue import Severity

_REPORT = ("report_id", "sha256", "organ_id", "agency", "fiscal_year", "source", "synthetic")


class State(StrEnum):
    """Which entries are meant, by what supervisors decided about them."""

    EVERY = "every"
    OPEN = "open"
    CONFIRMED = Decision.CONFIRMED.value
    DISMISSED = Decision.DISMISSED.value


@dataclass(frozen=True, slots=True)
class Listed:
    """The first entries of a list with what was decided about them, and how many there are in all."""

    rows: pl.DataFrame
    total: int


def listing(reports: pl.LazyFrame, *, findings: bool) -> pl.LazyFrame:
    """Problems or findings, the worst first, then the largest difference.

    ``item`` names an entry for ever: the report and the entry's number in it. ``size`` is how far the two sides are
    apart, null when there are not two.
    """
    return _entries(reports).filter(pl.col("finding") == findings)


def counts(entries: pl.LazyFrame) -> pl.DataFrame:
    """How often each kind occurs and in how many reports, the worst first: code, entries, reports."""
    return (
        entries.group_by("code", "severity")
        .agg(pl.len().alias("entries"), pl.col("report_id").n_unique().alias("reports"))
        .sort(rank(pl.col("severity")), -pl.col("entries").cast(pl.Int64), "code")
        .select("code", "entries", "reports")
        .collect()
    )


def listed(entries: pl.LazyFrame, location: Location, state: State, most: int) -> Listed:
    """The first entries in a state, as :func:`data.reviews.reviewed` gives them, in the order of the list.

    Raises:
        DatasetError: the decisions cannot be read.
    """
    if state is State.EVERY:
        total: int = entries.select(pl.len()).collect().item()
        return Listed(reviewed(entries.head(most).collect(), location), total)
    found = in_state(reviewed(entries.collect(), location), state)
    return Listed(found.head(most), found.height)


def in_state(entries: pl.DataFrame, state: State) -> pl.DataFrame:
    """Those of some reviewed entries that are in a state."""
    match state:
        case State.EVERY:
            return entries
        case State.OPEN:
            return entries.filter(pl.col("decision").is_null())
        case _:
            return entries.filter(pl.col("decision") == state.value)


def first_to_look_at(reports: pl.LazyFrame, count: int) -> pl.DataFrame:
    """The reports with the gravest issue and the largest difference: one entry for each, and how many it has.

    Notes are left out: they say what was assumed while reading, and ask for nothing.
    """
    entries = _entries(reports).filter(pl.col("severity") != Severity.NOTE.value)
    return (
        entries.with_columns(pl.len().over("report_id").alias("entries"))
        .unique("report_id", keep="first", maintain_order=True)
        .head(count)
        .collect()
    )


def of_report(reports: pl.LazyFrame, report_id: str) -> pl.DataFrame:
    """All problems and findings of one report, the worst first."""
    return _entries(reports.filter(pl.col("report_id") == report_id)).collect()


def _entries(reports: pl.LazyFrame) -> pl.LazyFrame:
    left, right = (pl.col(side).cast(pl.Decimal(38, 8), strict=False) for side in ("left", "right"))
    return (
        reports.select(*_REPORT, "issues", number=pl.int_ranges(0, pl.col("issues").list.len()))
        .explode("issues", "number")
        .unnest("issues")
        .filter(pl.col("code").is_not_null())
        .with_columns(
            item=pl.concat_str("report_id", pl.lit("."), "number"),
            size=(left - right).abs(),
        )
        .sort(
            rank(pl.col("severity")),
            "size",
            "agency",
            "fiscal_year",
            "report_id",
            "number",
            descending=[False, True, False, False, False, False],
            nulls_last=True,
        )
    )
