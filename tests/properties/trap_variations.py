"""Layouts that invite a wrong figure: sums in group rows, years as rows, units above the table, hidden digits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from data.synthetic.draft import Draft
from data.synthetic.layouts.blocks import Table
from data.synthetic.layouts.sheet import Box, Sheet
from tests.properties.realistic import Row, changed, has_figures, markup, page, rewritten_figures

_SEVEN = tuple(Box(f"{number}", figure=True) for number in (31, 32, 33, 34, 35, 36, 201))


# ---- Rows that the form does not have -------------------------------------------------------------------------------


def group_rows_with_sums(report: Draft) -> bytes:
    """（三）不予公开 and the other groups have a row of figures of their own before their rows."""
    return changed(report, lambda sheet: tuple(row for line in sheet for row in _with_group_row(line)), "applications")


def results_with_sums(report: Draft) -> bytes:
    """三、本年度办理结果 has a row of figures of its own."""
    row: Row = (Box("三、本年度办理结果", 3), *_SEVEN)
    return changed(report, lambda sheet: (*sheet[:5], row, *sheet[5:]), "applications")


def results_with_sums_in_words(report: Draft) -> bytes:
    row: Row = (Box("三、本年度办理结果"), Box("合计", 2), *_SEVEN)
    return changed(report, lambda sheet: (*sheet[:5], row, *sheet[5:]), "applications")


def ways_of_receipt(report: Draft) -> bytes:
    """Below what was newly received: 其中：网络申请, 信函申请."""
    rows = tuple((Box(name, 3), *_SEVEN) for name in ("其中：网络申请", "信函申请", "其他"))
    return changed(report, lambda sheet: (*sheet[:4], *rows, *sheet[4:]), "applications")


def last_year_in_a_row_below(report: Draft) -> bytes:
    """Below each row of table three stands the row 上年同期."""

    def doubled(sheet: Sheet) -> Sheet:
        rows = ((row, (Box("上年同期", 3), *_SEVEN)) if has_figures(row) else (row,) for row in sheet)
        return tuple(row for group in rows for row in group)

    return changed(report, doubled, "applications")


def change_in_a_row_below(report: Draft) -> bytes:
    """Below each row of table three stands a row of figures without any label: the change on last year."""

    def doubled(sheet: Sheet) -> Sheet:
        rows = ((row, (Box("", 3), *_SEVEN)) if has_figures(row) else (row,) for row in sheet)
        return tuple(row for group in rows for row in group)

    return changed(report, doubled, "applications")


def years_as_rows(report: Draft) -> bytes:
    """行政许可 | 2022年 | 555 and below it 2023年 | 124."""

    def by_year(sheet: Sheet) -> Sheet:
        return tuple(line for row in sheet for line in _by_year(row))

    return changed(report, by_year, "proactive")


def own_and_entrusted(report: Draft) -> bytes:
    """行政许可 | 本级 | 100 and below it 委托 | 24."""

    def divided(sheet: Sheet) -> Sheet:
        return tuple(line for row in sheet for line in _by_year(row, "本级", "委托"))

    return changed(report, divided, "proactive")


# ---- Columns and cells ----------------------------------------------------------------------------------------------


def two_rows_side_by_side(report: Draft) -> bytes:
    """行政处罚 and 行政强制 share one row of the table."""

    def joined(sheet: Sheet) -> Sheet:
        first, second = (next(row for row in sheet if row[0].text == name) for name in ("行政处罚", "行政强制"))
        return tuple((*first, *second) if row == first else row for row in sheet if row != second)

    return changed(report, joined, "proactive")


def right_half_in_a_second_table(report: Draft) -> bytes:
    """A wide table three is cut: three columns, then four, the labels on both halves."""

    def half(sheet: Sheet, start: int, end: int) -> Iterator[Row]:
        for row in sheet[3:]:
            figures = [box for box in row if box.figure]
            yield (*(box for box in row if not box.figure), *figures[start:end])

    def set_table(table: Table) -> str:
        if table.id != "applications":
            return markup(table.sheet)
        heads = [box.text for box in (table.sheet[1][0], *table.sheet[2], table.sheet[1][2])]
        parts = ((0, 3), (3, 7))
        return "".join(
            markup(((Box("", 3), *map(Box, heads[start:end])), *half(table.sheet, start, end))) for start, end in parts
        )

    return page(report, set_table)


def totals_only(report: Draft) -> bytes:
    """Table three with the column 总计 only."""

    def narrowed(sheet: Sheet) -> Sheet:
        rows = ((*(box for box in row if not box.figure), row[-1]) for row in sheet[3:])
        return ((Box("", 3), Box("总计")), *rows)

    return changed(report, narrowed, "applications")


def figures_in_the_cells_of_labels(report: Draft) -> bytes:
    """行政许可：124件 in one cell."""

    def joined(sheet: Sheet) -> Sheet:
        return tuple(
            (Box(f"{row[0].text}：{row[1].text}"),) if len(row) == 2 and has_figures(row) else row for row in sheet
        )

    return changed(report, joined, "proactive")


def label_repeated_behind_the_figures(report: Draft) -> bytes:
    """Wide tables repeat the label in the last column."""
    return changed(report, lambda sheet: tuple((*row, Box(row[0].text)) for row in sheet), "proactive")


# ---- Notes beside a figure -------------------------------------------------------------------------------------------


def note_raised_by_style(report: Draft) -> bytes:
    """A footnote digit behind each figure, raised by its style alone."""
    return _behind_figures(report, '<span style="vertical-align: super; font-size: 9px">1</span>')


def note_raised_by_word(report: Draft) -> bytes:
    """Likewise, as Word writes it."""
    return _behind_figures(report, "<span style='position:relative;top:-4.0pt;mso-text-raise:4.0pt'>1</span>")


def note_above(report: Draft) -> bytes:
    """Likewise, as the annotation of the figure."""
    return _behind_figures(report, "<ruby><rp>(</rp><rt>1</rt><rp>)</rp></ruby>")


def note_in_small_print(report: Draft) -> bytes:
    """A small digit behind each figure, on the same line: nobody can tell whether it belongs to it."""
    return _behind_figures(report, "<small>1</small>")


def _behind_figures(report: Draft, note: str) -> bytes:
    return rewritten_figures(report, lambda text: f"{text}{{", "applications").replace(b"{", note.encode())


# ---- What is not seen -----------------------------------------------------------------------------------------------


def hidden_by_visibility(report: Draft) -> bytes:
    """Digits that only fill up the width are hidden by their style."""
    return _before_figures(report, '<span style="visibility:hidden">0</span>')


def hidden_by_size(report: Draft) -> bytes:
    return _before_figures(report, '<span style="font-size:0">9</span>')


def struck_by_style(report: Draft) -> bytes:
    return _before_figures(report, '<span style="text-decoration: line-through">9</span>')


def hidden_row_of_last_year(report: Draft) -> bytes:
    """A row of last year's figures is hidden by its visibility."""

    def set_table(table: Table) -> str:
        last = '<tr style="visibility:collapse"><td>行政处罚</td><td>9</td></tr><tr><td>行政处罚</td>'
        return markup(table.sheet).replace("<tr><td>行政处罚</td>", last)

    return page(report, set_table)


