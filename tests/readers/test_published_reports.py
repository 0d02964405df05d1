"""Published reports, where they are at hand: every figure of their keys stands in a cell of the right row."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from parsing.form import APPLICANTS
from parsing.model import Document, Source
from parsing.readers.documents import read_document
from tests.readers.documents import grids

REPORTS = ("001_hongze_2023.pdf", "005_shanghai_office_2019.html", "007_shuyang_fgj_2023.html")


def read(path: Path) -> tuple[Document, dict[str, str]]:
    """The document, and its key as it would be printed: a blank for what is unknown."""
    key = json.loads(path.with_suffix(".key.json").read_text(encoding="utf-8"), parse_float=str, parse_int=str)
    printed = {cell: value or "" for cell, value in key["cells"].items()}
    return read_document(Source(path.name, path.read_bytes())), printed


@pytest.mark.parametrize("name", REPORTS)
def test_every_figure_is_in_a_cell(shared: Path, name: str) -> None:
    document, key = read(shared / "reports" / name)
    printed = Counter(cell.text.removesuffix("元") for grid in grids(document) for row in grid.rows for cell in row)
    assert Counter(key.values()) - printed == Counter()


@pytest.mark.parametrize("name", REPORTS)
def test_rows_of_applications_end_with_their_figures(shared: Path, name: str) -> None:
    document, key = read(shared / "reports" / name)
    endings = [[cell.text for cell in row[-len(APPLICANTS) :]] for grid in grids(document) for row in grid.rows]
    figures = [value for cell, value in key.items() if cell.startswith("applications.")]
    rows = [figures[start : start + len(APPLICANTS)] for start in range(0, len(figures), len(APPLICANTS))]
    assert [ending for ending in endings if ending in rows] == rows
