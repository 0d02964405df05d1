"""The statutory form of the annual report, declared once, as data.

Source: 《中华人民共和国政府信息公开条例》第五十条 and the forms that the State Council's General Office prescribes.

Every label that is matched, every column of the dataset, every heading on a page and every equation that is checked is
derived from the tables in this package. A *cell id* is ``table.row.column``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import chain

from parsing.form import statistics
from parsing.form.applications import APPLICANTS, ORGANISATIONS_HEAD
from parsing.form.arithmetic import TABLE_OF_RULE, equations, has_total, outcome_rows
from parsing.form.elements import (
    MOST_DECIMALS,
    MOST_DIGITS,
    Column,
    Equation,
    Kind,
    Row,
    Table,
    TableName,
    cell_id,
)
from parsing.form.proactive import ITEM_ROWS
from parsing.form.remedies import REMEDY_RESULTS, REMEDY_WAYS
from parsing.form.statutory import (
    EDITIONS,
    FIRST_YEAR,
    TABLE_NAMES,
    TABLES,
    edition_due,
)

__all__ = [
    "APPLICANTS",
    "EDITIONS",
    "FIRST_YEAR",
    "ITEM_ROWS",
    "MOST_DECIMALS",
    "MOST_DIGITS",
    "ORGANISATIONS_HEAD",
    "REMEDY_RESULTS",
    "REMEDY_WAYS",
    "TABLES",
    "TABLE_NAMES",
    "TABLE_OF_RULE",
    "Column",
    "Equation",
    "Kind",
    "Row",
    "Table",
    "TableName",
    "all_cells",
    "all_rows",
    "cell_id",
    "describe",
    "edition_due",
    "equations",
    "has_total",
    "kind_of",
    "outcome_rows",
    "table_name",
]


def table_name(table_id: str) -> TableName:
    """What a table of any edition is called.

    Raises:
        KeyError: no edition has such a table.
    """
    return statistics.STATISTICS if table_id == statistics.STATISTICS.id else TABLE_NAMES[table_id]


@cache
def all_rows() -> tuple[tuple[str, Row], ...]:
    """Every (table id, row) of any edition once, in the form's order; columns of all editions are joined."""
    return tuple(
        (table_id, replace(row, columns=_joined(table_id, row.id)))
        for table_id in TABLE_NAMES
        for row in _union_rows(table_id)
    ) + tuple((statistics.STATISTICS.id, row) for row in statistics.TABLE.rows)


def _union_rows(table_id: str) -> Iterator[Row]:
    older, newer = (TABLES[table_id, edition].rows for edition in EDITIONS)
    only_older = [row for row in older if row.id not in {other.id for other in newer}]
    for row in newer:
        following = {other.id for other in older[: _position(older, row.id)]}
        for early in [early for early in only_older if early.id in following]:
            only_older.remove(early)
            yield early
        yield row
    yield from only_older


def _position(rows: tuple[Row, ...], row_id: str) -> int:
    return next((index for index, row in enumerate(rows) if row.id == row_id), 0)


def _joined(table_id: str, row_id: str) -> tuple[Column, ...]:
    rows = chain.from_iterable(TABLES[table_id, edition].rows for edition in EDITIONS)
    columns = {column.id: column for row in rows if row.id == row_id for column in row.columns}
    return tuple(columns.values())


@cache
def all_cells() -> tuple[str, ...]:
    """Every cell id of any edition, in the form's order: the figure columns of the dataset."""
    return tuple(cell_id(table_id, row.id, column.id) for table_id, row in all_rows() for column in row.columns)


@cache
def _cell_index() -> Mapping[str, tuple[str, Row, Column]]:
    return {
        cell_id(table_id, row.id, column.id): (table_id, row, column)
        for table_id, row in all_rows()
        for column in row.columns
    }


def describe(cell: str) -> tuple[str, Row, Column]:
    """The table id, row and column of a cell id.

    Raises:
        KeyError: no edition has such a cell.
    """
    return _cell_index()[cell]


def kind_of(cell: str) -> Kind:
    """What the cell holds."""
    return describe(cell)[2].kind
