"""How often each rule holds, is broken, or cannot be judged among the chosen reports."""

from __future__ import annotations

import polars as pl

from data import checks
from data.checks import BROKEN, HOLDS
from parsing import catalogue


def counted(outcomes: pl.DataFrame, reports: pl.LazyFrame) -> pl.DataFrame:
    """How many of the chosen reports each rule comes to what: code, outcome, reports.

    ``outcomes`` are those of a survey. ``outcome`` is ``holds``, ``broken``, or the code of a reason
    (:data:`parsing.catalogue.reasons.REASONS`).
    """
    weights = reports.group_by("pattern").agg(pl.len().cast(pl.Int64).alias("reports")).collect()
    return checks.rule_counts(outcomes.join(weights, on="pattern"))


def tally(counts: pl.DataFrame) -> pl.DataFrame:
    """One row a rule in the catalogue's order: code, holds, broken, not_assessable, each in reports."""
    by_outcome = counts.group_by("code").agg(
        _reports(pl.col("outcome") == HOLDS).alias("holds"),
        _reports(pl.col("outcome") == BROKEN).alias("broken"),
        _reports(~pl.col("outcome").is_in([HOLDS, BROKEN])).alias("not_assessable"),
    )
    codes = pl.DataFrame({"code": [kind.code for kind in catalogue.FINDINGS]})
    tally = codes.join(by_outcome, on="code", how="left", maintain_order="left")
    return tally.with_columns(pl.exclude("code").fill_null(0))


def _reports(condition: pl.Expr) -> pl.Expr:
    return pl.col("reports").filter(condition).sum()


def problems(entries: pl.LazyFrame) -> pl.DataFrame:
    """One row a kind of problem in the catalogue's order: code, and in how many reports it was found."""
    found = dict(entries.group_by("code").agg(pl.col("row").n_unique().cast(pl.Int64)).collect().iter_rows())
    rows = [{"code": kind.code, "reports": found.get(kind.code, 0)} for kind in catalogue.PROBLEMS]
    return pl.DataFrame(rows, schema={"code": pl.String, "reports": pl.Int64})


def of_report(outcomes: pl.DataFrame, reports: pl.LazyFrame, report_id: str) -> pl.DataFrame:
    """What each rule says of one report, in the catalogue's order: code and outcome, as in :func:`counted`."""
    own = reports.filter(pl.col("report_id") == report_id).select("pattern").collect()
    told = outcomes.join(own, on="pattern").select(pl.exclude("pattern").cast(pl.String)).row(0, named=True)
    rows = [(kind.code, told.get(kind.code)) for kind in catalogue.FINDINGS]
    return pl.DataFrame(rows, schema={"code": pl.String, "outcome": pl.String}, orient="row").drop_nulls("outcome")


def reasons(counts: pl.DataFrame, code: str) -> pl.DataFrame:
    """Why a rule could not be judged: reason and reports, the most first."""
    return (
        counts.filter(pl.col("code") == code, ~pl.col("outcome").is_in([HOLDS, BROKEN]))
        .select(reason="outcome", reports="reports")
        .sort("reports", "reason", descending=[True, False])
    )
