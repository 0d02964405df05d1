"""The arithmetic that the form itself requires: exact, a difference of one is a finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from parsing import form
from parsing.model import Figure, Finding, Report, State


def check(report: Report) -> Iterator[Finding]:
    """One finding for every equation of the form that the filed figures break."""
    for table, edition in report.table_editions.items():
        for equation in form.equations(table, edition):
            yield from _broken(table, equation, report.figures)


def _broken(table: str, equation: form.Equation, figures: Mapping[str, Figure]) -> Iterator[Finding]:
    """An equation is judged only if every figure in it was read; a figure found by it cannot prove it."""
    cells = (*equation.left, *equation.right)
    if any(figures[cell].state is not State.PRINTED for cell in cells):
        return
    left, right = (sum(_count(figures[cell]) for cell in side) for side in (equation.left, equation.right))
    if left == right:
        return
    place = {"row": equation.row} if equation.row else {"column": equation.column}
    yield Finding(
        code=equation.code,
        table=table,
        cells=cells,
        left=left,
        right=right,
        place=figures[equation.right[0]].place,
        values={
            **place,
            "left_terms": _terms(equation.left, figures),
            "right_terms": _terms(equation.right, figures),
            "left": left,
            "right": right,
            "difference": abs(left - right),
        },
    )


def _count(figure: Figure) -> int:
    if not isinstance(figure.value, int):
        raise TypeError(figure)  # the form's equations are over counts only
    return figure.value


def _terms(cells: tuple[str, ...], figures: Mapping[str, Figure]) -> str:
    return "+".join(f"{cell}={figures[cell].value}" for cell in cells)
