"""Web pages whose editor lost spans, changed heads or reworded labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count
from typing import Final

from data.synthetic.draft import Draft
from data.synthetic.layouts.blocks import Table
from data.synthetic.layouts.sheet import Box, Sheet, spread
from tests.properties.realistic import Row, changed, has_figures, markup, page, with_figures_moved

_NUMBERING: Final = re.compile(r"^([1-8])\.(?!\d)")


# ---- Spans ----------------------------------------------------------------------------------------------------------


def without_rowspan(report: Draft) -> bytes:
    return page(report, lambda table: markup(table.sheet, heights=False))


def without_colspan(report: Draft) -> bytes:
    return page(report, lambda table: markup(table.sheet, widths=False))


def without_spans(report: Draft) -> bytes:
    return page(report, lambda table: markup(table.sheet, widths=False, heights=False))


def spans_beyond_the_table(report: Draft) -> bytes:
    return page(report, lambda table: markup(table.sheet).replace('colspan="', 'colspan="9'))


def rowspan_one_too_high(report: Draft) -> bytes:
    def taller(sheet: Sheet) -> Sheet:
        return tuple(tuple(replace(box, height=box.height + (box.height > 3)) for box in row) for row in sheet)

    return changed(report, taller, "applications")


def heads_as_th(report: Draft) -> bytes:
    def set_table(table: Table) -> str:
        rows = markup(table.sheet).split("<tr>")
        return "<tr>".join(row if "元" in row else row.replace("td", "th", 2) for row in rows)

    return page(report, set_table)


def full_grid(report: Draft) -> bytes:
    """Every spanned place has an empty cell of its own."""
    return changed(report, lambda sheet: tuple(tuple(box or Box("") for box in row) for row in spread(sheet)))


def merged_cells_repeated(report: Draft) -> bytes:
    """Every spanned place repeats the text of its cell, as spreadsheet programs write it when cells are unmerged."""

    def filled_down(sheet: Sheet) -> Sheet:
        grid = [[Box("") for _ in row] for row in spread(sheet)]
        for top, row in enumerate(spread(sheet)):
            for left, box in enumerate(row):
                for down in range(box.height if box else 0):
                    for right in range(box.width if box else 0):
                        grid[top + down][left + right] = Box(box.text if box else "")
        return tuple(map(tuple, grid))

    return changed(report, filled_down)


# ---- Heads ----------------------------------------------------------------------------------------------------------


def without_heads(report: Draft) -> bytes:
    return changed(report, lambda sheet: tuple(row for row in sheet if has_figures(row)), "applications")


def without_heads_of_table_two(report: Draft) -> bytes:
    return changed(report, lambda sheet: tuple(row for row in sheet if has_figures(row)), "proactive")


def without_heads_of_table_four(report: Draft) -> bytes:
    return changed(report, lambda sheet: tuple(row for row in sheet if has_figures(row)), "remedies")


def head_repeated(report: Draft) -> bytes:
    return changed(report, lambda sheet: (*sheet[:14], *sheet[:3], *sheet[14:]), "applications")


def total_first(report: Draft) -> bytes:
    """总计 is the first column of figures, in the head as well."""

    def moved(sheet: Sheet) -> Sheet:
        heads = (sheet[0], (sheet[1][2], *sheet[1][:2]), sheet[2])
        return (*heads, *(with_figures_moved(row, lambda row: (row[-1], *row[:-1])) for row in sheet[3:]))

    return changed(report, moved, "applications")


def columns_swapped(report: Draft) -> bytes:
    """科研机构 stands behind 社会公益组织, in the head as well."""

    def swap(row: Row, at: int) -> Row:
        return (*row[:at], row[at + 1], row[at], *row[at + 2 :])

    def moved(sheet: Sheet) -> Sheet:
        heads = (sheet[0], sheet[1], swap(sheet[2], 1))
        return (*heads, *(with_figures_moved(row, lambda row: swap(row, 2)) for row in sheet[3:]))

    return changed(report, moved, "applications")


def other_word_for_total(report: Draft) -> bytes:
    return page(report, lambda table: markup(table.sheet).replace("总计", "合计"))


def unit_row(report: Draft) -> bytes:
    return changed(report, lambda sheet: ((Box("单位：件", sum(box.width for box in sheet[0])),), *sheet))


def numbered_columns(report: Draft) -> bytes:
    """Below the head a row that numbers the columns: 1 2 3 … 7."""

    def numbered(sheet: Sheet) -> Sheet:
        return (*sheet[:3], (Box("栏次", 3), *(Box(f"{number}") for number in range(1, 8))), *sheet[3:])

    return changed(report, numbered, "applications")


def one_big_table(report: Draft) -> bytes:
    """All three tables in one, their headings as rows."""
    tables: list[str] = []

    def set_table(table: Table) -> str:
        tables.append(markup(table.sheet).removeprefix("<table>").removesuffix("</table>"))
        if table.id != "remedies":
            return ""
        heads = ("二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、复议诉讼情况")
        rows = (f'<tr><td colspan="10">{head}</td></tr>{rows}' for head, rows in zip(heads, tables, strict=True))
        return f"<table>{''.join(rows)}</table>"

    return page(report, set_table)


# ---- Labels ---------------------------------------------------------------------------------------------------------


def labels_with_remarks(report: Draft) -> bytes:
    labels = {
        "行政许可": "行政许可（含备案类事项）",
        "予以公开": "予以公开（含告知已主动公开）",
        "重复申请": "重复申请（不含撤回）",
    }
    return page(report, lambda table: _replaced(markup(table.sheet), labels))


def numbers_of_their_own(report: Draft) -> bytes:
    """The number before a label stands in a cell of its own."""

    def apart(sheet: Sheet) -> Sheet:
        return tuple(tuple(part for box in row for part in _number_apart(box)) for row in sheet)

    return changed(report, apart, "applications")


def circled_numbers(report: Draft) -> bytes:
    circles = dict(zip("12345678", "①②③④⑤⑥⑦⑧", strict=True))

    def circled(sheet: Sheet) -> Sheet:
        return tuple(
            tuple(replace(box, text=_NUMBERING.sub(lambda at: circles[at[1]], box.text)) for box in row)
            for row in sheet
        )

    return changed(report, circled)


def running_numbers(report: Draft) -> bytes:
    """A first column 序号 that numbers the rows."""

    def numbered(sheet: Sheet) -> Sheet:
        numbers = count(1)
        return tuple((Box(f"{next(numbers)}" if has_figures(row) else "序号"), *row) for row in sheet)

    return changed(report, numbered, "proactive", "applications")


def label_over_two_rows(report: Draft) -> bytes:
    """The second half of a long label stands in a row of its own."""

    def broken(sheet: Sheet) -> Sheet:
        return tuple(part for row in sheet for part in _broken_row(row))

    return changed(report, broken, "applications")


def label_begins_a_row_above(report: Draft) -> bytes:
    """The first half of a long label stands in a row of its own, the figures beside the second."""

    def broken(sheet: Sheet) -> Sheet:
        return tuple(part for row in sheet for part in _broken_row(row, figures_last=True))

    return changed(report, broken, "applications")


def label_over_two_rows_beside_its_group(report: Draft) -> bytes:
    """The cells of groups reach over the rows that came in."""
    return changed(report, lambda sheet: _with_longer_groups(sheet, figures_last=False), "applications")


def label_begins_a_row_above_beside_its_group(report: Draft) -> bytes:
    """Likewise, the figures beside the second half."""
    return changed(report, lambda sheet: _with_longer_groups(sheet, figures_last=True), "applications")


def labels_in_words_of_their_own(report: Draft) -> bytes:
    labels = {"行政处罚": "行政处罚决定", "行政强制": "行政强制措施", "重复申请": "重复提出申请"}
    return page(report, lambda table: _replaced(markup(table.sheet), labels))


def labels_left_out(report: Draft) -> bytes:
    labels = {">行政处罚<": "><", ">2.重复申请<": "><", ">（二）部分公开": ">"}
    return page(report, lambda table: _replaced(markup(table.sheet), labels))


# ---- Small steps ----------------------------------------------------------------------------------------------------


def _number_apart(box: Box) -> Iterator[Box]:
    if box.text[:1].isdigit() and box.text[1:2] == "." and not box.figure and box.width == 1:
        yield from (Box(box.text[:2]), Box(box.text[2:]))
    else:
        yield replace(box, width=2) if not box.figure and box.width == 1 and len(box.text) > 15 else box


def _with_longer_groups(sheet: Sheet, *, figures_last: bool) -> Sheet:
    parts = [tuple(_broken_row(row, figures_last=figures_last)) for row in sheet]
    longer: list[Row] = []
    for index, broken in enumerate(parts):
        for row in broken:
            reach = {box: sum(map(len, parts[index : index + box.height])) for box in row if box.height > 1}
            longer.append(tuple(replace(box, height=reach.get(box, box.height)) for box in row))
    return tuple(longer)


def _broken_row(row: Row, *, figures_last: bool = False) -> Iterator[Row]:
    label = next((index for index, box in enumerate(row) if len(box.text) > 12 and not box.figure), None)
    if label is None or not has_figures(row):
        yield row
        return
    text = row[label].text
    head, tail = replace(row[label], text=text[:9]), replace(row[label], text=text[9:])
    blanks = tuple(Box("") for box in row if box.figure)
    first, second = (*row[:label], head), (*(Box("") for box in row[:label] if box.height == 1), tail)
    figures = row[label + 1 :]
    yield (*first, *(blanks if figures_last else figures))
    yield (*second, *(figures if figures_last else blanks))


def _replaced(markup_: str, words: Mapping[str, str]) -> str:
    for word, other in words.items():
        markup_ = markup_.replace(word, other)
    return markup_
