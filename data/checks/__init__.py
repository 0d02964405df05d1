"""Checks that need several reports: other years of the same organ, other organs, the government above.

Each rule comes to an outcome for every report, so that a report which is right differs from one that could not be
judged. Nothing here changes a figure.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import polars as pl

from data.checks import arithmetic, copied, jumps, raised, repeated, rollup, years
from data.checks.outcome import BROKEN, HOLDS, REASONS, VERDICT, Reason
from data.checks.raised import FIELDS, FINDINGS, Raised
from data.dataset import Dataset
from data.queries.condition import WORST_FIRST, rank

__all__ = [
    "BROKEN",
    "FINDINGS",
    "HOLDS",
    "REASONS",
    "RULES",
    "Checked",
    "Reason",
    "check",
    "checked",
    "rule_counts",
    "with_findings",
]

_Check = Callable[[pl.LazyFrame], tuple[pl.DataFrame, list[Raised]]]
_CHECKS: Final[Sequence[_Check]] = (years.check, repeated.check, jumps.check, copied.check, rollup.check)
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


@lru_cache(maxsize=2)
def checked(dataset: Dataset) -> Checked:
    """The current reports of a dataset, checked against each other; worked out once for each version."""
    return check(dataset.reports())


def check(reports: pl.LazyFrame) -> Checked:
    """These reports, checked against each other. Give all of a dataset: a report left out is a year missing."""
    outcomes = arithmetic.outcomes(reports).collect(engine="streaming")
    found: list[Raised] = []
    for rule in _CHECKS:
        judged, findings = rule(reports)
        outcomes = outcomes.join(judged, on="report_id", how="left", maintain_order="left")
        found += findings
    unidentified = pl.lit(Reason.UNIDENTIFIED.code).cast(VERDICT)
    return Checked(
        findings=raised.rows(found, reports),
        outcomes=outcomes.with_columns(pl.col(code).fill_null(unidentified) for code in RULES),
    )


def with_findings(reports: pl.LazyFrame, findings: pl.DataFrame) -> pl.LazyFrame:
    """The reports, in another order, with their findings across reports among their issues, and so in ``worst``."""
    is_concerned = pl.col("report_id").is_in(findings["report_id"].unique().implode())
    added = (
        findings.lazy()
        .group_by("report_id")
        .agg(pl.struct(*FIELDS).alias("added"), rank(pl.col("severity")).min().alias("rank"))
    )
    is_worse = pl.col("rank") < rank(pl.col("worst")).fill_null(len(WORST_FIRST))
    severities = {place: severity.value for place, severity in enumerate(WORST_FIRST)}
    concerned = (
        reports.filter(is_concerned)
        .join(added, on="report_id")
        .with_columns(
            issues=pl.concat_list("issues", "added"),
            worst=pl.when(is_worse).then(pl.col("rank").replace_strict(severities)).otherwise("worst"),
        )
        .drop("added", "rank")
    )
    return pl.concat([reports.filter(~is_concerned), concerned])


def rule_counts(outcomes: pl.DataFrame, reports: pl.LazyFrame | None = None) -> pl.DataFrame:
    """How many reports each rule comes to what: code, outcome (as in :class:`Checked`), reports.

    ``reports`` are those to be counted, where not all are meant.
    """
    if reports is not None:
        outcomes = outcomes.lazy().join(reports.select("report_id"), on="report_id", how="semi").collect()
    counted = (
        outcomes.group_by(pl.col(code).alias("outcome"))
        .agg(pl.len().cast(pl.Int64).alias("reports"))
        .select(pl.lit(code).alias("code"), pl.col("outcome").cast(pl.String), "reports")
        for code in RULES
    )
    order = pl.col("outcome").replace_strict({name: place for place, name in enumerate(VERDICT.categories)})
    return pl.concat(counted).sort(pl.col("code").cast(pl.Enum(RULES)), order)
