"""Faults of the figures: they are altered before the report is written, so that its words agree with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from data.synthetic.draft import Draft
from data.synthetic.narrative import draft
from data.synthetic.world import Filing
from parsing import form
from parsing.form import cell_id

_JUMP: Final = 30  # times the figure of other years
_ENOUGH: Final = 20  # a figure that can jump so far as to stand out


def unbalanced(filing: Filing, _before: Filing | None, seed: int) -> Draft | None:
    """More applications were received than ended or were carried out."""
    cells = _pair("new_received")
    altered = _add(filing, dict.fromkeys(cells, 3))
    return draft(altered, seed).with_planted("applications-balance", cells)


def wrong_outcome(filing: Filing, _before: Filing | None, seed: int) -> Draft | None:
    """One cell of 予以公开 is too high by one: its row and its column no longer add up."""
    cell = cell_id("applications", "granted", "natural_person")
    faulty = draft(_add(filing, {cell: 1}), seed)
    return faulty.with_planted("applications-row-total", [cell]).with_planted("applications-outcomes", [cell])


def wrong_remedies_total(filing: Filing, _before: Filing | None, seed: int) -> Draft | None:
    """The total of reviews is one more than their results."""
    cell = cell_id("remedies", "administrative_review", "total")
    if not filing.figures[cell]:
        return None
    return draft(_add(filing, {cell: 1}), seed).with_planted("remedies-total", [cell])


def carry_over_broken(filing: Filing, before: Filing | None, seed: int) -> Draft | None:
    """More was carried in than the last report carried out; within the year everything adds up."""
    if before is None:
        return None
    altered = [cell for row in ("carried_in", "granted", "total_processed") for cell in _pair(row)]
    return draft(_add(filing, dict.fromkeys(altered, 2)), seed).with_planted("year-carry-over", _pair("carried_in"))


def stock_broken(filing: Filing, before: Filing | None, seed: int) -> Draft | None:
    """More normative documents were issued than the stock grew by."""
    current = (filing, before) if before else ()
    if not current or any(report.editions["proactive"] == "2019" for report in current):
        return None
    cell = cell_id("proactive", "normative_documents", "issued")
    stock = cell_id("proactive", "normative_documents", "in_force")
    return draft(_add(filing, {cell: 2}), seed).with_planted("year-stock", [cell, stock])


def jump(filing: Filing, before: Filing | None, seed: int) -> Draft | None:
    """Penalties are many times those of other years."""
    cell = cell_id("proactive", "penalties", "decisions")
    figure = filing.figures[cell]
    if before is None or figure < _ENOUGH:
        return None
    return draft(_add(filing, {cell: int(figure) * _JUMP}), seed).with_planted("figures-jump", [cell])


def mostly_other(filing: Filing, _before: Filing | None, seed: int) -> Draft | None:
    """Whatever became of the applications was settled as other handling; everything adds up."""
    rows = [row.id for row in form.outcome_rows(filing.editions["applications"])]
    other = next(row for row in rows if row.startswith("other"))
    if filing.figures[cell_id("applications", "total_processed", "total")] < _ENOUGH:
        return None
    columns = [column.id for column in form.APPLICANTS]
    amounts: dict[str, int | Decimal] = {cell_id("applications", row, column): 0 for row in rows for column in columns}
    totals = {column: cell_id("applications", "total_processed", column) for column in columns}
    amounts |= {cell_id("applications", other, column): filing.figures[total] for column, total in totals.items()}
    faulty = draft(replace(filing, figures={**filing.figures, **amounts}), seed)
    return faulty.with_planted("other-share", [cell_id("applications", other, "total")])


def superseded_form(filing: Filing, _before: Filing | None, seed: int) -> Draft | None:
    """The whole report is on the form of 2019, years after it was replaced."""
    if form.edition_due(filing.fiscal_year) == "2019":
        return None
    faulty = draft(replace(filing, editions=dict.fromkeys(filing.editions, "2019")), seed)
    return faulty.with_planted("edition-superseded", ["proactive"]).with_planted("edition-superseded", ["applications"])


def superseded_table(filing: Filing, _before: Filing | None, seed: int) -> Draft | None:
    """Table three of the form of 2019 stands under a table two of 2021."""
    if form.edition_due(filing.fiscal_year) == "2019":
        return None
    faulty = draft(replace(filing, editions={**filing.editions, "applications": "2019"}), seed)
    return faulty.with_planted("edition-superseded", ["applications"])


def _pair(row: str) -> tuple[str, str]:
    """A row's cells of natural persons and of all applicants."""
    return cell_id("applications", row, "natural_person"), cell_id("applications", row, "total")


def _add(filing: Filing, amounts: Mapping[str, int]) -> Filing:
    """The filing with figures increased."""
    changed = {cell: filing.figures[cell] + amount for cell, amount in amounts.items()}
    return replace(filing, figures={**filing.figures, **changed})
