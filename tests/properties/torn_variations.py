"""What is left of a report when text is taken out of a PDF or a crawler: wrapped, torn, numbered, lines lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from typing import Final

from data.synthetic.draft import Draft
from data.synthetic.layouts.blocks import Table
from data.synthetic.layouts.sheet import Box, spread, width
from tests.properties.realistic import figures_of, filled_lines, labels_of, text, texts
from tests.properties.text_variations import words_and_spaces

_WIDE: Final = 9  # characters of a label that fit into a narrow column


# ---- Wrapped and torn -----------------------------------------------------------------------------------------------


def labels_wrapped(report: Draft) -> bytes:
    """Labels broken to the width of their column, the figures behind the last line."""

    def lines(table: Table) -> Iterator[str]:
        for row in table.sheet:
            parts = _wrapped("".join(box.text for box in row if not box.figure))
            figures = [box.text for box in row if box.figure]
            yield from parts[:-1]
            yield " ".join((parts[-1], *figures))

    return text(report, lines)


def figures_in_the_middle_of_a_label(report: Draft) -> bytes:
    """The line of figures stands between the lines of its label, as a PDF centres it."""
    return text(report, lambda table: (line for row in table.sheet for line in _middle(row)))


def figures_behind_the_first_line_of_a_label(report: Draft) -> bytes:
    def lines(table: Table) -> Iterator[str]:
        for row in table.sheet:
            first, *others = _wrapped("".join(box.text for box in row if not box.figure))
            yield " ".join((first, *(box.text for box in row if box.figure)))
            yield from others

    return text(report, lines)


def figures_before_labels(report: Draft) -> bytes:
    """Every row's figures stand on the line above its label."""

    def lines(table: Table) -> Iterator[str]:
        for row in table.sheet:
            yield from filled_lines([" ".join(box.text for box in row if box.figure)], labels_of(row))

    return text(report, lines)


def figures_before_labels_one_a_line(report: Draft) -> bytes:
    def lines(table: Table) -> Iterator[str]:
        for row in table.sheet:
            yield from (box.text for box in row if box.figure)
            yield from labels_of(row)

    return text(report, lines)


def figures_before_labels_in_table_two(report: Draft) -> bytes:
    def lines(table: Table) -> Iterator[str]:
        for row in table.sheet:
            figures = [box.text for box in row if box.figure]
            yield from (*figures, *labels_of(row)) if table.id == "proactive" else (*labels_of(row), *figures)

    return text(report, lines)


def all_labels_then_all_figures(report: Draft) -> bytes:
    """The columns of the page were read one after the other."""

    def lines(table: Table) -> Iterator[str]:
        yield from (label for row in table.sheet for label in labels_of(row))
        yield from (" ".join(box.text for box in row if box.figure) for row in table.sheet if row[-1].figure)

    return text(report, lines)


def column_by_column(report: Draft) -> bytes:
    """Every column from top to bottom, as an editor copies them."""

    def lines(table: Table) -> Iterator[str]:
        grid = spread(table.sheet)
        yield from (box.text for column in range(width(table.sheet)) for row in grid if (box := row[column]))

    return text(report, lines)


def table_three_by_columns(report: Draft) -> bytes:
    """Table three column by column; the others a row a line."""

    def lines(table: Table) -> Iterator[str]:
        if table.id == "applications":
            grid = spread(table.sheet)
            yield from (box.text for column in range(width(table.sheet)) for row in grid if (box := row[column]))
        else:
            yield from (" ".join(texts(row)) for row in table.sheet)

    return text(report, lines)


def figures_over_two_lines(report: Draft) -> bytes:
    """One cell a line; the last digit of a figure of three digits or more on the next."""

    def lines(table: Table) -> Iterator[str]:
        for cell in (cell for row in table.sheet for cell in texts(row)):
            yield from (cell[:-1], cell[-1]) if cell.isdigit() and len(cell) > 2 else (cell,)

    return text(report, lines)


def rows_over_two_lines(report: Draft) -> bytes:
    """The figures of a row go on in the next line."""

    def lines(table: Table) -> Iterator[str]:
        for row in table.sheet:
            figures = [box.text for box in row if box.figure]
            yield " ".join((*labels_of(row), *figures[:4]))
            yield " ".join(figures[4:])

    return text(report, lines)


