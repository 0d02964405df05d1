"""The one figure whose change would mend all broken equations of a table at once. Offered, never applied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from parsing import form
from parsing.checks.evidence import printed_count
from parsing.model import Figure, State

_Change = Mapping[str, int]  # by how much each of some cells is changed


@dataclass(frozen=True, slots=True)
class Cause:
    """Cells with the figure filed and the figure that would do: one cell, or a cell and its row's total alike.

    ``rules`` is the number of equations that it mends; ``slip`` is ``swapped`` or ``shifted`` where the digits of
    the two figures suggest how the mistake was made.
    """

    changes: tuple[tuple[str, int, int], ...]
    rules: int
    slip: str = ""

    def as_changes(self) -> str:
        """The changes as a finding's values hold them: ``cell=filed>figure``, joined by commas."""
        return ",".join(f"{cell}={filed}>{figure}" for cell, filed, figure in self.changes)


@dataclass(frozen=True, slots=True)
class _Sum:
    """One equation as filed: by how much its left side is greater, and the sign of each cell in that."""

    gap: int
    signs: Mapping[str, int]

    def after(self, change: _Change) -> int:
        """The gap that is left when cells are changed."""
        return self.gap + sum(self.signs.get(cell, 0) * step for cell, step in change.items())

    def mended_by(self, cells: Sequence[str]) -> int | None:
        """The one step by which all these cells would have to change; None where no whole step does."""
        slope = sum(self.signs.get(cell, 0) for cell in cells)
        return -self.gap // slope if slope and self.gap % slope == 0 else None


def find_cause(table: str, edition: str, figures: Mapping[str, Figure]) -> Cause | None:
    """The only change that mends every broken equation of the table, where there is just one.

    Only equations whose figures were all printed are considered.
    """
    equations = [
        equation
        for equation in form.equations(table, edition)
        if all(figures[cell].state is State.PRINTED for cell in (*equation.left, *equation.right))
    ]
    filed = {cell: printed_count(figures[cell]) for each in equations for cell in (*each.left, *each.right)}
    sums = [_sum(equation, filed) for equation in equations]
    wrong = [each for each in sums if each.gap]
    if not wrong:
        return None
    for groups in (_single(wrong), _along_rows(table, edition)):
        mending = [
            change for change in _changes(groups, wrong[0], filed) if not any(each.after(change) for each in sums)
        ]
        if mending:
            return _only([_cause(change, filed, len(wrong)) for change in mending])
    return None


def _sum(equation: form.Equation, filed: Mapping[str, int]) -> _Sum:
    signs = {**dict.fromkeys(equation.left, 1), **dict.fromkeys(equation.right, -1)}
    return _Sum(sum(sign * filed[cell] for cell, sign in signs.items()), signs)


def _single(wrong: Sequence[_Sum]) -> Iterator[tuple[str, ...]]:
    """Each cell that stands in all broken equations."""
    first, *others = wrong
    return ((cell,) for cell in first.signs if all(cell in other.signs for other in others))


def _along_rows(table: str, edition: str) -> Iterator[tuple[str, ...]]:
    """Each cell with the total of its row: both are wrong by as much."""
    for row in form.TABLES[table, edition].rows:
        *parts, total = (form.cell_id(table, row.id, column.id) for column in row.columns)
        yield from ((part, total) for part in parts)


def _changes(groups: Iterator[tuple[str, ...]], first: _Sum, filed: Mapping[str, int]) -> Iterator[_Change]:
    """The change of each group of cells with which the first broken equation would hold."""
    for cells in groups:
        step = first.mended_by(cells)
        if step is not None and all(filed.get(cell, -1) + step >= 0 and cell in filed for cell in cells):
            yield dict.fromkeys(cells, step)


def _cause(change: _Change, filed: Mapping[str, int], rules: int) -> Cause:
    changes = tuple((cell, filed[cell], filed[cell] + step) for cell, step in change.items())
    slips = {_slip(before, after) for _, before, after in changes}
    return Cause(changes, rules, slips.pop() if len(slips) == 1 else "")


def _only(causes: Sequence[Cause]) -> Cause | None:
    """The single cause, or the single one that looks like a slip of the hand."""
    if len(causes) == 1:
        return causes[0]
    slips = [cause for cause in causes if cause.slip]
    return slips[0] if len(slips) == 1 else None


def _slip(filed: int, figure: int) -> str:
    """How digits can have gone wrong: two neighbours swapped, or a zero more or less at the end."""
    before, after = str(filed), str(figure)
    if filed and figure and (filed * 10 == figure or figure * 10 == filed):
        return "shifted"
    swaps = (before[:at] + before[at + 1] + before[at] + before[at + 2 :] for at in range(len(before) - 1))
    return "swapped" if after != before and after in swaps else ""
