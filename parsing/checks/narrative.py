"""The text against the tables, and the text against itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations
from typing import Final

from parsing import form
from parsing.catalogue.reasons import Reason
from parsing.checks.comparisons import compare
from parsing.checks.evidence import Evidence
from parsing.checks.verdicts import Rule, Verdict
from parsing.model import Agreement, Comparison, Finding
from parsing.narrative.claims import Claim
from parsing.tables.numbers import exact

_CARRIED_IN: Final = form.cell_id("applications", "carried_in", "total")
_MOST_COMPARED: Final = 20  # different numbers for one thing; real texts name two or three
_NOT_TAKEN_UP: Final = re.compile("不予受理|未予受理|未受理|撤[回销]|不属于本")
_LOOSE: Final = frozenset({"answered", "documents_disclosed", "regulations_disclosed"})  # may count apart what it likes


# ---- Against the tables ---------------------------------------------------------------------------------------------


def _judge_figures(evidence: Evidence) -> Verdict:
    """Every claim of a figure that a table holds too."""
    compared = tuple(compare(evidence))
    if not any(each.cells for each in compared):
        return Verdict(reason=Reason.NOTHING_CLAIMED, comparisons=compared)
    differing: dict[tuple[tuple[str, ...], int | Decimal], Comparison] = {}
    for each in compared:
        if each.agreement is Agreement.DIFFERS:
            differing.setdefault((each.cells, each.claimed), each)
    unread = dict.fromkeys(cell for each in compared if each.reason == Reason.UNREAD.code for cell in each.unread)
    return Verdict(
        findings=tuple(_difference(each) for each in differing.values()),
        reason=Reason.UNREAD if unread else None,
        cells=tuple(unread),
        comparisons=compared,
    )


def _difference(compared: Comparison) -> Finding:
    return Finding(
        code="narrative-figure",
        table=form.describe(compared.cells[0])[0],
        cells=compared.cells,
        left=compared.claimed,
        right=compared.filed,
        place=compared.place,
        excerpt=compared.printed,
        values={
            "subject": compared.subject,
            "quoted": compared.quoted,
            "claimed": str(compared.claimed),
            "filed": str(compared.filed),
            **({"unread": len(compared.unread)} if compared.unread else {}),
        },
    )


# ---- Against itself -------------------------------------------------------------------------------------------------


def _judge_contradictions(evidence: Evidence) -> Verdict:
    """Two claims of the text about the same thing that cannot both be right."""
    by_subject: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in evidence.claims:
        if claim.subject not in _LOOSE:
            by_subject[claim.subject].append(claim)
    if all(len(claims) == 1 for claims in by_subject.values()):
        return Verdict(reason=Reason.NOTHING_CLAIMED_TWICE)
    pairs = (_first_contradiction(claims, evidence) for claims in by_subject.values())
    return Verdict(tuple(_contradiction(*pair) for pair in pairs if pair))


def _first_contradiction(claims: Sequence[Claim], evidence: Evidence) -> tuple[Claim, Claim] | None:
    """The first two claims that name different numbers which nothing explains."""
    by_value = {claim.quantity.value: claim for claim in reversed(claims)}
    differing = [claim for claim in claims if by_value[claim.quantity.value] is claim][:_MOST_COMPARED]
    return next((pair for pair in combinations(differing, 2) if _contradict(*pair, evidence)), None)


def _contradict(one: Claim, other: Claim, evidence: Evidence) -> bool:
    if not (one.quantity.is_exact and other.quantity.is_exact):
        return False
    if one.subject == "received" and _NOT_TAKEN_UP.search(one.passage.text + other.passage.text):
        return False
    return abs(one.quantity.value - other.quantity.value) not in _explained(one, evidence)


def _explained(claim: Claim, evidence: Evidence) -> set[Decimal]:
    """The differences that what was carried in explains: with it and without it."""
    if claim.subject != "received":
        return set()
    filed = evidence.figure(_CARRIED_IN)
    claimed = {each.quantity.value for each in evidence.claims if each.subject == "carried_in"}
    return claimed | ({Decimal(filed)} if filed is not None else set())


def _contradiction(one: Claim, other: Claim) -> Finding:
    left, right = (exact(claim.quantity.value) for claim in (one, other))
    cells = one.sums[0] if one.sums else ()
    return Finding(
        code="narrative-contradiction",
        table=form.describe(cells[0])[0] if cells else None,
        cells=cells,
        left=left,
        right=right,
        place=one.place,
        excerpt=one.printed if one.printed == other.printed else f"{one.printed} … {other.printed}",
        values={
            "subject": one.subject,
            "quoted": one.quoted,
            "other": other.quoted,
            "left": str(left),
            "right": str(right),
        },
    )


RULES: Final = (Rule("narrative-figure", _judge_figures), Rule("narrative-contradiction", _judge_contradictions))
