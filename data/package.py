"""The dataset as a Frictionless data package: tables as CSV in a ZIP, with a description of every column.

The columns of figures are called by their cells' ids; their labels in both languages, units and types stand in
``datapackage.json``. Rows are written as they are read, so that a package may be larger than memory.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import BinaryIO, Final, get_args
from zipfile import ZIP_DEFLATED, ZipFile

import polars as pl

from data import sheets
from data.export import HEADS, in_parts
from data.schema import CONDITION, FIGURES, IDENTITY, ISSUE, STATE_LETTERS
from parsing import form
from parsing.catalogue import Language, cell_label, table_label
from parsing.output import Json

About = tuple[tuple[str, str], ...]

DESCRIPTION: Final = "datapackage.json"
_TITLE: Final = "政府信息公开工作年度报告"
_LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
_PROFILE: Final = "https://datapackage.org/profiles/2.0/datapackage.json"
_LETTERS: Final = ", ".join(f"{letter} {state}" for state, letter in STATE_LETTERS.items())
_TYPES: Final[Mapping[pl.DataType, str]] = {
    pl.Int64(): "integer",
    pl.Boolean(): "boolean",
    pl.Date(): "date",
    pl.String(): "string",
    pl.Datetime("us", "UTC"): "datetime",
}
# What the other exports have no words for.
_ALSO: Final[Mapping[str, tuple[str, str]]] = {
    "organ_id": ("机关编号", "Organ id"),
    "edition": ("格式", "Form"),
    "ingested_at": ("导入时间", "Imported"),
    "states": (f"各格状态，依次对应各数字列：{_LETTERS}", f"State of each figure, in the columns' order: {_LETTERS}"),
    "code": ("规则代码", "Rule"),
    "severity": ("程度", "Severity"),
    "finding": ("是否数据不一致", "Whether figures contradict each other"),
    "cells": ("所涉的格", "Cells concerned"),
    "left": ("左边", "Left side"),
    "right": ("右边", "Right side"),
    "values": ("填入说明的内容（JSON）", "What fills the sentence (JSON)"),
    "place": ("在原文中的位置（JSON）", "Place in the document (JSON)"),
    "excerpt": ("原文", "Printed"),
}
_LEFT_OUT: Final = frozenset({"ingested_by", "verdicts", "issues"})
_REPORTS: Final = {name: kind for name, kind in {**IDENTITY, **CONDITION}.items() if name not in _LEFT_OUT} | FIGURES
_FAULTS: Final = pl.Schema({"report_id": pl.String(), **{part.name: part.dtype for part in ISSUE.fields}})


def write(parts: Iterable[pl.LazyFrame], entries: pl.LazyFrame, about: About, target: BinaryIO) -> None:
    """Write reports, which come in parts, and their problems and findings as one ZIP.

    ``about`` is what was chosen, each part with its name.
    """
    faults = entries.select(*_FAULTS).with_columns(pl.col("cells").list.join(" "))
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        archive.writestr(DESCRIPTION, json.dumps(description(about), ensure_ascii=False, indent=2))
        for name, frames in (("reports", map(_told, parts)), ("faults", in_parts(faults))):
            with archive.open(f"{name}.csv", "w", force_zip64=True) as file:
                sheets.rows(frames, file)


def _told(reports: pl.LazyFrame) -> pl.DataFrame:
    moment = pl.col("ingested_at").dt.strftime("%Y-%m-%dT%H:%M:%SZ")
    return reports.select(*_REPORTS).with_columns(moment).collect()


def description(about: About) -> dict[str, Json]:
    """What stands in ``datapackage.json``."""
    return {
        "$schema": _PROFILE,
        "name": "gongkai-reports",
        "title": _TITLE,
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "sources": [{"title": _TITLE}],
        "chosen": dict(about),
        "resources": [
            _resource("reports", _REPORTS, {"primaryKey": ["report_id"]}),
            _resource("faults", _FAULTS, {"foreignKeys": [_OF_A_REPORT]}),
        ],
    }


_OF_A_REPORT: Final[Json] = {
    "fields": ["report_id"],
    "reference": {"resource": "reports", "fields": ["report_id"]},
}


def _resource(name: str, columns: Mapping[str, pl.DataType], keys: Mapping[str, Json]) -> Json:
    fields: Sequence[Json] = [_field(column, kind) for column, kind in columns.items()]
    return {
        "name": name,
        "path": f"{name}.csv",
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": list(fields), "missingValues": [""], **keys},
    }


def _field(column: str, kind: pl.DataType) -> Json:
    """One column: its name, type, labels and unit."""
    chinese, english = _titles(column)
    told: dict[str, Json] = {"name": column, "type": _TYPES.get(kind, "string")}
    if column in FIGURES:
        told["type"] = "integer" if kind == pl.Int64 else "number"
        told["unit"] = form.describe(column)[2].unit
    return {**told, "title": chinese, "titles": {"zh": chinese, "en": english}}


def _titles(column: str) -> tuple[str, str]:
    if column in FIGURES:
        table, _, _ = form.describe(column)
        chinese, english = (f"{table_label(table, lang)} {cell_label(column, lang)}" for lang in _LANGUAGES)
        return chinese, english
    return {**HEADS, **_ALSO}.get(column, (column, column))
