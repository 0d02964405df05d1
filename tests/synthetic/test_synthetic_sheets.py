"""The printed tables: derived from the form, rectangular, and the same when cut in two."""

from __future__ import annotations

from itertools import chain

import pytest

from data.synthetic.layouts.sheet import Box, cut, lay_out, merged, spread, width
from parsing import form

TABLES = [pytest.param(table, id=f"{table.id}-{table.edition}") for table in form.TABLES.values()]


def printed(table: form.Table) -> dict[str, str]:
    """A different text in each cell."""
    return {cell: str(number) for number, cell in enumerate(table.cells, start=1000)}


@pytest.mark.parametrize("table", TABLES)
def test_every_row_covers_the_whole_width(table: form.Table) -> None:
    sheet = lay_out(table, printed(table))
    assert {len(row) for row in spread(sheet)} == {width(sheet)}


@pytest.mark.parametrize("table", TABLES)
def test_figures_stand_in_the_forms_order_behind_every_label(table: form.Table) -> None:
    boxes = list(chain.from_iterable(lay_out(table, printed(table))))
    assert [box.text for box in boxes if box.figure] == list(printed(table).values())
    words = {box.text for box in boxes if not box.figure}
    assert {f"{row.numbering}{row.label}" for row in table.rows} <= words
    assert {group for row in table.rows for group in row.groups} <= words


@pytest.mark.parametrize("at", range(4, 24))
def test_a_cut_sheet_keeps_its_figures_and_its_width(at: int) -> None:
    table = form.TABLES["applications", "2021"]
    sheet = lay_out(table, printed(table))
    for repeat_labels in (True, False):
        halves = cut(sheet, at, repeat_labels=repeat_labels)
        assert [len(half) for half in halves] == [at, len(sheet) - at]
        assert all({len(row) for row in spread(half)} == {width(sheet)} for half in halves)
        figures = [box.text for half in halves for row in half for box in row if box.figure]
        assert figures == list(printed(table).values())


def test_a_group_that_reaches_over_the_cut_is_repeated_or_left_empty() -> None:
    table = form.TABLES["applications", "2021"]
    sheet = lay_out(table, printed(table))
    group = table.row("denied_third_party").groups[-1]
    at = next(number for number, row in enumerate(sheet) if any("保护第三方" in box.text for box in row))
    assert group in [box.text for box in cut(sheet, at, repeat_labels=True)[1][0]]
    assert "" in [box.text for box in cut(sheet, at, repeat_labels=False)[1][0]]


def test_merged_rows_name_the_boxes_that_reach_in_from_above() -> None:
    high, right, below = Box("high", 1, 2), Box("right"), Box("below")
    assert merged(((high, right), (below,))) == [[(high, True), (right, True)], [(high, False), (below, True)]]
