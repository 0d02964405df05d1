"""The process that reads damaged documents, and the one that watches it."""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Final

import psutil

from tests.fuzz.documents import case
from tests.fuzz.judging import faults

HANG: Final = 30.0  # seconds after which a document is given up
MEMORY: Final = 1024**3  # bytes that the reading process may hold
_TURN: Final = 15.0  # seconds for one reader, then the next
_LOOK: Final = 0.5  # seconds between two looks at the memory


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that went wrong with the document of a number."""

    reader: str
    number: int
    fault: str


def watch(readers: Sequence[str], seconds: float, start: int = 0) -> list[Finding]:
    """Read documents of all readers in turn until the time is up; what was found."""
    end = time.monotonic() + seconds
    numbers = dict.fromkeys(readers, start)
    found: list[Finding] = []
    while time.monotonic() < end:
        for reader in readers:
            turn = min(_TURN, end - time.monotonic())
            if turn > 0:
                for finding in _turn(reader, numbers, turn):
                    sys.stdout.write(f"{finding.reader} --case {finding.number}: {finding.fault}\n")
                    sys.stdout.flush()
                    found.append(finding)
    read = {reader: number - start for reader, number in numbers.items()}
    sys.stdout.write(f"{sum(read.values())} documents {read}, {len(found)} findings\n")
    return found


def _turn(reader: str, numbers: dict[str, int], seconds: float) -> Iterator[Finding]:
    """One process reads documents of one reader for so long. ``numbers`` is brought forward."""
    context = multiprocessing.get_context("spawn")
    mine, its = context.Pipe()
    process = context.Process(target=_read, args=(its, reader, numbers[reader], seconds), daemon=True)
    process.start()
    its.close()
    fault = "crash"
    last = time.monotonic()
    while True:
        try:
            if mine.poll(_LOOK):
                number, told = mine.recv()
                last = time.monotonic()
                yield from (Finding(reader, number, each) for each in told)
                numbers[reader] = number + 1
        except EOFError:
            process.join()
            break
        excess = _excess(process.pid or 0, time.monotonic() - last)
        if excess:
            fault = excess
            process.kill()
    mine.close()
    if process.exitcode:
        yield Finding(reader, numbers[reader], f"{fault} (exit code {process.exitcode})")
        numbers[reader] += 1


def _excess(pid: int, since: float) -> str:
    if since > HANG:
        return f"hang: over {HANG:.0f} s"
    try:
        held = psutil.Process(pid).memory_info().rss
    except psutil.Error:  # it has just ended
        return ""
    return f"memory: {held // 1024**2} MB" if held > MEMORY else ""


def _read(told_to: Connection, reader: str, number: int, seconds: float) -> None:
    """What the watched process does."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        told_to.send((number, faults(case(reader, number))))
        number += 1
    told_to.close()
