"""Places without a page: documents share the same few thousand, so that each is made once."""

from __future__ import annotations

from functools import lru_cache

from parsing.model import Place


@lru_cache(maxsize=4096)
def on_line(line: int) -> Place:
    """A line or paragraph outside any table."""
    return Place(line=line)


@lru_cache(maxsize=8192)
def in_table(table: int, row: int, column: int, line: int | None = None) -> Place:
    """A cell of a table, in a text also its line."""
    return Place(line=line, table=table, row=row, column=column)
