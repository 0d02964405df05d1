"""Faults of the figures: they are altered before the report is written, so that its words agree with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from data.synthetic.draft import Draft
from data.synthetic.narrative import draft
from data.synthetic.trades import GOVERNMENT
from data.synthetic.world import Filing
from parsing import form
from parsing.form import cell_id

_JUMP: Final = 30  # times the figure of other years
_ENOUGH: Final = 20  # a figure that can jump so far as to stand out
_DIGITS: Final = 12  # so many digits are not met again by chance
_MISCOUNTED: Final = 3  # items of a catalogue
_PENDING: Final = 2  # reviews
# Rows and columns of what one year takes over from another.
_CONTINUED: Final = frozenset(
    {"carried_in", "carried_out", "regulations", "normative_documents", "previous_items", "change"}
)


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


def repeated(filing: Filing, before: Filing | None, seed: int) -> Draft | None:
    """Last year's tables were filed again, in years between which nothing was carried over or changed in stock."""
    if before is None or before.editions != filing.editions or _digits(before) < _DIGITS:
        return None
    continued = [cell for cell in filing.cells if not _CONTINUED.isdisjoint(cell.split("."))]
    if any(filing.figures[cell] != before.figures[cell] for cell in continued):
        return None
    stated = {cell: before.figures[cell] for cell in filing.cells}
    faulty = draft(replace(filing, figures={**filing.figures, **stated}), seed)
    return faulty.with_planted("figures-repeated", [cell for cell, figure in stated.items() if figure])


def _digits(filing: Filing) -> int:
    """How many digits the filing's decisions, amounts and outcomes have before the point, totals left out."""
    columns = [column.id for column in form.APPLICANTS[:-1]]
    outcomes = [row.id for row in form.outcome_rows(filing.editions["applications"])]
    cells = {cell_id("applications", row, column) for row in outcomes for column in columns}
    cells |= {cell_id("proactive", row, "decisions") for row in form.ITEM_ROWS}
    cells |= {"proactive.procurement.amount_yuan", "proactive.fees.amount_10k_yuan"}
    whole = (int(filing.figures[cell]) for cell in cells.intersection(filing.cells))
    return sum(len(f"{figure}") for figure in whole if figure)


def left_out_of_sum(filing: Filing, _before: Filing | None, seed: int) -> Draft | None:
    """A government leaves applications out that its organs have received; its own report adds up.

    The key names it where the reports of its organs in the corpus show it.
    """
    left_out = int(filing.figures[cell_id("applications", "granted", "natural_person")]) // 2
    if filing.organ.trade != GOVERNMENT or not left_out:
        return None
    altered = [cell for row in ("new_received", "granted", "total_processed") for cell in _pair(row)]
    return draft(_add(filing, dict.fromkeys(altered, -left_out)), seed)


def items_recounted(filing: Filing, before: Filing | None, seed: int) -> Draft | None:
    """More items of the previous year than the last report came to (form of 2019)."""
    rows = [row for row in (*form.ITEM_ROWS, "fees") if filing.figures[cell_id("proactive", row, "previous_items")]]
    if before is None or not rows or any(report.editions["proactive"] != "2019" for report in (filing, before)):
        return None
    cell = cell_id("proactive", rows[0], "previous_items")
    return draft(_add(filing, {cell: _MISCOUNTED}), seed).with_planted("year-items", [cell])


def decisions_apart(filing: Filing, _before: Filing | None, seed: int) -> Draft | None:
    """Changes are counted in decisions, and in one row do not come to them (last year of the form of 2019)."""
    if filing.editions["proactive"] != "2019" or form.edition_due(filing.fiscal_year + 1) == "2019":
        return None
    rows = [row for row in form.ITEM_ROWS if any(filing.figures[cell] for cell in _counted(row))]
    apart = next((row for row in rows if filing.figures[cell_id("proactive", row, "decisions")] > _MISCOUNTED), None)
    if apart is None or rows == [apart]:
        return None
    changes = {}
    for row in rows:
        previous, change, decisions = _counted(row)
        changes[change] = filing.figures[decisions] - filing.figures[previous]
    changes[cell_id("proactive", apart, "change")] += _MISCOUNTED
    faulty = draft(replace(filing, figures={**filing.figures, **changes}), seed)
    return faulty.with_planted("items-change-decisions", _counted(apart))


def _counted(row: str) -> tuple[str, str, str]:
    """A row's cells of items, of their change and of decisions."""
    return (
        cell_id("proactive", row, "previous_items"),
        cell_id("proactive", row, "change"),
        cell_id("proactive", row, "decisions"),
    )


def remedies_alone(filing: Filing, _before: Filing | None, seed: int) -> Draft | None:
    """No applications, but reviews that are pending, in a year in which none were carried over."""
    received, *carried = (_pair(row)[1] for row in ("new_received", "carried_in", "carried_out"))
    if filing.figures[received] > _ENOUGH or any(filing.figures[cell] for cell in carried):
        return None
    amounts: dict[str, int | Decimal] = {
        cell: 0 for cell in filing.cells if cell.startswith(("applications.", "remedies."))
    }
    cells = [cell_id("remedies", way, "total") for way in form.REMEDY_WAYS]
    pending = (cell_id("remedies", "administrative_review", "pending"), cells[0])
    amounts |= dict.fromkeys(pending, _PENDING)
    faulty = draft(replace(filing, figures={**filing.figures, **amounts}), seed)
    return faulty.with_planted("remedies-without-applications", cells)


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
