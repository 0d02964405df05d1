"""What figures are counted in."""

from __future__ import annotations

from pages.shell.words import Words
from parsing import form


def of_cell(cell: str, word: Words) -> str:
    """The unit of a cell: the form declares that of an amount; decisions, applications and cases are counted."""
    table, row, column = form.describe(cell)
    if column.unit and word.language == "zh":
        return column.unit
    return word(f"unit.{row.id}") if table == "proactive" else of_table(table, word)


def of_table(table: str, word: Words) -> str:
    """What a table counts whose figures are all of one kind."""
    return word(f"unit.{table}")
