"""What the form allows and a supervisor may still want to look at."""

from __future__ import annotations

from typing import Final

from parsing import form
from parsing.catalogue.reasons import Reason
from parsing.checks.evidence import Evidence
from parsing.checks.verdicts import Rule, Verdict
from parsing.form import cell_id
from parsing.model import Finding

_MANY_OTHERS: Final = 2  # 其他处理 is more than one in so many
_ITEMS_COUNTED: Final = 2  # decisions and items that are so many times as many as each other count different things
_FEWEST: Final = 20  # applications below which a share says nothing
_RECEIVED: Final = tuple(cell_id("applications", row, "total") for row in ("new_received", "carried_in"))
_PROCESSED: Final = cell_id("applications", "total_processed", "total")
_REMEDIES: Final = tuple(cell_id("remedies", way, "total") for way in form.REMEDY_WAYS)


def _judge_other_share(evidence: Evidence) -> Verdict:
    """其他处理 settles more than half of the applications: supervisors are told to watch it."""
    edition = evidence.report.table_editions.get("applications")
    if edition is None:
        return Verdict(reason=Reason.TABLE_MISSING)
    others = tuple(
        cell_id("applications", row.id, "total") for row in form.outcome_rows(edition) if row.id.startswith("other")
    )
    other, processed = evidence.sum(others), evidence.figure(_PROCESSED)
    if other is None or processed is None:
        return Verdict(reason=Reason.UNREAD, cells=evidence.unread((*others, _PROCESSED)))
    if processed < _FEWEST or other * _MANY_OTHERS <= processed:
        return Verdict()
    values: dict[str, str | int] = {"other": str(other), "processed": str(processed)}
    place = evidence.report.figures[_PROCESSED].place
    finding = Finding(
        code="other-share", table="applications", cells=others, left=other, right=processed, place=place, values=values
    )
    return Verdict((finding,))


def _judge_remedies(evidence: Evidence) -> Verdict:
    """Reviews or lawsuits in a year without applications: they can stem from earlier years."""
    cells = (*_RECEIVED, *_REMEDIES)
    if not all(cell in evidence.report.figures for cell in cells):
        return Verdict(reason=Reason.TABLE_MISSING)
    received, remedies = evidence.sum(_RECEIVED), evidence.sum(_REMEDIES)
    if received is None or remedies is None:
        return Verdict(reason=Reason.UNREAD, cells=evidence.unread(cells))
    if received or not remedies:
        return Verdict()
    values: dict[str, str | int] = {"remedies": str(remedies)}
    place = evidence.report.figures[_REMEDIES[0]].place
    return Verdict(
        (Finding(code="remedies-without-applications", table="remedies", cells=_REMEDIES, place=place, values=values),)
    )


def _judge_items(evidence: Evidence) -> Verdict:
    """An organ whose decisions elsewhere are last year's plus the change, and in one row are not.

    No rule of the form: an organ that counts items of its catalogue there is never told of, which shows in a row with
    far more decisions than items; that items and decisions of another row are as many is then chance.
    """
    if evidence.report.table_editions.get("proactive") != "2019":
        return Verdict(reason=Reason.OTHER_EDITION)
    unread = evidence.unread(tuple(cell for row in form.ITEM_ROWS for cell in _items(row)))
    if unread:
        return Verdict(reason=Reason.UNREAD, cells=unread)
    used = [row for row in form.ITEM_ROWS if any(evidence.figure(cell) for cell in _items(row))]
    apart = [row for row in used if _gap(evidence, row)]
    if len(apart) != 1 or len(used) <= len(apart) or _counts_items(evidence, apart[0]):
        return Verdict()
    return Verdict(tuple(_items_finding(evidence, row) for row in apart))


def _items(row: str) -> tuple[str, ...]:
    return tuple(cell_id("proactive", row, column) for column in ("previous_items", "change", "decisions"))


def _gap(evidence: Evidence, row: str) -> bool:
    previous, change, decisions = (evidence.figure(cell) or 0 for cell in _items(row))
    return previous + change != decisions


def _counts_items(evidence: Evidence, row: str) -> bool:
    """Whether what last year and the change make is so far from the decisions that it is plainly something else."""
    previous, change, decisions = (evidence.figure(cell) or 0 for cell in _items(row))
    fewer, more = sorted((previous + change, decisions))
    return fewer * _ITEMS_COUNTED < more


def _items_finding(evidence: Evidence, row: str) -> Finding:
    previous, change, decisions = (int(evidence.figure(cell) or 0) for cell in _items(row))
    return Finding(
        code="items-change-decisions",
        table="proactive",
        cells=_items(row),
        left=previous + change,
        right=decisions,
        place=evidence.report.figures[_items(row)[0]].place,
        values={"row": row, "previous": previous, "change": change, "left": previous + change, "right": decisions},
    )


RULES: Final = (
    Rule("other-share", _judge_other_share),
    Rule("remedies-without-applications", _judge_remedies),
    Rule("items-change-decisions", _judge_items),
)
