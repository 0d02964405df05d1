"""What is printed is read back: every layout, and every fault of the tables in every layout that can show it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest

from data.synthetic import corpus
from data.synthetic.draft import Draft
from data.synthetic.faults import FAULTS, Fault
from data.synthetic.layouts import LAYOUTS, Layout
from data.synthetic.narrative import draft
from data.synthetic.organs import roster
from data.synthetic.world import Filing, history
from parsing import as_json, read_report
from parsing.model import Format, Source

SEED = 11
ORGANS = 24
ORGANS_WITH_GOVERNMENTS = 60
YEARS = (2019, 2020, 2021, 2024)
# Rules that look beyond one report, at its words or at its dates are tested where they are made.
READ_FROM_ONE_REPORT = {
    "applications-balance",
    "applications-outcomes",
    "applications-row-total",
    "remedies-total",
    "edition-superseded",
    "cells-missing",
    "cells-blank",
    "cell-not-a-number",
    "cell-unit-missing",
    "rows-missing",
    "table-missing",
}


@cache
def filings(organs: int = ORGANS) -> tuple[tuple[Filing | None, Filing], ...]:
    """Filings of all kinds of organs, each with the one before."""
    pairs = []
    for organ in roster(organs):
        years = history(organ, max(YEARS), SEED)
        pairs += [(earlier, later) for earlier, later in zip((None, *years), years, strict=False)]
    return tuple((earlier, later) for earlier, later in pairs if later.fiscal_year in YEARS)


def expected(report: Draft, layout: Layout, content: bytes) -> dict[str, object]:
    return dict(corpus.key(report, layout, f"report.{layout.suffix}", content))


def exact(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def differences(read: dict[str, object], key: dict[str, object]) -> dict[str, tuple[object, object]]:
    """The cells whose figure, or its absence, is not the key's."""
    found, wanted = read["cells"], key["cells"]
    assert isinstance(found, dict)
    assert isinstance(wanted, dict)
    assert list(found) == list(wanted)
    return {cell: (wanted[cell], found[cell]) for cell in wanted if exact(wanted[cell]) != exact(found[cell])}


def read_back(report: Draft, layout: Layout) -> tuple[dict[str, object], dict[str, object]]:
    """What the parser makes of a report, and what it has to."""
    content = layout.set(report)
    read = as_json(read_report(Source(f"report.{layout.suffix}", content)))
    return dict(read), expected(report, layout, content)


def codes(read: dict[str, object], *, above_notes: bool) -> set[str]:
    entries = [*read["problems"], *read["findings"]]  # type: ignore[misc]  # lists of objects in the contract
    return {entry["code"] for entry in entries if not (above_notes and entry["severity"] == "note")}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=lambda layout: layout.name)
def test_a_sound_report_is_read_back_whole_and_without_complaint(layout: Layout) -> None:
    fitting = [report for _, filing in filings() if layout.fits(report := draft(filing, SEED))]
    assert fitting
    for report in fitting[:: max(1, len(fitting) // 6)]:
        read, key = read_back(report, layout)
        assert differences(read, key) == {}
        assert codes(read, above_notes=True) == set()


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=lambda layout: layout.name)
def test_organ_year_edition_and_date_are_read_back(layout: Layout) -> None:
    identity = ("format", "agency", "agency_level", "division_code", "fiscal_year", "edition", "table_editions")
    fitting = [report for _, filing in filings() if layout.fits(report := draft(filing, SEED))]
    for report in fitting[:: max(1, len(fitting) // 6)]:
        read, key = read_back(report, layout)
        assert {name: read[name] for name in identity} == {name: key[name] for name in identity}
        assert read["published"] == key["published"]


@pytest.mark.parametrize(
    ("fault", "layout"),
    [
        pytest.param(fault, LAYOUTS[name], id=f"{fault.plant.__name__}-{name}")
        for fault in FAULTS
        for name in fault.layouts[:: 1 if fault.plant.__module__.endswith("tables") else 5]
    ],
)
def test_a_faulty_report_is_read_exactly_as_it_is_printed(fault: Fault, layout: Layout) -> None:
    pairs = filings(ORGANS_WITH_GOVERNMENTS)
    report = next(filter(None, (fault.plant(filing, before, SEED) for before, filing in pairs)))
    read, key = read_back(report, layout)
    assert differences(read, key) == {}
    planted = {entry.code for entry in report.planted}
    assert planted & READ_FROM_ONE_REPORT <= codes(read, above_notes=False)
    assert codes(read, above_notes=True) & READ_FROM_ONE_REPORT <= planted


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=lambda layout: layout.name)
def test_a_row_short_of_a_cell_is_never_filled_by_taking_digits_apart(layout: Layout) -> None:
    """Of 11 2 0 0 3 0 16 the first is not printed: 2 0 0 3 0 1 6 would add up, and be wrong."""
    if layout.name == "glued":
        pytest.skip("all digits of a row stand in one run there")
    if layout.format is Format.PDF:
        pytest.skip("a ruled table has a cell wherever its lines cross")
    report = draft(filings()[0][1], SEED)
    cells = [cell for cell in report.printed if cell.startswith("applications.unable_not_held.")]
    figures = dict(zip(cells[1:], ("2", "0", "0", "3", "0", "16"), strict=True))
    printed = {cell: text for cell, text in report.printed.items() if cell not in cells} | figures
    read, _ = read_back(replace(report, printed=printed), layout)
    assert isinstance(read["cells"], dict)
    assert {cell: read["cells"][cell] for cell in cells} == dict.fromkeys(cells)
    assert "cells-missing" in codes(read, above_notes=True)
