"""A report in a layout that no generator of ours makes, and what reading it gave."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Final

from data.synthetic.draft import Draft
from data.synthetic.layouts.blocks import Line, Role, Table, blocks
from data.synthetic.layouts.sheet import Box, Sheet
from parsing import read_report
from parsing.catalogue import Severity, severity
from parsing.model import Source

SetTable = Callable[[Table], str]
Change = Callable[[Sheet], Sheet]
Row = tuple[Box, ...]
_TAGS: Final = {Role.TITLE: "h1", Role.HEADING: "h2"}


# ---- Setting --------------------------------------------------------------------------------------------------------


def page(report: Draft, set_table: SetTable) -> bytes:
    """A web page, its tables set in the given way."""
    parts = [set_table(block) if isinstance(block, Table) else paragraph(block) for block in blocks(report)]
    return f'<html><head><meta charset="utf-8"></head><body>{"".join(parts)}</body></html>'.encode()


def paragraph(line: Line) -> str:
    """A line of a web page."""
    tag = _TAGS.get(line.role, "p")
    return f"<{tag}>{escape(line.text)}</{tag}>"


def markup(sheet: Iterable[Iterable[Box]], *, widths: bool = True, heights: bool = True) -> str:
    """A table of a web page; without the spans that an editor has lost."""
    rows = ("".join(_cell(box, widths=widths, heights=heights) for box in row) for row in sheet)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _cell(box: Box, *, widths: bool, heights: bool) -> str:
    spans = f' colspan="{box.width}"' if widths and box.width > 1 else ""
    spans += f' rowspan="{box.height}"' if heights and box.height > 1 else ""
    return f"<td{spans}>{escape(box.text)}</td>"


def changed(report: Draft, change: Change, *tables: str) -> bytes:
    """A web page in which some tables, or all of them, are changed before they are set."""

    def set_table(table: Table) -> str:
        return markup(change(table.sheet) if table.id in tables or not tables else table.sheet)

    return page(report, set_table)


def text(report: Draft, set_table: Callable[[Table], Iterable[str]]) -> bytes:
    """A plain text, its tables set in the given lines."""
    lines: list[str] = []
    for block in blocks(report):
        lines.extend(set_table(block) if isinstance(block, Table) else [block.text])
    return "\n".join(lines).encode()


# ---- Rows -----------------------------------------------------------------------------------------------------------


def has_figures(row: Row) -> bool:
    """Whether the row is one of figures, not of heads."""
    return any(box.figure for box in row)


def with_figures_moved(row: Row, move: Callable[[Row], Row]) -> Row:
    """The row with its figures, but not its labels, in another order."""
    labels = tuple(box for box in row if not box.figure)
    return (*labels, *move(tuple(box for box in row if box.figure)))


def rewritten_figures(report: Draft, write: Callable[[str], str], *tables: str) -> bytes:
    """A page on which every figure is written otherwise."""

    def rewritten(sheet: Sheet) -> Sheet:
        return tuple(tuple(replace(box, text=write(box.text)) if box.figure else box for box in row) for row in sheet)

    return changed(report, rewritten, *tables)


def texts(row: Iterable[Box | None]) -> list[str]:
    """What stands in each cell."""
    return [box.text if box else "" for box in row]


def labels_of(row: Iterable[Box]) -> list[str]:
    """The labels or heads of a row."""
    return [box.text for box in row if not box.figure]


def figures_of(row: Iterable[Box]) -> str:
    """The figures of a row in one line."""
    return " ".join(box.text for box in row if box.figure)


def filled_lines(first: Sequence[str], second: Sequence[str]) -> Iterator[str]:
    """The lines that hold something, one part after the other."""
    yield from (line for line in (*first, *second) if line)


# ---- Judging --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the cells of a report. ``silent`` are wrong and named by no problem above a note."""

    right: int
    silent: tuple[str, ...]
    unnamed: tuple[str, ...]  # without a figure, and no problem says so


def outcome(report: Draft, content: bytes, name: str = "report") -> Outcome:
    """Read a document and judge every cell."""
    read = read_report(Source(name, content))
    told = {cell for problem in read.problems for cell in problem.cells}
    above = {cell for problem in read.problems if severity(problem) is not Severity.NOTE for cell in problem.cells}
    judged = [(cell, figure.value, report.cells.get(cell)) for cell, figure in read.figures.items()]
    return Outcome(
        right=sum(value is not None and value == wanted for _, value, wanted in judged),
        silent=tuple(
            f"{cell}: {wanted} read as {value}"
            for cell, value, wanted in judged
            if value is not None and value != wanted and cell not in above
        ),
        unnamed=tuple(cell for cell, value, _ in judged if value is None and cell not in told),
    )
