"""A report before it is laid out: its words, its tables, what stands in each cell, and what a reader can know of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from random import Random
from typing import Final

from data.synthetic.organs import Organ
from data.synthetic.world import Filing
from parsing import form


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A fault put into a report on purpose: the kind that must be reported, and the cells to blame."""

    code: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the report: its heading and the paragraphs before its table, where it has one."""

    heading: str
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One report. ``cells`` is what its readers can know of each figure: the answer key."""

    organ: Organ
    fiscal_year: int
    title: str
    lead: tuple[str, ...]
    sections: Mapping[str, Section]  # by ordinal, 一 to 六
    tables: Mapping[str, form.Table]
    printed: Mapping[str, str]
    cells: Mapping[str, int | Decimal | None]
    signed: date
    published: date
    planted: tuple[Planted, ...] = ()

    def with_planted(self, code: str, cells: Sequence[str] = ()) -> Draft:
        """The same draft with a fault named in its key."""
        return replace(self, planted=(*self.planted, Planted(code=code, cells=tuple(cells))))

    def unknowable(self, cells: Sequence[str]) -> Draft:
        """The same draft with cells that no reader can know."""
        return replace(self, cells={**self.cells, **dict.fromkeys(cells)})


@dataclass(frozen=True, slots=True)
class Style:
    """How one report writes its figures."""

    signs: Mapping[bool, str]  # before an increase (True) or a decrease (False)
    yuan: str  # the unit beside an amount in yuan, which is written in that unit
    grouped: bool  # thousands separated by commas


_SIGNS: Final = ({True: "+", False: "-"}, {True: "", False: "-"}, {True: "增", False: "减"})
_YUAN: Final = ("元", "(元)", "万元")
_YUAN_PER_WAN: Final = 10_000


def choose_style(chance: Random) -> Style:
    """One of the ways in which reports write figures."""
    return Style(signs=chance.choice(_SIGNS), yuan=chance.choice(_YUAN), grouped=chance.randrange(8) == 0)


def print_figures(filing: Filing, style: Style) -> dict[str, str]:
    """The text that stands in each cell of the filing's tables."""
    return dict(_printed(filing, style))


def _printed(filing: Filing, style: Style) -> Iterator[tuple[str, str]]:
    for cell in filing.cells:
        _, _, column = form.describe(cell)
        yield cell, _figure(filing.figures[cell], column, style)


def _figure(value: int | Decimal, column: form.Column, style: Style) -> str:
    if column.kind is form.Kind.CHANGE:
        return f"{style.signs[value > 0]}{abs(value)}" if value else "0"
    if column.unit == "元":
        return f"{_plain(_in_unit(Decimal(value), style.yuan))}{style.yuan}" if value else "0"
    return f"{Decimal(value):,f}" if style.grouped else _plain(value)


def _in_unit(yuan: Decimal, unit: str) -> Decimal:
    return yuan / _YUAN_PER_WAN if unit == "万元" else yuan


def _plain(value: int | Decimal) -> str:
    return f"{Decimal(value):f}"
