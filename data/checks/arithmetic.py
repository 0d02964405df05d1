"""The form's own arithmetic over all reports at once: how often it holds, is broken, or cannot be judged.

The findings themselves are made when a document is read; this counts the reports that they are missing from as well.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Final

import polars as pl

from data.checks.known import printed
from data.checks.outcome import verdict
from data.queries.condition import complete_sum
from parsing import form
from parsing.catalogue.reasons import Reason

CODES: Final = tuple(form.TABLE_OF_RULE)


def outcomes(reports: pl.LazyFrame) -> pl.LazyFrame:
    """One row a report: its id, and the outcome of each arithmetic rule.

    A rule is broken when one of its equations is, and holds when all of them could be judged and hold.
    """
    return printed(reports, _cells()).select("report_id", *(_outcome(code).alias(code) for code in CODES))


def _cells() -> tuple[str, ...]:
    used = {cell for code in CODES for edition in form.EDITIONS for cell in _cells_of(_equations(code, edition))}
    return tuple(cell for cell in form.all_cells() if cell in used)


def _cells_of(equations: Iterable[form.Equation]) -> Iterable[str]:
    return chain.from_iterable((*equation.left, *equation.right) for equation in equations)


def _equations(code: str, edition: str) -> tuple[form.Equation, ...]:
    return tuple(equation for equation in form.equations(form.TABLE_OF_RULE[code], edition) if equation.code == code)


def _outcome(code: str) -> pl.Expr:
    edition = pl.col(f"edition_{form.TABLE_OF_RULE[code]}")
    is_broken = pl.lit(None, dtype=pl.Boolean)
    for name in form.EDITIONS:
        broken = pl.any_horizontal(_is_broken(equation) for equation in _equations(code, name))
        is_broken = pl.when(edition == name).then(broken).otherwise(is_broken)
    return verdict(is_broken, (edition.is_null(), Reason.TABLE_MISSING))


def _is_broken(equation: form.Equation) -> pl.Expr:
    """Whether two whole sides differ, or known parts already exceed the whole other side; else null if unread."""
    left, right = complete_sum(equation.left), complete_sum(equation.right)
    known_left, known_right = pl.sum_horizontal(equation.left), pl.sum_horizontal(equation.right)
    return (left != right) | (known_left > right) | (known_right > left)
