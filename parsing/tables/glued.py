"""Rows whose figures lost the space between them (21710000218 for 217·1·0·0·0·0·218).

A row is taken apart only if the form's own arithmetic leaves a single way. Figures found in this way are marked as
derived: they must not be used to pass the arithmetic that gave them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice, product
from math import prod
from typing import Final

from parsing import form
from parsing.folding import fold
from parsing.tables.runs import Run

_MOST_WAYS: Final = 5_000  # of taking the rows of a table apart together; beyond, nothing is certain anyway
_MOST_DIGITS: Final = 26  # of one row

Row = tuple[int, ...]


def glued_digits(run: Run, table: form.Table, row: form.Row) -> tuple[str, ...] | None:
    """The strings of digits of a row that holds too few of them; None where the row is of another kind.

    Where the form has no equation for the row, only a string of zeros says what it is.
    """
    width = len(row.columns)
    if len(run.cells) >= width:
        return None
    texts = tuple(fold(piece.text).strip() for piece in run.cells)
    digits = sum(len(text) for text in texts)
    in_one_place = len({piece.place for piece in run.cells}) == 1  # figures in cells of their own are not glued
    if not in_one_place or not width <= digits <= _MOST_DIGITS:
        return None
    if not all(_is_digits(text) for text in texts):
        return None
    return texts if form.has_total(table, row.id) or "".join(texts) == "0" * width else None


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def take_apart(table: form.Table, glued: Mapping[str, Sequence[str]], known: Mapping[str, Row]) -> dict[str, Row]:
    """The rows that can be split in one way only.

    ``glued`` holds the strings of digits by row, ``known`` the rows that are printed whole. Where the form has
    equations along the columns, they must confirm a split: a filing that does not add up would else be split wrongly.
    """
    ways = {row: found for row, texts in glued.items() if (found := _ways(table, row, texts))}
    certain = {row: found[0] for row, found in ways.items() if len(found) == 1}
    along_columns = [equation for equation in form.equations(table.id, table.edition) if equation.column]
    if not along_columns:
        return certain
    whole = {row: way for row, way in certain.items() if len(way) == sum(len(text) for text in glued[row])}
    if prod(len(found) for found in ways.values()) > _MOST_WAYS or {*known, *ways} != {row.id for row in table.rows}:
        return whole
    solutions = [solution for solution in _combinations(ways) if _holds(table, {**known, **solution}, along_columns)]
    if not solutions:
        return whole
    return {row: solutions[0][row] for row in ways if all(each[row] == solutions[0][row] for each in solutions)}


def _combinations(ways: Mapping[str, Sequence[Row]]) -> Iterator[dict[str, Row]]:
    for chosen in product(*ways.values()):
        yield dict(zip(ways, chosen, strict=True))


def _ways(table: form.Table, row: str, texts: Sequence[str]) -> list[Row]:
    """Every split of a row into the form's number of figures that satisfies the row's own equation.

    Each string is cut into one or more numbers without leading zeros. A row without an equation holds zeros only.
    """
    width = len(table.row(row).columns)
    return list(_sums(tuple(texts), width)) if form.has_total(table, row) else [(0,) * width]


def _sums(texts: tuple[str, ...], width: int) -> Iterator[Row]:
    """The cuts into ``width`` numbers of which the last is the sum of the others."""
    *before, last = texts
    for start in range(len(last)):
        if last[start] != "0" or start == len(last) - 1:
            total, rest = int(last[start:]), (*before, last[:start]) if start else tuple(before)
            yield from ((*parts, total) for parts in _parts(rest, width - 1, total))


def _parts(texts: tuple[str, ...], width: int, total: int) -> Iterator[Row]:
    """The cuts into ``width`` numbers that add up to ``total``."""
    digits = sum(map(len, texts))
    if not texts and not width and not total:
        yield ()
    if not texts or not width or not _least(digits, width) <= total < width * 10 ** max(digits - width + 1, 0):
        return
    first, rest = texts[0], texts[1:]
    for length in range(1, 2 if first.startswith("0") else len(first) + 1):
        number, left = int(first[:length]), (first[length:], *rest) if first[length:] else rest
        yield from ((number, *parts) for parts in _parts(left, width - 1, total - number))


def _least(digits: int, width: int) -> int:
    """What so many digits in ``width`` numbers add up to at least: one of them has its share of the digits."""
    longest = -(-digits // width)
    return 10 ** (longest - 1) if longest > 1 else 0


def cut_in_line(run: Run, parts: int, width: int) -> tuple[Run, ...] | None:
    """The line of table 四, glued to one string, cut into its ``parts`` rows; None where several cuts add up.

    The rows come back glued, to be taken apart like any other.
    """
    texts = tuple(fold(piece.text).strip() for piece in run.cells)
    if len(texts) != 1 or not _is_digits(texts[0]) or not parts * width <= len(texts[0]) <= parts * _MOST_DIGITS // 2:
        return None
    cuts = list(islice(_cut_in_rows(texts[0], parts, width), 2))
    if len(cuts) != 1:
        return None
    return tuple(run._replace(cells=(run.cells[0]._replace(text=text),)) for text in cuts[0])


def _cut_in_rows(digits: str, parts: int, width: int) -> Iterator[tuple[str, ...]]:
    """Every cut into rows that add up, each row in one way or more."""
    if parts == 1:
        if _adds_up(digits, width):
            yield (digits,)
        return
    for length in range(width, len(digits) - (parts - 1) * width + 1):
        if _adds_up(digits[:length], width):
            yield from ((digits[:length], *rest) for rest in _cut_in_rows(digits[length:], parts - 1, width))


@lru_cache(maxsize=512)
def _adds_up(digits: str, width: int) -> bool:
    return len(digits) <= _MOST_DIGITS and any(_sums((digits,), width))


def _holds(table: form.Table, rows: Mapping[str, Row], equations: Sequence[form.Equation]) -> bool:
    values = {
        form.cell_id(table.id, row.id, column.id): value
        for row in table.rows
        for column, value in zip(row.columns, rows[row.id], strict=True)
    }
    return all(equation.holds(values) for equation in equations)