def _before_figures(report: Draft, hidden: str) -> bytes:
    return rewritten_figures(report, lambda text: f"{{{text}", "applications").replace(b"{", hidden.encode())


# ---- Units and signs ------------------------------------------------------------------------------------------------


def fees_in_yuan_by_a_line_above(report: Draft) -> bytes:
    """The unit stands in a row above the table, 单位：元, and not in the heading."""
    fee = report.cells.get("proactive.fees.amount_10k_yuan")
    printed = dict(report.printed)
    if fee is not None:
        printed["proactive.fees.amount_10k_yuan"] = f"{Decimal(fee) * 10_000:f}".partition(".")[0]

    def set_table(table: Table) -> str:
        above = "<p>单位：元</p>" if table.id == "proactive" else ""
        return above + markup(table.sheet).replace("（单位：万元）", "")

    return page(replace(report, printed=printed), set_table)


def fees_in_yuan_by_a_unit_cell(report: Draft) -> bytes:
    """The unit stands in a cell of its own behind the amount."""
    fee = report.cells.get("proactive.fees.amount_10k_yuan")
    printed = dict(report.printed)
    if fee is not None:
        printed["proactive.fees.amount_10k_yuan"] = f"{Decimal(fee) * 10_000:f}".partition(".")[0]

    def united(sheet: Sheet) -> Sheet:
        return (*sheet[:-1], (*sheet[-1], Box("元")))

    return changed(replace(report, printed=printed), united, "proactive")


def minus_signs_of_all_kinds(report: Draft) -> bytes:
    signs = iter("－−﹣–‑" * 200)
    return rewritten_figures(report, lambda text: f"{next(signs)}{text[1:]}" if text[0] == "-" else text, "proactive")


def sign_apart(report: Draft) -> bytes:
    """- 3 and + 5."""
    return rewritten_figures(report, lambda text: f"{text[0]} {text[1:]}" if text[0] in "+-" else text, "proactive")


def minus_on_a_line_of_its_own(report: Draft) -> bytes:
    changes = rewritten_figures(report, lambda text: f"-{{{text[1:]}" if text[0] == "-" else text, "proactive")
    return changes.replace(b"{", b"<br>")


# ---- Small steps ----------------------------------------------------------------------------------------------------


def _with_group_row(row: Row) -> Iterator[Row]:
    group = next((box for box in row if box.text.startswith(("（三）", "（四）", "（五）", "（六）"))), None)
    if group is not None and not group.text.startswith("（六）其他处理1") and group.height > 1:
        yield (Box(group.text, 2), *_SEVEN)
    yield row


def _by_year(row: Row, first: str = "2022年", second: str = "2023年") -> Iterator[Row]:
    if len(row) != 2 or not has_figures(row):
        yield row
        return
    yield (replace(row[0], height=2), Box(first), Box("555", figure=True))
    yield (Box(second), row[1])
