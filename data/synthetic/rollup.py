"""Governments' own reports, which are the sums of what their organs and the level below report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import product
from typing import Final

from data.synthetic.organs import Organ
from data.synthetic.trades import GOVERNMENT
from data.synthetic.world import Figures, Filing
from parsing import divisions, form

Slot = tuple[Organ, int]  # who files for which year
Stated = Mapping[str, int | Decimal | None]  # a figure for each cell of a report; None where none can be known

_ADDED_UP: Final = tuple(
    cell
    for cell in form.all_cells()
    if cell.startswith(("applications.", "remedies.", *(f"proactive.{row}." for row in form.ITEM_ROWS)))
)
# What a reader can hold against the sum of the parts.
_COMPARED: Final = (
    *(f"proactive.{row}.decisions" for row in ("licensing", "penalties", "coercion")),
    *(f"applications.{row}.total" for row in ("new_received", "carried_in", "total_processed", "carried_out")),
    *(f"remedies.{way}.total" for way in form.REMEDY_WAYS),
)
_ALL_PARTS: Final = 20  # so many parts, all of them there, can be taken for the whole


def parts(organs: Iterable[Organ]) -> dict[Organ, tuple[Organ, ...]]:
    """The governments, counties before cities, each with the organs whose reports its own adds up."""
    below: dict[str, list[Organ]] = defaultdict(list)
    governments = []
    for organ in organs:
        if organ.trade != GOVERNMENT:
            below[organ.division_code].append(organ)
            continue
        governments.append(organ)
        city = divisions.city_of(organ.division_code)
        if city is not None and city != organ.division_code:
            below[city].append(organ)
    governments.sort(key=lambda organ: organ.division_code, reverse=True)  # a city's code is the least of its counties'
    return {organ: tuple(below[organ.division_code]) for organ in governments}


def rolled_up(filings: Mapping[Slot, Filing], governments: Mapping[Organ, Collection[Organ]]) -> dict[Slot, Filing]:
    """The filings with those of governments that have parts made the sums of them."""
    sums = dict(filings)
    years = sorted({year for _, year in filings})
    for organ, year in product((organ for organ, below in governments.items() if below), years):
        figures = [sums[part, year].figures for part in governments[organ]]
        filing = sums[organ, year]
        sums[organ, year] = replace(filing, figures={**filing.figures, **_sum(figures)})
    return sums


def _sum(figures: Collection[Figures]) -> Figures:
    return {cell: sum(each[cell] for each in figures) for cell in _ADDED_UP}


def unequal(own: Stated, filed: Collection[Stated], known: int) -> Iterator[str]:
    """The cells of a government's report that the reports of its parts contradict.

    ``known`` is how many parts file in any year. Parts that fall short prove something only when all are there.
    """
    for cell in _COMPARED:
        stated = own.get(cell)
        figures = [figure for each in filed if (figure := each.get(cell)) is not None]
        if stated is None:
            continue
        is_whole = len(figures) == known >= _ALL_PARTS
        if sum(figures) > stated or (is_whole and sum(figures) < stated):
            yield cell
