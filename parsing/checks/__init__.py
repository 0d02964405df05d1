"""Contradictions among the figures of one report."""

from __future__ import annotations

from collections.abc import Iterator

from parsing.checks import arithmetic, editions
from parsing.model import Finding, Report


def check(report: Report) -> Iterator[Finding]:
    """Everything that the figures of one report contradict by themselves."""
    yield from arithmetic.check(report)
    yield from editions.check(report)
