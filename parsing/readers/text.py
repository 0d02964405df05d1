"""Plain text and Markdown: lines, and tables drawn with pipes or tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from parsing.model import Block, Cell, Document, Format, Grid, Paragraph, Place
from parsing.readers.decoding import declared_encoding, decode

_RULE: Final = re.compile(r"[\s|:+\-=]*-{2,}[\s|:+\-=]*")  # |---|:--:| between heading and body of a Markdown table
_CUT_FIGURE: Final = re.compile(r"(?<=[^\d])[1-9]\d*\Z")  # a file that ends in a figure may be cut there
_BOOKMARK: Final = re.compile(r"\[bookmark: [^\]]*\]")  # left behind by a conversion from a word processor


@dataclass(slots=True)
class _Table:
    """Rows collected until a line of another kind ends the table."""

    number: int
    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    stacked: list[tuple[int, str]] = field(default_factory=list)  # one cell a line, a blank line ends the row

    def add(self, cells: list[tuple[int, str]]) -> None:
        """One printed row, each cell with the line it stands on."""
        row = len(self.rows) + 1
        self.rows.append(
            tuple(
                Cell(text=text, place=Place(line=line, table=self.number, row=row, column=left + 1), left=left)
                for left, (line, text) in enumerate(cells)
            )
        )

    def end_stack(self) -> None:
        """Close a row whose cells stand one below the other."""
        if self.stacked:
            self.add(self.stacked)
            self.stacked = []

    def end(self) -> Iterator[Block]:
        """The table, if any row was collected."""
        self.end_stack()
        if self.rows:
            yield Grid(rows=tuple(self.rows), aligned=False)


def read(content: bytes) -> Document:
    """The lines and tables of a text file.

    Raises:
        UnreadableError: the bytes are no text in any known encoding.
    """
    decoded = decode(content, declared_encoding(content))
    text = _CUT_FIGURE.sub("\\g<0>\ufffd", decoded.text)
    return Document(format=Format.TEXT, blocks=tuple(_blocks(text)), problems=decoded.problems)


def _blocks(text: str) -> Iterator[Block]:
    tables = 1
    table = _Table(tables)
    for number, line in enumerate(_BOOKMARK.sub("", text).splitlines(), start=1):
        if _takes(table, number, line):
            continue
        if table.rows or table.stacked:
            yield from table.end()
            tables += 1
            table = _Table(tables)
        if line.strip():
            yield Paragraph(line.strip(), Place(line=number))
    yield from table.end()


def _takes(table: _Table, number: int, line: str) -> bool:
    """Whether a line belongs to a table; if so it is added."""
    if not line:
        ends_row = bool(table.stacked)
        table.end_stack()
        return ends_row
    if "|" in line:
        table.end_stack()
        if not _RULE.fullmatch(line):
            table.add([(number, text) for text in _piped(line)])
        return True
    if line.startswith("\t") and "\t" not in line.strip():
        table.stacked.append((number, line.strip()))
        return True
    if "\t" in line.strip():
        table.end_stack()
        table.add([(number, text.strip()) for text in line.rstrip("\n").split("\t")])
        return True
    return False


def _piped(line: str) -> list[str]:
    """The cells between pipes; a pipe at the very start or end is a border."""
    cells = [text.strip() for text in line.strip().split("|")]
    start = 1 if len(cells) > 1 and not cells[0] else 0
    end = -1 if len(cells) > 1 and not cells[-1] else len(cells)
    return cells[start:end]
