"""How fast documents are read, beside what the same bytes cost without any understanding.

All candidates run in turn in one process and are timed by the processor time that they take, so that a busy machine
slows them alike; the ratios are what counts. HTML and PDF are read and checked. Of synthetic layouts every round reads
another document::

    uv run python -m tests.bench.reading
"""

from __future__ import annotations

import gc
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import Final
from unittest.mock import patch

import lxml.html
import pdfplumber

from data.synthetic import corpus
from data.synthetic.layouts import LAYOUTS
from data.synthetic.narrative import draft
from data.synthetic.organs import roster
from data.synthetic.world import history
from parsing import read_report, reading
from parsing.model import Format, Report, Source

PUBLISHED: Final = Path(__file__).parents[3] / "shared" / "reports"
ROUNDS: Final = 15
WORD_PAGE_BYTES: Final = 145_000  # of a page that a word processor pasted into a content management system
DOCUMENTS: Final = 2_000  # that one process reads for its peak of memory
GOAL_OF_TEXT: Final = 1000 / 300 / 1.7  # times a bare word page: 300 a second on a core that walks it in 1.7 ms
RATED: Final = ("lines", "rows", "markdown", "web-clean", "web-managed", "docx-merged")


@dataclass(frozen=True, slots=True)
class Contest:
    """Reading documents, and the same bytes without understanding. ``goal`` is the ratio to stay below."""

    name: str
    documents: Sequence[bytes]
    bare: Callable[[bytes], object]
    goal: float


# ---- Documents -------------------------------------------------------------------------------------------------------


def documents(layout: str, count: int) -> list[bytes]:
    """Synthetic reports of different organs in one layout."""
    return [LAYOUTS[layout].set(draft(history(organ, 2023, seed=1)[-1], 1)) for organ in roster(count)]


def word_page(page: bytes) -> bytes:
    """A page from a word processor, its styles as long as they are met."""
    room = (WORD_PAGE_BYTES - len(page)) // page.count(b"<span")
    return page.replace(b"<span", b'<span class="MsoNormal" title="%s"' % (b"x" * max(0, room - 28)))


def contests() -> list[Contest]:
    """What is compared; published reports only where they stand beside the checkout."""
    pages = [word_page(page) for page in documents("web-word", ROUNDS + 1)]
    found = [
        Contest("HTML, word processor", pages, parse_and_walk, 4),
        Contest("HTML, clean", documents("web-clean", ROUNDS + 1), parse_and_walk, 4),
        Contest("PDF, ruled", documents("pdf", ROUNDS + 1), text_and_tables, 0.5),
    ]
    for path in sorted(PUBLISHED.glob("*.*")):
        if path.suffix == ".html":
            found.append(Contest(f"HTML, published ({path.stem[:3]})", [path.read_bytes()], parse_and_walk, 4))
        elif path.suffix == ".pdf":
            found.append(Contest(f"PDF, published ({path.stem[:3]})", [path.read_bytes()], text_and_tables, 0.5))
    return found


# ---- The same bytes without understanding ----------------------------------------------------------------------------


def parse_and_walk(content: bytes) -> list[list[str]]:
    """The text of every cell of every row."""
    root = lxml.html.fromstring(content)
    return [["".join(map(str, cell.itertext())) for cell in row.iter("td", "th")] for row in root.iter("tr")]


def text_and_tables(content: bytes) -> list[object]:
    """The text and the tables of every page, as pdfplumber gives them."""
    with pdfplumber.open(BytesIO(content)) as pdf:
        return [(page.extract_text(), page.extract_tables()) for page in pdf.pages]


# ---- Measuring -------------------------------------------------------------------------------------------------------


def seconds(work: Callable[[bytes], object], content: bytes) -> float:
    """The processor time of one reading."""
    start = process_time()
    work(content)
    return process_time() - start


def read(content: bytes) -> Report:
    """What is measured."""
    return read_report(Source("report", content))


def compare(contest: Contest) -> str:
    """One line of the table: the medians over all rounds, the first of which only fills caches."""
    took: dict[str, list[float]] = {"read": [], "bare": []}
    gc.collect()
    for content in islice(cycle(contest.documents), ROUNDS + 1):
        took["read"].append(seconds(read, content))
        took["bare"].append(seconds(contest.bare, content))
    ours, bare = (median(times[1:]) for times in took.values())
    size = f"{len(contest.documents[-1]) / 1000:.0f} KB"
    line = (contest.name, size, f"{ours * 1000:.1f} ms", f"{bare * 1000:.1f} ms", f"{ours / bare:.2f}")
    return f"| {' | '.join(line)} | ≤ {contest.goal} |"


def rated(layout: str, page: bytes) -> str:
    """One line of the table: how many reports one core reads in a second, alone and with what is checked.

    A machine may be slowed to half between two lines, so that each time is told in times of the bare ``page`` too.
    """
    first, *others = documents(layout, ROUNDS * 4 + 1)
    read(first)
    checked = _beside(page, others)
    with patch.object(reading, "assess", return_value=()):
        alone = _beside(page, others)
    goal = f"≤ {GOAL_OF_TEXT:.2f}" if LAYOUTS[layout].format is Format.TEXT else ""
    took = (f"{1 / seconds:.0f} | {of_bare:.2f}" for seconds, of_bare in (alone, checked))
    return f"| {layout} | {next(took)} | {goal} | {next(took)} |"


def _beside(page: bytes, contents: Sequence[bytes]) -> tuple[float, float]:
    """The seconds that reading one of the documents takes, and how many times those of the bare page that is."""
    took = [(seconds(read, content), seconds(parse_and_walk, page)) for content in contents]
    return median(ours for ours, _ in took), median(ours / bare for ours, bare in took)


def memory(count: int) -> str:
    """What a process of its own says of its memory, which reads so many different documents."""
    with TemporaryDirectory() as folder:
        corpus.write(Path(folder) / "corpus", agencies=12, years=range(2019, 2025), seed=1)
        command = [sys.executable, "-m", "tests.bench.memory", f"{Path(folder) / 'corpus'}", f"{count}"]
        return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout


def lines(count: int) -> Iterator[str]:
    """The tables, line by line as they are measured; ``count`` is the number of documents read to watch the memory."""
    yield f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    yield "\n| document | size | read_report | bare | ratio | goal |\n| --- | ---: | ---: | ---: | ---: | ---: |"
    yield from map(compare, contests())
    yield "\n| on one core | read, a second | of a bare page | goal | read and checked, a second | of a bare page |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    [page] = map(word_page, documents("web-word", 1))
    yield from (rated(layout, page) for layout in RATED)
    yield f"\n{memory(count).strip()}"


def main(arguments: Sequence[str]) -> int:
    """Measure and print; the number of documents for the memory may be given."""
    for line in lines(int(arguments[0]) if arguments else DOCUMENTS):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
