"""Many visitors at once, each looking at an organ of its own: how long they wait, and whether they see another's."""

from __future__ import annotations

import asyncio
import csv
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Final
from urllib.request import urlopen

import polars as pl
from websockets.exceptions import WebSocketException

from data.dataset import Dataset
from tests.load.visitor import NoAnswerError, Screen, Visitor

PAGES: Final = ("", "licensing", "outcomes", "remedies", "filing", "inconsistencies", "problems", "report", "rules")
NAMES_OTHERS: Final = frozenset({"inconsistencies", "problems", "rules"})  # a finding may be about another organ
_DOWNLOADS_EVERY: Final = 4  # pages
_LOOKS_EVERY: Final = 5.0  # seconds between two looks at the memory
_KILOBYTES: Final = 1024


@dataclass(frozen=True, slots=True)
class Interest:
    """What one visitor looks at: one report."""

    organ_id: str
    agency: str
    year: int

    @property
    def codes(self) -> dict[str, str]:
        return {"organs": self.organ_id, "years": f"{self.year}-{self.year}", "lang": "zh"}


@dataclass(slots=True)
class Record:
    """What came of it: seconds until each visitor's first page, each further page and each file stood.

    ``memory`` is what the dashboard held, in megabytes, after so many seconds.
    """

    starts: list[float] = field(default_factory=list)
    pages: list[float] = field(default_factory=list)
    files: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    mixed: list[str] = field(default_factory=list)
    memory: list[tuple[float, float]] = field(default_factory=list)


def interests(dataset: Dataset, count: int) -> list[Interest]:
    """Different organs, then the same ones in other years; no name is part of another."""
    columns = ("organ_id", "agency", "fiscal_year")
    reports = dataset.reports().select(columns).drop_nulls().unique(["organ_id", "fiscal_year"])
    turn = pl.col("fiscal_year").rank("ordinal").over("organ_id")
    rows = reports.sort(turn, "organ_id").head(4 * count).collect().rows()
    names = {agency for _, agency, _ in rows}
    plain = {name for name in names if sum(name in other for other in names) == 1}
    return [Interest(*row) for row in rows if row[1] in plain][:count]


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the visitors go, until when, and how long they rest between two pages, in seconds."""

    address: str
    agencies: frozenset[str]
    ends: float
    pause: float


async def _stands(address: str) -> None:
    """Wait until a dashboard that has only just started has looked at its dataset."""
    async with Visitor(address) as visitor:
        while True:
            if (await visitor.show("", {})).downloads():
                return
            await asyncio.sleep(1)


async def crowd(address: str, chosen: Sequence[Interest], seconds: float, pause: float) -> Record:
    """Let all of them look around for so long, each resting ``pause`` seconds on average between two pages."""
    record = Record()
    await _stands(address)
    plan = Plan(address, frozenset(each.agency for each in chosen), time.monotonic() + seconds, pause)
    watching = asyncio.create_task(_watch(record))
    await asyncio.gather(*(_look_around(interest, plan, record) for interest in chosen))
    watching.cancel()
    return record


async def _look_around(interest: Interest, plan: Plan, record: Record) -> None:
    chance = random.Random(f"{interest}")  # noqa: S311 - not a secret
    try:
        async with Visitor(plan.address) as visitor:
            record.starts.append((await visitor.show("", {})).seconds)
            await asyncio.sleep(chance.uniform(0, plan.pause))
            number = chance.randrange(len(PAGES))
            while time.monotonic() < plan.ends:
                number += 1
                page = PAGES[number % len(PAGES)]
                screen = await visitor.show(page, interest.codes)
                record.pages.append(screen.seconds)
                record.faults += [f"{page or 'overview'}: {fault}" for fault in screen.faults()]
                record.mixed += _mixed_up(page, screen, interest, plan.agencies)
                if number % _DOWNLOADS_EVERY == 0:
                    await _take_away(visitor, screen, interest, record)
                await asyncio.sleep(chance.uniform(0.5, 1.5) * plan.pause)
    except (NoAnswerError, OSError, TimeoutError, WebSocketException) as error:
        record.faults.append(f"{interest}: {error!r}")


def _mixed_up(page: str, screen: Screen, interest: Interest, agencies: frozenset[str]) -> list[str]:
    """What a page shows of another visitor's choice, or lacks of one's own."""
    name = page or "overview"
    wrong = [] if screen.says(interest.agency) else [f"{name} does not name {interest.agency}"]
    if page in NAMES_OTHERS:
        return wrong
    others = agencies - {interest.agency}
    return wrong + [f"{name} of {interest.agency} names {other}" for other in others if screen.says(other)]


async def _take_away(visitor: Visitor, screen: Screen, interest: Interest, record: Record) -> None:
    """Take all figures of the chosen report away: the first of the page's files."""
    if not screen.downloads():
        record.faults.append(f"no file for {interest}")
        return
    start = time.monotonic()
    address = await visitor.file(screen.downloads()[0])
    content = await asyncio.to_thread(_fetched, address)
    record.files.append(time.monotonic() - start)
    rows = csv.DictReader(StringIO(content.decode("utf-8-sig")))
    held = {(row["机关"], row["年度"]) for row in rows}
    if held != {(interest.agency, str(interest.year))}:
        record.mixed.append(f"the file of {interest} holds {held}")


def _fetched(address: str) -> bytes:
    with urlopen(address) as response:  # noqa: S310 - our own dashboard
        content: bytes = response.read()
        return content


async def _watch(record: Record) -> None:
    start = time.monotonic()
    while True:
        record.memory.append((time.monotonic() - start, memory_of_children()))
        await asyncio.sleep(_LOOKS_EVERY)


def memory_of_children() -> float:
    """What the processes that this one started hold, in megabytes; 0 where the system does not tell."""
    children = Path(f"/proc/self/task/{_main_thread()}/children")
    if not children.exists():
        return 0.0
    return sum(map(_resident, children.read_text(encoding="ascii").split())) / _KILOBYTES


def _main_thread() -> str:
    return Path("/proc/self").resolve().name


def _resident(process: str) -> int:
    lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS")), 0)
