"""A report as an organ's site would publish it: a small web page in the form of 2021."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import pytest

from parsing import form
from parsing.form import Column, Row


def web_page(agency: str = "渝中区应急管理局", year: int = 2024, *, received: str = "3", text: str = "") -> bytes:
    """The page; all figures are 0 except that ``received`` natural persons applied and were answered."""
    tables = (_proactive(), _applications(received), _remedies())
    sections = zip(form.TABLE_NAMES.values(), tables, strict=True)
    body = "".join(f"<h2>{name.ordinal}、{name.title}</h2>{_table(rows)}" for name, rows in sections)
    title = f"{agency}{year}年政府信息公开工作年度报告"
    return f"<html><meta charset=utf-8><title>{title}</title><h1>{title}</h1><p>{text}</p>{body}</html>".encode()


def named_in_gbk(file: Path, stem: str) -> Path:
    """The file under a name in GBK, as ``unzip`` leaves those of Chinese Windows on Linux."""
    try:
        return file.rename(file.with_name(os.fsdecode(stem.encode("gbk")) + file.suffix))
    except (OSError, UnicodeError):
        pytest.skip("names of this file system are text")


def _table(rows: Iterable[Iterable[str]]) -> str:
    cells = ("".join(f"<td>{text}</td>" for text in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def _proactive() -> Iterator[list[str]]:
    def columns(row: Row) -> tuple[Column, ...]:
        return row.columns

    for heads, rows in groupby(form.TABLES["proactive", "2021"].rows, key=columns):
        yield ["信息内容", *(f"{head.label}（单位：{head.unit}）" if head.unit else head.label for head in heads)]
        for row in rows:
            yield [row.label, *("0" for _ in heads)]


def _applications(received: str) -> Iterator[list[str]]:
    yield ["", *(column.label for column in form.APPLICANTS)]
    for row in form.TABLES["applications", "2021"].rows:
        counts = row.id in {"new_received", "granted", "total_processed"}
        yield [row.numbering + row.label, *(received if counts and c in {0, 6} else "0" for c in range(7))]


def _remedies() -> Iterator[list[str]]:
    rows = form.TABLES["remedies", "2021"].rows
    yield [row.label for row in rows for _ in row.columns]
    yield [column.label for row in rows for column in row.columns]
    yield ["0" for row in rows for _ in row.columns]
