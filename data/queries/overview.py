"""How much the dataset holds, how sound it is, and what to look at first."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from data.queries.condition import has_severity, is_readable
from data.queries.filing import Due
from parsing.catalogue import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What the chosen reports amount to.

    ``unreadable`` are files that could not be read: they are no reports, and only counted beside them.
    ``expected`` is organs times years, for one report of each is due, and ``present`` is how many of these there are.
    """

    reports: int
    unreadable: int
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


def holdings(reports: pl.LazyFrame, due: Due) -> Holdings:
    """The reports, organs and inconsistent reports among the chosen ones, and how many of those due are present."""
    row = (
        reports.select(
            is_readable().sum().alias("reports"),
            (~is_readable()).sum().alias("unreadable"),
            pl.col("organ").drop_nulls().n_unique().alias("organs"),
            has_severity(Severity.INCONSISTENT).sum().alias("inconsistent"),
        )
        .collect()
        .row(0, named=True)
    )
    return Holdings(**row, expected=due.expected, present=due.present)


def coverage(reports: pl.LazyFrame, *, start: int, count: int) -> pl.DataFrame:
    """A run of organs by region and name, with a row for each of their reports.

    ``start`` counts organs from 0, ``count`` is how many. Columns: organ_id, agency, fiscal_year, report_id, worst.
    """
    run = run_of_organs(reports, start, count)
    return (
        reports.filter(pl.col("organ").is_in(run.implode()))
        .sort("organ", "fiscal_year")
        .select("organ_id", latest_name(), "fiscal_year", "report_id", "worst")
        .collect()
    )


def run_of_organs(reports: pl.LazyFrame, start: int, count: int | None) -> pl.Series:
    """The numbers of some organs in their order: by division and name."""
    organs = pl.col("organ").drop_nulls().unique().sort()
    return reports.select(organs.slice(start, count)).collect()["organ"]


def latest_name() -> pl.Expr:
    """What each report's organ is called in its latest report."""
    return pl.col("agency").sort_by("fiscal_year").last().over("organ")


def conditions(reports: pl.LazyFrame) -> pl.LazyFrame:
    """Every report with its condition, for the download."""
    return reports.select("agency", "division_code", "fiscal_year", "worst", "source", "report_id").sort(
        "division_code", "agency", "fiscal_year", nulls_last=True
    )
