"""The arithmetic that the form itself requires, derived from its tables."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from parsing.form.applications import APPLICANTS
from parsing.form.elements import Equation, Row, Table, cell_id
from parsing.form.statutory import TABLES


@cache
def equations(table_id: str, edition: str) -> tuple[Equation, ...]:
    """What the form itself requires of one table, in the order in which it is checked."""
    table = TABLES[table_id, edition]
    if table_id == "applications":
        return (
            *(_balance(column.id) for column in APPLICANTS),
            *(_outcomes(table, column.id) for column in APPLICANTS),
            *(_row_total("applications-row-total", table, row) for row in table.rows),
        )
    if table_id == "remedies":
        return tuple(_row_total("remedies-total", table, row) for row in table.rows)
    return ()


def has_total(table: Table, row: str) -> bool:
    """Whether the last figure of a row is the sum of the others."""
    return any(equation.row == row for equation in equations(table.id, table.edition))


def _balance(column: str) -> Equation:
    """第一项加第二项之和，等于第三项加第四项之和, as printed on the form."""
    left, right = (
        tuple(cell_id("applications", row, column) for row in rows)
        for rows in (("new_received", "carried_in"), ("total_processed", "carried_out"))
    )
    return Equation(code="applications-balance", left=left, right=right, column=column)


def outcome_rows(edition: str) -> tuple[Row, ...]:
    """The rows of table 三 that count outcomes: what （七）总计 is the sum of."""
    settled = {"new_received", "carried_in", "total_processed", "carried_out"}
    return tuple(row for row in TABLES["applications", edition].rows if row.id not in settled)


def _outcomes(table: Table, column: str) -> Equation:
    return Equation(
        code="applications-outcomes",
        left=tuple(cell_id("applications", row.id, column) for row in outcome_rows(table.edition)),
        right=(cell_id("applications", "total_processed", column),),
        column=column,
    )


def _row_total(code: str, table: Table, row: Row) -> Equation:
    *parts, total = (cell_id(table.id, row.id, column.id) for column in row.columns)
    return Equation(code=code, left=tuple(parts), right=(total,), row=row.id)


TABLE_OF_RULE: Final[Mapping[str, str]] = MappingProxyType(
    {equation.code: table for table, edition in TABLES for equation in equations(table, edition)}
)
"""Every rule of arithmetic, with the table that it is about."""
