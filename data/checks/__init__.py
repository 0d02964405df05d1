"""Checks that need several reports: other years of the same organ, other organs, the government above.

Each rule comes to an outcome for every report, so that a report which is right differs from one that could not be
judged. Nothing here changes a figure.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from data.checks import arithmetic, copied, jumps, raised, repeated, rollup, years
from data.checks.outcome import BROKEN, HOLDS, VERDICT
from data.checks.raised import FINDINGS, Raised
from parsing.catalogue.reasons import REASONS, Reason

__all__ = [
    "BROKEN",
    "CHECKS",
    "FINDINGS",
    "HOLDS",
    "REASONS",
    "RULES",
    "Checked",
    "Reason",
    "check",
    "rule_counts",
]

_Check = Callable[[pl.LazyFrame], tuple[pl.DataFrame, list[Raised]]]
CHECKS: Final[Sequence[_Check]] = (years.check, repeated.check, jumps.check, copied.check, rollup.check)
RULES: Final = (
    *arithmetic.CODES,
    *years.CODES,
    repeated.CODE,
    jumps.CODE,
    copied.LAST_YEAR,
    copied.ORGAN,
    rollup.CODE,
)


@dataclass(frozen=True, slots=True)
class Checked:
    """What the rules come to.

    ``findings`` has a row for each finding across reports: the head of its report (:data:`data.checks.raised.HEAD`)
    and the fields of the dataset's issues. ``outcomes`` has a row for each report: its ``report_id`` and, under the
    code of each of :data:`RULES`, ``holds``, ``broken``, or the code of a :class:`Reason`.
    """

    findings: pl.DataFrame
    outcomes: pl.DataFrame


def check(reports: pl.LazyFrame, on_rule: Callable[[int], None] = lambda _: None) -> Checked:
    """These reports, checked against each other. Give all of a dataset: a report left out is a year missing.

    ``on_rule`` is told how many of :data:`CHECKS` are done.
    """
    outcomes = arithmetic.outcomes(reports).collect(engine="streaming")
    found: list[Raised] = []
    for number, rule in enumerate(CHECKS):
        on_rule(number)
        judged, findings = rule(reports)
        outcomes = outcomes.join(judged, on="report_id", how="left", maintain_order="left")
        found += findings
    unidentified = pl.lit(Reason.UNIDENTIFIED.code).cast(VERDICT)
    return Checked(
        findings=raised.rows(found, reports),
        outcomes=outcomes.with_columns(pl.col(code).fill_null(unidentified) for code in RULES),
    )


def rule_counts(outcomes: pl.DataFrame) -> pl.DataFrame:
    """How many reports each rule comes to what: code, outcome (as in :class:`Checked`), reports.

    A rule is a column of verdicts. Each row of ``outcomes`` stands for so many ``reports``, or for one where that
    column is missing.
    """
    reports = pl.col("reports").sum() if "reports" in outcomes.columns else pl.len().cast(pl.Int64)
    codes = [name for name, dtype in outcomes.schema.items() if dtype == VERDICT]
    counted = (
        outcomes.group_by(pl.col(code).alias("outcome"))
        .agg(reports.alias("reports"))
        .select(pl.lit(code).alias("code"), pl.col("outcome").cast(pl.String), "reports")
        for code in codes
    )
    order = pl.col("outcome").replace_strict({name: place for place, name in enumerate(VERDICT.categories)})
    return pl.concat(counted).sort(pl.col("code").cast(pl.Enum(codes)), order)
