"""What the rules between reports came to, told apart by pattern: few different ones stand for all reports."""

from __future__ import annotations

import polars as pl

from data.checks import RULES


def patterns(outcomes: pl.DataFrame) -> pl.DataFrame:
    """The different outcomes of all rules together: their ``pattern``, and a column for each of the rules."""
    return outcomes.select(RULES).unique(maintain_order=True).with_row_index("pattern")


def by_report(outcomes: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """Which pattern each report has: report_id, pattern."""
    return outcomes.join(told, on=RULES).select("report_id", "pattern")
