"""Real reports against figures read by hand, where they lie beside the checkout."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from parsing import as_json, read_report
from parsing.model import Source

SHARED = Path(__file__).resolve().parents[3] / "shared"
SEEDS = sorted((SHARED / "seeds").glob("*.txt"))
KEYED = sorted((SHARED / "reports").glob("*.key.json"))
# The key's full name stands outside the text (the site's name), or is printed in short only.
NAMED_OTHERWISE = {"010", "018", "021", "026", "028", "031", "036"}

pytestmark = pytest.mark.skipif(not SEEDS, reason="no published reports beside the checkout")


def _read(path: Path) -> dict[str, object]:
    return dict(as_json(read_report(Source(path.name, path.read_bytes()))))


def _same(one: object, other: object) -> bool:
    if one is None or other is None:
        return one is other
    return Decimal(str(one)) == Decimal(str(other))


def _cells(report: dict[str, object]) -> dict[str, object]:
    cells = report["cells"]
    assert isinstance(cells, dict)
    return cells


def _named(report: dict[str, object]) -> set[str]:
    problems = report["problems"]
    assert isinstance(problems, list)
    return {cell for problem in problems for cell in problem["cells"]}


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_a_seed_reads_exactly_as_its_key(path: Path) -> None:
    key = json.loads((SHARED / "keys" / f"{path.stem}.json").read_text(encoding="utf-8"))
    report = _read(path)
    assert _cells(report) == key["cells"]
    facts = ("agency", "fiscal_year", "edition", "division_code", "published")
    assert {fact: report[fact] for fact in facts} == {fact: key[fact] for fact in facts}


@pytest.mark.parametrize(
    ("seed", "codes"),
    [
        ("000", ["applications-outcomes"] * 2),
        ("001", []),
        ("002", []),
        ("003", ["applications-balance"] * 2 + ["applications-outcomes"] * 2),
        ("004", []),
    ],
)
def test_the_arithmetic_of_a_seed(seed: str, codes: list[str]) -> None:
    findings = _read(next(path for path in SEEDS if path.name.startswith(seed)))["findings"]
    assert isinstance(findings, list)
    arithmetic = {"applications-balance", "applications-outcomes", "applications-row-total", "remedies-total"}
    assert [finding["code"] for finding in findings if finding["code"] in arithmetic] == codes


def test_the_short_row_of_remedies_is_one_problem_that_shows_it() -> None:
    problems = _read(SEEDS[0])["problems"]
    assert isinstance(problems, list)
    short = [problem for problem in problems if problem["code"] == "cells-missing"]
    assert len(short) == 1
    assert len(short[0]["cells"]) == 15
    assert short[0]["excerpt"].split() == ["0"] * 13


@pytest.mark.parametrize("path", KEYED, ids=lambda path: path.name[:3])
def test_a_report_has_no_silent_error(path: Path) -> None:
    key = json.loads(path.read_text(encoding="utf-8"))
    stem = path.name.removesuffix(".key.json")
    source = next(found for found in path.parent.iterdir() if found.name.startswith(stem) and found != path)
    report = _read(source)
    cells, named = _cells(report), _named(report)
    for cell, value in key.get("cells", {}).items():
        filed = cells.get(cell)
        assert _same(filed, value) or (filed is None and cell in named), (cell, value, filed)
    assert {cell for cell, value in cells.items() if value is None} <= named
    assert report["fiscal_year"] == key["fiscal_year"]
    assert report["edition"] == key["edition"]
    if stem[:3] not in NAMED_OTHERWISE:
        assert report["agency"] == key["agency"]


def test_what_a_careful_reader_can_know_is_read() -> None:
    """Only one row of all keyed reports is left unread that its key gives: glued digits that split in many ways."""
    unread = set()
    for path in KEYED:
        key = json.loads(path.read_text(encoding="utf-8"))
        stem = path.name.removesuffix(".key.json")
        source = next(found for found in path.parent.iterdir() if found.name.startswith(stem) and found != path)
        cells = _cells(_read(source))
        unread |= {
            (stem[:3], cell.rsplit(".", 1)[0])
            for cell, value in key.get("cells", {}).items()
            if value is not None and cells.get(cell) is None
        }
    assert unread == {("014", "proactive.normative_documents")}
