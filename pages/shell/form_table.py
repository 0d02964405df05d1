"""The form's tables as they are printed, with each cell's state and what is wrong with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain, groupby, takewhile
from math import lcm
from typing import Final

from pages.shell.markup import Html, element, form_style, hue, together
from pages.shell.style import SIGNS, Palette
from pages.shell.words import Words, number, signed
from parsing import catalogue, form
from parsing.form import Column, Kind, Row, Table

Figure = int | Decimal | None
_MOST_ABREAST: Final = 3  # columns of a cut-out of one row
SHOWN_STATES: Final = ("derived", "blank", "dash", "unreadable", "missing")


@dataclass(frozen=True, slots=True)
class Mark:
    """What is wrong with a cell: the severity and the sentence that says so.

    A faint mark is that of a cell which only takes part in a sum; the stated total stands out.
    """

    condition: str
    sentence: str
    is_faint: bool = False


def no_door(_: str) -> str:
    """The address behind a figure where there is none."""
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What fills a table: figures, states, marks, and the address that a figure leads to."""

    figures: Mapping[str, Figure]
    states: Mapping[str, str]
    marks: Mapping[str, Mark] = field(default_factory=dict)
    door: Callable[[str], str] = no_door


def whole(table: str, edition: str, content: Content, word: Words, palette: Palette) -> str:
    """One table of one edition, laid out like the form."""
    rows = form.TABLES[table, edition].rows
    if table == "remedies":
        return _framed(_across(table, rows, content, word, palette), palette)
    if len({row.columns for row in rows}) == 1:
        return _framed(chain(_one_head(rows, word), _body(table, rows, content, word, palette)), palette)
    return _framed(_blocks(table, rows, content, word, palette), palette)


def listed(table: Table, content: Content, word: Words, palette: Palette) -> str:
    """The statistics form of the years before 2019: one long list of indicators with their units."""
    heads = (element("th", word(f"form.list.{name}")) for name in ("indicator", "unit", "figure"))
    lines = [element("tr", *heads)]
    for row in table.rows:
        heading = row.label if word.language == "zh" else row.english
        lines.append(element("tr", element("th", heading, attributes={"class": "gk-group", "colspan": 3})))
        for column in row.columns:
            label = element("th", column.label, *_translation(column.english, word), attributes={"class": "gk-row"})
            unit = element("td", column.unit, attributes={"class": "gk-text"})
            lines.append(
                element("tr", label, unit, _cell(form.cell_id(table.id, row.id, column.id), content, word, palette))
            )
    return _framed(lines, palette, narrow=True)


def cut_out(cells: Sequence[str], content: Content, word: Words, palette: Palette) -> str:
    """Only the rows and columns of some cells: one small table for each group of rows that have a head in common."""
    cuts = _cuts(cells)
    is_told = len({cut.table for cut in cuts}) > 1
    corners = [catalogue.table_label(cut.table, word.language) if is_told else "" for cut in cuts]
    tables = (_cut(cut, corner, content, word, palette) for cut, corner in zip(cuts, corners, strict=True))
    return together(form_style(palette), *(_scrolling(lines, narrow=True) for lines in tables)).source


@dataclass(frozen=True, slots=True)
class _Cut:
    """Some rows and columns of one table, where every row has every column."""

    table: str
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]


def _cuts(cells: Sequence[str]) -> list[_Cut]:
    """What has a head in common. The columns of rows differ within table 二, and a column's id between tables."""
    grouped: dict[tuple[str, tuple[Column, ...]], list[tuple[Row, Column]]] = defaultdict(list)
    for table, row, column in map(form.describe, cells):
        grouped[table, row.columns].append((row, column))
    cuts = []
    for (table, columns), named in grouped.items():
        rows, wanted = (dict.fromkeys(parts) for parts in zip(*named, strict=True))
        cuts.append(_Cut(table, tuple(rows), tuple(column for column in columns if column in wanted)))
    return cuts


