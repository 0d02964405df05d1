"""The statistics form of 2014: a list of indicators, each with its unit and its figure.

A province's variant prints the year's figure beside the figure of all years; the year's comes first.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from typing import Final

from parsing.folding import fold
from parsing.form import statistics
from parsing.form.elements import Column, cell_id
from parsing.model import MISSING, Block, Document, Figure, Grid, Place, Problem, State
from parsing.tables.assemble import TableReading
from parsing.tables.beside import rows_of_form
from parsing.tables.numbers import read_figure
from parsing.tables.printed_lines import is_page_number

_FEWEST_INDICATORS: Final = 4  # a text that names fewer is no statistics form
_BEGINS: Final = re.compile(r"统计指标|指标名称|情况统计表|统计数")
_FIGURES_FIRST: Final = re.compile(r"统计数[\s|]*(?:统计指标|指标名称)")  # which figure is whose cannot be told then
_CUMULATIVE: Final = re.compile(r"累计")
_NUMBERING: Final = r"(?:[(（]?[一二三四五六七八九十]+[)）、.]|[1-9]\s*[.．、)）]|其中\s*[:：]?|[①-⑩])?\s*"
_APART: Final = r"(?:(?<![、\u4e00-\u9fff])|(?<=累计)|(?<=统计数)|(?<=年度)|(?<=情况))"
_UNIT: Final = re.compile(r"\s*[(（]?(?:单位\s*[:：]\s*)?(?:万元|场次|人次|条|件|次|个|人|篇|场|元|家|项)?[)）]?\s*")
_REMARK: Final = re.compile(r"\s*[(（][^()（）]{0,40}[)）]")
_VALUES: Final = re.compile(r"[-—/\d][\d.,]*(?:[\s|]+[-—/\d][\d.,]*)*")


@dataclass(frozen=True, slots=True)
class _Text:
    """A document as one text, with the place of each of its lines."""

    text: str
    starts: tuple[int, ...]
    places: tuple[Place, ...]

    def place(self, offset: int) -> Place:
        return self.places[bisect_right(self.starts, offset) - 1]


@dataclass(frozen=True, slots=True)
class _Printed:
    """One indicator and what is printed behind it."""

    cell: str
    column: Column
    values: tuple[str, ...]
    place: Place


def read_statistics(document: Document) -> TableReading | None:
    """The statistics form of a document; None where it holds none."""
    text = _text(document)
    begins = _BEGINS.search(text.text)
    printed = tuple(_printed(text, begins.start())) if begins else ()
    if begins is None or len(printed) < _FEWEST_INDICATORS:
        return None
    if _FIGURES_FIRST.search(text.text, begins.start()):
        printed = tuple(replace(indicator, values=()) for indicator in printed)
    cumulative = _CUMULATIVE.search(text.text, begins.start()) is not None
    figures: dict[str, Figure] = {}
    problems: list[Problem] = []
    for indicator in printed:
        figures[indicator.cell], problem = _figure(indicator, cumulative=cumulative)
        problems.extend(problem)
    blank = tuple(cell for cell in statistics.TABLE.cells if cell not in figures)
    if blank:
        values: dict[str, str | int] = {"found": len(blank)}
        problems.append(Problem(code="indicators-missing", table=statistics.TABLE.id, cells=blank, values=values))
    every = {cell: figures.get(cell, MISSING) for cell in statistics.TABLE.cells}
    edition = "" if cumulative else statistics.EDITION
    return TableReading(statistics.TABLE.id, edition, every, tuple(problems))


def _text(document: Document) -> _Text:
    lines = list(chain.from_iterable(_lines(block) for block in document.blocks))
    starts, position = [], 0
    for line, _ in lines:
        starts.append(position)
        position += len(line) + 1
    return _Text("\n".join(line for line, _ in lines), tuple(starts), tuple(place for _, place in lines))


def _lines(block: Block) -> Iterator[tuple[str, Place]]:
    if isinstance(block, Grid):
        for row in rows_of_form(block):
            if row:
                yield fold(" | ".join(cell.text for cell in row)), row[0].place
    elif not is_page_number(block.text):
        yield fold(block.text), block.place


@cache
def _pattern() -> re.Pattern[str]:
    """Every printing of every indicator, spacing allowed between characters, the longest first.

    信函、传真申请数 is another indicator than 传真申请数, so a name must not follow other words.
    """
    names = {fold(name) for row in statistics.TABLE.rows for column in row.columns for name in column.printings}
    spaced = ("\\s*".join(map(re.escape, name)) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"{_APART}{_NUMBERING}(?P<name>{'|'.join(spaced)})")


def _printed(text: _Text, begin: int) -> Iterator[_Printed]:
    """The indicators in the order of the form; one that comes a second time belongs to the next section."""
    matches = list(_pattern().finditer(text.text, begin))
    remaining = [(row.id, column) for row in statistics.TABLE.rows for column in row.columns]
    for index, match in enumerate(matches):
        name = re.sub(r"\s+", "", match["name"])
        found = next((i for i, (_, column) in enumerate(remaining) if _is_called(column, name)), None)
        if found is None:
            continue
        row, column = remaining.pop(found)
        end = matches[index + 1].start() if index + 1 < len(matches) else len(text.text)
        values = _values(text.text[match.end() : end])
        yield _Printed(cell_id(statistics.TABLE.id, row, column.id), column, values, text.place(match.start()))


def _is_called(column: Column, name: str) -> bool:
    return name in set(map(fold, column.printings))


def _values(rest: str) -> tuple[str, ...]:
    """The figures right behind an indicator: after its remark and unit, before anything else."""
    position = 0
    for pattern in (_REMARK, re.compile(r"[\s|]*"), _UNIT, re.compile(r"[\s|]*")):
        match = pattern.match(rest, position)
        position = match.end() if match else position
    values = _VALUES.match(rest, position)
    return tuple(re.split(r"[\s|]+", values[0].strip())) if values else ()


def _figure(indicator: _Printed, *, cumulative: bool) -> tuple[Figure, Sequence[Problem]]:
    values = _without_glue(indicator.values) if cumulative else indicator.values
    if len(values) != 1 + cumulative:
        return _unread(indicator)
    read = read_figure(values[0], indicator.column)
    figure = Figure(value=read.value, state=read.state, printed=" ".join(indicator.values), place=indicator.place)
    return (figure, ()) if read.value is not None else _unread(indicator)


def _without_glue(values: tuple[str, ...]) -> tuple[str, ...]:
    """The year's figure and that of all years; 00 can only be two zeros."""
    return ("0", "0") if values == ("00",) else values


def _unread(indicator: _Printed) -> tuple[Figure, Sequence[Problem]]:
    printed = " ".join(indicator.values)
    problem = Problem(
        code="indicator-unclear",
        table=statistics.TABLE.id,
        cells=(indicator.cell,),
        place=indicator.place,
        excerpt=printed,
        values={"printed": printed or "-"},
    )
    return Figure(value=None, state=State.UNREADABLE if printed else State.BLANK, place=indicator.place), (problem,)
