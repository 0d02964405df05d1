"""What the last import changed: which reports came or took an earlier one's place, what is wrong now and was not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Final

import polars as pl

from data.dataset import IN_SUCCESSION, SAME_REPORT, Dataset
from data.issues import Issue
from data.reviews import issue_fingerprint
from parsing.catalogue import Severity

_PAUSE: Final = timedelta(minutes=1)  # without a commit: what comes later is another import


class Arrival(StrEnum):
    """What a report of the last import is."""

    NEW = "new"
    SUPERSEDING = "superseding"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class LastImport:
    """When the last import began, and whether the dataset held anything before."""

    began: datetime
    is_first: bool


@lru_cache(maxsize=4)
def last_import(dataset: Dataset) -> LastImport | None:
    """The last import: commits that follow each other without a long pause. None for an empty dataset."""
    moments = dataset.history().select(pl.col("ingested_at").sort()).collect()["ingested_at"]
    if moments.is_empty():
        return None
    starts = moments.filter((moments.diff() > _PAUSE).fill_null(value=True))
    return LastImport(starts.to_list()[-1], is_first=len(starts) == 1)


def arrivals(reports: pl.LazyFrame, entries: pl.LazyFrame, dataset: Dataset, since: datetime) -> pl.DataFrame:
    """The current reports that came since a moment, those with most that is new first.

    Columns: report_id, agency, source, fiscal_year, worst, arrival (an :class:`Arrival`), found (problems and findings
    that are new with the report) and settled (those of the report whose place it took that are gone). A report that
    took another one's place is compared by what was found while reading both, without the findings between reports.
    Notes do not count.
    """
    came = reports.filter(pl.col("ingested_at") >= since).select(
        "report_id", "agency", "source", *SAME_REPORT, "worst", "issues"
    )
    arrived = came.collect()
    earlier = _predecessors(arrived, dataset, since)
    found = _told(entries.filter(pl.col("report_id").is_in(arrived["report_id"].implode())))
    compared = _compared(arrived, earlier)
    return (
        arrived.lazy()
        .select("report_id", "agency", "source", "fiscal_year", "worst")
        .join(found, on="report_id", how="left")
        .join(compared.lazy(), on="report_id", how="left")
        .select(
            "report_id",
            "agency",
            "source",
            "fiscal_year",
            "worst",
            _arrival().alias("arrival"),
            pl.coalesce("new", "entries", 0).cast(pl.Int64).alias("found"),
            pl.col("gone").fill_null(0).cast(pl.Int64).alias("settled"),
        )
        .sort("found", "settled", "agency", "fiscal_year", descending=[True, True, False, False], nulls_last=True)
        .collect()
    )


def _arrival() -> pl.Expr:
    return (
        pl.when(pl.col("new").is_not_null())
        .then(pl.lit(Arrival.SUPERSEDING.value))
        .when(pl.col("worst") == Severity.UNREADABLE.value)
        .then(pl.lit(Arrival.UNREADABLE.value))
        .otherwise(pl.lit(Arrival.NEW.value))
    )


def _told(entries: pl.LazyFrame) -> pl.LazyFrame:
    counted = entries.filter(pl.col("severity") != Severity.NOTE.value)
    return counted.group_by("report_id").agg(pl.len().alias("entries"))


def _predecessors(arrived: pl.DataFrame, dataset: Dataset, since: datetime) -> pl.DataFrame:
    """What was held before for the same organs and years: the latest of each, with its issues."""
    keys = arrived.lazy().select(SAME_REPORT).unique()
    return (
        dataset.history()
        .filter(pl.col("ingested_at") < since, IN_SUCCESSION)
        .select(*SAME_REPORT, "ingested_at", "issues")
        .join(keys, on=SAME_REPORT, how="semi")
        .sort("ingested_at")
        .unique(SAME_REPORT, keep="last")
        .select(*SAME_REPORT, pl.col("issues").alias("issues_before"))
        .collect()
    )


def _compared(arrived: pl.DataFrame, earlier: pl.DataFrame) -> pl.DataFrame:
    """How many problems and findings of each report are new, and how many of the one before are gone."""
    pairs = arrived.filter(IN_SUCCESSION).join(earlier, on=SAME_REPORT)
    counts = []
    for row in pairs.iter_rows(named=True):
        organ, year = row["organ_id"], row["fiscal_year"]
        before, now = (_marks(row[issues] or (), organ, year) for issues in ("issues_before", "issues"))
        counts.append((row["report_id"], len(now - before), len(before - now)))
    return pl.DataFrame(counts, schema={"report_id": pl.String, "new": pl.Int64, "gone": pl.Int64}, orient="row")


def _marks(issues: Iterable[Issue], organ_id: str, year: int) -> set[str]:
    """The fingerprints of a report's problems and findings."""
    return {issue_fingerprint(issue, organ_id, year) for issue in issues if issue["severity"] != Severity.NOTE.value}