def _cut(cut: _Cut, corner: str, content: Content, word: Words, palette: Palette) -> Iterator[Html]:
    if len(cut.rows) == 1 and len(cut.columns) > _MOST_ABREAST:
        yield from _down(cut, corner, content, word, palette)
        return
    yield element("tr", element("th", corner), *(_head(column, word) for column in cut.columns))
    for group, rows in groupby(cut.rows, key=_group_of_numbered):
        if group:
            attributes: dict[str, str | int] = {"class": "gk-row", "colspan": len(cut.columns) + 1}
            yield element("tr", element("th", group, attributes=attributes))
        for row in rows:
            cells = (form.cell_id(cut.table, row.id, column.id) for column in cut.columns)
            yield element("tr", _row_label(row, word), *(_cell(cell, content, word, palette) for cell in cells))


def _group_of_numbered(row: Row) -> str:
    """The group within which a row has its number: there is a 1. in several of them. Empty for others."""
    return row.groups[-1] if row.groups and row.numbering[:1].isdecimal() else ""


def _down(cut: _Cut, corner: str, content: Content, word: Words, palette: Palette) -> Iterator[Html]:
    """Cells of one row below each other, since the row is wider than the place that a cut-out has."""
    row = cut.rows[0]
    yield element("tr", element("th", corner), _label("th", f"{row.numbering}{row.label}", row.english, word))
    for column in cut.columns:
        cell = form.cell_id(cut.table, row.id, column.id)
        yield element("tr", _head(column, word, **{"class": "gk-row"}), _cell(cell, content, word, palette))


def _framed(lines: Iterable[Html], palette: Palette, *, narrow: bool = False) -> str:
    return together(form_style(palette), _scrolling(lines, narrow=narrow)).source


def _scrolling(lines: Iterable[Html], *, narrow: bool) -> Html:
    table = element("table", *lines, attributes={"class": "gk-form gk-cut" if narrow else "gk-form"})
    return element("div", table, attributes={"class": "gk-scroll"})


# ---- Layouts --------------------------------------------------------------------------------------------------------


def _blocks(table: str, rows: Sequence[Row], content: Content, word: Words, palette: Palette) -> Iterator[Html]:
    """Rows under headings of their own, as in table 二: every item of the article has other columns."""
    width = lcm(*(len(row.columns) for row in rows))
    for (groups, columns), block in groupby(rows, key=lambda row: (row.groups, row.columns)):
        span = width // len(columns)
        yield element("tr", element("th", *groups, attributes={"colspan": width + 1}))
        heads = (_head(column, word, colspan=span) for column in columns)
        yield element("tr", element("th", word("form.content")), *heads)
        for row in block:
            cells = (form.cell_id(table, row.id, column.id) for column in columns)
            figures = (_cell(cell, content, word, palette, colspan=span) for cell in cells)
            yield element("tr", _row_label(row, word), *figures)


def _one_head(rows: Sequence[Row], word: Words) -> Iterator[Html]:
    """The head of table 三: the first and the last column stand alone, those between are kinds of organisation."""
    first, *between, last = rows[0].columns
    corner = element("th", word("form.balance_hint"), attributes={"colspan": _depth(rows), "rowspan": 3})
    applicants = element("th", word("form.applicants"), attributes={"colspan": len(rows[0].columns)})
    joined = element("th", word("form.organisations"), attributes={"colspan": len(between)})
    yield element("tr", corner, applicants)
    yield element("tr", _head(first, word, rowspan=2), joined, _head(last, word, rowspan=2))
    yield element("tr", *(_head(column, word) for column in between))


def _body(table: str, rows: Sequence[Row], content: Content, word: Words, palette: Palette) -> Iterator[Html]:
    for place, row in enumerate(rows):
        figures = (_cell(form.cell_id(table, row.id, column.id), content, word, palette) for column in row.columns)
        label = _row_label(row, word, colspan=_depth(rows) - len(row.groups))
        yield element("tr", *_group_labels(rows, place), label, *figures)


