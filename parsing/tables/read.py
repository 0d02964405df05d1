"""From a document to the figures of its three tables, each with its place, and the problems met on the way."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from parsing import form
from parsing.folding import label_key
from parsing.limits import MAX_PRINTINGS, refuse_beyond
from parsing.model import Document
from parsing.tables.assemble import Collected, Shown, TableReading, finish, of_edition
from parsing.tables.attach import Attached, attach
from parsing.tables.by_order import rows_beside_labels, rows_by_order
from parsing.tables.column_order import Heading, read_heading
from parsing.tables.columnwise import read_columns
from parsing.tables.labels import edition_evidence
from parsing.tables.order_by_sums import borne_out, orders_of
from parsing.tables.remedies import read_remedies
from parsing.tables.runs import key_of, runs
from parsing.tables.units import Notes, unit_notes, units
from parsing.tables.zones import Zone, zones

_COLUMN_WORDS: Final = re.compile("数量|件数|增减|金额|信息内容")


def read_tables(document: Document) -> tuple[TableReading, ...]:
    """Every printed table of a document that has at least one row of the form, in order.

    Raises:
        UnreadableError: there are so many that the document must hold many reports.
    """
    printed = [zone for zone in zones(runs(document)) if _has_rows(zone)]
    refuse_beyond("printings", len(printed), MAX_PRINTINGS)
    fallback = _edition_of_document(printed)
    notes = unit_notes(document) if printed else ()
    return tuple(_read(zone, fallback, notes) for zone in printed)


def _read(zone: Zone, fallback: str, notes: Notes) -> TableReading:
    if zone.table == "proactive":
        return _read_proactive(zone, fallback, notes)
    return read_remedies(zone, fallback) if zone.table == "remedies" else _read_applications(zone, fallback)


def _has_rows(zone: Zone) -> bool:
    if zone.table == "remedies":
        return any(entry.run for entry in zone.entries)
    return any(entry.row for entry in zone.entries)


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
        return edition_evidence(key_of(zone.words))
    if zone.table == "applications":
        rows = {entry.row for entry in zone.entries if entry.row and entry.run}
        return {edition: sorted(rows & _own_rows("applications", edition)) for edition in form.EDITIONS}
    return {edition: [] for edition in form.EDITIONS}


@cache
def _own_rows(table: str, edition: str) -> set[str]:
    """The rows that only this edition has."""
    rows = {each: {row.id for row in form.TABLES[table, each].rows} for each in form.EDITIONS}
    return rows[edition].difference(*(rows[other] for other in form.EDITIONS if other != edition))


def _edition(zone: Zone, fallback: str) -> str:
    """The edition of one table, by its labels."""
    evidence = {edition: found for edition, found in _evidence(zone).items() if found}
    return max(evidence, key=lambda each: (len(evidence[each]), each)) if evidence else fallback


def _tell_edition(zone: Zone, edition: str, collected: Collected, cells: Sequence[str] = ()) -> None:
    """Tell where labels of two editions are printed; ``cells`` are those whose columns have heads of another one."""
    evidence = [found for found in _evidence(zone).values() if found]
    if len(evidence) > 1 or cells:
        printed = "、".join(label for found in evidence for label in found)
        collected.tell("edition-mixed", cells, printed=printed, edition=edition)


# ---- Tables 二 and 三 -----------------------------------------------------------------------------------------------


def _read_proactive(zone: Zone, fallback: str, notes: Notes) -> TableReading:
    collected = Collected("proactive")
    table = form.TABLES["proactive", _edition(zone, fallback)]
    above = _headings_above(zone)
    printed = _as_printed(table, zone, above)
    _tell_edition(zone, table.edition, collected, [cell for cell in table.cells if cell not in printed.cells])
    attached = _by_order(zone, printed.rows, attach(zone.table, zone.entries, printed.rows, None))
    named = units([piece.text for piece in zone.words], notes)
    headings = {row.id: _row_heading(row, above.get(row.id, "")) for row in printed.rows}
    for row, heading in headings.items():
        if row in attached.rows:
            _tell_order(heading, printed.cells_of(row), collected)
    orders = {row: heading.order for row, heading in headings.items()}
    return of_edition(table, finish(printed, attached, orders, collected, Shown(zone.words, named)))


def _as_printed(table: form.Table, zone: Zone, above: Mapping[str, str]) -> form.Table:
    """The table, with the columns of another edition in every row that stands below heads of that one."""
    runs = {entry.row: entry.run for entry in reversed(zone.entries) if entry.row and entry.run}
    counts = {row: len([piece for piece in run.cells if piece.text]) for row, run in runs.items()}
    others = [form.TABLES[table.id, edition] for edition in form.EDITIONS if edition != table.edition]
    theirs = {row.id: row for other in others for row in other.rows if row.id in counts}
    keys = {row: above.get(row, "") for row in theirs}
    return replace(
        table,
        rows=tuple(
            theirs[row.id]
            if row.id in theirs and _is_headed_as(theirs[row.id], row, keys[row.id], counts[row.id])
            else row
            for row in table.rows
        ),
    )


def _is_headed_as(other: form.Row, row: form.Row, key: str, count: int) -> bool:
    """Whether the heads above a row are those of ``other``: no others, or all of them and as many figures."""
    ours, theirs = _named(row, key), _named(other, key)
    if theirs and not ours:
        return True
    whole = all(label_key(column.label) in key for column in other.columns)
    return whole and len(ours) < max(len(row.columns), len(theirs)) and len(row.columns) != len(other.columns) == count


def _headings_above(zone: Zone) -> dict[str, str]:
    """The last heading above each row: every item of Article 20 has one of its own."""
    above: dict[str, str] = {}
    heading = ""
    for entry in zone.entries:
        words = key_of(entry.run.before) if entry.run else ""
        heading = words if _COLUMN_WORDS.search(words) else heading
        if entry.row:
            above.setdefault(entry.row, heading)
    return above


def _row_heading(row: form.Row, key: str) -> Heading:
    """The columns of one row of table 二 as its heading orders them."""
    named = _named(row, key)
    printed = tuple(sorted(named, key=lambda column: named[column]))
    if tuple(named) == printed:
        return Heading(tuple(column.id for column in row.columns))
    return Heading(printed if len(named) == len(row.columns) else None, (), printed)


def _named(row: form.Row, key: str) -> dict[str, int]:
    """The columns of a row that a heading names, each with where it does so first."""
    at = {column.id: _first(key, column) for column in row.columns}
    return {column: position for column, position in at.items() if position >= 0}


def _first(key: str, column: form.Column) -> int:
    found = [key.find(label_key(printed)) for printed in column.printings]
    return min((position for position in found if position >= 0), default=-1)


def _read_applications(zone: Zone, fallback: str) -> TableReading:
    columns = read_columns(zone)
    if columns is not None:
        return columns
    collected = Collected("applications")
    table = form.TABLES["applications", _edition(zone, fallback)]
    _tell_edition(zone, table.edition, collected)
    attached = _by_order(zone, table.rows, attach(zone.table, zone.entries, table.rows, len(form.APPLICANTS)))
    if not attached.rows:
        attached = _by_count(zone, table.rows) or attached
    printed = [entry.run for entry in zone.entries if entry.run]
    aligned, by_lines = all(run.aligned for run in printed), not any(run.bound for run in printed)
    heading = borne_out(read_heading(zone.heading, aligned=aligned, by_lines=by_lines), attached)
    orders = orders_of(table.rows, heading, attached)
    unclear = table.cells_of(*(row for row, order in orders.items() if order is None))
    if heading.order or unclear:
        _tell_order(heading, unclear or table.cells, collected)
    if heading.missing and not heading.printed:
        collected.tell("header-missing", columns=",".join(heading.missing))
    return finish(table, attached, orders, collected, Shown(zone.words))


def _by_order(zone: Zone, rows: Sequence[form.Row], attached: Attached) -> Attached:
    """The rows in the order of the form, where that finds all of them while their own labels do not."""
    lacking = len(attached.rows) < len(rows) or attached.by_count
    placed = rows_by_order(zone, rows) if lacking else None
    if placed is None:
        return attached
    named = {entry.row for entry in zone.entries if entry.sure and not entry.words}
    return Attached({row: [run] for row, run in placed.items()}, tuple(row for row in placed if row not in named))


def _by_count(zone: Zone, rows: Sequence[form.Row]) -> Attached | None:
    """The rows of a block of figures beside a block of labels; what their sums do not bear out is left empty."""
    placed = rows_beside_labels(zone, rows)
    if placed is None:
        return None
    return Attached({row: [run] for row, run in placed.items()}, tuple(placed), by_count=True)


def _tell_order(heading: Heading, cells: Sequence[str], collected: Collected) -> None:
    """Tell where a heading is not in the form's order."""
    if heading.order is None:
        collected.tell("column-order-unclear", cells, columns=",".join(heading.printed))
    elif heading.printed:
        collected.tell("column-order", cells, columns=",".join(heading.printed))
