"""Faults that are put into reports on purpose, so that there is something to find. The key names each of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from data.synthetic.draft import Draft
from data.synthetic.faults import figures, tables, words
from data.synthetic.world import Filing

# Filing, the one that it is seen against (the one before it, mostly), seed; None: not here.
Plant = Callable[[Filing, Filing | None, int], Draft | None]

# Layouts that show that a cell is not there, or that it is blank, or when a report was published.
_UNALIGNED: Final = ("lines", "bars", "rows", "web-clean", "web-word")
_ALIGNED: Final = ("web-clean", "web-split", "web-word", "docx-merged", "pdf")
_DATED: Final = (
    "lines",
    "rows",
    "tabs",
    "markdown",
    "traditional",
    "web-clean",
    "web-split",
    "web-word",
    "web-managed",
)
_TITLED: Final = tuple(layout for layout in _DATED if layout != "rows")  # that one prints no title
_SPACED: Final = (*_DATED, "bars", "indented", "docx-merged", "docx-split", "pdf", "pdf-repeated")


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of fault and the layouts in which it can be seen for what it is.

    One that is planted ``alone`` is seen against other reports, which therefore stay sound: those of the years beside
    it and, where its words are another organ's (``borrowed``), the one that they come from.
    """

    plant: Plant
    layouts: tuple[str, ...] = _SPACED
    alone: bool = False
    borrowed: bool = False


# The most telling ones first: a small corpus has only these.
FAULTS: Final = (
    Fault(figures.unbalanced),
    Fault(figures.carry_over_broken),
    Fault(figures.superseded_form),
    Fault(tables.remedies_short, _UNALIGNED),
    Fault(words.claim_differs),
    Fault(figures.superseded_table),
    Fault(tables.blank_columns, _ALIGNED),
    Fault(figures.wrong_remedies_total),
    Fault(words.signed_too_early),
    Fault(tables.row_short, _UNALIGNED),
    Fault(words.late, _DATED),
    Fault(figures.wrong_outcome),
    Fault(figures.jump),
    Fault(words.contradicts_itself),
    Fault(tables.row_left_out),
    Fault(words.broken_title, _TITLED),
    Fault(words.copied),
    Fault(tables.amount_without_unit),
    Fault(words.template_residue),
    Fault(figures.stock_broken),
    Fault(tables.table_left_out),
    Fault(words.stale_year),
    Fault(tables.words_for_a_number, _ALIGNED),
    Fault(words.skipped_number),
    Fault(words.lost_number),
    Fault(words.parts_exceed_their_total),
    Fault(words.share_is_wrong),
    Fault(figures.mostly_other),
    Fault(figures.repeated, alone=True),
    Fault(words.copied_from_another, alone=True, borrowed=True),
    Fault(figures.left_out_of_sum),
    Fault(figures.items_recounted, alone=True),
    Fault(figures.decisions_apart, alone=True),
    Fault(figures.remedies_alone),
)
