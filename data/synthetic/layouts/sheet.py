"""The tables as they are printed: rows of boxes with spans, derived from the form.

Only words that stand on the printed form but name no row and no column are written here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from parsing import form
from parsing.form import cell_id

_CONTENT: Final = "信息内容"
_BALANCE: Final = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
_APPLICANT: Final = "申请人情况"
_UNIT_IN_HEADING: Final = "万元"  # 元 is written beside the amount instead

_LABEL_COLUMNS: Final = 3  # of table 三: two levels of groups and the label
_FIGURE_COLUMNS: Final = 3  # of table 二


@dataclass(frozen=True, slots=True)
class Box:
    """One printed cell: what stands in it and how many columns and rows it spans."""

    text: str
    width: int = 1
    height: int = 1
    figure: bool = False


Sheet = tuple[tuple[Box, ...], ...]

# How wide the grid columns of each table are, in relation to each other.
COLUMN_SHARES: Final[Mapping[str, tuple[int, ...]]] = {
    "proactive": (3, 2, 2, 2),
    "applications": (1, 2, 4, 1, 1, 1, 1, 1, 1, 1),
    "remedies": (1,) * 15,
}


def lay_out(table: form.Table, printed: Mapping[str, str]) -> Sheet:
    """The table as the form prints it. Figures that are not in ``printed`` leave no box behind."""
    return _ARRANGEMENTS[table.id](table, printed)


def _figures(table: form.Table, row: form.Row, printed: Mapping[str, str], widths: tuple[int, ...]) -> Iterator[Box]:
    for column, width in zip(row.columns, widths, strict=True):
        cell = cell_id(table.id, row.id, column.id)
        if cell in printed:
            yield Box(printed[cell], width, figure=True)


# ---- Table 二 -------------------------------------------------------------------------------------------------------


def _proactive(table: form.Table, printed: Mapping[str, str]) -> Sheet:
    items = groupby(table.rows, lambda row: row.groups[0])
    return tuple(row for item, rows in items for row in _item(item, rows, table, printed))


def _item(
    item: str, rows: Iterator[form.Row], table: form.Table, printed: Mapping[str, str]
) -> Iterator[tuple[Box, ...]]:
    """One item of Article 20: its heading, the heads of its columns, its rows."""
    first, *others = rows
    widths = _widths(len(first.columns))
    yield (Box(item, 1 + _FIGURE_COLUMNS),)
    heads = zip(first.columns, widths, strict=True)
    yield (Box(_CONTENT), *(Box(_heading(column), width) for column, width in heads))
    for row in (first, *others):
        yield (Box(row.label), *_figures(table, row, printed, widths))


def _widths(columns: int) -> tuple[int, ...]:
    """How wide each column of figures is; the last takes what is left."""
    return (*(1,) * (columns - 1), _FIGURE_COLUMNS - columns + 1)


def _heading(column: form.Column) -> str:
    return f"{column.label}（单位：{column.unit}）" if column.unit == _UNIT_IN_HEADING else column.label


# ---- Table 三 -------------------------------------------------------------------------------------------------------


def _applications(table: form.Table, printed: Mapping[str, str]) -> Sheet:
    natural, *organisations, total = (column.label for column in form.APPLICANTS)
    heads = (
        (Box(_BALANCE, _LABEL_COLUMNS, 3), Box(_APPLICANT, len(form.APPLICANTS))),
        (Box(natural, 1, 2), Box(form.ORGANISATIONS_HEAD, len(organisations)), Box(total, 1, 2)),
        tuple(Box(label) for label in organisations),
    )
    widths = (1,) * len(form.APPLICANTS)
    body = ((*_labels(table, row), *_figures(table, row, printed, widths)) for row in table.rows)
    return (*heads, *body)


def _labels(table: form.Table, row: form.Row) -> Iterator[Box]:
    """The groups that begin with this row, each as high as its rows, and the row's own label."""
    position = table.rows.index(row)
    before = table.rows[position - 1].groups if position else ()
    for depth, group in enumerate(row.groups, start=1):
        if before[:depth] != row.groups[:depth]:
            following = (other.groups[:depth] == row.groups[:depth] for other in table.rows[position:])
            yield Box(group, 1, sum(following))
    yield Box(f"{row.numbering}{row.label}", _LABEL_COLUMNS - len(row.groups))


