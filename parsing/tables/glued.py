"""Rows whose figures lost the space between them (21710000218 for 217·1·0·0·0·0·218).

A row is taken apart only if the form's own arithmetic leaves a single way. Figures found in this way are marked as
derived: they must not be used to pass the arithmetic that gave them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
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


def glued_digits(run: Run, row: form.Row) -> tuple[str, ...] | None:
    """The strings of digits of a row that holds too few of them; None where the row is of another kind.

    Only counts can be taken apart; in a row with signs or amounts only a string of zeros says what it is.
    """
    width = len(row.columns)
    texts = tuple(fold(piece.text).strip() for piece in run.cells)
    digits = sum(len(text) for text in texts)
    if len(texts) >= width or not width <= digits <= _MOST_DIGITS or not all(_is_digits(text) for text in texts):
        return None
    counts_only = all(column.kind is form.Kind.COUNT for column in row.columns)
    return texts if counts_only or "".join(texts) == "0" * width else None


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def take_apart(table: form.Table, glued: Mapping[str, Sequence[str]], known: Mapping[str, Row]) -> dict[str, Row]:
    """The rows that can be split in one way only.

    ``glued`` holds the strings of digits by row, ``known`` the rows that are printed whole. A split without leading
    zeros that needs no arithmetic (as many digits as cells) is certain by itself.
    """
    ways = {row: _ways(table, row, texts) for row, texts in glued.items()}
    ways = {row: found for row, found in ways.items() if found}
    whole = {row: found[0] for row, found in ways.items() if _needs_no_arithmetic(glued[row], found)}
    if prod(len(found) for found in ways.values()) > _MOST_WAYS:
        return {**whole, **{row: found[0] for row, found in ways.items() if len(found) == 1}}
    solutions = [solution for solution in _combinations(ways) if _holds_along_columns(table, {**known, **solution})]
    if not solutions:
        return whole
    return {row: solutions[0][row] for row in ways if all(solution[row] == solutions[0][row] for solution in solutions)}


def _needs_no_arithmetic(texts: Sequence[str], found: Sequence[Row]) -> bool:
    return len(found) == 1 and len(found[0]) == sum(len(text) for text in texts)


def _combinations(ways: Mapping[str, Sequence[Row]]) -> Iterator[dict[str, Row]]:
    for chosen in product(*ways.values()):
        yield dict(zip(ways, chosen, strict=True))


def _ways(table: form.Table, row: str, texts: Sequence[str]) -> list[Row]:
    """Every split of a row into the form's number of figures that satisfies the row's own equation."""
    width = len(table.row(row).columns)
    adds_up = any(equation.row == row for equation in form.equations(table.id, table.edition))
    ways = [way for way in _splits(tuple(texts), width) if not adds_up or sum(way[:-1]) == way[-1]]
    if not adds_up and len(ways) > 1:
        return []  # no equation decides between them
    return ways


def _splits(texts: tuple[str, ...], width: int) -> Iterator[Row]:
    """Every way to cut the texts, each into one or more numbers without leading zeros, ``width`` in all."""
    if not texts:
        if width == 0:
            yield ()
        return
    first, rest = texts[0], texts[1:]
    for count in range(1, min(len(first), width - len(rest)) + 1):
        for head in _cuts(first, count):
            yield from ((*head, *tail) for tail in _splits(rest, width - count))


def _cuts(digits: str, count: int) -> Iterator[Row]:
    """Every way to cut one string of digits into ``count`` numbers without leading zeros."""
    if count == 1:
        if digits == "0" or not digits.startswith("0"):
            yield (int(digits),)
        return
    longest = 1 if digits.startswith("0") else len(digits) - count + 1
    for length in range(1, longest + 1):
        yield from ((int(digits[:length]), *rest) for rest in _cuts(digits[length:], count - 1))


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
    return tuple(replace(run, cells=(replace(run.cells[0], text=text),)) for text in cuts[0])


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
    return len(digits) <= _MOST_DIGITS and any(sum(way[:-1]) == way[-1] for way in _cuts(digits, width))


def _holds_along_columns(table: form.Table, rows: Mapping[str, Row]) -> bool:
    """Whether every equation along a column holds, as far as all its rows are there."""
    values = {
        form.cell_id(table.id, row.id, column.id): value
        for row in table.rows
        if row.id in rows
        for column, value in zip(row.columns, rows[row.id], strict=True)
    }
    return all(
        sum(values[cell] for cell in equation.left) == sum(values[cell] for cell in equation.right)
        for equation in form.equations(table.id, table.edition)
        if equation.column and all(cell in values for cell in (*equation.left, *equation.right))
    )
