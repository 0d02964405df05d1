"""A draft in reading order: lines and tables, which every layout sets in its own way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from data.synthetic.draft import Draft
from data.synthetic.layouts.sheet import Sheet, lay_out
from parsing import form


class Role(StrEnum):
    """What a line is in the report."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Line:
    """One line or paragraph."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table and which of the form's it is."""

    id: str
    sheet: Sheet


def blocks(draft: Draft) -> Iterator[Line | Table]:
    """The report from its title to its signature."""
    tables = {name.ordinal: name.id for name in form.TABLE_NAMES.values()}
    yield Line(Role.TITLE, draft.title)
    yield from (Line(Role.TEXT, text) for text in draft.lead)
    for ordinal, section in draft.sections.items():
        yield Line(Role.HEADING, section.heading)
        yield from (Line(Role.TEXT, text) for text in section.paragraphs)
        table = tables.get(ordinal, "")
        if table in draft.tables:
            yield Table(table, lay_out(draft.tables[table], draft.printed))
    yield Line(Role.SIGNATURE, draft.organ.name)
    yield Line(Role.SIGNATURE, chinese_date(draft.signed))


def chinese_date(day: date) -> str:
    """2021年1月20日."""
    return f"{day.year}年{day.month}月{day.day}日"
