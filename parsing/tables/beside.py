"""Columns that a table has beside the form's: running numbers, remarks, counters. They hold no figure of the form."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Sequence
from typing import Final

from parsing.folding import label_key
from parsing.form import APPLICANTS
from parsing.model import Cell, Grid
from parsing.tables.labels import applicant_keys, find_rows
from parsing.tables.numbers import looks_like_figure

_NUMBERED: Final = "序号"
_COUNTED_IN: Final = frozenset({"单位", "计量单位"})
_REMARKS: Final = frozenset({"备注", "说明", "备考"})
_HEADS: Final = frozenset({_NUMBERED, *_COUNTED_IN, *_REMARKS})
_LONGEST_HEAD: Final = 6  # characters, spacing included
_BEYOND: Final = re.compile(
    r"小计|合计|(?:上一?年度?|去年|同期)(?:同期)?(?:总计|合计|总数|数量|数)?|(?:同比|较上年|比上年)?(?:增减|增长|变化)(?:数|数量|情况|率)?|同比|占比|比例"
)
_COUNTERS: Final = frozenset("件项个条次宗份")  # never 元: a unit of money changes the figure
_FEWEST_NUMBERED: Final = 3


def rows_of_form(grid: Grid) -> Sequence[tuple[Cell, ...]]:
    """The rows of a printed table without such columns.

    Where blank cells may be lost, rows of different length have no columns that could be told.
    """
    if not grid.aligned and len({len(row) for row in grid.rows}) > 1:
        return grid.rows
    heads = [(cell.left, label_key(cell.text)) for cell in _above_figures(grid) if _may_be_head(cell)]
    beside = _numbers_of_rows(grid) | _headed(grid, heads) | _beyond_applicants(grid, heads)
    if not beside:
        return grid.rows
    return tuple(_without(row, beside) for row in grid.rows)


def _without(row: Sequence[Cell], beside: Container[int]) -> tuple[Cell, ...]:
    """A row without some columns; the cell before one takes its place, so that the row reaches as far as it did."""
    kept: list[Cell] = []
    for cell in row:
        if cell.left not in beside:
            kept.append(cell)
        elif kept:
            kept[-1] = kept[-1]._replace(width=kept[-1].width + cell.width)
    return tuple(kept)


def _numbers_of_rows(grid: Grid) -> frozenset[int]:
    """The first column, where it does nothing but number the rows from 0 or 1."""
    texts = [row[0].text.strip() for row in grid.rows if row and row[0].left == 0]
    numbers = [text for text in texts if text and label_key(text) != _NUMBERED]
    counted = any(numbers == [str(number) for number in range(first, first + len(numbers))] for first in (0, 1))
    return frozenset({0}) if counted and len(numbers) >= _FEWEST_NUMBERED else frozenset()


def _headed(grid: Grid, printed: Sequence[tuple[int, str]]) -> frozenset[int]:
    """The columns below such a head; only heads above the first figures count."""
    heads = {left: key for left, key in printed if key in _HEADS}
    if not heads:
        return frozenset()
    below: defaultdict[int, list[str]] = defaultdict(list)
    for row in grid.rows:
        for cell in row:
            if cell.left in heads and label_key(cell.text) not in _HEADS:
                below[cell.left].append(cell.text.strip())
    return frozenset(left for left, head in heads.items() if _fits(head, [text for text in below[left] if text]))


def _beyond_applicants(grid: Grid, printed: Sequence[tuple[int, str]]) -> frozenset[int]:
    """The columns of table 三 under heads of sums and of other years, which the form does not have.

    Heads that lost their spans stand above other columns: they count only where they stand side by side, those of the
    form in its order, above the figures of each row.
    """
    if not any(_BEYOND.fullmatch(key) for _, key in printed):
        return frozenset()
    words = {key for _, key in printed}
    keys = {key: column for key, column in applicant_keys().items() if key != "合计" or "总计" not in words}
    named = sorted((left, keys[key]) for left, key in printed if key in keys)
    beyond = {left for left, key in printed if key not in keys and _BEYOND.fullmatch(key)}
    if not beyond or [column for _, column in named] != [column.id for column in APPLICANTS]:
        return frozenset()
    lefts = sorted({left for left, _ in named} | beyond)
    filled = [[cell.left for cell in row if looks_like_figure(cell.text)] for row in grid.rows]
    side_by_side = lefts == list(range(lefts[0], lefts[0] + len(named) + len(beyond)))
    return frozenset(beyond) if side_by_side and all(each in ([], lefts) for each in filled) else frozenset()


def _above_figures(grid: Grid) -> list[Cell]:
    found: list[Cell] = []
    for row in grid.rows:
        found.extend(row)
        if any(looks_like_figure(cell.text) for cell in row[1:]):
            break
    return found


def _may_be_head(cell: Cell) -> bool:
    return cell.width == 1 and len(cell.text.strip()) <= _LONGEST_HEAD


def _fits(head: str, texts: Sequence[str]) -> bool:
    """Whether the cells below a head are what it says, and none is a row or a unit of money."""
    if head == _NUMBERED:
        return all(text.isdigit() for text in texts)
    if head in _COUNTED_IN:
        return all(text in _COUNTERS for text in texts)
    return not any(find_rows(label_key(text)) for text in texts)
