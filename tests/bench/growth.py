"""How the dataset and the pages' questions grow with the number of reports."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Final

import duckdb
import polars as pl

from data.dataset import Dataset, create_dataset, open_dataset
from data.delta import commit, open_table
from data.schema import FIGURES, REPORTS
from tests.bench.figures import figures
from tests.bench.questions import Question, questions

ROUNDS: Final = 5
MEGABYTE: Final = 1_000_000
_STEP: Final = 150_000  # reports written by one commit
_FINDING: Final = {
    "code": "applications-balance",
    "severity": "inconsistent",
    "finding": True,
    "table": "applications",
    "cells": [],
    "left": "12",
    "right": "13",
    "values": "{}",
    "place": None,
    "excerpt": "",
}
_START: Final = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Timing:
    """The medians of a question in milliseconds."""

    name: str
    ours: float
    bare: float
    duckdb: float


def write(folder: Path, count: int) -> Dataset:
    """A dataset of so many synthetic rows: one in ten has a finding, one in a hundred is superseded."""
    dataset = create_dataset(folder)
    place = pl.int_range(pl.len())
    moments = (pl.lit(_START) + pl.duration(microseconds=place)).cast(REPORTS["ingested_at"])
    corrected = pl.when(place % 100 == 1).then(pl.col("fiscal_year").shift(1)).otherwise("fiscal_year")
    found = (
        pl.when(place % 10 == 0).then(pl.lit([_FINDING], REPORTS["issues"])).otherwise(pl.lit([], REPORTS["issues"]))
    )
    worst = pl.when(place % 10 == 0).then(pl.lit(_FINDING["severity"]))
    made = figures(count).with_columns(ingested_at=moments, fiscal_year=corrected, issues=found, worst=worst).collect()
    for start in range(0, count, _STEP):
        commit(open_table(dataset.location), made.slice(start, _STEP))
    return open_dataset(folder)


def sizes(dataset: Dataset) -> dict[str, float]:
    """Megabytes on disk: all of the table, and the columns of figures among them."""
    paths = [str(file) for file in dataset.files]
    query = "SELECT split_part(path_in_schema, ',', 1), sum(total_compressed_size) FROM parquet_metadata(?) GROUP BY 1"
    columns = dict(duckdb.execute(query, [paths]).fetchall())
    total = sum(Path(path).stat().st_size for path in paths)
    of_figures = sum(size for name, size in columns.items() if name in FIGURES)
    return {"table": total / MEGABYTE, "figures": int(of_figures) / MEGABYTE}


def timings(dataset: Dataset) -> Iterator[Timing]:
    """Every question, asked in turns of the dataset, of bare Polars and of DuckDB."""
    reports = dataset.reports()
    middle = reports.select("report_id", "organ_id").slice(reports.select(pl.len()).collect().item() // 2, 1).collect()
    paths = [str(file) for file in dataset.files]
    connection = duckdb.connect()
    connection.read_parquet(paths).create_view("reports")
    for question in questions(*middle.row(0)):
        yield _timing(question, reports, pl.scan_parquet(paths), connection)


def _timing(
    question: Question, reports: pl.LazyFrame, bare: pl.LazyFrame, connection: duckdb.DuckDBPyConnection
) -> Timing:
    took: dict[str, list[float]] = {"ours": [], "bare": [], "duckdb": []}
    for _ in range(ROUNDS + 1):
        took["ours"].append(_milliseconds(lambda: question.ours(reports)))
        took["bare"].append(_milliseconds(lambda: question.bare(bare)))
        took["duckdb"].append(
            _milliseconds(lambda: connection.sql(question.sql, params=question.given).to_arrow_table())
        )
    ours, polars, duck = (median(each[1:]) for each in took.values())
    return Timing(question.name, ours, polars, duck)


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)