def _depth(rows: Sequence[Row]) -> int:
    return max(len(row.groups) for row in rows) + 1


def _group_labels(rows: Sequence[Row], place: int) -> Iterator[Html]:
    """The headings at the left that begin with a row; each spans the rows that share it."""
    groups = rows[place].groups
    before = rows[place - 1].groups if place else ()
    for level in range(len(groups)):
        prefix = groups[: level + 1]
        if before[: level + 1] == prefix:
            continue
        span = sum(1 for _ in takewhile(lambda row: row.groups[: level + 1] == prefix, rows[place:]))  # noqa: B023
        yield element("th", groups[level], attributes={"class": "gk-group", "rowspan": span})


def _across(table: str, rows: Sequence[Row], content: Content, word: Words, palette: Palette) -> Iterator[Html]:
    """Rows side by side in one line of figures, as in table 四."""
    upper: list[Html] = []
    lower: list[Html] = []
    for groups, block in groupby(rows, key=lambda row: row.groups):
        members = list(block)
        width = sum(len(row.columns) for row in members)
        if groups:
            upper.append(element("th", *groups, attributes={"colspan": width}))
            lower += [_label("th", row.label, row.english, word, colspan=len(row.columns)) for row in members]
        else:
            upper += [_label("th", row.label, row.english, word, colspan=width, rowspan=2) for row in members]
    cells = [(form.cell_id(table, row.id, column.id), column) for row in rows for column in row.columns]
    yield element("tr", *upper)
    yield element("tr", *lower)
    yield element("tr", *(_head(column, word) for _, column in cells))
    yield element("tr", *(_cell(cell, content, word, palette) for cell, _ in cells))


# ---- Parts ----------------------------------------------------------------------------------------------------------


def _label(name: str, label: str, english: str, word: Words, **attributes: str | int) -> Html:
    return element(name, label, *_translation(english, word), attributes=attributes)


def _translation(english: str, word: Words) -> list[Html]:
    """What a label means, below it, for who does not read Chinese."""
    return [] if word.language == "zh" else [element("span", english, attributes={"class": "gk-english"})]


def _head(column: Column, word: Words, **attributes: str | int) -> Html:
    unit = f"（{column.unit}）" if column.unit else ""
    return _label("th", f"{column.label}{unit}", column.english, word, **attributes)


def _row_label(row: Row, word: Words, colspan: int = 1) -> Html:
    attributes: dict[str, str | int] = {"class": "gk-row", "colspan": colspan}
    return element("th", f"{row.numbering}{row.label}", *_translation(row.english, word), attributes=attributes)


def _cell(cell: str, content: Content, word: Words, palette: Palette, colspan: int = 1) -> Html:
    state = content.states.get(cell, "printed")
    figure = content.figures.get(cell)
    mark = content.marks.get(cell)
    shown = shown_figure(cell, figure) if figure is not None else word(f"form.sign.{state}")
    door = content.door(cell)
    inner = element("a", shown, attributes={"href": door, "target": "_self"}) if door else element("span", shown)
    classes = [f"gk-{'none' if figure is None else state}"]
    attributes: dict[str, str | int] = {"colspan": colspan, "title": _title(state, mark, word)}
    parts = [inner]
    if mark is not None:
        classes.append("gk-part" if mark.is_faint else "gk-marked")
        attributes |= hue(palette.condition(mark.condition))
        if not mark.is_faint:
            parts.insert(0, element("span", SIGNS[mark.condition], attributes={"class": "gk-sign"}))
    return element("td", *parts, attributes={**attributes, "class": " ".join(classes)})


def _title(state: str, mark: Mark | None, word: Words) -> str:
    sentences = [mark.sentence] if mark else []
    if state in SHOWN_STATES:
        sentences.append(word(f"form.state.{state}"))
    return "\n".join(sentences)


def shown_figure(cell: str, figure: int | Decimal) -> str:
    """A figure as it is written in the form; changes have their sign."""
    return signed(figure) if form.kind_of(cell) is Kind.CHANGE else number(figure)
