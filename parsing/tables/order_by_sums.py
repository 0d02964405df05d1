"""What the figures of table 三 say about the order of its columns, where its heading does not tell it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from parsing.form import Row
from parsing.tables.attach import Attached
from parsing.tables.column_order import FORM_ORDER, TOTAL, Heading
from parsing.tables.runs import Run

_TOTAL_FIRST: Final = (TOTAL, *FORM_ORDER[:-1])
_FEWEST_BROKEN: Final = 2  # rows that do not add up, before their columns are doubted


def borne_out(heading: Heading, attached: Attached) -> Heading:
    """The heading as the figures bear it out: an order that they contradict is none.

    Read line by line, 总计 is named before 自然人 where its head begins a line higher: it may stand first or last.
    """
    filled = [row for runs in attached.rows.values() for run in runs if any(row := tuple(map(int, _counts(run))))]
    if heading.order:
        return Heading(None, (), heading.order) if _total_stands_elsewhere(filled, heading.order) else heading
    if heading.printed != _TOTAL_FIRST:
        return heading
    first, last = (all(2 * row[at] == sum(row) for row in filled) for at in (0, -1))
    if first == last:
        return heading
    return Heading(_TOTAL_FIRST, (), _TOTAL_FIRST) if first else Heading(FORM_ORDER)


def orders_of(rows: Iterable[Row], heading: Heading, attached: Attached) -> Mapping[str, tuple[str, ...] | None]:
    """The order of the columns of each row; a row whose figures are all alike reads the same in any order."""
    any_order = None if heading.missing else FORM_ORDER
    return {
        row.id: heading.order or (any_order if all(map(_are_alike, attached.rows.get(row.id, ()))) else None)
        for row in rows
    }


def _total_stands_elsewhere(filled: Sequence[tuple[int, ...]], order: Sequence[str]) -> bool:
    """Whether every row adds up if its total is another figure than the order says, and several do not if it is that.

    A filing that is wrong breaks some rows, and no other figure of each then is the sum of all others.
    """
    totals = [at for at in range(len(order)) if all(2 * row[at] == sum(row) for row in filled)]
    said = order.index(TOTAL)
    return bool(totals) and sum(2 * row[said] != sum(row) for row in filled) >= _FEWEST_BROKEN


def _are_alike(run: Run) -> bool:
    return len(set(_counts(run))) == 1


def _counts(run: Run) -> tuple[str, ...]:
    """The figures of a row that has a plain count for each column; else none."""
    texts = tuple([piece.text for piece in run.cells if piece.text])
    printed = "".join(texts)
    return texts if len(texts) == len(FORM_ORDER) and printed.isascii() and printed.isdigit() else ()
