"""Tables with rows and columns that the form does not have, or without some that it has."""

from __future__ import annotations

from dataclasses import replace

from data.synthetic.draft import Draft
from data.synthetic.layouts.sheet import Box, Sheet
from tests.properties.realistic import Row, changed, has_figures, with_figures_moved

# ---- Rows -----------------------------------------------------------------------------------------------------------


def rows_out_of_order(report: Draft) -> bytes:
    """Rows within a group change places, and so do the two first rows of all."""

    def moved(sheet: Sheet) -> Sheet:
        swaps = {3: 4, 4: 3, 8: 9, 9: 8, 19: 20, 20: 19} if len(sheet) > 20 else {-2: -1, -1: -2}
        return tuple(sheet[swaps.get(index, index)] for index in range(len(sheet)))

    return changed(report, moved, "applications")


def group_sums(report: Draft) -> bytes:
    """Behind each group a row with its sums, which the form does not have."""

    def summed(sheet: Sheet) -> Sheet:
        row: Row = (Box("小计", 2), *(Box(f"{number}", figure=True) for number in range(400, 407)))
        return (*sheet[:15], row, *sheet[15:18], row, *sheet[18:])

    return changed(report, summed, "applications")


def sum_of_two_rows(report: Draft) -> bytes:
    """合计 behind 行政处罚 and 行政强制."""
    return changed(report, lambda sheet: (*sheet[:-2], (Box("合计"), Box("777", 3)), *sheet[-2:]), "proactive")


def of_which_rows(report: Draft) -> bytes:
    def divided(sheet: Sheet) -> Sheet:
        rows = [(row,) if row[0].text != "行政许可" else (row, _of_which(row)) for row in sheet]
        return tuple(row for group in rows for row in group)

    return changed(report, divided, "proactive")


def row_printed_twice(report: Draft) -> bytes:
    return changed(report, lambda sheet: (*sheet[:8], sheet[8], *sheet[8:]), "applications")


def blank_rows(report: Draft) -> bytes:
    return changed(report, lambda sheet: tuple(part for row in sheet for part in (row, (Box("", 10),))), "applications")


def cell_lost(report: Draft) -> bytes:
    """Rows that lack one figure, each at another place."""

    def lost(sheet: Sheet) -> Sheet:
        return tuple(
            row if index < 3 or index % 3 else (*row[: -1 - index % 7], *row[len(row) - index % 7 :])
            for index, row in enumerate(sheet)
        )

    return changed(report, lost, "applications")


def cell_doubled(report: Draft) -> bytes:
    """Rows that print one figure twice, each at another place."""

    def doubled(sheet: Sheet) -> Sheet:
        return tuple(
            row if index < 3 or index % 3 else (*row[: len(row) - index % 7], *row[-1 - index % 7 :])
            for index, row in enumerate(sheet)
        )

    return changed(report, doubled, "applications")


def rows_of_one_cell(report: Draft) -> bytes:
    """Two rows of the form share one row of the table, their lines apart by a break."""

    def joined(sheet: Sheet) -> Sheet:
        first, second = sheet[2:4]
        row = tuple(Box(f"{one.text}\u2029{other.text}", one.width) for one, other in zip(first, second, strict=True))
        return (*sheet[:2], row, *sheet[4:])

    return changed(report, joined, "proactive").replace("\u2029".encode(), b"<br>")


def two_rows_of_figures_in_one(report: Draft) -> bytes:
    """The figures of two rows of table three share cells, apart by a break; the labels as well."""

    def joined(sheet: Sheet) -> Sheet:
        first, second = sheet[-1], sheet[3]
        row = tuple(
            Box(f"{one.text}\u2029{other.text}", one.width) for one, other in zip(second, sheet[4], strict=True)
        )
        return (*sheet[:3], row, *sheet[5:]) if first else sheet

    return changed(report, joined, "applications").replace("\u2029".encode(), b"<br>")


# ---- Columns --------------------------------------------------------------------------------------------------------


def remarks_column(report: Draft) -> bytes:
    """A last column 备注, mostly blank, with a number here and there."""
    remarks = ("", "", "含2022年转入", "", "12", "")

    def remarked(sheet: Sheet) -> Sheet:
        rows = ((*row, Box(remarks[index % 6] if has_figures(row) else "备注")) for index, row in enumerate(sheet))
        return tuple(rows)

    return changed(report, remarked, "applications", "proactive")


def blank_remarks_column(report: Draft) -> bytes:
    return changed(report, lambda sheet: tuple((*row, Box("" if has_figures(row) else "备注")) for row in sheet))


def unit_column(report: Draft) -> bytes:
    """A column 单位 between label and figures."""

    def united(sheet: Sheet) -> Sheet:
        return tuple((row[0], Box("件" if has_figures(row) else "单位"), *row[1:]) for row in sheet)

    return changed(report, united, "proactive")


def spacer_columns(report: Draft) -> bytes:
    """An empty column behind each figure."""

    def spaced(sheet: Sheet) -> Sheet:
        rows = ([part for box in row for part in (box, Box(""))] if has_figures(row) else list(row) for row in sheet)
        return tuple(map(tuple, rows))

    return changed(report, spaced)


def share_column(report: Draft) -> bytes:
    """A last column with the share in percent."""

    def shared(sheet: Sheet) -> Sheet:
        return tuple((*row, Box("37.5%" if has_figures(row) else "占比")) for row in sheet)

    return changed(report, shared, "applications")


def last_year_beside(report: Draft) -> bytes:
    """Two columns in table two: this year's decisions, then last year's."""

    def beside(sheet: Sheet) -> Sheet:
        return tuple(_with_last_year(row, "上年处理决定数量") for row in sheet)

    return changed(report, beside, "proactive")


def last_year_before(report: Draft) -> bytes:
    """Two columns in table two: last year's decisions, then this year's."""

    def beside(sheet: Sheet) -> Sheet:
        rows = (_with_last_year(row, "上年处理决定数量") for row in sheet)
        return tuple((row[0], row[2], row[1]) if len(row) == 3 else row for row in rows)

    return changed(report, beside, "proactive")


def years_as_heads(report: Draft) -> bytes:
    """Two columns in table two, headed by years only: 2022年 and 2023年."""

    def beside(sheet: Sheet) -> Sheet:
        rows = (_with_last_year(row, "2022年") for row in sheet)
        renamed = (
            tuple(replace(box, text=box.text.replace("本年处理决定数量", "2023年")) for box in row) for row in rows
        )
        return tuple((row[0], row[2], row[1]) if len(row) == 3 else row for row in renamed)

    return changed(report, beside, "proactive")


def one_applicant_column_fewer(report: Draft) -> bytes:
    """Table three without the column 其他."""

    def narrower(sheet: Sheet) -> Sheet:
        heads = (sheet[0], sheet[1], sheet[2][:-1])
        return (*heads, *(with_figures_moved(row, lambda row: (*row[:-2], row[-1])) for row in sheet[3:]))

    return changed(report, narrower, "applications")


# ---- Small steps ----------------------------------------------------------------------------------------------------


def _of_which(row: Row) -> Row:
    return (Box("其中：不予许可"), *(replace(box, text=f"{number}") for number, box in enumerate(row[1:], start=3)))


def _with_last_year(row: Row, heading: str) -> Row:
    if len(row) != 2:
        return row
    last = Box("555", figure=True) if row[1].figure else Box(heading)
    return (row[0], replace(row[1], width=1), last)
