"""Whatever figures a report has, printed in any layout they are read back, every one of them.

``GONGKAI_EXAMPLES=2000`` tries more of them than a test run has time for.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from random import Random
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from data.synthetic.draft import Draft, choose_style, print_figures
from data.synthetic.layouts import LAYOUTS, Layout
from parsing import read_report
from parsing.model import Format, Source
from tests.properties.filled_reports import filing, filled

EXAMPLES: Final = int(os.environ.get("GONGKAI_EXAMPLES", "60"))
FIGURES: Final = 240  # as many as the larger edition draws
LARGEST: Final = (1, 9, 120, 9_999, 99_999)
LAYOUTS_OF_TEXT: Final = [layout for layout in LAYOUTS.values() if layout.format is not Format.PDF]


@st.composite
def reports(draw: st.DrawFn) -> Draft:
    """A report whose figures agree with each other, in one of the ways in which figures are written."""
    edition = draw(st.sampled_from(("2019", "2021")))
    most = draw(st.sampled_from(LARGEST))
    numbers = cycle(draw(st.lists(st.integers(0, 2 * most), min_size=FIGURES, max_size=FIGURES)))
    report = filled(edition, lambda least, most: least + next(numbers) % (most - least + 1), most)
    style = choose_style(Random(draw(st.integers(0, 99))))  # noqa: S311 - one of a few styles
    figures = {cell: value for cell, value in report.cells.items() if value is not None}
    return replace(report, printed=print_figures(replace(filing(edition), figures=figures), style))


def differences(report: Draft, layout: Layout) -> Iterator[str]:
    """Every cell that is not read as it was printed."""
    read = read_report(Source(f"report.{layout.suffix}", layout.set(report)))
    assert set(read.figures) == set(report.cells)
    for cell, figure in read.figures.items():
        if figure.value != report.cells[cell]:
            yield f"{cell}: {report.cells[cell]} read as {figure.value} ({figure.state})"


@settings(max_examples=EXAMPLES)
@given(report=reports(), layout=st.sampled_from(LAYOUTS_OF_TEXT))
def test_every_figure_is_read_back(report: Draft, layout: Layout) -> None:
    if layout.fits(report):
        assert list(differences(report, layout)) == []


@settings(max_examples=EXAMPLES // 10)
@given(report=reports(), layout=st.sampled_from([LAYOUTS["pdf"], LAYOUTS["pdf-repeated"]]))
def test_every_figure_of_a_pdf_is_read_back(report: Draft, layout: Layout) -> None:
    assert list(differences(report, layout)) == []
