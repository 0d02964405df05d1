"""In which order the columns of table 三 are printed, by the words above them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from parsing.folding import is_in_order, label_key
from parsing.form import APPLICANTS
from parsing.tables.heads import printed_heads
from parsing.tables.labels import ORGANISATIONS, applicant_keys, find_applicants, find_heads
from parsing.tables.runs import Piece

FORM_ORDER: Final = tuple(column.id for column in APPLICANTS)
TOTAL: Final = FORM_ORDER[-1]
_BESIDE_ALL: Final = f"申请人情况{APPLICANTS[-1].label}"  # on one line, behind the head that spans the other columns
_OF_ORGANISATIONS: Final = frozenset(FORM_ORDER[1:-1])
# Read row by row, the heading names 总计 before the organisations, which stand one row lower.
_HEADING_ORDERS: Final = (FORM_ORDER, ("natural_person", "total", *FORM_ORDER[1:-1]))
_BEGINNING: Final = 2  # characters of a head that a narrow column has on its first line
_FEWEST_NAMED: Final = 3  # a heading that names fewer columns says nothing about their order


@dataclass(frozen=True, slots=True)
class Heading:
    """The columns of table 三 in the order in which they are printed, and what its heading lacks.

    ``order`` is None where the heading contradicts the form's order and does not tell its own.
    """

    order: tuple[str, ...] | None
    missing: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()  # what it says, where that is not the form's order


def read_heading(words: Sequence[Piece], *, aligned: bool, by_lines: bool = False) -> Heading:
    """The column order that the words above a table give.

    ``aligned`` tells that they stand in a grid, ``by_lines`` that every cell of the table has a line of its own.
    """
    lines = printed_heads(words)
    found = find_heads(label_key("".join(lines)))
    below = _below_each_other(found)
    if below and TOTAL in {below[0], below[-1]} and _is_on_one_line(lines):
        return _ordered(below)
    if below and below[0] == TOTAL:
        return _named_first(below, lines) or _placed(words if aligned else ()) or Heading(None, (), below)
    if by_lines and below and below[0] != FORM_ORDER[0]:
        return Heading(None, (), below)  # 自然人 is the last column but one, or its head is centred and read later
    columns = (name for name in found if name != ORGANISATIONS)
    once = tuple(name for name, _ in groupby(columns))  # a heading cell may be printed twice
    if once[-len(FORM_ORDER) :] == FORM_ORDER:
        return Heading(FORM_ORDER)  # the lowest line of the heading names every column
    named = once[: len(FORM_ORDER)]
    missing = tuple(column for column in FORM_ORDER if column not in named)
    in_order = any(is_in_order(named, order) for order in _HEADING_ORDERS)
    if len(named) < _FEWEST_NAMED or in_order or _are_broken(lines, missing):
        return Heading(FORM_ORDER, missing)
    return _placed(words if aligned else ()) or Heading(None, missing, named)


def _named_first(below: tuple[str, ...], lines: Sequence[str]) -> Heading | None:
    """The form's order where 总计 is named first only because its head begins a line higher than those before it."""
    beside = any(_BESIDE_ALL in label_key(line) for line in lines)
    return Heading(FORM_ORDER) if beside and below[1:] == FORM_ORDER[:-1] else None


def _ordered(order: tuple[str, ...]) -> Heading:
    return Heading(order, (), () if order == FORM_ORDER else order)


def _below_each_other(heads: Sequence[str]) -> tuple[str, ...]:
    """The order of the columns where heads on two lines name each of them once; the lower line is of organisations."""
    if ORGANISATIONS not in heads:
        return ()
    at = len(heads) - 1 - heads[::-1].index(ORGANISATIONS)
    before, behind = [head for head in heads[:at] if head != ORGANISATIONS], heads[at + 1 :]
    lower = [head for head in behind if head in _OF_ORGANISATIONS]
    order = (*before, *lower, *(head for head in behind if head not in _OF_ORGANISATIONS))
    return order if sorted(order) == sorted(FORM_ORDER) else ()


def _is_on_one_line(lines: Iterable[str]) -> bool:
    """Whether 自然人, 法人或其他组织 and 总计 are printed beside each other, so that they stand from left to right.

    A head of two lines is centred beside them: read line by line, it may stand anywhere between.
    """
    return any({FORM_ORDER[0], ORGANISATIONS, TOTAL} <= set(find_heads(label_key(line))) for line in lines)


def _are_broken(lines: Sequence[str], missing: Sequence[str]) -> bool:
    """Whether the missing heads begin there but are broken over lines, and no line names its columns in another order.

    Read across, the end of such a head stands lines below its beginning, and a head of one line anywhere between.
    """
    keys = [label_key(line) for line in lines]
    begun = all(any(column.label[:_BEGINNING] in key for key in keys) for column in APPLICANTS if column.id in missing)
    return bool(missing) and begun and all(is_in_order(find_applicants(key), FORM_ORDER) for key in keys)


def _placed(words: Sequence[Piece]) -> Heading | None:
    """The columns from left to right, by the place of their heading cells in the grid, if all are found."""
    keys = applicant_keys()
    placed = {label_key(piece.text): piece.left for piece in words if label_key(piece.text) in keys}
    order = tuple(keys[key] for key in sorted(placed, key=lambda key: placed[key]))
    return _ordered(order) if sorted(order) == sorted(FORM_ORDER) else None
