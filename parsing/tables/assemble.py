"""From the attached rows of one table to its figures: every row is read, taken apart, or told as a problem."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from parsing import form
from parsing.model import MISSING, UNREADABLE, Figure, Problem, State
from parsing.tables.attach import Attached
from parsing.tables.cells import Reader, holds_two_in_one
from parsing.tables.columns import Shape, shape_of
from parsing.tables.glued import glued_digits, take_apart
from parsing.tables.runs import Piece, Run

_FEWEST_SHORT: Final = 3  # rows with fewer figures than columns, before that is taken for how the table is printed

Orders = Mapping[str, tuple[str, ...] | None]  # row → its columns as printed; None where they cannot be told


@dataclass(frozen=True, slots=True)
class TableReading:
    """One printed table, read."""

    table: str
    edition: str
    figures: Mapping[str, Figure]
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class Collected:
    """Problems of one table while it is read."""

    table: str
    problems: list[Problem] = field(default_factory=list)

    def tell(self, code: str, cells: Iterable[str] = (), **values: str | int) -> None:
        """Add a problem of the table as a whole."""
        self.problems.append(Problem(code=code, table=self.table, cells=tuple(cells), values=values))

    def tell_row(self, code: str, cells: Iterable[str], run: Run, **values: str | int) -> None:
        """Add a problem of one printed row, with the row as evidence."""
        place = run.cells[0].place if run.cells else None
        self.problems.append(
            Problem(code=code, table=self.table, cells=tuple(cells), place=place, excerpt=run.printed, values=values)
        )


@dataclass(frozen=True, slots=True)
class Shown:
    """The words of a printed table, and the units that its headings name."""

    words: Sequence[Piece]
    units: Mapping[str, str] = field(default_factory=dict)


def finish(table: form.Table, attached: Attached, orders: Orders, collected: Collected, shown: Shown) -> TableReading:
    """Read every attached row; tell why the others have no figures."""
    joined = any(holds_two_in_one(run) for runs in attached.rows.values() for run in runs)
    reader = Reader(table, shown.units, joined)
    glued = _glued(table, attached)
    shapes = _shapes(table, attached, shown.words)
    for row in table.rows:
        if row.id in attached.rows and row.id not in glued:
            reader.read_row(row, attached.rows[row.id], orders[row.id], shapes)
    _take_apart(reader, glued, orders, collected)
    misplaced = _doubtful(table, attached.restored, reader.figures()) if attached.by_count else ()
    doubtful = tuple(dict.fromkeys((*misplaced, *_overfull(table, attached, reader.figures()))))
    for row_id in doubtful:
        reader.leave_row(table.row(row_id))
    for row_id, run in attached.continued:
        reader.leave_row(table.row(row_id))
        collected.tell_row("row-continued", table.cells_of(row_id), run, rows=row_id, printed=run.printed)
    _tell_rows(table, attached, doubtful, collected)
    return TableReading(table.id, table.edition, reader.figures(), (*collected.problems, *reader.problems()))


def of_edition(table: form.Table, reading: TableReading) -> TableReading:
    """The figures of a printed table that an edition has, where some of its rows were read by the heads of another."""
    if tuple(reading.figures) == table.cells:
        return reading
    figures = {cell: reading.figures.get(cell, MISSING) for cell in table.cells}
    problems = (
        replace(problem, cells=tuple(cell for cell in problem.cells if cell in figures)) for problem in reading.problems
    )
    return replace(reading, figures=figures, problems=tuple(problems))


def not_told_apart(table: form.Table, printed: Sequence[Run], collected: Collected) -> TableReading:
    """A table whose figures cannot be told apart: one problem for all of it."""
    found = [piece for run in printed for piece in run.cells if piece.text]
    line = Run((), (), tuple(found))
    rows = ",".join(row.id for row in table.rows)
    collected.tell_row("cells-missing", table.cells, line, rows=rows, expected=len(table.cells), found=len(found))
    return without_figures(table, collected)


def without_figures(table: form.Table, collected: Collected) -> TableReading:
    """A table that is printed but not read; what was collected tells why."""
    figures = dict.fromkeys(table.cells, UNREADABLE)
    return TableReading(table.id, table.edition, figures, tuple(collected.problems))


def _shapes(table: form.Table, attached: Attached, words: Sequence[Piece]) -> dict[int | None, Shape]:
    """The shape of each printed table that holds rows of this one; a page break or a site may have split it."""
    rows: dict[int | None, list[tuple[Run, int]]] = defaultdict(list)
    for row in table.rows:
        for run in attached.rows.get(row.id, []):
            rows[run.printed_in].append((run, len(row.columns)))
    return {printed_in: shape_of(found, words) for printed_in, found in rows.items()}


# ---- Glued digits ---------------------------------------------------------------------------------------------------


def _glued(table: form.Table, attached: Attached) -> dict[str, tuple[Run, tuple[str, ...]]]:
    """The rows that print too few strings of digits, each once."""
    found: dict[str, tuple[Run, tuple[str, ...]]] = {}
    for row in table.rows:
        runs = attached.rows.get(row.id, [])
        digits = glued_digits(runs[0], table, row) if len(runs) == 1 else None
        if digits:
            found[row.id] = (runs[0], digits)
    return found


def _take_apart(
    reader: Reader, glued: Mapping[str, tuple[Run, tuple[str, ...]]], orders: Orders, collected: Collected
) -> None:
    """Split the glued rows where that can be done in one way, and tell of all of them."""
    table = reader.table
    digits = {row: texts for row, (_, texts) in glued.items() if orders[row] is not None}
    solved = take_apart(table, digits, reader.whole_rows()) if digits else {}
    for row, values in solved.items():
        reader.derive_row(table.row(row), glued[row][0], values, orders[row] or ())
    if solved:
        collected.tell("cells-glued", table.cells_of(*solved), rows=",".join(solved), found=len(solved))
    for row, (run, texts) in glued.items():
        if row not in solved:
            reader.leave_row(table.row(row))
            collected.tell_row("cells-glued-unclear", table.cells_of(row), run, rows=row, printed=" ".join(texts))


# ---- Rows without figures -------------------------------------------------------------------------------------------


def _doubtful(table: form.Table, placed: Sequence[str], figures: Mapping[str, Figure]) -> tuple[str, ...]:
    """The rows ``placed`` by the order of the form in which an equation of the form does not hold.

    One row of figures may be lost and another printed twice, so that there are as many as the form has. A filing that
    does not add up looks the same; then those rows are left empty too.
    """
    cells = {cell: row for row in placed for cell in table.cells_of(row)}
    values = {cell: figure.value for cell, figure in figures.items() if figure.value is not None}
    broken = [
        equation
        for equation in form.equations(table.id, table.edition)
        if values.keys() >= {*equation.left, *equation.right} and not equation.holds(values)
    ]
    rows = {cells[cell] for equation in broken for cell in (*equation.left, *equation.right) if cell in cells}
    return tuple(row for row in placed if row in rows)


def _overfull(table: form.Table, attached: Attached, figures: Mapping[str, Figure]) -> tuple[str, ...]:
    """The rows that may hold a number more than the form's, a page's say, in the place of a blank cell.

    Where blank cells were lost from several rows, a row that is whole but does not add up is such a row; so is one that
    has a dash (8 — 3 —), which may belong to the number of a page.
    """
    once = {row: runs[0] for row, runs in attached.rows.items() if len(runs) == 1 and runs[0].dense}
    counts = {row: len([piece for piece in run.cells if piece.text]) for row, run in once.items()}
    if sum(count < len(table.row(row).columns) for row, count in counts.items()) < _FEWEST_SHORT:
        return ()
    full = {row for row, count in counts.items() if count == len(table.row(row).columns)}
    values = {cell: figure.value for cell, figure in figures.items() if figure.value is not None}
    return tuple(
        equation.row
        for equation in form.equations(table.id, table.edition)
        if equation.row in full and (_has_dash(equation, figures) or not _may_hold(equation, values))
    )


def _has_dash(equation: form.Equation, figures: Mapping[str, Figure]) -> bool:
    return any(figures[cell].state is State.DASH for cell in (*equation.left, *equation.right))


def _may_hold(equation: form.Equation, values: Mapping[str, int | Decimal]) -> bool:
    return not values.keys() >= {*equation.left, *equation.right} or equation.holds(values)


def _tell_rows(table: form.Table, attached: Attached, doubtful: Sequence[str], collected: Collected) -> None:
    """Every row of the form that has no figures, with the reason."""
    told: dict[str, list[str]] = defaultdict(list)
    continued = dict(attached.continued)
    for row in table.rows:
        if row.id not in attached.rows and row.id not in continued:
            told[_reason(row.id, attached)].append(row.id)
    for row_id in dict.fromkeys((*attached.restored, *doubtful)):
        told["rows-torn" if row_id in doubtful else "row-restored"].append(row_id)
    for code, rows in told.items():
        collected.tell(code, table.cells_of(*rows), rows=",".join(rows), found=len(rows))
    for row_id, run in attached.stray:
        collected.tell_row("figure-stray", table.cells_of(row_id), run, rows=row_id, printed=run.printed)
    for entry in attached.unknown:
        if entry.run is not None:
            collected.tell_row("row-unknown", (), entry.run, printed=entry.words)


def _reason(row: str, attached: Attached) -> str:
    if row in attached.split:
        return "rows-split"
    if row in attached.torn:
        return "rows-torn"
    return "rows-empty" if row in attached.empty else "rows-missing"
