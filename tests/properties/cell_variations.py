"""Cells that hold more than a figure or are merged, changes in words, amounts in other units."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from data.synthetic.draft import Draft
from data.synthetic.layouts.blocks import Table
from data.synthetic.layouts.sheet import Box, Sheet
from tests.properties.realistic import changed, markup, page, rewritten_figures

# ---- Cells ----------------------------------------------------------------------------------------------------------


def hidden_cells(report: Draft) -> bytes:
    """Before each figure stands a hidden cell with another one."""
    return page(report, lambda table: markup(_with_old(table.sheet)).replace("<td>old", '<td style="display:none">'))


def hidden_rows(report: Draft) -> bytes:
    """A hidden template row stands before the rows of table three."""

    def set_table(table: Table) -> str:
        hidden = f'<tr style="display: none"><td>一、本年新收政府信息公开申请数量</td>{"<td>9</td>" * 7}</tr>'
        return markup(table.sheet).replace('<tr><td colspan="3">一、', f'{hidden}<tr><td colspan="3">一、')

    return page(report, set_table)


def commented_out(report: Draft) -> bytes:
    """A comment holds last year's table."""
    return page(report, lambda table: f"<!-- {markup(table.sheet).replace('<td>1', '<td>9')} -->{markup(table.sheet)}")


def fields_to_fill_in(report: Draft) -> bytes:
    """Every figure stands in an input field."""
    fields = rewritten_figures(report, lambda text: f"{{{text}}}")
    return fields.replace(b"{", b'<input type="text" value="').replace(b"}", b'">')


def zeros_merged(report: Draft) -> bytes:
    """A row of equal figures is one merged cell."""

    def merged(sheet: Sheet) -> Sheet:
        return tuple(tuple(_merged_equal(row)) for row in sheet)

    return changed(report, merged, "applications")


def totals_merged(report: Draft) -> bytes:
    """The total of two rows below each other is one merged cell that holds the first."""

    def merged(sheet: Sheet) -> Sheet:
        first, second = sheet[5], sheet[6]
        return (*sheet[:5], (*first[:-1], replace(first[-1], height=2)), second[:-1], *sheet[7:])

    return changed(report, merged, "applications")


# ---- Changes and amounts --------------------------------------------------------------------------------------------


def changes_in_words(report: Draft) -> bytes:
    return _with_changes(report, "增加", "减少")


def changes_in_short_words(report: Draft) -> bytes:
    return _with_changes(report, "增", "减")


def changes_as_arrows(report: Draft) -> bytes:
    return _with_changes(report, "↑", "↓")


def changes_with_counter(report: Draft) -> bytes:
    return _with_changes(report, "增加 ", "减少 ", " 项")


def changes_as_triangles(report: Draft) -> bytes:
    return _with_changes(report, "▲", "▼")


def changes_in_red(report: Draft) -> bytes:
    """Decreases in brackets, as accountants write them."""
    return _with_changes(report, "", "(", ")")


def _with_changes(report: Draft, more: str, less: str, behind: str = "") -> bytes:
    def write(text: str) -> str:
        if text[:1] == "+":
            return f"{more}{text[1:]}{behind if behind != ')' else ''}"
        return f"{less}{text[1:]}{behind}" if text[:1] == "-" else text

    return rewritten_figures(report, write, "proactive")


def fees_in_yuan(report: Draft) -> bytes:
    """The fee is printed in yuan, with that unit, under the heading that names 万元."""
    return _with_fee(report, lambda fee: f"{fee * 10_000:f}元" if fee else "0")


def fees_in_yuan_without_unit_in_heading(report: Draft) -> bytes:
    return _with_fee(report, lambda fee: f"{fee * 10_000:f}元" if fee else "0").replace("（单位：万元）".encode(), b"")


def heading_in_yuan(report: Draft) -> bytes:
    return _with_fee(report, lambda fee: f"{fee * 10_000:f}").replace("单位：万元".encode(), "单位：元".encode())


def _with_fee(report: Draft, write: Callable[[Decimal], str]) -> bytes:
    fee = report.cells.get("proactive.fees.amount_10k_yuan")
    if fee is None:
        return changed(report, lambda sheet: sheet)
    fees = {"proactive.fees.amount_10k_yuan": write(Decimal(fee).normalize())}
    return changed(replace(report, printed={**report.printed, **fees}), lambda sheet: sheet)


def procurement_without_unit(report: Draft) -> bytes:
    return rewritten_figures(report, lambda text: text.removesuffix("元"), "proactive")


def procurement_with_unit_in_heading(report: Draft) -> bytes:
    without = procurement_without_unit(report)
    return without.replace("采购总金额".encode(), "采购总金额（单位：元）".encode())


def procurement_in_other_units(report: Draft) -> bytes:
    return rewritten_figures(
        report, lambda text: f"{Decimal(text[:-1]) / 10_000:f}万元" if text.endswith("元") else text
    )


# ---- Small steps ----------------------------------------------------------------------------------------------------


def _in_wan(text: str) -> str:
    return f"{Decimal(text[:-1]) / 10_000:f}万元" if text.endswith("元") else text


def _with_old(sheet: Sheet) -> Sheet:
    return tuple(tuple(part for box in row for part in ((Box("old9"), box) if box.figure else (box,))) for row in sheet)


def _merged_equal(row: tuple[Box, ...]) -> Iterator[Box]:
    figures = [box for box in row if box.figure]
    if len({box.text for box in figures}) == 1 and len(figures) > 1:
        yield from (box for box in row if not box.figure)
        yield replace(figures[0], width=len(figures))
    else:
        yield from row
