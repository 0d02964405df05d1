"""What a damaged document may do to the program: give a report with its problems, soon, and no figure in silence."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from parsing import Refused, as_json, find_sources, read_report
from parsing.model import Source
from parsing.output import Json
from tests.fuzz.documents import Case
from tests.parsing.mutations import silent_cells

SECONDS: Final = 2.0  # for a document ...
SECONDS_A_MEGABYTE: Final = 20.0  # ... and for its size
_ARCHIVE: Final = (b"PK\x03\x04", b"PK\x05\x06")


def faults(case: Case) -> list[str]:
    """What is wrong with how a document was read; nothing in most cases. An exception is not caught."""
    start = time.process_time()
    reports = [_as_printed(source) for source in _documents(case.source)]
    spent = time.process_time() - start
    size = len(case.source.content)
    most = SECONDS + SECONDS_A_MEGABYTE * size / 1e6
    slow = [f"slow: {spent:.1f} s for {size} bytes"] if spent > most else []
    return [*slow, *(fault for report in reports for fault in _silent(report, case.figures))]


def _documents(source: Source) -> Iterator[Source]:
    """The document itself, or what is found in it when it is an archive."""
    if not source.content.startswith(_ARCHIVE) or not source.name.endswith("zip"):
        yield source
        return
    with TemporaryDirectory() as folder:
        file = Path(folder, "fuzz.zip")
        file.write_bytes(source.content)
        yield from (found for found in find_sources([file]) if not isinstance(found, Refused))


def _as_printed(source: Source) -> dict[str, Json]:
    """The report as JSON, which a terminal must be able to show."""
    report = as_json(read_report(source))
    json.dumps({**report, "source": ""}, ensure_ascii=False).encode("utf-8")
    return report


def _silent(report: Mapping[str, Json], figures: Mapping[str, Json]) -> list[str]:
    if not figures:
        return []
    return [f"silent: {cell} is {right}, read {value}" for cell, right, value in silent_cells(report, figures)]
