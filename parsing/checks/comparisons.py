"""Every figure that the text claims, held against the tables: it agrees, differs, or cannot be compared, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsing import form
from parsing.catalogue.reasons import Reason
from parsing.checks.evidence import Evidence
from parsing.model import Agreement, Comparison
from parsing.narrative.claims import Claim
from parsing.narrative.numerals import MONEY
from parsing.narrative.subjects import is_on_the_form, table_of
from parsing.tables.numbers import exact

_RECEIVED, _CARRIED_IN, _PROCESSED = (
    form.cell_id("applications", row, "total") for row in ("new_received", "carried_in", "total_processed")
)


def compare(evidence: Evidence) -> Iterator[Comparison]:
    """Each claim in the order of the text, then what the claims leave no room for."""
    yield from (_compared(claim, evidence) for claim in evidence.claims)
    yield from _handled_without_receipt(evidence)


def _compared(claim: Claim, evidence: Evidence) -> Comparison:
    """The first meaning that agrees; none that agrees but one that is not known; or the plain meaning, refuted."""
    if not claim.sums:
        return _comparison(claim, (), evidence, Agreement.NOT_COMPARABLE, _uncounted(claim.subject, evidence))
    agreeing = next((cells for cells in claim.sums if _agrees(claim, cells, evidence)), None)
    if agreeing:
        return _comparison(claim, agreeing, evidence, Agreement.AGREES)
    unknown = next((cells for cells in claim.sums if not _is_refuted(claim, cells, evidence)), None)
    if unknown:
        return _comparison(claim, unknown, evidence, Agreement.NOT_COMPARABLE, Reason.UNREAD)
    return _comparison(claim, claim.sums[0], evidence, Agreement.DIFFERS)


def _uncounted(subject: str, evidence: Evidence) -> Reason:
    """Why no cell of the report counts what is claimed."""
    if not is_on_the_form(subject):
        return Reason.NOT_COUNTED
    return Reason.OTHER_EDITION if table_of(subject) in evidence.report.table_editions else Reason.TABLE_MISSING


def _comparison(
    claim: Claim, cells: tuple[str, ...], evidence: Evidence, agreement: Agreement, reason: Reason | None = None
) -> Comparison:
    """The two sides in the unit of the cells. Of a sum with an unread part, what is known is filed where it differs."""
    unit = _unit(cells)
    filed = evidence.at_least(cells) if agreement is Agreement.DIFFERS else evidence.sum(cells)
    quantity = claim.quantity
    return Comparison(
        subject=claim.subject,
        quoted=claim.quoted,
        printed=claim.printed,
        place=claim.place,
        claimed=exact(quantity.value / unit),
        least=exact(quantity.low / unit),
        most=None if quantity.high is None else exact(quantity.high / unit),
        cells=cells,
        filed=filed if cells else None,
        agreement=agreement,
        reason=reason.code if reason else "",
        unread=evidence.unread(cells),
    )


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
    return MONEY.get(form.describe(cells[0])[2].unit, 1) if cells else 1


def _handled_without_receipt(evidence: Evidence) -> Iterator[Comparison]:
    """The text says that nothing was received, nothing was carried in, and yet the table has applications handled."""
    denied = next((each for each in evidence.claims if each.subject == "received" and not each.quantity.value), None)
    received, carried, processed = (evidence.figure(cell) for cell in (_RECEIVED, _CARRIED_IN, _PROCESSED))
    if denied and denied.sums and received == 0 and carried == 0 and processed:
        yield _comparison(denied, (_PROCESSED,), evidence, Agreement.DIFFERS)
