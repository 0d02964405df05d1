"""Rows and datasets made up for tests: whole, but with no more figures than a case needs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

import polars as pl

from data.blobs import pack
from data.dataset import Dataset, Record, create_dataset
from data.schema import REPORTS, STATE_LETTERS
from data.survey import totals
from data.survey.entries import listed, own
from data.survey.standing import STANDING, conditions, standing
from parsing import form

Value = int | str | bool | Decimal | date | datetime | list[dict[str, object]] | None
Row = dict[str, Value]

_EVERY = pl.lit(value=True)  # row is current
_NO_PATTERNS = pl.LazyFrame(schema={"report_id": pl.String, "pattern": pl.UInt32})


def issue(code: str = "applications-balance", severity: str = "inconsistent", **fields: object) -> dict[str, object]:
    """One problem or finding of a row."""
    return {
        "code": code,
        "severity": severity,
        "finding": True,
        "table": "applications",
        "cells": [],
        "left": None,
        "right": None,
        "values": "{}",
        "place": None,
        "excerpt": "",
    } | fields


def imbalance(received: int, processed: int) -> dict[str, object]:
    """The finding that natural persons' applications do not balance."""
    cells = {"new_received": received, "carried_in": 0, "total_processed": processed, "carried_out": 0}
    ids = {row: f"applications.{row}.natural_person" for row in cells}
    left, right = (
        "+".join(f"{ids[row]}={cells[row]}" for row in rows)
        for rows in (("new_received", "carried_in"), ("total_processed", "carried_out"))
    )
    values = {
        "column": "natural_person",
        "left": received,
        "right": processed,
        "difference": abs(received - processed),
        "left_terms": left,
        "right_terms": right,
    }
    return issue(
        cells=list(ids.values()),
        left=str(received),
        right=str(processed),
        values=json.dumps(values, ensure_ascii=False),
    )


def late(day: date) -> dict[str, Any]:
    """The day of publication, and the finding that it was too late."""
    values = json.dumps({"what": "published", "day": day.isoformat(), "limit": f"{day.year}-01-31"})
    return {"published": day, "worst": "notable", "issues": [issue("date-late", "notable", table=None, values=values)]}


def scan() -> dict[str, object]:
    """The problem of a file without text."""
    return issue("file-scan", "unreadable", finding=False, table=None, values=json.dumps({"pages": 3}))


def blank(*cells: str) -> dict[str, object]:
    """The note that cells are blank."""
    values = json.dumps({"found": len(cells)})
    return issue("cells-blank", "note", finding=False, cells=list(cells), values=values)


def row(organ: str = "甲市应急管理局", year: int | None = 2022, **values: Value) -> Row:
    """One report. Cells are given by keyword with ``__`` for the dots of a cell id."""
    digest = sha256(original(organ, year)).hexdigest()
    edition = None if year is None else form.edition_due(year)
    base: Row = dict.fromkeys(REPORTS) | {
        "report_id": digest[:16],
        "sha256": digest,
        "source": f"{organ}{year}.txt",
        "format": "text",
        "organ_id": f"210100-{organ}",
        "agency": organ,
        "agency_level": "city",
        "agency_kind": "emergency",
        "division_code": "210100",
        "province": "210000",
        "city": "210100",
        "fiscal_year": year,
        "edition": edition,
        "edition_proactive": edition,
        "edition_applications": edition,
        "edition_remedies": edition,
        "synthetic": False,
        "ingested_at": datetime(2026, 1, 5, tzinfo=UTC),
        "states": states(edition),
        "issues": [],
    }
    return base | {name.replace("__", "."): value for name, value in values.items()}


def states(edition: str | None, **others: str) -> str:
    """The state letters of a report whose tables are of one edition: printed, but for those given by cell."""
    own = {cell for table in form.TABLE_NAMES if edition for cell in form.TABLES[table, edition].cells}
    given = {name.replace("__", "."): state for name, state in others.items()}
    return "".join(STATE_LETTERS[given.get(cell, "printed" if cell in own else "absent")] for cell in form.all_cells())


def filled(table: str, edition: str, figure: int = 0, **values: int | None) -> dict[str, Any]:
    """Every cell of one table with the same figure, except those given by ``row__column``."""
    cells: dict[str, int | None] = dict.fromkeys(form.TABLES[table, edition].cells, figure)
    cells |= {f"{table}.{name.replace('__', '.')}": value for name, value in values.items()}
    return {cell.replace(".", "__"): value for cell, value in cells.items()}


def frame(rows: Iterable[Mapping[str, Value]] = ()) -> pl.LazyFrame:
    """The dataset's rows as queries see them: with what a survey tells of each."""
    stored = pl.DataFrame(list(rows), schema=REPORTS, orient="row").lazy()
    told = standing(stored, conditions(own(stored, _EVERY)), _NO_PATTERNS, _EVERY).drop("is_current")
    return pl.concat([told.lazy(), stored.drop(*(REPORTS.keys() & STANDING.keys()))], how="horizontal").collect().lazy()


def summed(rows: Iterable[Mapping[str, Value]] = ()) -> pl.LazyFrame:
    """The totals of the rows, as a survey keeps them."""
    return totals.of(frame(rows)).collect().lazy()


def entries(rows: Iterable[Mapping[str, Value]] = ()) -> pl.LazyFrame:
    """The problems and findings of the rows, in the order of a survey's lists."""
    stored = pl.DataFrame(list(rows), schema=REPORTS, orient="row").lazy()
    found = own(stored, _EVERY)
    return listed(found, stored, standing(stored, conditions(found), _NO_PATTERNS, _EVERY)["worst"]).collect().lazy()


def original(organ: str, year: int | None) -> bytes:
    """The document behind a row: a table of three printed rows."""
    lines = (f"{organ}{year}年政府信息公开工作年度报告", "", "新收 | 12 | 0 | 12 |", "上年结转 | 1 | 0 | 1 |")
    return "\n".join(lines).encode()


def dataset(folder: Path, rows: Iterable[Row]) -> Dataset:
    """A real dataset of those reports, each with its original and the place of one figure."""
    place = {"page": None, "line": 3, "table": 1, "row": 1, "column": 2, "bbox": None, "printed": "12"}
    reading = pack({"report": {"places": {"applications.new_received.natural_person": place}}})
    records = [
        Record(each, reading, original(str(each["source"]).removesuffix(f"{each['fiscal_year']}.txt"), _year(each)))
        for each in rows
    ]
    return create_dataset(folder).append(records).dataset


def _year(each: Row) -> int | None:
    year = each["fiscal_year"]
    return year if isinstance(year, int) else None
