"""How much the dataset holds, how sound it is, and what to look at first."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from data.queries.condition import has_severity
from parsing.catalogue import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What the chosen reports amount to. ``expected`` is organs times years: one report for each is due."""

    reports: int
    organs: int
    expected: int
    present: int
    inconsistent: int

    @property
    def coverage(self) -> float | None:
        """The share of the reports due that is present; null when none is due."""
        return self.present / self.expected if self.expected else None

    @property
    def inconsistent_share(self) -> float | None:
        """The share of reports that contradict themselves; null without reports."""
        return self.inconsistent / self.reports if self.reports else None


def holdings(reports: pl.LazyFrame) -> Holdings:
    """The reports, organs, coverage and inconsistent reports among the chosen ones."""
    due = pl.struct("organ_id", "fiscal_year").filter(
        pl.col("organ_id").is_not_null(), pl.col("fiscal_year").is_not_null()
    )
    row = (
        reports.select(
            pl.len().alias("reports"),
            pl.col("organ_id").drop_nulls().n_unique().alias("organs"),
            pl.col("fiscal_year").drop_nulls().n_unique().alias("years"),
            due.n_unique().alias("present"),
            has_severity(Severity.INCONSISTENT).sum().alias("inconsistent"),
        )
        .collect()
        .row(0, named=True)
    )
    return Holdings(
        reports=row["reports"],
        organs=row["organs"],
        expected=row["organs"] * row["years"],
        present=row["present"],
        inconsistent=row["inconsistent"],
    )


def coverage(reports: pl.LazyFrame, *, start: int, count: int) -> pl.DataFrame:
    """A run of organs by region and name, with a row for each of their reports.

    ``start`` counts organs from 0, ``count`` is how many. Columns: organ_id, agency, fiscal_year, report_id, worst.
    """
    columns = ("organ_id", "agency", "division_code", "fiscal_year", "report_id", "worst")
    chosen = reports.filter(pl.col("organ_id").is_not_null()).select(columns)
    run = (
        chosen.group_by("organ_id")
        .agg(pl.col("division_code").first(), pl.col("agency").sort_by("fiscal_year").last())
        .sort("division_code", "agency", "organ_id", nulls_last=True)
        .slice(start, count)
        .with_row_index("place")
    )
    return (
        run.join(chosen.select("organ_id", "fiscal_year", "report_id", "worst"), on="organ_id")
        .sort("place", "fiscal_year")
        .select("organ_id", "agency", "fiscal_year", "report_id", "worst")
        .collect()
    )


def conditions(reports: pl.LazyFrame) -> pl.LazyFrame:
    """Every report with its condition, for the download."""
    return reports.select("agency", "division_code", "fiscal_year", "worst", "source", "report_id").sort(
        "division_code", "agency", "fiscal_year", nulls_last=True
    )
