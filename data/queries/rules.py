"""How often each rule holds, is broken, or cannot be judged among the chosen reports."""

from __future__ import annotations

import polars as pl

from data import checks
from data.checks import BROKEN, HOLDS
from parsing import catalogue

_SCHEMA = {"code": pl.String, "holds": pl.Int64, "broken": pl.Int64, "not_assessable": pl.Int64}


def tally(outcomes: pl.DataFrame, reports: pl.LazyFrame) -> pl.DataFrame:
    """One row a rule in the catalogue's order: code, holds, broken, not_assessable, each in reports.

    Of a rule that is judged only while a document is read, the dataset keeps what it found: the other two are null.
    """
    by_outcome = (
        checks.rule_counts(outcomes, reports)
        .group_by("code")
        .agg(
            _reports(pl.col("outcome") == HOLDS).alias("holds"),
            _reports(pl.col("outcome") == BROKEN).alias("broken"),
            _reports(~pl.col("outcome").is_in([HOLDS, BROKEN])).alias("not_assessable"),
        )
    )
    found = _found(reports)
    counted = {row["code"]: row for row in by_outcome.iter_rows(named=True)}
    rows = [
        counted.get(kind.code) or {"code": kind.code, "broken": found.get(kind.code, 0)} for kind in catalogue.FINDINGS
    ]
    return pl.DataFrame(rows, schema=_SCHEMA)


def _reports(condition: pl.Expr) -> pl.Expr:
    return pl.col("reports").filter(condition).sum()


def _found(reports: pl.LazyFrame) -> dict[str, int]:
    """In how many reports each kind was found."""
    codes = (
        reports.select("report_id", pl.col("issues").list.eval(pl.element().struct.field("code")).alias("code"))
        .explode("code")
        .drop_nulls("code")
        .group_by("code")
        .agg(pl.col("report_id").n_unique().cast(pl.Int64))
        .collect()
    )
    return dict(codes.iter_rows())


def problems(reports: pl.LazyFrame) -> pl.DataFrame:
    """One row a kind of problem in the catalogue's order: code, and in how many reports it was found."""
    found = _found(reports)
    rows = [{"code": kind.code, "reports": found.get(kind.code, 0)} for kind in catalogue.PROBLEMS]
    return pl.DataFrame(rows, schema={"code": pl.String, "reports": pl.Int64})


def reasons(outcomes: pl.DataFrame, reports: pl.LazyFrame, code: str) -> pl.DataFrame:
    """Why a rule could not be judged: reason (a code of :data:`data.checks.REASONS`) and reports, the most first."""
    counted = checks.rule_counts(outcomes, reports)
    return (
        counted.filter(pl.col("code") == code, ~pl.col("outcome").is_in([HOLDS, BROKEN]))
        .select(reason="outcome", reports="reports")
        .sort("reports", "reason", descending=[True, False])
    )
