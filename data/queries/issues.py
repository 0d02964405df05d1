"""The working lists: every problem and every finding of the chosen reports, one row each."""

from __future__ import annotations

import polars as pl

from data.queries.condition import rank
from parsing.catalogue import Severity

_REPORT = ("report_id", "sha256", "organ_id", "agency", "fiscal_year", "source", "synthetic")


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
