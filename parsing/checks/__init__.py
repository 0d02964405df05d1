"""Contradictions within one report: every rule gives for every report that it holds, is broken or cannot be judged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from parsing.checks import arithmetic, dates, editions, lists, narrative, oddities, traces, years
from parsing.checks.evidence import gather
from parsing.checks.verdicts import Agreement, Assessment, Outcome, Rule, assessed
from parsing.model import Finding, Report

__all__ = ["RULES", "Agreement", "Assessment", "Outcome", "assess", "check"]

RULES: Final[tuple[Rule, ...]] = tuple(
    rule for module in (arithmetic, editions, narrative, lists, dates, years, traces, oddities) for rule in module.RULES
)


def assess(report: Report) -> tuple[Assessment, ...]:
    """What every rule says of one report, in the order of the rules."""
    evidence = gather(report)
    return tuple(assessed(rule, evidence) for rule in RULES)


def check(report: Report) -> Iterator[Finding]:
    """Everything that one report contradicts by itself."""
    return (finding for assessment in assess(report) for finding in assessment.findings)
