"""How the dataset and the pages' questions grow with the number of reports."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Final

import duckdb
import polars as pl

from data.dataset import Dataset, create_dataset, open_dataset
from data.delta import commit, open_table
from data.faults import DatasetError
from data.places import Location
from data.schema import FIGURES, REPORTS
from data.survey import ENTRIES, FILES, STANDINGS, Survey, kept
from tests.bench.bare import Tables
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
_NOTE: Final = {
    "code": "cells-blank",
    "severity": "note",
    "finding": False,
    "table": "remedies",
    "cells": ["remedies.litigation_direct.total"],
    "left": None,
    "right": None,
    "values": '{"found": 1}',
    "place": '{"page": null, "line": null, "table": 3, "row": 4, "column": 9, "bbox": null}',
    "excerpt": "0 0 0 0",
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
    """A dataset of so many synthetic rows: of 30, three have a finding and ten a note; one in 100 is superseded."""
    dataset = create_dataset(folder)
    for start in range(0, count, _STEP):
        commit(open_table(dataset.location), _part(min(_STEP, count - start), start).collect())
    return open_dataset(folder)


def made(folder: Path, count: int) -> Dataset:
    """The dataset of so many rows that is kept in a folder; made there when it is not, or was left unfinished."""
    place = folder / str(count)
    try:
        found = open_dataset(place)
    except DatasetError:
        return write(place, count)
    if found.history().select(pl.len()).collect().item() == count:
        return found
    shutil.rmtree(place)
    return write(place, count)


def _part(count: int, start: int) -> pl.LazyFrame:
    place = pl.int_range(start, start + count)
    moments = (pl.lit(_START) + pl.duration(microseconds=place)).cast(REPORTS["ingested_at"])
    corrected = pl.when(place % 100 == 1).then(pl.col("fiscal_year").shift(1)).otherwise("fiscal_year")
    found, noted = place % 10 == 0, place % 3 == 0
    issues = pl.concat_list(_when(found, _FINDING), _when(noted, _NOTE))
    worst = pl.when(found).then(pl.lit(_FINDING["severity"])).when(noted).then(pl.lit(_NOTE["severity"]))
    made = figures(count, start)
    return made.with_columns(ingested_at=moments, fiscal_year=corrected, issues=issues, worst=worst)


def _when(condition: pl.Expr, issue: Mapping[str, object]) -> pl.Expr:
    kind = REPORTS["issues"]
    return pl.when(condition).then(pl.lit([issue], kind)).otherwise(pl.lit([], kind))


def sizes(dataset: Dataset) -> dict[str, float]:
    """Megabytes on disk: all of the table, and the columns of figures among them."""
    paths = [str(file) for file in dataset.files]
    query = "SELECT split_part(path_in_schema, ',', 1), sum(total_compressed_size) FROM parquet_metadata(?) GROUP BY 1"
    columns = dict(duckdb.execute(query, [paths]).fetchall())
    total = sum(Path(path).stat().st_size for path in paths)
    of_figures = sum(size for name, size in columns.items() if name in FIGURES)
    return {"table": total / MEGABYTE, "figures": int(of_figures) / MEGABYTE}


def survey_size(dataset: Dataset) -> float:
    """Megabytes that the survey takes beside the table."""
    return sum(Path(str(kept.place(dataset) / name)).stat().st_size for name in FILES) / MEGABYTE


def timings(location: Location) -> Iterator[Timing]:
    """Every question, asked in turns of the survey, of bare Polars and of DuckDB."""
    dataset = open_dataset(location)
    survey = kept.at_hand(dataset)
    folder = kept.place(dataset)
    paths = {
        "reports": [str(file) for file in dataset.files],
        "standing": [str(folder / STANDINGS)],
        "entries": [str(folder / ENTRIES)],
    }
    connection = duckdb.connect()
    for name, files in paths.items():
        connection.read_parquet(files, file_row_number=True).create_view(name)
    tables = Tables(**{name: pl.scan_parquet(files) for name, files in paths.items()})
    for question in questions(survey):
        yield _timing(question, survey, tables, connection)


def _timing(question: Question, survey: Survey, tables: Tables, connection: duckdb.DuckDBPyConnection) -> Timing:
    ways: dict[str, Callable[[], object]] = {
        "ours": lambda: question.ours(survey),
        "bare": lambda: question.bare(tables),
        "duckdb": lambda: connection.sql(question.sql, params=question.given).to_arrow_table(),
    }
    took: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS + 1):
        for name, way in ways.items():
            took[name].append(_milliseconds(way))
    ours, polars, duck = (median(each[1:]) for each in took.values())
    return Timing(question.name, ours, polars, duck)


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)
