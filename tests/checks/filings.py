"""Reports made up for the checks: every cell of the three tables is printed as 0 but for those that a case gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from parsing import form
from parsing.checks import Assessment, assess
from parsing.identity.kinds import kind_of_organ
from parsing.model import Agency, Figure, Finding, Paragraph, Place, Report, State

Value = int | Decimal | Figure | None


def filed(
    *lines: str,
    cells: Mapping[str, Value] = MappingProxyType({}),
    year: int | None = 2022,
    edition: str = "2021",
    agency: str = "甲区交通运输局",
    published: date | None = None,
) -> Report:
    """A report with these lines of text and cells; None is a blank one."""
    figures = {cell: _figure(0) for table in form.TABLE_NAMES for cell in form.TABLES[table, edition].cells}
    given = {cell: _figure(value) for cell, value in cells.items()}
    assert given.keys() <= figures.keys()
    return Report(
        source="made up",
        sha256="",
        format=None,
        agency=Agency(name=agency, evidence="title", level="county", kind=kind_of_organ(agency)),
        fiscal_year=year,
        published=published,
        table_editions=dict.fromkeys(form.TABLE_NAMES, edition),
        figures=figures | given,
        problems=(),
        findings=(),
        narrative=tuple(Paragraph(text, Place(line=number)) for number, text in enumerate(lines, 1)),
    )


def received(new: int, *, carried_in: int = 0, carried_out: int = 0) -> dict[str, Value]:
    """Cells of a sound table three: natural persons ask, and all that ended was granted."""
    rows = {"new_received": new, "carried_in": carried_in, "carried_out": carried_out}
    rows["granted"] = rows["total_processed"] = new + carried_in - carried_out
    return {
        f"applications.{row}.{column}": figure for row, figure in rows.items() for column in ("natural_person", "total")
    }


def findings(report: Report, *codes: str) -> list[Finding]:
    """The findings of a report, of these codes only if any is given."""
    found: Iterable[Finding] = (finding for each in assess(report) for finding in each.findings)
    return [finding for finding in found if not codes or finding.code in codes]


def assessment(report: Report, rule: str) -> Assessment:
    """What one rule says of a report."""
    return next(each for each in assess(report) if each.rule == rule)


def _figure(value: Value) -> Figure:
    if isinstance(value, Figure):
        return value
    state = State.BLANK if value is None else State.PRINTED
    return Figure(value=value, state=state, printed="" if value is None else str(value), place=Place(line=1))
