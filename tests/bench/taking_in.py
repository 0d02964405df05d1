"""What an ingest costs: a report of each format, one and two workers, and a second run over the same files."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

import pdfplumber

from data.dataset import create_dataset, open_dataset
from data.ingest import ingest_files
from data.synthetic import corpus
from data.tasks import take_in
from data.workers import OpenPool, in_this_process, processes
from parsing import read_report
from parsing.model import Source
from tests.bench.reading import documents, parse_and_walk, word_page

ROUNDS: Final = 3
SAMPLE: Final = 60
SETTLED: Final = 4  # seconds after which a file counts as unchanged
GOAL_OF_HTML: Final = 1000 / 80 / 1.7  # times a bare word page: 80 a second on a core that walks it in 1.7 ms


def write_corpus(folder: Path, agencies: int) -> int:
    """A synthetic corpus; how many reports it holds."""
    return corpus.write(folder, agencies=agencies, years=range(2019, 2025), seed=1)


@dataclass(frozen=True, slots=True)
class Rate:
    """Reports that one core reads, checks and keeps in a second; how much longer that takes than reading alone.

    ``of_page`` is the time of one report in times of a bare word page, read in turns with them: a machine may be slowed
    to half between two formats.
    """

    a_second: float
    of_reading: float
    of_page: float


def rate(paths: Iterable[Path]) -> Rate:
    """Reading alone, all that an ingest does, and a bare page, in turns, document by document."""
    first, *sources = [Source(path.name, path.read_bytes()) for path in paths][: SAMPLE + 1]
    [page] = map(word_page, documents("web-word", 1))
    with TemporaryDirectory() as folder:
        ways: tuple[Callable[[Source], object], ...] = (
            read_report,
            lambda source: take_in(Path(folder), [source], None),
            lambda _: parse_and_walk(page),
        )
        took = [0.0] * len(ways)
        for source in (first, *sources):
            for number, way in enumerate(ways):
                start = time.process_time()
                way(source)
                took[number] += (time.process_time() - start) * (source is not first)
    reading, kept, walked = took
    return Rate(len(sources) / kept, kept / reading, kept / walked)


def bare_pdf_rate(paths: Iterable[Path]) -> float:
    """PDF files of which pdfplumber gives text and tables in a second."""
    contents = [path.read_bytes() for path in paths][:SAMPLE]
    start = time.process_time()
    for content in contents:
        with pdfplumber.open(BytesIO(content)) as pdf:
            for page in pdf.pages:
                page.extract_text()
                page.extract_tables()
    return len(contents) / (time.process_time() - start)


def seconds(folder: Path, open_pool: OpenPool) -> tuple[float, float]:
    """How long a first ingest takes, and a second one over the same files."""
    with TemporaryDirectory() as dataset:
        took = []
        create_dataset(dataset)
        for _ in range(2):
            start = time.perf_counter()
            ingest_files([folder], open_dataset(dataset), open_pool=open_pool)
            took.append(time.perf_counter() - start)
    return took[0], took[1]


def compared(folder: Path) -> dict[str, float]:
    """The medians of whole ingests in seconds, in turns: in this process, by one worker, by two, and again."""
    ways = {"inside": in_this_process, "one": processes(1), "two": processes(2)}
    took: dict[str, list[float]] = {name: [] for name in (*ways, "again")}
    time.sleep(SETTLED)
    for _ in range(ROUNDS):
        for name, way in ways.items():
            first, second = seconds(folder, way)
            took[name].append(first)
            took["again"].append(second)
    return {name: median(each) for name, each in took.items()}
