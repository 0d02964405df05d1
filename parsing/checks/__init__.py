"""Contradictions within one report: every rule gives for every report that it holds, is broken or cannot be judged."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from parsing.catalogue.reasons import Reason
from parsing.checks import arithmetic, dates, editions, lists, narrative, oddities, traces, years
from parsing.checks.evidence import gather
from parsing.checks.verdicts import Rule, assessed
from parsing.model import Assessment, Finding, Outcome, Report

__all__ = ["RULES", "Assessment", "Outcome", "assess", "findings", "unassessed"]

RULES: Final[tuple[Rule, ...]] = tuple(
    rule for module in (arithmetic, editions, narrative, lists, dates, years, traces, oddities) for rule in module.RULES
)


def assess(report: Report) -> tuple[Assessment, ...]:
    """What every rule says of one report, in the order of the rules."""
    evidence = gather(report)
    return tuple(assessed(rule, evidence) for rule in RULES)


def unassessed(reason: Reason) -> tuple[Assessment, ...]:
    """Every rule, none of which can be judged for the same reason."""
    return tuple(Assessment(rule.code, Outcome.NOT_ASSESSABLE, reason.code) for rule in RULES)


def findings(assessments: Iterable[Assessment]) -> tuple[Finding, ...]:
    """Everything that one report contradicts by itself."""
    return tuple(finding for each in assessments for finding in each.findings)
