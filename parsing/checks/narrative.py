"""The text against the tables, and the text against itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Final

from parsing import form
from parsing.checks.evidence import Evidence
from parsing.checks.verdicts import Agreement, Rule, Verdict
from parsing.model import Finding
from parsing.narrative.claims import Claim

_YUAN: Final = {"万元": 10_000, "元": 1, "": 1}
_RECEIVED, _CARRIED_IN, _PROCESSED = (
    form.cell_id("applications", row, "total") for row in ("new_received", "carried_in", "total_processed")
)
_MOST_COMPARED: Final = 20  # different numbers for one thing; real texts name two or three
_NOT_TAKEN_UP: Final = re.compile("不予受理|未予受理|未受理|撤[回销]|不属于本")
_LOOSE: Final = frozenset({"answered", "documents_disclosed", "regulations_disclosed"})  # may count apart what it likes


# ---- Against the tables ---------------------------------------------------------------------------------------------


def _judge_figures(evidence: Evidence) -> Verdict:
    """Every claim of a figure that a table holds too."""
    counted = [claim for claim in evidence.claims if claim.sums]
    if not counted:
        return Verdict(reason="nothing-claimed")
    findings: dict[tuple[tuple[str, ...], Decimal], Finding] = {}
    unread: dict[str, None] = {}
    agreements: list[Agreement] = []
    for claim in counted:
        agreeing = next((cells for cells in claim.sums if _agrees(claim, cells, evidence)), None)
        if agreeing:
            agreements.append(Agreement(claim.quoted, agreeing))
            continue
        open_sums = [cells for cells in claim.sums if not _is_refuted(claim, cells, evidence)]
        if open_sums:
            unread |= dict.fromkeys(evidence.unread(open_sums[0]))
        else:
            key = claim.sums[0], claim.quantity.value
            findings.setdefault(key, _difference(claim, claim.sums[0], evidence))
    findings |= {((_PROCESSED,), Decimal(0)): each for each in _handled_without_receipt(evidence)}
    reason = "cells-unread" if unread else ""
    return Verdict(tuple(findings.values()), reason, tuple(unread), tuple(agreements))


def _agrees(claim: Claim, cells: Sequence[str], evidence: Evidence) -> bool:
    filed = evidence.sum(cells)
    return filed is not None and claim.quantity.allows(filed * _unit(cells))


def _is_refuted(claim: Claim, cells: Sequence[str], evidence: Evidence) -> bool:
    """Whether the figures differ from the claim, or those that were read already exceed it."""
    if not evidence.unread(cells):
        return True
    high = claim.quantity.high
    return high is not None and evidence.at_least(cells) * _unit(cells) > high


def _unit(cells: Sequence[str]) -> int:
    """What one unit of the cells is in the unit of claims: amounts are claimed in yuan."""
    return _YUAN[form.describe(cells[0])[2].unit]


def _difference(claim: Claim, cells: tuple[str, ...], evidence: Evidence) -> Finding:
    filed, unread = evidence.at_least(cells), evidence.unread(cells)
    claimed = _exact(claim.quantity.value / _unit(cells))
    return Finding(
        code="narrative-figure",
        table=form.describe(cells[0])[0],
        cells=cells,
        left=claimed,
        right=filed,
        place=claim.place,
        excerpt=claim.printed,
        values={
            "subject": claim.subject,
            "quoted": claim.quoted,
            "claimed": str(claimed),
            "filed": str(filed),
            **({"unread": len(unread)} if unread else {}),
        },
    )


def _exact(number: Decimal) -> int | Decimal:
    return int(number) if number == number.to_integral_value() else number


def _handled_without_receipt(evidence: Evidence) -> Iterator[Finding]:
    """The text says that nothing was received, nothing was carried in, and yet the table has applications handled."""
    denied = next((each for each in evidence.claims if each.subject == "received" and not each.quantity.value), None)
    received, carried, processed = (evidence.figure(cell) for cell in (_RECEIVED, _CARRIED_IN, _PROCESSED))
    if denied and denied.sums and received == 0 and carried == 0 and processed:
        yield _difference(denied, (_PROCESSED,), evidence)


# ---- Against itself -------------------------------------------------------------------------------------------------


def _judge_contradictions(evidence: Evidence) -> Verdict:
    """Two claims of the text about the same thing that cannot both be right."""
    by_subject: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in evidence.claims:
        if claim.subject not in _LOOSE:
            by_subject[claim.subject].append(claim)
    if all(len(claims) == 1 for claims in by_subject.values()):
        return Verdict(reason="nothing-claimed-twice")
    pairs = (_first_contradiction(claims, evidence) for claims in by_subject.values())
    return Verdict(tuple(_contradiction(*pair) for pair in pairs if pair))


def _first_contradiction(claims: Sequence[Claim], evidence: Evidence) -> tuple[Claim, Claim] | None:
    """The first two claims that name different numbers which nothing explains."""
    by_value = {claim.quantity.value: claim for claim in reversed(claims)}
    differing = [claim for claim in claims if by_value[claim.quantity.value] is claim][:_MOST_COMPARED]
    return next((pair for pair in combinations(differing, 2) if _contradict(*pair, evidence)), None)


def _contradict(one: Claim, other: Claim, evidence: Evidence) -> bool:
    if not (one.quantity.is_exact and other.quantity.is_exact) or one.quantity.value == other.quantity.value:
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
    left, right = (_exact(claim.quantity.value) for claim in (one, other))
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