# ---- Table 四 -------------------------------------------------------------------------------------------------------


def _remedies(table: form.Table, printed: Mapping[str, str]) -> Sheet:
    """One line of figures under three levels of heads; a row without a group has its results one level higher."""
    results = tuple(column.label for column in form.REMEDY_RESULTS)
    span = len(results)
    blocks = {name: tuple(rows) for name, rows in groupby(table.rows, lambda row: (*row.groups, row.label)[0])}
    second = [box for rows in blocks.values() for row in rows for box in _second_head(row, results)]
    third = [Box(result) for row in table.rows if row.groups for result in results]
    figures = [box for row in table.rows for box in _figures(table, row, printed, (1,) * span)]
    first = [Box(name, span * len(rows)) for name, rows in blocks.items()]
    return (tuple(first), tuple(second), tuple(third), tuple(figures))


def _second_head(row: form.Row, results: tuple[str, ...]) -> Iterator[Box]:
    if row.groups:
        yield Box(row.label, len(results))
    else:
        yield from (Box(result, 1, 2) for result in results)


_ARRANGEMENTS: Final = {"proactive": _proactive, "applications": _applications, "remedies": _remedies}


# ---- Changing a printed table ---------------------------------------------------------------------------------------


def cut(sheet: Sheet, at: int, *, repeat_labels: bool) -> tuple[Sheet, Sheet]:
    """The sheet in two parts. Boxes that span the cut end there and begin anew, with their text or empty."""
    head = [tuple(_ending(box, row, at) for box in boxes) for row, boxes in enumerate(sheet[:at])]
    open_boxes = tuple(
        replace(box, height=row + box.height - at, text=box.text if repeat_labels else "")
        for row, boxes in enumerate(sheet[:at])
        for box in boxes
        if row + box.height > at
    )
    return tuple(head), ((*open_boxes, *sheet[at]), *sheet[at + 1 :])


def _ending(box: Box, row: int, at: int) -> Box:
    return replace(box, height=min(box.height, at - row))


def merged(sheet: Sheet) -> list[list[tuple[Box, bool]]]:
    """Each row's boxes from left to right, those that reach into it from above too; whether each begins here."""
    return [
        [(box, begins == row) for _, begins, box in sorted(reaching, key=lambda item: item[0])]
        for row, reaching in enumerate(_reaching(sheet))
    ]


def spread(sheet: Sheet) -> list[list[Box | None]]:
    """The sheet as a full grid: each box at its top left place, None where a box reaches over."""
    return [
        [place for box, begins in row for place in (box if begins else None, *(None,) * (box.width - 1))]
        for row in merged(sheet)
    ]


def width(sheet: Sheet) -> int:
    """The number of grid columns."""
    return sum(box.width for box in sheet[0])


def _reaching(sheet: Sheet) -> list[list[tuple[int, int, Box]]]:
    """For each row the boxes that stand in it, as (grid column, row in which the box begins, box)."""
    rows: list[list[tuple[int, int, Box]]] = [[] for _ in sheet]
    for begins, boxes in enumerate(sheet):
        column = 0
        for box in boxes:
            column = _free(rows[begins], column)
            for row in range(begins, min(begins + box.height, len(sheet))):
                rows[row].append((column, begins, box))
    return rows


def _free(row: list[tuple[int, int, Box]], column: int) -> int:
    """The first grid column from ``column`` on that no box of the row covers."""
    for left, _, box in sorted(row, key=lambda item: item[0]):
        if left <= column < left + box.width:
            column = left + box.width
    return column
