"""From the printed cells of a row to figures with their places, or to a problem that says why there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from parsing import form
from parsing.model import Figure, Problem, State
from parsing.tables.columns import Shape, pick_cells
from parsing.tables.numbers import Read, read_figure
from parsing.tables.runs import Piece, Run

_MISSING: Final = Figure(value=None, state=State.MISSING)
_JOINED: Final = "cell-digits-joined"
_SILENT: Final = frozenset({State.BLANK, State.DASH})


@dataclass(slots=True)
class Reader:
    """Reads the rows of one table and keeps what it found."""

    table: form.Table
    units: Mapping[str, str]  # heading → the unit it names
    _figures: dict[str, Figure] = field(default_factory=dict)
    _problems: list[Problem] = field(default_factory=list)

    def figures(self) -> dict[str, Figure]:
        """Every cell of the table in the form's order; cells that were not met are missing."""
        return {cell: self._figures.get(cell, _MISSING) for cell in self.table.cells}

    def problems(self) -> tuple[Problem, ...]:
        """What has to be told about the cells, the blank ones in one sentence."""
        blank = [cell for cell, figure in self.figures().items() if figure.state in _SILENT]
        if not blank:
            return tuple(self._problems)
        told = Problem(code="cells-blank", table=self.table.id, cells=tuple(blank), values={"found": len(blank)})
        return (*self._problems, told)

    def read_row(
        self,
        row: form.Row,
        printed: Sequence[Run],
        order: tuple[str, ...] | None,
        shapes: Mapping[int | None, Shape],
    ) -> None:
        """Read one row of the form, printed once or, by mistake, several times."""
        readings = [self._read_run(row, run, order, shapes) for run in printed]
        first = readings[0]
        if len(readings) == 1 or all(_same(first, other) for other in readings[1:]):
            self._figures.update(first.figures)
            self._problems.extend(first.problems)
            return
        cells = tuple(form.cell_id(self.table.id, row.id, column.id) for column in row.columns)
        self._problems.append(
            Problem(
                code="row-repeated",
                table=self.table.id,
                cells=cells,
                place=printed[0].cells[0].place,
                excerpt=" / ".join(run.printed for run in printed),
                values={"row": row.id, "found": len(printed)},
            )
        )

    def whole_rows(self) -> dict[str, tuple[int, ...]]:
        """The rows of which every count is printed."""
        whole: dict[str, tuple[int, ...]] = {}
        for row in self.table.rows:
            figures = [self._figures.get(form.cell_id(self.table.id, row.id, column.id)) for column in row.columns]
            values = tuple(figure.value for figure in figures if figure and isinstance(figure.value, int))
            if len(values) == len(row.columns):
                whole[row.id] = values
        return whole

    def derive_row(self, row: form.Row, run: Run, values: Sequence[int], order: Sequence[str]) -> None:
        """Take in the figures of a row that was taken apart by arithmetic."""
        piece = run.cells[0]
        for column, value in zip(order, values, strict=True):
            cell = form.cell_id(self.table.id, row.id, column)
            self._figures[cell] = Figure(value=value, state=State.DERIVED, printed=run.printed, place=piece.place)

    def leave_row(self, row: form.Row) -> None:
        """Note that a row is printed, but not readable."""
        self._figures |= {
            form.cell_id(self.table.id, row.id, column.id): Figure(value=None, state=State.UNREADABLE)
            for column in row.columns
        }

    def _read_run(
        self, row: form.Row, run: Run, order: tuple[str, ...] | None, shapes: Mapping[int | None, Shape]
    ) -> _RowReading:
        cells = pick_cells(run, len(row.columns), shapes[run.printed_in])
        if cells is None:
            return self._wrong_number(row, run)
        if order is None:
            return _RowReading({}, ())
        columns = {column.id: column for column in row.columns}
        # Digits with a space between are one figure only where no other cell of the row has them, and none is blank.
        remarks = [read_figure(piece.text, columns[id_]).remark for id_, piece in zip(order, cells, strict=True)]
        whole = remarks.count(_JOINED) == 1 and all(piece.text for piece in cells)
        figures: dict[str, Figure] = {}
        problems: list[Problem] = []
        for column_id, piece in zip(order, cells, strict=True):
            figure, problem = self._read_cell(row, columns[column_id], piece, whole=whole)
            figures[form.cell_id(self.table.id, row.id, column_id)] = figure
            problems.extend(problem)
        return _RowReading(figures, tuple(problems))

    def _read_cell(
        self, row: form.Row, column: form.Column, piece: Piece, *, whole: bool
    ) -> tuple[Figure, tuple[Problem, ...]]:
        cell = form.cell_id(self.table.id, row.id, column.id)
        unit = next((unit for heading, unit in self.units.items() if heading in column.label), "")
        read = read_figure(piece.text, column, unit=unit)
        if read.remark == _JOINED and not whole:
            read = Read(State.UNREADABLE, None, "cell-not-a-number")  # the second part may belong to a blank cell
        figure = Figure(value=read.value, state=read.state, printed=piece.text, place=piece.place)
        if not read.remark:
            return figure, ()
        values: dict[str, str | int] = {"row": row.id, "column": column.id, "printed": piece.text}
        if read.value is not None:
            values |= {
                "value": format(read.value, "f" if isinstance(read.value, Decimal) else "d"),
                "unit": column.unit,
            }
        problem = Problem(
            code=read.remark,
            table=self.table.id,
            cells=(cell,),
            place=piece.place,
            excerpt=piece.text,
            values=values,
        )
        return figure, (problem,)

    def _wrong_number(self, row: form.Row, run: Run) -> _RowReading:
        cells = tuple(form.cell_id(self.table.id, row.id, column.id) for column in row.columns)
        printed = [piece for piece in run.cells if piece.text]
        problem = Problem(
            code="cells-missing",
            table=self.table.id,
            cells=cells,
            place=run.cells[0].place,
            excerpt=run.printed,
            values={"rows": row.id, "expected": len(row.columns), "found": len(printed)},
        )
        return _RowReading({cell: Figure(value=None, state=State.UNREADABLE) for cell in cells}, (problem,))


@dataclass(frozen=True, slots=True)
class _RowReading:
    figures: Mapping[str, Figure]
    problems: tuple[Problem, ...]


def _same(one: _RowReading, other: _RowReading) -> bool:
    return {cell: figure.value for cell, figure in one.figures.items()} == {
        cell: figure.value for cell, figure in other.figures.items()
    }
