"""From a document to the figures of its three tables, each with its place, and the problems met on the way."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from parsing import form
from parsing.folding import fold, label_key
from parsing.model import Document, Figure, Problem, State
from parsing.tables.attach import Attached, attach
from parsing.tables.cells import Reader
from parsing.tables.columns import Heading, extent, pick_cells, read_heading
from parsing.tables.labels import edition_evidence
from parsing.tables.runs import Piece, Run, runs
from parsing.tables.zones import Zone, zones

_HEADING_UNIT: Final = re.compile(r"(?P<heading>收费金额|采购总?金额)[^。]{0,4}?单位[:：]?(?P<unit>亿元|万元|元)")
_REMEDY_WIDTH: Final = 5


@dataclass(frozen=True, slots=True)
class TableReading:
    """One printed table, read."""

    table: str
    edition: str
    figures: Mapping[str, Figure]
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Collected:
    """Problems of one table while it is read."""

    table: str
    problems: list[Problem] = field(default_factory=list)

    def tell(self, code: str, cells: Iterable[str] = (), **values: str | int) -> None:
        self.problems.append(Problem(code=code, table=self.table, cells=tuple(cells), values=values))


def read_tables(document: Document) -> tuple[TableReading, ...]:
    """Every printed table of a document that has at least one row of the form, in order."""
    printed = [zone for zone in zones(runs(document)) if _has_rows(zone)]
    fallback = _edition_of_document(printed)
    return tuple(_READERS[zone.table](zone, fallback) for zone in printed)


def _has_rows(zone: Zone) -> bool:
    if zone.table == "remedies":
        return any(entry.run for entry in zone.entries)
    return any(entry.row for entry in zone.entries)


def _key(words: Sequence[Piece]) -> str:
    return label_key("".join(piece.text for piece in words))


# ---- Editions -------------------------------------------------------------------------------------------------------


def _edition_of_document(printed: Sequence[Zone]) -> str:
    """The edition that the labels of all tables speak for; the current one where they say nothing."""
    votes = dict.fromkeys(form.EDITIONS, 0)
    for zone in printed:
        for edition, found in _evidence(zone).items():
            votes[edition] += len(found)
    return max(form.EDITIONS, key=lambda edition: (votes[edition], edition))


def _evidence(zone: Zone) -> dict[str, list[str]]:
    if zone.table == "proactive":
        return edition_evidence(_key(zone.words))
    if zone.table == "applications":
        rows = {entry.row for entry in zone.entries if entry.row and entry.run}
        return {
            edition: sorted(rows & _own_rows("applications", edition)) for edition in form.EDITIONS
        }
    return {edition: [] for edition in form.EDITIONS}


def _own_rows(table: str, edition: str) -> set[str]:
    """The rows that only this edition has."""
    rows = {each: {row.id for row in form.TABLES[table, each].rows} for each in form.EDITIONS}
    return rows[edition].difference(*(rows[other] for other in form.EDITIONS if other != edition))


def _edition(zone: Zone, fallback: str, collected: _Collected) -> str:
    """The edition of one table, by its labels."""
    evidence = {edition: found for edition, found in _evidence(zone).items() if found}
    if not evidence:
        return fallback
    edition = max(evidence, key=lambda each: (len(evidence[each]), each))
    if len(evidence) > 1:
        printed = "、".join(label for found in evidence.values() for label in found)
        collected.tell("edition-mixed", printed=printed, edition=edition)
    return edition


# ---- Tables 二 and 三 -----------------------------------------------------------------------------------------------


def _read_proactive(zone: Zone, fallback: str) -> TableReading:
    collected = _Collected("proactive")
    table = form.TABLES["proactive", _edition(zone, fallback, collected)]
    attached = attach(zone.table, zone.entries, [row.id for row in table.rows], None)
    units = {match["heading"]: match["unit"] for match in _HEADING_UNIT.finditer(fold(_words(zone)))}
    orders = {row.id: _printed_order(row, zone) for row in table.rows}
    return _finish(table, attached, orders, collected, units)


def _words(zone: Zone) -> str:
    return "".join(piece.text for piece in zone.words)


def _printed_order(row: form.Row, zone: Zone) -> tuple[str, ...] | None:
    """The columns of one row of table 二 as its heading orders them; None where it contradicts the form unclearly."""
    key = _key(zone.words)
    at = {column.id: _first(key, column) for column in row.columns}
    named = {column: position for column, position in at.items() if position >= 0}
    form_order = tuple(column.id for column in row.columns)
    if list(named) == sorted(named, key=lambda column: named[column]):
        return form_order
    return tuple(sorted(named, key=lambda column: named[column])) if len(named) == len(form_order) else None


def _first(key: str, column: form.Column) -> int:
    found = [key.find(label_key(printed)) for printed in (column.label, *column.also)]
    return min((position for position in found if position >= 0), default=-1)


def _read_applications(zone: Zone, fallback: str) -> TableReading:
    collected = _Collected("applications")
    table = form.TABLES["applications", _edition(zone, fallback, collected)]
    attached = attach(zone.table, zone.entries, [row.id for row in table.rows], len(form.APPLICANTS))
    heading = read_heading(zone.heading)
    _tell_heading(heading, collected)
    return _finish(table, attached, {row.id: heading.order for row in table.rows}, collected, {})


def _tell_heading(heading: Heading, collected: _Collected) -> None:
    if heading.order is None:
        cells = form.TABLES["applications", form.EDITIONS[-1]].cells
        collected.tell("column-order-unclear", cells, columns=",".join(heading.printed))
    elif heading.printed:
        collected.tell("column-order", columns=",".join(heading.printed))
    elif heading.missing:
        collected.tell("header-missing", columns=",".join(heading.missing))


# ---- Table 四 -------------------------------------------------------------------------------------------------------


def _read_remedies(zone: Zone, fallback: str) -> TableReading:
    """The form prints the three ways of remedy in one line; some sites print a table for each."""
    collected = _Collected("remedies")
    table = form.TABLES["remedies", fallback]
    printed = [entry.run for entry in zone.entries if entry.run]
    rows = _remedy_rows(printed, [row.id for row in table.rows])
    if rows is None:
        cells = [piece for run in printed for piece in run.cells if piece.text]
        collected.problems.append(
            Problem(
                code="cells-missing",
                table="remedies",
                cells=table.cells,
                place=printed[0].cells[0].place,
                excerpt=" ".join(piece.text for piece in cells),
                values={
                    "rows": ",".join(row.id for row in table.rows),
                    "expected": len(table.cells),
                    "found": len(cells),
                },
            )
        )
        figures = dict.fromkeys(table.cells, Figure(value=None, state=State.UNREADABLE))
        return TableReading(table.id, table.edition, figures, tuple(collected.problems))
    columns = {row.id: tuple(column.id for column in row.columns) for row in table.rows}
    return _finish(table, Attached({row: [run] for row, run in rows.items()}), columns, collected, {})


def _remedy_rows(printed: Sequence[Run], rows: Sequence[str]) -> dict[str, Run] | None:
    """The figures of each way of remedy; None where they cannot be told apart."""
    whole = _REMEDY_WIDTH * len(rows)
    for run in printed:
        cells = pick_cells(run, whole)
        if cells is not None:
            starts = range(0, whole, _REMEDY_WIDTH)
            parts = [replace(run, cells=cells[start : start + _REMEDY_WIDTH]) for start in starts]
            return dict(zip(rows, parts, strict=True))
    if len(printed) == len(rows) and all(len(run.cells) == _REMEDY_WIDTH for run in printed):
        return dict(zip(rows, printed, strict=True))
    return None


# ---- Rows to figures ------------------------------------------------------------------------------------------------


def _finish(
    table: form.Table,
    attached: Attached,
    orders: Mapping[str, tuple[str, ...] | None],
    collected: _Collected,
    units: Mapping[str, str],
) -> TableReading:
    reader = Reader(table, units)
    certain = _certain(table, attached)
    for row in table.rows:
        found = attached.rows.get(row.id, [])
        if not found:
            continue
        reader.read_row(row, found, orders[row.id], certain)
    _tell_rows(table, attached, collected)
    return TableReading(table.id, table.edition, reader.figures(), (*collected.problems, *reader.problems()))


def _certain(table: form.Table, attached: Attached) -> frozenset[tuple[int, int]]:
    """Where the figures stand in the rows that can be read in one way only."""
    widths = {row.id: len(row.columns) for row in table.rows}
    return frozenset(
        extent(run, window)
        for row, found in attached.rows.items()
        for run in found
        if run.bound and (window := pick_cells(run, widths[row])) is not None
    )


def _tell_rows(table: form.Table, attached: Attached, collected: _Collected) -> None:
    """Every row of the form that has no figures, with the reason."""
    told: dict[str, list[str]] = defaultdict(list)
    for row in table.rows:
        if row.id not in attached.rows:
            told[_reason(row.id, attached)].append(row.id)
    for code, rows in told.items():
        collected.tell(code, _cells(table, rows), rows=",".join(rows), found=len(rows))
    if attached.restored:
        collected.tell(
            "row-restored",
            _cells(table, attached.restored),
            rows=",".join(attached.restored),
            found=len(attached.restored),
        )
    for entry in attached.unknown:
        run = entry.run
        collected.problems.append(
            Problem(
                code="row-unknown",
                table=table.id,
                place=run.cells[0].place if run and run.cells else None,
                excerpt=" ".join(piece.text for piece in (*run.label, *run.cells)) if run else "",
                values={"printed": entry.words},
            )
        )


def _reason(row: str, attached: Attached) -> str:
    if row in attached.split:
        return "rows-split"
    if row in attached.torn:
        return "rows-torn"
    return "rows-empty" if row in attached.empty else "rows-missing"


def _cells(table: form.Table, rows: Iterable[str]) -> tuple[str, ...]:
    return tuple(
        form.cell_id(table.id, row, column.id) for row in rows for column in table.row(row).columns
    )


_READERS: Final = {
    "proactive": _read_proactive,
    "applications": _read_applications,
    "remedies": _read_remedies,
}
