"""Every kind of problem is shown by an example that really gives it, and the page says what the catalogue says."""

from __future__ import annotations

import pytest

from parsing import catalogue, read_report
from parsing.model import Source
from tests.accuracy.examples import EXAMPLES, REPORT, told_by
from tests.accuracy.problem_pages import PAGE, page


def test_the_report_of_the_examples_is_sound() -> None:
    report = read_report(Source("report.txt", REPORT.encode()))
    assert (report.problems, report.findings) == ((), ())
    assert all(figure.value is not None for figure in report.figures.values())


@pytest.mark.parametrize("kind", catalogue.PROBLEMS, ids=lambda kind: kind.code)
def test_every_problem_has_an_example(kind: catalogue.Kind) -> None:
    assert kind.code in EXAMPLES


@pytest.mark.parametrize("code", EXAMPLES)
def test_an_example_gives_what_it_is_an_example_of(code: str) -> None:
    told = told_by(code)
    assert told is not None
    assert told.code == code


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: uv run python -m tests.accuracy.problem_pages"
