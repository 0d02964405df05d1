"""What all rules came to, told apart by pattern: few different ones stand for all reports."""

from __future__ import annotations

from typing import Final

import polars as pl

from data.checks import RULES, recorded
from data.schema import JUDGED

_KEPT: Final = tuple(rule for rule in JUDGED if rule not in RULES)  # with the report, and not judged anew


def patterns(outcomes: pl.DataFrame, letters: pl.LazyFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The patterns, and which one each report has.

    ``outcomes`` are those that :func:`data.checks.check` gives, ``letters`` those of
    :func:`data.checks.recorded.letters`. A pattern has its number and a column for each rule; a report its id and the
    number of its ``pattern``.
    """
    told = outcomes.lazy().join(letters, on="report_id")
    by = [*RULES, "verdicts"]
    different = told.select(by).unique(maintain_order=True).with_row_index("pattern").collect()
    by_report = told.join(different.lazy(), on=by).select("report_id", "pattern").collect()
    return different.select("pattern", *RULES, *map(recorded.outcome, _KEPT)), by_report
