"""Whether the figures of a report can be told apart again when nothing stands between them."""

from __future__ import annotations

from collections.abc import Iterator

from data.synthetic.draft import Draft
from parsing import form
from parsing.form import cell_id


def separable(draft: Draft) -> bool:
    """Whether every row of digits splits in a single way by the form's own arithmetic."""
    return all(
        _splits_once(
            [draft.printed.get(cell, "") for cell in cells], summed=bool(form.equations(table.id, table.edition))
        )
        for table in draft.tables.values()
        for cells in _glued(table)
    )


def _glued(table: form.Table) -> Iterator[list[str]]:
    """The cells whose figures are printed in one piece. Table four prints all of its rows in one line."""
    if table.id == "remedies":
        yield list(table.cells)
    else:
        yield from ([cell_id(table.id, row.id, column.id) for column in row.columns] for row in table.rows)


def _splits_once(figures: list[str], *, summed: bool) -> bool:
    """Without a sum only zeros tell themselves apart; with one, single digits, or what no other way adds up to."""
    digits = "".join(figures)
    if len(figures) == 1 or set(digits) == {"0"}:
        return True
    if not (summed and digits.isdigit()):
        return False
    if len(digits) == len(figures):
        return True
    return len(figures) == len(form.APPLICANTS) and sum(1 for _ in _ways(digits, len(figures))) == 1


def _ways(digits: str, count: int) -> Iterator[tuple[int, ...]]:
    """Every way to read the digits as so many figures, the last of which is the sum of the others."""
    for parts in _parts(digits, count):
        *addends, total = (int(part) for part in parts)
        if sum(addends) == total:
            yield (*addends, total)


def _parts(digits: str, count: int) -> Iterator[tuple[str, ...]]:
    """Every way to cut the digits into figures without leading zeros."""
    if count == 1:
        if digits == "0" or (digits and digits[0] != "0"):
            yield (digits,)
        return
    longest = 1 if digits.startswith("0") else len(digits) - count + 1
    for length in range(1, longest + 1):
        for rest in _parts(digits[length:], count - 1):
            yield (digits[:length], *rest)
