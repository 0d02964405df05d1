"""How often each rule holds, is broken, or cannot be judged among the chosen reports."""

from __future__ import annotations

import polars as pl

from data import checks
from data.checks import BROKEN, HOLDS, recorded
from parsing import catalogue


def counted(outcomes: pl.DataFrame | pl.LazyFrame, reports: pl.LazyFrame) -> pl.DataFrame:
    """How many of the chosen reports each rule comes to what: code, outcome, reports.

    ``outcome`` is ``holds``, ``broken``, or the code of a reason (:data:`parsing.catalogue.reasons.REASONS`).
    """
    across = checks.rule_counts(outcomes, reports)
    return pl.concat([across, recorded.rule_counts(reports).filter(~pl.col("code").is_in(checks.RULES))])


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


def reasons(counts: pl.DataFrame, code: str) -> pl.DataFrame:
    """Why a rule could not be judged: reason and reports, the most first."""
    return (
        counts.filter(pl.col("code") == code, ~pl.col("outcome").is_in([HOLDS, BROKEN]))
        .select(reason="outcome", reports="reports")
        .sort("reports", "reason", descending=[True, False])
    )
