"""What the form is made of: tables of rows and columns, and the equations between their cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Final

# What a figure can hold: no count or amount comes near a million million, none is printed more exactly.
MOST_DIGITS: Final = 12  # before the point
MOST_DECIMALS: Final = 8


class Kind(StrEnum):
    """What a cell holds."""

    COUNT = "count"  # a whole number, not negative
    CHANGE = "change"  # a whole number with a sign
    AMOUNT = "amount"  # an exact decimal, in the unit of its column


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of figures."""

    id: str
    label: str
    english: str
    kind: Kind = Kind.COUNT
    unit: str = ""  # what the figure is counted in: 万元, 元, or nothing for plain counts
    also: tuple[str, ...] = ()  # other printings met in real reports

    @property
    def name(self) -> str:
        """What the column is called in sentences, charts and lists."""
        return self.label

    @property
    def printings(self) -> tuple[str, ...]:
        """Its label, and what real reports print for it."""
        return self.label, *self.also


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of figures. ``groups`` are the headings the form prints to its left."""

    id: str
    label: str
    english: str
    columns: tuple[Column, ...]
    groups: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    numbering: str = ""  # printed before the label
    short: str = ""  # what the row is called where its label is too long

    @property
    def name(self) -> str:
        """What the row is called in sentences, charts and lists."""
        return self.short or self.label

    @property
    def printings(self) -> tuple[str, ...]:
        """Its label, and what real reports print for it."""
        return self.label, *self.also


@dataclass(frozen=True, slots=True, kw_only=True)
class Equation:
    """Two sums of cells that the form requires to be equal. ``code`` is the rule that checks it."""

    code: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    row: str = ""  # the row, or ...
    column: str = ""  # ... the column that the equation runs along

    def holds(self, values: Mapping[str, int | Decimal]) -> bool:
        """Whether both sides are equal.

        Raises:
            KeyError: a cell of the equation has no value.
        """
        return sum(map(values.__getitem__, self.left)) == sum(map(values.__getitem__, self.right))


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table of one edition of the form."""

    id: str
    edition: str
    rows: tuple[Row, ...]
    cells: tuple[str, ...] = field(init=False)  # every cell id, in the form's order

    def __post_init__(self) -> None:
        cells = tuple(cell_id(self.id, row.id, column.id) for row in self.rows for column in row.columns)
        object.__setattr__(self, "cells", cells)

    def cells_of(self, *row_ids: str) -> tuple[str, ...]:
        """The cell ids of some rows.

        Raises:
            KeyError: this edition has no such row.
        """
        return tuple(cell_id(self.id, row_id, column.id) for row_id in row_ids for column in self.row(row_id).columns)

    def row(self, row_id: str) -> Row:
        """The row of that id.

        Raises:
            KeyError: this edition has no such row.
        """
        for row in self.rows:
            if row.id == row_id:
                return row
        raise KeyError(row_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableName:
    """What a table is called: its section on the form and its short name."""

    id: str
    ordinal: str
    title: str
    english: str


def cell_id(table: str, row: str, column: str) -> str:
    """The stable name of one figure."""
    return f"{table}.{row}.{column}"
