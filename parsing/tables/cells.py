"""From the printed cells of a row to figures with their places, or to a problem that says why there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from parsing import form
from parsing.model import MISSING, UNREADABLE, Figure, Problem, State
from parsing.tables.columns import Shape, pick_cells
from parsing.tables.numbers import Read, are_apart, are_two, read_figure
from parsing.tables.runs import Piece, Run

_JOINED: Final = "cell-digits-joined"
_SIGNS: Final = frozenset("-—–−+")
_SILENT: Final = frozenset({State.BLANK, State.DASH})


@dataclass(slots=True)
class Reader:
    """Reads the rows of one table and keeps what it found."""

    table: form.Table
    units: Mapping[str, str]  # heading → the unit it names
    joined: bool = False  # some cell of a table without a grid holds two figures
    _figures: dict[str, Figure] = field(default_factory=dict)
    _problems: list[Problem] = field(default_factory=list)

    def figures(self) -> dict[str, Figure]:
        """Every cell of the table in the form's order; cells that were not met are missing."""
        return {cell: self._figures.get(cell, MISSING) for cell in self.table.cells}

    def problems(self) -> tuple[Problem, ...]:
        """What has to be told about the cells, the blank ones in one sentence."""
        figures = self._figures
        blank = [cell for cell in self.table.cells if cell in figures and figures[cell].state in _SILENT]
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
        cells = self.table.cells_of(row.id)
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
            figures = [self._figures.get(cell) for cell in self.table.cells_of(row.id)]
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
        self._figures |= dict.fromkeys(self.table.cells_of(row.id), UNREADABLE)

    def _read_run(
        self, row: form.Row, run: Run, order: tuple[str, ...] | None, shapes: Mapping[int | None, Shape]
    ) -> _RowReading:
        cells = pick_cells(run, len(row.columns), shapes[run.printed_in])
        if cells is None or self._is_in_doubt(run, cells) or _may_begin_with_sign(row, run, cells):
            return self._wrong_number(row, run)
        if order is None:
            return _RowReading({}, ())
        columns = {column.id: column for column in row.columns}
        reads = {id_: self._read_cell(columns[id_], piece) for id_, piece in zip(order, cells, strict=True)}
        problems: tuple[Problem, ...] = ()
        if any(read.remark for read in reads.values()):
            reads = self._with_joined(row, reads)
            told = ((columns[id_], piece, read) for (id_, read), piece in zip(reads.items(), cells, strict=True))
            problems = tuple(self._remark(row, *each) for each in told if each[-1].remark)
        prefix = form.cell_id(self.table.id, row.id, "")
        figures = {
            prefix + id_: Figure(read.value, read.state, piece.text, piece.place)
            for (id_, read), piece in zip(reads.items(), cells, strict=True)
        }
        return _RowReading(figures, problems)

    def _read_cell(self, column: form.Column, piece: Piece) -> Read:
        if not self.units:
            return read_figure(piece.text, column)
        unit = next((self.units[heading] for heading in self.units if heading in column.label), "")
        return read_figure(piece.text, column, unit=unit)

    def _is_in_doubt(self, run: Run, cells: Sequence[Piece]) -> bool:
        """Whether a blank cell may be the place of a figure that stands in a cell with another one."""
        if not _has_no_grid(run) or all(cell.text for cell in cells):
            return False
        return self.joined or any(are_apart(cell.text) for cell in cells)

    def _with_joined(self, row: form.Row, reads: dict[str, Read]) -> dict[str, Read]:
        """Digits broken over lines are one figure where the row then adds up; they do not prove that it does.

        Digits spaced by thousands are one figure where no cell is blank: else a part may belong to the blank one.
        """
        if any(read.state in _SILENT for read in reads.values()):
            doubtful = [id_ for id_, read in reads.items() if read.remark == _JOINED]
            return {**reads, **dict.fromkeys(doubtful, Read(State.UNREADABLE, None, "cell-not-a-number"))}
        in_order = [reads[column.id] for column in row.columns]
        *parts, total = (read.joined if read.joined is not None else read.value for read in in_order)
        known = [part for part in parts if part is not None]
        if not form.has_total(self.table, row.id) or len(known) < len(parts) or sum(known) != total:
            return reads
        broken = {id_: read.joined for id_, read in reads.items() if read.joined is not None}
        return {**reads, **{id_: Read(State.DERIVED, value, _JOINED) for id_, value in broken.items()}}

    def _remark(self, row: form.Row, column: form.Column, piece: Piece, read: Read) -> Problem:
        values: dict[str, str | int] = {"row": row.id, "column": column.id, "printed": piece.text}
        if read.value is not None:
            value = format(read.value, "f" if isinstance(read.value, Decimal) else "d")
            values |= {"value": value, "unit": column.unit}
        return Problem(
            code=read.remark,
            table=self.table.id,
            cells=(form.cell_id(self.table.id, row.id, column.id),),
            place=piece.place,
            excerpt=piece.text,
            values=values,
        )

    def _wrong_number(self, row: form.Row, run: Run) -> _RowReading:
        cells = self.table.cells_of(row.id)
        printed = [piece for piece in run.cells if piece.text]
        problem = Problem(
            code="cells-missing",
            table=self.table.id,
            cells=cells,
            place=run.cells[0].place,
            excerpt=run.printed,
            values={"rows": row.id, "expected": len(row.columns), "found": len(printed)},
        )
        return _RowReading(dict.fromkeys(cells, UNREADABLE), (problem,))


def holds_two_in_one(run: Run) -> bool:
    """Whether a row without a grid has a cell with the figures of two columns."""
    return _has_no_grid(run) and any(" " in piece.text and are_two(piece.text) for piece in run.cells)


def _has_no_grid(run: Run) -> bool:
    return run.bound and not run.aligned


def _may_begin_with_sign(row: form.Row, run: Run, cells: Sequence[Piece]) -> bool:
    """Whether the first of fewer figures than cells is a minus that was torn from the change behind it."""
    signed = any(column.kind is form.Kind.CHANGE for column in row.columns[1:2])
    return signed and _has_no_grid(run) and len(run.cells) > len(cells) and cells[0].text in _SIGNS


@dataclass(frozen=True, slots=True)
class _RowReading:
    figures: Mapping[str, Figure]
    problems: tuple[Problem, ...]


def _same(one: _RowReading, other: _RowReading) -> bool:
    return {cell: figure.value for cell, figure in one.figures.items()} == {
        cell: figure.value for cell, figure in other.figures.items()
    }