def lines_of_a_page_as_cells(report: Draft) -> bytes:
    """A page read line by line: those with figures became rows of cells, behind all others of their section."""

    def lines(table: Table) -> Iterator[str]:
        words, cells = list[str](), list[str]()
        for row in table.sheet:
            parts, figures = _wrapped("".join(labels_of(row))), [box.text for box in row if box.figure]
            if parts[0].startswith("（"):
                yield from (*words, *cells, "")
                words, cells = [], []
            beside = parts[len(parts) // 2 :][: len(parts) % 2] if figures else []
            words += [part for part in parts if part not in beside]
            cells += [f"| {' | '.join((*beside, *figures))} |"] if figures else []
        yield from (*words, *cells)

    return text(report, lines)


# ---- Numbers between ------------------------------------------------------------------------------------------------


def page_numbers_between_rows(report: Draft) -> bytes:
    return _numbered(report, "— {} —")


def bare_page_numbers_between_rows(report: Draft) -> bytes:
    return _numbered(report, "{}")


def page_numbers_of_many(report: Draft) -> bytes:
    return _numbered(report, "第 {} 页 共 9 页")


def running_heads_between_rows(report: Draft) -> bytes:
    return _numbered(report, f"{report.organ.name}{report.fiscal_year}年政府信息公开工作年度报告 {{}}")


def bare_page_numbers_between_cells(report: Draft) -> bytes:
    """One cell a line, a page number after every fiftieth."""
    numbers = count(1)

    def lines(table: Table) -> Iterator[str]:
        for index, cell in enumerate(cell for row in table.sheet for cell in texts(row)):
            yield cell
            if index % 50 == 49:
                yield f"{next(numbers)}"

    return text(report, lines)


def row_numbers_before_labels(report: Draft) -> bytes:
    """序号 at the start of each line."""
    numbers = count(1)

    def lines(table: Table) -> Iterator[str]:
        for row in table.sheet:
            number = f"{next(numbers)} " if row[-1].figure else ""
            yield number + " ".join(texts(row))

    return text(report, lines)


def _numbered(report: Draft, form: str) -> bytes:
    """A page number after every ninth row."""
    numbers = count(2)

    def lines(table: Table) -> Iterator[str]:
        for index, row in enumerate(table.sheet):
            yield " ".join(texts(row))
            if index % 9 == 8:
                yield form.format(next(numbers))

    return text(report, lines)


# ---- Lost lines -----------------------------------------------------------------------------------------------------


def repeated_lines_lost(report: Draft) -> bytes:
    """A crawler kept only the first of equal lines."""
    seen: set[str] = set()

    def lines(table: Table) -> Iterator[str]:
        for cell in (cell for row in table.sheet for cell in texts(row)):
            if cell not in seen:
                seen.add(cell)
                yield cell

    return text(report, lines)


def repeated_rows_lost(report: Draft) -> bytes:
    """A crawler kept only the first of equal lines, figures and labels on lines of their own."""
    seen: set[str] = set()

    def lines(table: Table) -> Iterator[str]:
        for line in (line for row in table.sheet for line in filled_lines(labels_of(row), [figures_of(row)])):
            if line not in seen:
                seen.add(line)
                yield line

    return text(report, lines)


def labels_lost(report: Draft) -> bytes:
    """Only the figures of each row are left, in the form's order."""

    def lines(table: Table) -> Iterator[str]:
        for row in table.sheet:
            yield figures_of(row) if row[-1].figure else " ".join(labels_of(row))

    return text(report, lines)


def some_labels_lost(report: Draft) -> bytes:
    """The labels of every third row are lost."""

    def lines(table: Table) -> Iterator[str]:
        for index, row in enumerate(table.sheet):
            yield figures_of(row) if row[-1].figure and index % 3 == 0 else " ".join(texts(row))

    return text(report, lines)


def some_figures_lost(report: Draft) -> bytes:
    """One cell a line; the figures of every third row are lost."""

    def lines(table: Table) -> Iterator[str]:
        for index, row in enumerate(table.sheet):
            yield from (box.text for box in row if not box.figure or index % 3)

    return text(report, lines)


def ends_in_the_middle(report: Draft) -> bytes:
    whole = words_and_spaces(report).decode()
    return whole[: whole.rindex("结转下年度") - 9].encode()


def begins_in_the_middle(report: Draft) -> bytes:
    whole = words_and_spaces(report).decode()
    return whole[whole.index("（三）不予公开") + 3 :].encode()


# ---- Small steps ----------------------------------------------------------------------------------------------------


def _wrapped(label: str) -> list[str]:
    return re.findall(f".{{1,{_WIDE}}}", label) or [""]


def _middle(row: tuple[Box, ...]) -> Iterator[str]:
    parts, figures = _wrapped("".join(labels_of(row))), figures_of(row)
    middle = len(parts) // 2
    if not figures or len(parts) == 1:
        yield " ".join((*parts, figures)).strip() if figures else "".join(parts)
        return
    yield from (*parts[:middle], figures, *parts[middle:])
