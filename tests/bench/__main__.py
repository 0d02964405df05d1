"""All that scale depends on, measured in one run, as the tables of ``docs/scale.md``.

::

    uv run python -m tests.bench [--agencies N] [--reports N [N ...]] [--folder FOLDER] [--write]

Each size is written as soon as it is measured, and leaves the others as they are, so that a run may be stopped, and
one size measured alone: ``--agencies 0 --reports 6000000 --write``. Datasets are made in parts that fit into memory.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Final

from data.places import Location
from tests.bench import downloads, growth, page, taking_in

ROOT: Final = Path(__file__).parents[2]
PAGE: Final = ROOT / "docs" / "scale.md"


def machine() -> str:
    """The machine, so that others can tell what the figures mean for theirs."""
    memory = ""
    if hasattr(os, "sysconf"):
        memory = f", {os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores{memory}"
    return f"{system}, Python {platform.python_version()}, Polars {version('polars')}, DuckDB {version('duckdb')}"


def yardstick() -> float:
    """Seconds of processor time for a plain loop: how fast the machine was when the rest was measured."""
    start, total = process_time(), 0
    for number in range(5_000_000):
        total += number
    return process_time() - start


def ingest_table(agencies: int) -> Iterator[str]:
    """The machine, rates by format, and whole ingests compared."""
    yield f"Measured on {machine()}. Adding up five million numbers one by one in Python takes {yardstick():.2f} s.\n"
    with TemporaryDirectory() as folder:
        count = taking_in.write_corpus(Path(folder) / "corpus", agencies)
        by_format = {end: sorted((Path(folder) / "corpus").glob(f"*.{end}")) for end in ("html", "docx", "txt", "pdf")}
        yield "| one core | reports a second | time, of reading alone | time, of a bare page | goal |"
        yield "| --- | ---: | ---: | ---: | ---: |"
        for name, paths in by_format.items():
            rate = taking_in.rate(paths)
            goal = f"≤ {taking_in.GOAL_OF_HTML:.1f} ×" if name == "html" else ""
            figures = f"{rate.a_second:.0f} | {rate.of_reading:.2f} × | {rate.of_page:.1f} × | {goal}"
            yield f"| {name.upper()}: read, checked, kept | {figures} |"
        yield f"| PDF: text and tables by pdfplumber alone | {taking_in.bare_pdf_rate(by_format['pdf']):.0f} | | | |"
        took = taking_in.compared(Path(folder) / "corpus")
    yield f"\n| whole ingest of {count} files, all formats | seconds | |\n| --- | ---: | ---: |"
    yield f"| in one process | {took['inside']:.1f} | |"
    yield f"| one worker | {took['one']:.1f} | |"
    yield f"| two workers | {took['two']:.1f} | {took['one'] / took['two']:.2f} × |"
    yield f"| again, nothing changed | {took['again']:.2f} | {took['two'] / took['again']:.0f} × |"


def growth_table(count: int, folder: Path) -> Iterator[str]:
    """Size, start and questions at one number of reports."""
    dataset = growth.made(folder, count)
    size = growth.sizes(dataset)
    seconds, needed = surveyed(dataset.location)
    bare, pages = app(), app(dataset.location)
    start, computed, memory = (pages.pop(name) for name in ("start", "processor", "memory"))
    yield f"{page.heading(count)}\n"
    size |= {"survey": growth.survey_size(dataset)}
    yield f"Table {size['table']:.1f} MB, of which figures {size['figures']:.1f} MB."
    yield f"Survey beside it {size['survey']:.1f} MB, made in {seconds:.1f} s and {needed:.0f} MB of memory."
    yield f"First page after {start:.1f} s, {computed:.1f} s of them computing; peak memory {memory:.0f} MB. An app of"
    yield f"nothing but one chart takes {bare['start']:.1f} s and {bare['memory']:.0f} MB.\n"
    if count >= downloads.MOST:
        yield from map(partial(taken_away, dataset.location), downloads.WAYS)
        yield ""
    yield "| script of the page | ms |\n| --- | ---: |"
    for name, milliseconds in pages.items():
        yield f"| {name} | {milliseconds:.0f} |"
    yield ""
    yield "| question | ms | bare Polars | DuckDB | of DuckDB |\n| --- | ---: | ---: | ---: | ---: |"
    for each in growth.timings(dataset.location):
        figures = f"{each.ours:.0f} | {each.bare:.0f} | {each.duckdb:.0f} | {each.ours / each.duckdb:.2f}"
        yield f"| {each.name} | {figures} |"


def app(*dataset: Location) -> dict[str, float]:
    """What a process says that does nothing but show the dashboard; without a dataset, an app of one chart."""
    told: dict[str, float] = json.loads(_told("tests.bench.app", *dataset))
    return told


def surveyed(dataset: Location) -> tuple[float, float]:
    """What a process says that does nothing but survey the dataset."""
    seconds, memory = map(float, _told("tests.bench.surveying", dataset).split())
    return seconds, memory


def taken_away(dataset: Location, way: str) -> str:
    """What a process says that does nothing but make one download."""
    seconds, size, before, after = _told("tests.bench.downloads", dataset, way).split()
    told = f"{size} MB, {seconds} s of computing, memory from {before} MB to {after} MB at the peak"
    return f"Download of {downloads.MOST:,} reports, {way}: {told}."


def _told(module: str, *arguments: Location | str) -> str:
    command = [sys.executable, "-m", module, *map(str, arguments)]
    told = subprocess.run(command, capture_output=True, check=True, cwd=ROOT, encoding="utf-8").stdout
    return told.splitlines()[-1]


def shown(lines: Iterator[str]) -> str:
    """The lines together, each printed as soon as it is known."""
    told = []
    for line in lines:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
        told.append(line)
    return "\n".join(told)


def measure(agencies: int, counts: Sequence[int], folder: Path, target: Path | None) -> None:
    """Measure piece by piece, each put into the page when there is one."""
    if agencies:
        told = shown(ingest_table(agencies))
        if target:
            page.write(target, told)
    for count in counts:
        told = shown(growth_table(count, folder))
        if target:
            page.write(target, told, count)


def main(arguments: Sequence[str]) -> int:
    """Measure, print, and with ``--write`` put the tables into the page."""
    parser = argparse.ArgumentParser(prog="tests.bench", description=__doc__)
    parser.add_argument("--agencies", type=int, default=60, help="organs whose reports are ingested; 0 skips this part")
    parser.add_argument("--reports", type=int, nargs="*", default=[10_000, 150_000], help="sizes of synthetic datasets")
    parser.add_argument("--folder", type=Path, help="keep the synthetic datasets here, and use those that are here")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/scale.md")
    chosen = parser.parse_args(arguments)
    with TemporaryDirectory() as aside:
        measure(chosen.agencies, chosen.reports, chosen.folder or Path(aside), PAGE if chosen.write else None)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
