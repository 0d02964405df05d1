"""Columns that are not where the form has them, and columns that it does not have, with heads that say so or do not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from data.synthetic.draft import Draft
from data.synthetic.layouts.blocks import Table
from data.synthetic.layouts.sheet import Box, Sheet, spread
from tests.properties.realistic import Row, changed, labels_of, page, text, texts, with_figures_moved
from tests.properties.realistic import markup as set_in_page

_HEADS: Final = 3  # rows of heads of table three
_ORGANISATIONS: Final = slice(1, 6)


# ---- Columns in another order ---------------------------------------------------------------------------------------


def total_first_a_row_a_line(report: Draft) -> bytes:
    return text(report, lambda table: (" ".join(texts(row)) for row in _changed(table, _total_first)))


def total_first_a_cell_a_line(report: Draft) -> bytes:
    return text(report, lambda table: (cell for row in _changed(table, _total_first) for cell in texts(row)))


def natural_persons_behind_organisations(report: Draft) -> bytes:
    return changed(report, _people_last, "applications")


def natural_persons_behind_organisations_a_row_a_line(report: Draft) -> bytes:
    return text(report, lambda table: (" ".join(texts(row)) for row in _changed(table, _people_last)))


def natural_persons_behind_organisations_a_cell_a_line(report: Draft) -> bytes:
    """自然人 follows 法人或其他组织, as it does where a PDF sets it lower because its head is two rows high."""
    return text(report, lambda table: (cell for row in _changed(table, _people_last) for cell in texts(row)))


def total_first_without_heads(report: Draft) -> bytes:
    """Nothing but the sums tells that the first figure is the total."""
    return changed(report, lambda sheet: _total_first(sheet)[_HEADS:], "applications")


# ---- Columns beyond the form's --------------------------------------------------------------------------------------


def sum_of_organisations(report: Draft) -> bytes:
    return changed(report, _with_sums, "applications")


def sum_of_organisations_between_bars(report: Draft) -> bytes:
    def lines(table: Table) -> Sequence[str]:
        grid = spread(_changed(table, _with_sums))
        return [f"| {' | '.join(box.text if box else '' for box in row)} |" for row in grid]

    return text(report, lines)


def total_of_last_year(report: Draft) -> bytes:
    return changed(report, _with_last("上年总计", "{}"), "applications")


def change_from_last_year(report: Draft) -> bytes:
    return changed(report, _with_last("同比增减", "+{}"), "applications")


def total_of_last_year_and_a_cell_lost(report: Draft) -> bytes:
    """Rows that lack a figure are as long as those of the form."""
    return changed(report, _with_last_year_and_a_cell_lost, "applications")


def total_of_last_year_and_a_cell_lost_a_cell_a_line(report: Draft) -> bytes:
    def lines(table: Table) -> Sequence[str]:
        return [cell for row in _changed(table, _with_last_year_and_a_cell_lost) for cell in texts(row)]

    return text(report, lines)


def remarks_and_a_cell_lost(report: Draft) -> bytes:
    return changed(report, _with_remarks_and_a_cell_lost, "applications")


def remarks_and_a_cell_lost_by_tabs(report: Draft) -> bytes:
    """A row that begins a group reaches as far as another one with a cell more."""

    def lines(table: Table) -> Sequence[str]:
        return ["\t".join(texts(row)) for row in _changed(table, _with_remarks_and_a_cell_lost)]

    return text(report, lines)


# ---- Figures that two rows share ------------------------------------------------------------------------------------


def two_rows_share_a_figure(report: Draft) -> bytes:
    """行政处罚 and 行政强制 have one cell of figures."""

    def joined(sheet: Sheet) -> Sheet:
        rows = {"行政处罚": 2, "行政强制": 0}
        kept = (
            tuple(replace(box, height=rows[row[0].text]) for box in row[1:] if rows[row[0].text])
            if row[0].text in rows
            else row[1:]
            for row in sheet
        )
        return tuple((row[0], *rest) for row, rest in zip(sheet, kept, strict=True))

    return changed(report, joined, "proactive")


def figures_beside_a_label_of_two_rows(report: Draft) -> bytes:
    """The label of each row is set in two rows, its figures reach over both."""

    def set_table(table: Table) -> str:
        rows = [part for row in table.sheet for part in _in_two(row)] if table.id == "proactive" else table.sheet
        return set_in_page(rows)

    return page(report, set_table)


# ---- Small steps ----------------------------------------------------------------------------------------------------


def _changed(table: Table, change: Callable[[Sheet], Sheet]) -> Sheet:
    return change(table.sheet) if table.id == "applications" else table.sheet


def _total_first(sheet: Sheet) -> Sheet:
    heads = (sheet[0], (sheet[1][2], *sheet[1][:2]), sheet[2])
    return (*heads, *(with_figures_moved(row, lambda row: (row[-1], *row[:-1])) for row in sheet[_HEADS:]))


def _people_last(sheet: Sheet) -> Sheet:
    heads = (sheet[0], (sheet[1][1], sheet[1][0], sheet[1][2]), sheet[2])
    return (*heads, *(with_figures_moved(row, lambda row: (*row[1:6], row[0], row[6])) for row in sheet[_HEADS:]))


def _with_sums(sheet: Sheet) -> Sheet:
    """A column 小计 behind those of the organisations."""
    heads = ((sheet[0][0], replace(sheet[0][1], width=8)), (sheet[1][0], replace(sheet[1][1], width=6), sheet[1][2]))
    return (*heads, (*sheet[2], Box("小计")), *(with_figures_moved(row, _with_sum) for row in sheet[_HEADS:]))


def _with_sum(row: Row) -> Row:
    total = sum(int(box.text) for box in row[_ORGANISATIONS])
    return (*row[:-1], Box(f"{total}", figure=True), row[-1])


def _with_last(head: str, printed: str) -> Callable[[Sheet], Sheet]:
    """A column behind the total."""

    def added(sheet: Sheet) -> Sheet:
        heads = ((sheet[0][0], replace(sheet[0][1], width=8)), (*sheet[1], Box(head, 1, 2)), sheet[2])
        rows = enumerate(sheet[_HEADS:], start=31)
        return (*heads, *((*row, Box(printed.format(number), figure=True)) for number, row in rows))

    return added


def _with_last_year_and_a_cell_lost(sheet: Sheet) -> Sheet:
    rows = _with_last("上年总计", "{}")(sheet)
    return tuple(row if index < _HEADS or index % 3 else (*row[:-4], *row[-3:]) for index, row in enumerate(rows))


def _with_remarks_and_a_cell_lost(sheet: Sheet) -> Sheet:
    heads = (sheet[0], (*sheet[1], Box("备注", 1, 2)), sheet[2])
    rows = ((*row, Box("")) for row in sheet[_HEADS:])
    return (*heads, *((*row[:-4], *row[-3:]) if index % 3 else row for index, row in enumerate(rows)))


def _in_two(row: Row) -> tuple[Row, ...]:
    if not row[-1].figure:
        return (row,)
    label = labels_of(row)[0]
    first = (Box(label[:2]), *(replace(box, height=2) for box in row[1:]))
    return first, (Box(label[2:]),)
