"""What a rule says of a report: it holds, it is broken, or it cannot be judged, and then why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from parsing.catalogue.reasons import Reason
from parsing.checks.evidence import Evidence
from parsing.model import Assessment, Comparison, Finding, Outcome


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule found. ``reason`` is what kept it from judging all, ``cells`` what it lacked."""

    findings: tuple[Finding, ...] = ()
    reason: Reason | None = None
    cells: tuple[str, ...] = ()
    comparisons: tuple[Comparison, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. What it rests on, its tolerance and its words are declared in the catalogue under its code."""

    code: str
    judge: Callable[[Evidence], Verdict]


def assessed(rule: Rule, evidence: Evidence) -> Assessment:
    """One rule applied to one report. A finding proves it broken, whatever else could not be judged."""
    verdict = rule.judge(evidence)
    comparisons = verdict.comparisons
    if verdict.findings:
        return Assessment(rule.code, Outcome.BROKEN, findings=verdict.findings, comparisons=comparisons)
    if verdict.reason:
        reason = verdict.reason.code
        return Assessment(rule.code, Outcome.NOT_ASSESSABLE, reason, verdict.cells, comparisons=comparisons)
    return Assessment(rule.code, Outcome.HOLDS, comparisons=comparisons)
