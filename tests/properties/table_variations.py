"""Tables turned, taken apart and put together otherwise; table four in all the ways in which it is set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from data.synthetic.draft import Draft
from data.synthetic.layouts.blocks import Table
from data.synthetic.layouts.sheet import Box, Sheet, spread, width
from parsing import form
from parsing.form import cell_id
from tests.properties.realistic import markup, page

_RESULTS: Final = tuple(column.label for column in form.REMEDY_RESULTS)


# ---- All tables -----------------------------------------------------------------------------------------------------


def turned(report: Draft) -> bytes:
    """Every table with rows and columns exchanged."""

    def set_table(table: Table) -> str:
        grid = spread(table.sheet)
        turned_rows = [[row[column] or Box("") for row in grid] for column in range(width(table.sheet))]
        return markup(_unspanned(turned_rows))

    return page(report, set_table)


def _unspanned(rows: list[list[Box]]) -> Iterator[list[Box]]:
    """Rows whose boxes are one place large."""
    return ([replace(box, width=1, height=1) for box in row] for row in rows)


def one_table_a_row(report: Draft) -> bytes:
    """Every row of figures is a table of its own, below the heads of its group."""

    def set_table(table: Table) -> str:
        return "".join(markup((row,)) for row in table.sheet)

    return page(report, set_table)


def heads_in_a_table_of_their_own(report: Draft) -> bytes:
    def set_table(table: Table) -> str:
        first = next(index for index, row in enumerate(table.sheet) if any(box.figure for box in row))
        return markup(table.sheet[:first]) + markup(table.sheet[first:])

    return page(report, set_table)


# ---- Table four -----------------------------------------------------------------------------------------------------


def three_tables_for_table_four(report: Draft) -> bytes:
    return page(report, lambda table: "".join(map(markup, _ways(report))) if table.id == "remedies" else _plain(table))


def table_four_one_way_a_row(report: Draft) -> bytes:
    def set_table(table: Table) -> str:
        rows = [(Box(name), *figures) for name, figures in _way_rows(report)]
        return markup(((Box("方式"), *map(Box, _RESULTS)), *rows)) if table.id == "remedies" else _plain(table)

    return page(report, set_table)


def table_four_upside_down(report: Draft) -> bytes:
    """One way of remedy a row, lawsuits before reviews."""

    def set_table(table: Table) -> str:
        rows = [(Box(name), *figures) for name, figures in reversed(list(_way_rows(report)))]
        return markup(((Box("方式"), *map(Box, _RESULTS)), *rows)) if table.id == "remedies" else _plain(table)

    return page(report, set_table)


def table_four_in_two_tables(report: Draft) -> bytes:
    """Reviews and lawsuits in a table each."""

    def set_table(table: Table) -> str:
        if table.id != "remedies":
            return _plain(table)
        one, two, three, figures = table.sheet
        reviews = ((one[0],), tuple(replace(box, height=1) for box in two[:5]), figures[:5])
        return markup(reviews) + markup(((one[1],), two[5:], three, figures[5:]))

    return page(report, set_table)


def table_four_by_result(report: Draft) -> bytes:
    """Results as rows, ways of remedy as columns."""

    def set_table(table: Table) -> str:
        if table.id != "remedies":
            return _plain(table)
        ways = list(_way_rows(report))
        heads = (Box("结果"), *(Box(name) for name, _ in ways))
        rows = ((Box(result), *(figures[index] for _, figures in ways)) for index, result in enumerate(_RESULTS))
        return markup((heads, *rows))

    return page(report, set_table)


def table_four_totals_first(report: Draft) -> bytes:
    """总计 stands before the results of each way, in the heads as well."""

    def first(row: tuple[Box, ...]) -> tuple[Box, ...]:
        groups = [row[start : start + 5] for start in range(0, len(row), 5)]
        return tuple(box for group in groups for box in (group[-1], *group[:-1]))

    def set_table(table: Table) -> str:
        if table.id != "remedies":
            return _plain(table)
        one, two, three, figures = table.sheet
        return markup((one, (*first(two[:5]), *two[5:]), first(three), first(figures)))

    return page(report, set_table)


def table_four_lawsuits_first(report: Draft) -> bytes:
    """行政诉讼 stands before 行政复议, in the heads as well."""

    def set_table(table: Table) -> str:
        if table.id != "remedies":
            return _plain(table)
        one, two, three, figures = table.sheet
        return markup(((one[1], one[0]), (*two[5:], *two[:5]), three, (*figures[5:], *figures[:5])))

    return page(report, set_table)


def table_four_with_sum_of_lawsuits(report: Draft) -> bytes:
    """A sixteenth column: the sum of all lawsuits."""

    def set_table(table: Table) -> str:
        if table.id != "remedies":
            return _plain(table)
        return markup((*table.sheet[:-1], (*table.sheet[-1], Box("31", figure=True))))

    return page(report, set_table)


def table_four_without_totals(report: Draft) -> bytes:
    """The three totals are left out."""

    def set_table(table: Table) -> str:
        if table.id != "remedies":
            return _plain(table)
        figures = table.sheet[-1]
        return markup((*table.sheet[:-1], tuple(box for index, box in enumerate(figures) if index % 5 != 4)))

    return page(report, set_table)


def two_years_of_table_four(report: Draft) -> bytes:
    """Table four with a row of last year's figures below this year's."""

    def set_table(table: Table) -> str:
        last = tuple(Box("8", figure=True) for _ in table.sheet[-1])
        return markup((*table.sheet, last) if table.id == "remedies" else table.sheet)

    return page(report, set_table)


def two_years_of_table_four_last_first(report: Draft) -> bytes:
    def set_table(table: Table) -> str:
        last = tuple(Box("8", figure=True) for _ in table.sheet[-1])
        return markup((*table.sheet[:-1], last, table.sheet[-1]) if table.id == "remedies" else table.sheet)

    return page(report, set_table)


def years_named_in_table_four(report: Draft) -> bytes:
    """Table four with a row for each year, last year's first."""

    def set_table(table: Table) -> str:
        if table.id != "remedies":
            return _plain(table)
        last = (Box("2022年"), *(Box("8", figure=True) for _ in table.sheet[-1]))
        heads = (table.sheet[0], table.sheet[1], table.sheet[2])
        return markup((*heads, last, (Box("2023年"), *table.sheet[-1])))

    return page(report, set_table)


# ---- Small steps ----------------------------------------------------------------------------------------------------


def _plain(table: Table) -> str:
    return markup(table.sheet)


def _way_rows(report: Draft) -> Iterator[tuple[str, list[Box]]]:
    """The ways of remedy with their figures."""
    for row in report.tables["remedies"].rows:
        cells = [cell_id("remedies", row.id, column.id) for column in row.columns]
        yield "".join((*row.groups, row.label)), [Box(report.printed[cell], figure=True) for cell in cells]


def _ways(report: Draft) -> Iterator[Sheet]:
    for name, figures in _way_rows(report):
        yield (Box(name, 5),), tuple(map(Box, _RESULTS)), tuple(figures)
