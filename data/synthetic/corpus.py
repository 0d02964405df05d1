"""A whole corpus: which organ files when, in which layout, with which fault, and what its key says."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Final

from data.synthetic.chance import chance_of
from data.synthetic.draft import Draft
from data.synthetic.faults import FAULTS, Fault
from data.synthetic.layouts import LAYOUTS, Layout
from data.synthetic.narrative import draft
from data.synthetic.organs import Organ, roster
from data.synthetic.world import Filing, history

KEY_NAME: Final = "key.jsonl"
REPORTS_PER_FAULT: Final = 6
_ORGANS_PER_GAP: Final = 12  # one of so many organs leaves a year out

Json = Mapping[str, object]
_Slot = tuple[Organ, int]  # who files for which year


@dataclass(frozen=True, slots=True)
class Document:
    """One file of the corpus and its line in the key."""

    name: str
    content: bytes
    key: Json


@dataclass(frozen=True, slots=True)
class _Plan:
    """Everything that files, by slot; which reports are faulty; which were never filed."""

    filings: Mapping[_Slot, Filing]
    faults: Mapping[_Slot, Fault]
    missing: frozenset[_Slot]


def write(folder: Path, *, agencies: int, years: range, seed: int, reports_per_fault: int = REPORTS_PER_FAULT) -> int:
    """Write the corpus and its key; returns the number of documents.

    Raises:
        OSError: a file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    with (folder / KEY_NAME).open("w", encoding="utf-8", newline="\n") as key:
        for document in documents(agencies=agencies, years=years, seed=seed, reports_per_fault=reports_per_fault):
            (folder / document.name).write_bytes(document.content)
            key.write(json.dumps(document.key, ensure_ascii=False) + "\n")
            count += 1
    return count


def documents(
    *, agencies: int, years: range, seed: int, reports_per_fault: int = REPORTS_PER_FAULT
) -> Iterator[Document]:
    """Every document of the corpus, organ by organ and year by year. One of so many reports has a fault."""
    plan = _planned(roster(agencies), years, seed, reports_per_fault)
    for slot in plan.filings:
        if slot not in plan.missing:
            yield _document(slot, plan, seed)


# ---- Plan -----------------------------------------------------------------------------------------------------------


def _planned(organs: tuple[Organ, ...], years: range, seed: int, reports_per_fault: int) -> _Plan:
    chance = chance_of(seed, "plan")
    histories = {organ: {filing.fiscal_year: filing for filing in history(organ, years[-1], seed)} for organ in organs}
    filings = {(organ, year): histories[organ][year] for organ in organs for year in years}
    missing = frozenset(_gaps(organs, years, chance))
    plan = _Plan(filings, {}, missing)
    return replace(plan, faults=_faults(plan, seed, chance, reports_per_fault))


def _gaps(organs: tuple[Organ, ...], years: range, chance: Random) -> Iterator[_Slot]:
    """A year that lies between two others, for a few of the organs."""
    between = years[1:-1]
    if between:
        for organ in chance.sample(organs, len(organs) // _ORGANS_PER_GAP):
            yield organ, chance.choice(between)


def _faults(plan: _Plan, seed: int, chance: Random, reports_per_fault: int) -> dict[_Slot, Fault]:
    """One fault for every few reports, each in the first report of a random order that it can be planted in.

    Reports beside a gap stay sound, and where faults are denser than usual those beside a faulty report, so that each
    planted fault can be seen by itself.
    """
    apart = {(organ, year + step) for organ, year in plan.missing for step in (-1, 0, 1)}
    open_slots = [slot for slot in plan.filings if slot not in apart]
    chance.shuffle(open_slots)
    chosen: dict[_Slot, Fault] = {}
    for fault, _ in zip(cycle(FAULTS), range(len(plan.filings) // reports_per_fault), strict=False):
        without = (slot for slot in open_slots if fault not in _of_organ(slot[0], chosen))
        slot = next((slot for slot in without if fault.plant(plan.filings[slot], _before(slot, plan), seed)), None)
        if slot is not None:
            chosen[slot] = fault
            organ, year = slot
            reach = 1 if reports_per_fault < REPORTS_PER_FAULT else 0
            beside = {(organ, year + step) for step in range(-reach, reach + 1)}
            open_slots = [each for each in open_slots if each not in beside]
    return chosen


def _of_organ(organ: Organ, chosen: Mapping[_Slot, Fault]) -> list[Fault]:
    """The faults of an organ's reports so far: two jumps of one organ would hide each other."""
    return [fault for (owner, _), fault in chosen.items() if owner == organ]


def _before(slot: _Slot, plan: _Plan) -> Filing | None:
    """What the same organ filed for the year before, where it did."""
    organ, year = slot
    earlier = (organ, year - 1)
    return None if earlier in plan.missing else plan.filings.get(earlier)


# ---- Documents ------------------------------------------------------------------------------------------------------


def _document(slot: _Slot, plan: _Plan, seed: int) -> Document:
    filing = plan.filings[slot]
    fault = plan.faults.get(slot)
    report = fault.plant(filing, _before(slot, plan), seed) if fault else None
    report = report or draft(filing, seed)
    organ, year = slot
    if (organ, year - 1) in plan.missing:
        report = report.with_planted("year-missing")
    layout = _layout(report, fault.layouts if fault else tuple(LAYOUTS), chance_of(seed, organ.name, year, "layout"))
    name = f"{organ.number:04d}_{year}_{layout.name}.{layout.suffix}"
    content = layout.set(report)
    return Document(name, content, key(report, layout, name, content))


def _layout(report: Draft, names: tuple[str, ...], chance: Random) -> Layout:
    fitting = [LAYOUTS[name] for name in names if LAYOUTS[name].fits(report)]
    return chance.choices(fitting, [layout.share for layout in fitting])[0]


# ---- Key ------------------------------------------------------------------------------------------------------------


def key(report: Draft, layout: Layout, name: str, content: bytes) -> Json:
    """What reading the document must give, in the shape of ``gongkai parse --json``, and the faults planted in it."""
    editions = {table: form_table.edition for table, form_table in report.tables.items()}
    return {
        "source": name,
        "sha256": hashlib.sha256(content).hexdigest(),
        "format": layout.format.value,
        "layout": layout.name,
        "agency": report.organ.name,
        "agency_level": report.organ.level,
        "division_code": report.organ.division_code,
        "fiscal_year": report.fiscal_year,
        "edition": editions["proactive"],
        "table_editions": editions,
        "published": report.published.isoformat() if layout.dated else None,
        "cells": {cell: _json_figure(value) for cell, value in report.cells.items()},
        "planted": [{"code": fault.code, "cells": list(fault.cells)} for fault in report.planted],
    }


def _json_figure(value: int | Decimal | None) -> int | str | None:
    """A whole number, or an exact decimal as text."""
    if value is None or isinstance(value, int):
        return value
    return int(value) if value == value.to_integral_value() else f"{value.normalize():f}"
