"""The arithmetic that the form itself requires: exact, a difference of one is a finding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from parsing import form
from parsing.catalogue.reasons import Reason
from parsing.checks.causes import Cause, find_cause
from parsing.checks.evidence import Evidence, printed_count
from parsing.checks.verdicts import Rule, Verdict
from parsing.model import Figure, Finding, State


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of an equation: the sum of what was read, and what was not."""

    known: int
    cells: tuple[str, ...]
    unread: tuple[str, ...]


def _judge(code: str, evidence: Evidence) -> Verdict:
    """One finding for every equation that the filed figures break."""
    table = form.TABLE_OF_RULE[code]
    edition = evidence.report.table_editions.get(table)
    if edition is None:
        return Verdict(reason=Reason.TABLE_MISSING)
    figures = evidence.report.figures
    broken: list[tuple[form.Equation, _Side, _Side]] = []
    unread: list[str] = []
    for equation in (each for each in form.equations(table, edition) if each.code == code):
        if _holds(equation, evidence.printed):
            continue
        left, right = _side(equation.left, figures), _side(equation.right, figures)
        if _is_broken(left, right):
            broken.append((equation, left, right))
        else:
            unread += (*left.unread, *right.unread)
    cause = find_cause(table, edition, figures) if broken else None
    findings = tuple(_finding(*each, figures, cause) for each in broken)
    return Verdict(findings, Reason.UNREAD if unread else None, tuple(dict.fromkeys(unread)))


def _holds(equation: form.Equation, printed: Mapping[str, int]) -> bool:
    """Whether both sides are printed whole and equal, as nearly all are."""
    try:
        return equation.holds(printed)
    except KeyError:
        return False


def _side(cells: Iterable[str], figures: Mapping[str, Figure]) -> _Side:
    """A figure that was found by the form's arithmetic can neither prove nor break it."""
    read = tuple(cell for cell in cells if figures[cell].state is State.PRINTED)
    unread = tuple(cell for cell in cells if figures[cell].state is not State.PRINTED)
    return _Side(sum(printed_count(figures[cell]) for cell in read), read, unread)


def _is_broken(left: _Side, right: _Side) -> bool:
    """Two whole sides that differ, or known parts that already exceed the whole other side."""
    if left.unread and right.unread:
        return False
    if left.unread or right.unread:
        partial_side, whole = (left, right) if left.unread else (right, left)
        return partial_side.known > whole.known
    return left.known != right.known


def _finding(
    equation: form.Equation, left: _Side, right: _Side, figures: Mapping[str, Figure], cause: Cause | None
) -> Finding:
    along = {"row": equation.row} if equation.row else {"column": equation.column}
    values: dict[str, str | int] = {
        **along,
        "left_terms": _terms(left, figures),
        "right_terms": _terms(right, figures),
        "left": left.known,
        "right": right.known,
        "difference": abs(left.known - right.known),
    }
    unread = (*left.unread, *right.unread)
    if unread:
        values["unread"] = len(unread)
    elif cause:
        values |= {"cause": cause.as_changes(), "cause_rules": cause.rules, "cause_slip": cause.slip}
    return Finding(
        code=equation.code,
        table=form.TABLE_OF_RULE[equation.code],
        cells=(*left.cells, *right.cells),
        left=left.known,
        right=right.known,
        place=figures[equation.right[0]].place,
        excerpt=figures[equation.right[0]].printed,
        values=values,
    )


def _terms(side: _Side, figures: Mapping[str, Figure]) -> str:
    return "+".join(f"{cell}={figures[cell].value}" for cell in side.cells)


RULES: Final = tuple(Rule(code, partial(_judge, code)) for code in form.TABLE_OF_RULE)
