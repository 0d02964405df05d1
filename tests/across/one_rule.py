"""One rule at a time over a few made-up reports: a check of everything takes most of a second."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import polars as pl

from data.checks import raised
from data.checks.raised import Raised
from tests.made_up_reports import Value, frame

Check = Callable[[pl.LazyFrame], tuple[pl.DataFrame, list[Raised]]]


def outcome(check: Check, code: str, rows: Iterable[dict[str, Value]]) -> str | None:
    """What the rule comes to for the last of the reports; None where it says nothing of it."""
    held = list(rows)
    outcomes, _ = check(frame(held))
    found = outcomes.filter(report_id=held[-1]["report_id"])
    return None if found.is_empty() else str(found[code].item())


def findings(check: Check, rows: Iterable[dict[str, Value]]) -> pl.DataFrame:
    """What the rules of a module find in the reports."""
    reports = frame(rows)
    return raised.rows(check(reports)[1], reports)
