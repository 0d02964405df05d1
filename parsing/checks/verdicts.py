"""What a rule says of a report: it holds, it is broken, or it cannot be judged, and then why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from parsing.checks.evidence import Evidence
from parsing.model import Finding


class Outcome(StrEnum):
    """The three things that a rule can say. A clean report differs from an unread one."""

    HOLDS = "holds"
    BROKEN = "broken"
    NOT_ASSESSABLE = "not-assessable"


@dataclass(frozen=True, slots=True)
class Agreement:
    """A claim that a table bears out, and the cells whose sum does: new applications with or without older ones."""

    quoted: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule found. ``reason`` is the code of what kept it from judging all, ``cells`` what it lacked."""

    findings: tuple[Finding, ...] = ()
    reason: str = ""
    cells: tuple[str, ...] = ()
    agreements: tuple[Agreement, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. What it rests on, its tolerance and its words are declared in the catalogue under its code."""

    code: str
    judge: Callable[[Evidence], Verdict]


@dataclass(frozen=True, slots=True)
class Assessment:
    """What one rule says of one report."""

    rule: str
    outcome: Outcome
    reason: str = ""
    cells: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    agreements: tuple[Agreement, ...] = ()


def assessed(rule: Rule, evidence: Evidence) -> Assessment:
    """One rule applied to one report. A finding proves it broken, whatever else could not be judged."""
    verdict = rule.judge(evidence)
    agreements = verdict.agreements
    if verdict.findings:
        return Assessment(rule.code, Outcome.BROKEN, findings=verdict.findings, agreements=agreements)
    if verdict.reason:
        return Assessment(rule.code, Outcome.NOT_ASSESSABLE, verdict.reason, verdict.cells, agreements=agreements)
    return Assessment(rule.code, Outcome.HOLDS, agreements=agreements)
