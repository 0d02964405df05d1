"""Tables drawn with characters, and columns beside the form's: all of it can be read, so all of it must be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from html import escape
from itertools import count, zip_longest
from typing import Final

from data.synthetic.draft import Draft
from data.synthetic.layouts.blocks import Table
from data.synthetic.layouts.sheet import Box, Sheet, merged, spread
from parsing import form
from tests.properties.realistic import changed, has_figures, markup, page, text, texts

_ROWS_OF_A_PAGE: Final = 9
_LINE_OF_A_CELL: Final = 6  # characters
Rows = list[list[str]]


# ---- Bars -----------------------------------------------------------------------------------------------------------


def bars_in_paragraphs(report: Draft) -> bytes:
    return page(report, lambda table: "".join(f"<p>{escape(' | '.join(texts(row)))}</p>" for row in table.sheet))


def bars_in_preformatted_text(report: Draft) -> bytes:
    return page(report, lambda table: f"<pre>{escape(_markdown(_grid(table)))}</pre>")


def bars_and_line_breaks(report: Draft) -> bytes:
    return page(report, lambda table: f"<p>{'<br>'.join(escape('|'.join(texts(row))) for row in table.sheet)}</p>")


def full_width_bars(report: Draft) -> bytes:
    return text(report, lambda table: ("｜".join(texts(row)) for row in table.sheet))


def double_lines(report: Draft) -> bytes:
    def rows(table: Table) -> Iterator[str]:
        for row in _grid(table):
            yield f"║{'║'.join(row)}║"
            yield f"╠{'╬'.join('═══' for _ in row)}╣"

    return text(report, rows)


def cells_of_several_lines_between_rules(report: Draft) -> bytes:
    """+----+ between all rows, long labels broken over lines, as document converters draw tables."""

    def lines(table: Table) -> Iterator[str]:
        grid = _grid(table)
        rule = f"+{'+'.join('-' * 14 for _ in grid[0])}+"
        yield rule
        for row in grid:
            for line in zip_longest(*map(_broken, row), fillvalue=""):
                yield f"| {' | '.join(line)} |"
            yield rule

    return text(report, lines)


# ---- Markdown -------------------------------------------------------------------------------------------------------


def markdown_in_bold(report: Draft) -> bytes:
    return _written(report, lambda cell: f"**{cell}**" if cell else "")


def markdown_with_escapes(report: Draft) -> bytes:
    return _written(report, lambda cell: re.sub(r"([-+.])", r"\\\1", cell))


def markdown_with_line_breaks(report: Draft) -> bytes:
    heads = {"商业企业": "商业<br>企业", "结果维持": "结果<br/>维持", "结果纠正": "结果<br>纠正"}
    return _written(report, lambda cell: heads.get(cell, cell))


def markdown_with_spans_in_its_cells(report: Draft) -> bytes:
    empty = '<span style="font-family: FangSong"></span>'
    return _written(report, lambda cell: f'<span style="font-size: 12pt">{cell}</span>{empty}' if cell else "")


def markdown_with_names_for_blank_cells(report: Draft) -> bytes:
    return _written(report, lambda cell: cell or "nan")


def markdown_with_numbered_rows_and_columns(report: Draft) -> bytes:
    """A data frame: its columns are headed 0, 1, 2 …, and so are its rows."""

    def lines(table: Table) -> list[str]:
        grid = _grid(table)
        numbered = [["", *map(str, range(len(grid[0])))], *([f"{at}", *row] for at, row in enumerate(grid))]
        return [_markdown(numbered)]

    return text(report, lines)


# ---- Tabs and commas ------------------------------------------------------------------------------------------------


def quoted_cells_over_lines(report: Draft) -> bytes:
    """A spreadsheet program copies a cell with a line break in quotes."""

    def quoted(box: Box) -> str:
        return box.text if box.figure or len(box.text) < 4 else f'"{box.text[:2]}\n{box.text[2:]}"'

    return text(report, lambda table: ("\t".join(map(quoted, row)) for row in table.sheet))


def merged_cells_repeated_between_tabs(report: Draft) -> bytes:
    """Only words: a figure that spans columns is one cell."""

    def rows(table: Table) -> Iterator[str]:
        for row in merged(table.sheet):
            yield "\t".join("\t".join([box.text] * (1 if box.figure else box.width)) for box, _ in row)

    return text(report, rows)


def full_grid_between_commas(report: Draft) -> bytes:
    return text(report, lambda table: (",".join(row) for row in _grid(table)))


def one_way_of_remedy_a_line(report: Draft) -> bytes:
    def rows(table: Table) -> Iterator[str]:
        if table.id != "remedies":
            yield from (" ".join(texts(row)) for row in table.sheet)
            return
        figures = [box.text for box in table.sheet[-1]]
        yield " ".join(["类别", *(column.label for column in form.REMEDY_RESULTS)])
        for at, row in enumerate(form.TABLES["remedies", "2021"].rows):
            yield " ".join([row.label, *figures[5 * at : 5 * at + 5]])

    return text(report, rows)


def page_numbers_before_form_feeds(report: Draft) -> bytes:
    """A bare number is the last line of each page."""
    pages = count(1)

    def lines(table: Table) -> Iterator[str]:
        for at, row in enumerate(table.sheet, start=1):
            yield "    ".join(texts(row))
            if at % _ROWS_OF_A_PAGE == 0:
                yield f"\n                    {next(pages)}\n\f"

    return text(report, lines)


# ---- Beside the form ------------------------------------------------------------------------------------------------


def remarks_in_words(report: Draft) -> bytes:
    """A last column 备注, in which some rows say something."""

    def remarked(sheet: Sheet) -> Sheet:
        remarks = (("备注", "", "含上年结转", "", "详见附注")[min(at, 1) + at % 4] for at in range(len(sheet)))
        return tuple((*row, Box(remark)) for row, remark in zip(sheet, remarks, strict=True))

    return changed(report, remarked, "proactive")


def counters_in_a_column(report: Draft) -> bytes:
    """A column 单位 between the labels and the figures of table two."""

    def counted(sheet: Sheet) -> Sheet:
        return tuple(
            row if len(row) == 1 else (row[0], Box("件" if has_figures(row) else "单位"), *row[1:]) for row in sheet
        )

    return changed(report, counted, "proactive")


def columns_of_table_four_numbered(report: Draft) -> bytes:
    def numbered(sheet: Sheet) -> Sheet:
        return (*sheet[:-1], tuple(Box(f"{number}") for number in range(1, 16)), sheet[-1])

    return changed(report, numbered, "remedies")


def spacers_behind_figures_of_table_four(report: Draft) -> bytes:
    def spaced(sheet: Sheet) -> Sheet:
        heads = (tuple(replace(box, width=2 * box.width) for box in row) for row in sheet[:-1])
        return (*heads, tuple(part for box in sheet[-1] for part in (box, Box(""))))

    return changed(report, spaced, "remedies")


def items_of_table_two_nested(report: Draft) -> bytes:
    """Each item of Article 20 is a table of its own, in a row of a table around all of them."""

    def set_table(table: Table) -> str:
        if table.id != "proactive":
            return markup(table.sheet)
        items: list[list[tuple[Box, ...]]] = []
        for row in table.sheet:
            if len(row) == 1:
                items.append([])
            items[-1].append(row)
        return f"<table>{''.join(f'<tr><td>{markup(item)}</td></tr>' for item in items)}</table>"

    return page(report, set_table)


# ---- Small steps ----------------------------------------------------------------------------------------------------


def _grid(table: Table) -> Rows:
    return [texts(row) for row in spread(table.sheet)]


def _markdown(grid: Iterable[list[str]]) -> str:
    first, *others = (f"| {' | '.join(row)} |" for row in grid)
    return "\n".join((first, f"|{' --- |' * first.count(' | ')} --- |", *others))


def _written(report: Draft, write: Callable[[str], str]) -> bytes:
    """A Markdown file whose cells are written in some way."""
    return text(report, lambda table: ["", _markdown([list(map(write, row)) for row in _grid(table)]), ""])


def _broken(cell: str) -> list[str]:
    if re.fullmatch(r"[-+.\d]+元?", cell):
        return [cell]
    return [cell[start : start + _LINE_OF_A_CELL] for start in range(0, len(cell), _LINE_OF_A_CELL)] or [""]
