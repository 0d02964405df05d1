"""A whole corpus: which organ files when, in which layout, with which fault, and what its key says."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
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
from data.synthetic.rollup import Slot, Stated, parts, rolled_up, unequal
from data.synthetic.trades import OFFICES, TOWNSHIP, Trade
from data.synthetic.world import Filing, history

KEY_NAME: Final = "key.jsonl"
REPORTS_PER_FAULT: Final = 6
_ORGANS_PER_GAP: Final = 12  # one of so many organs leaves a year out

Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Document:
    """One file of the corpus and its line in the key."""

    name: str
    content: bytes
    key: Json


@dataclass(frozen=True, slots=True)
class _Plan:
    """Everything that files, by slot; which reports are faulty; which were never filed."""

    filings: Mapping[Slot, Filing]
    faults: Mapping[Slot, Fault]
    missing: frozenset[Slot]
    governments: Mapping[Organ, tuple[Organ, ...]]  # each with the organs whose reports it adds up
    trades: Mapping[Trade, tuple[Organ, ...]]
    unequal: Mapping[Slot, list[str]] = field(default_factory=dict)  # governments' cells that their organs contradict
    compared: frozenset[Slot] = frozenset()  # reports whose figures show a fault of another one


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
    governments = parts(organs)
    trades = {trade: tuple(organ for organ in organs if organ.trade == trade) for trade in (*OFFICES, TOWNSHIP)}
    plan = _Plan(rolled_up(filings, governments), {}, missing, governments, trades)
    plan = replace(plan, faults=_faults(plan, seed, chance, reports_per_fault))
    plan = replace(plan, unequal=dict(_unequal(plan, seed)))
    return replace(plan, compared=frozenset(_compared(plan)))


def _gaps(organs: tuple[Organ, ...], years: range, chance: Random) -> Iterator[Slot]:
    """A year that lies between two others, for a few of the organs."""
    between = years[1:-1]
    if between:
        for organ in chance.sample(organs, len(organs) // _ORGANS_PER_GAP):
            yield organ, chance.choice(between)


def _faults(plan: _Plan, seed: int, chance: Random, reports_per_fault: int) -> dict[Slot, Fault]:
    """One fault for every few reports, each in the first report of a random order that it can be planted in.

    Reports beside a gap stay sound, and where faults are denser than usual those beside a faulty report, so that each
    planted fault can be seen by itself.
    """
    apart = {(organ, year + step) for organ, year in plan.missing for step in (-1, 0, 1)}
    open_slots = [slot for slot in plan.filings if slot not in apart]
    chance.shuffle(open_slots)
    chosen: dict[Slot, Fault] = {}
    plan = replace(plan, faults=chosen)
    for fault, _ in zip(cycle(FAULTS), range(len(plan.filings) // reports_per_fault), strict=False):
        slot = next((slot for slot in open_slots if _can_take(slot, fault, plan, seed)), None)
        if slot is not None:
            chosen[slot] = fault
            is_alone = fault.alone or reports_per_fault < REPORTS_PER_FAULT
            taken = {slot, *(_around(slot, fault, plan) if is_alone else ())}
            open_slots = [each for each in open_slots if each not in taken]
    return chosen


def _can_take(slot: Slot, fault: Fault, plan: _Plan, seed: int) -> bool:
    """Whether the fault can be planted there beside the plan's: two jumps of one organ would hide each other."""
    if any(owner == slot[0] and each == fault for (owner, _), each in plan.faults.items()):
        return False
    if fault.alone and not _around(slot, fault, plan).isdisjoint(plan.faults):
        return False
    return fault.plant(plan.filings[slot], _against(slot, fault, plan), seed) is not None


def _around(slot: Slot, fault: Fault, plan: _Plan) -> set[Slot]:
    """The years beside a report, and the report that its words are borrowed from."""
    organ, year = slot
    return {(organ, year - 1), (organ, year + 1), *([_model(slot, plan)] if fault.borrowed else [])}


def _against(slot: Slot, fault: Fault, plan: _Plan) -> Filing | None:
    """What the fault is seen against, where it was filed: the organ's last report, or another organ's."""
    organ, year = slot
    other = _model(slot, plan) if fault.borrowed else (organ, year - 1)
    return None if other in plan.missing else plan.filings.get(other)


def _model(slot: Slot, plan: _Plan) -> Slot:
    """Last year's report of an organ of the same trade; of the organ itself where there is no other."""
    organ, year = slot
    others = [other for other in plan.trades[organ.trade] if other != organ]
    return chance_of(organ.name, year, "model").choice(others or [organ]), year - 1


def _unequal(plan: _Plan, seed: int) -> Iterator[tuple[Slot, list[str]]]:
    """The cells of governments' reports that do not go with what their organs have filed, faults and all."""
    for slot in (slot for slot in plan.filings if slot[0] in plan.governments):
        organs = plan.governments[slot[0]]
        filed = [part for organ in organs if (part := (organ, slot[1])) not in plan.missing]
        cells = list(unequal(_stated(slot, plan, seed), [_stated(part, plan, seed) for part in filed], len(organs)))
        if cells:
            yield slot, cells


def _stated(slot: Slot, plan: _Plan, seed: int) -> Stated:
    return _written(slot, plan, seed).cells if slot in plan.faults else plan.filings[slot].figures


def _compared(plan: _Plan) -> Iterator[Slot]:
    yield from ((organ, year - 1) for organ, year in plan.faults)
    for government, year in plan.unequal:
        yield from ((organ, year) for organ in (government, *plan.governments[government]))


# ---- Documents ------------------------------------------------------------------------------------------------------


def _document(slot: Slot, plan: _Plan, seed: int) -> Document:
    report = _written(slot, plan, seed)
    organ, year = slot
    fault = plan.faults.get(slot)
    if (organ, year - 1) in plan.missing:
        report = report.with_planted("year-missing")
    if slot in plan.unequal:
        report = report.with_planted("rollup-sum", plan.unequal[slot])
    names, chance = fault.layouts if fault else tuple(LAYOUTS), chance_of(seed, organ.name, year, "layout")
    layout = _layout(report, names, chance, is_compared=slot in plan.compared)
    name = f"{organ.number:04d}_{year}_{layout.name}.{layout.suffix}"
    content = layout.set(report)
    return Document(name, content, key(report, layout, name, content))


def _written(slot: Slot, plan: _Plan, seed: int) -> Draft:
    fault, filing = plan.faults.get(slot), plan.filings[slot]
    report = fault.plant(filing, _against(slot, fault, plan), seed) if fault else None
    return report or draft(filing, seed)


def _layout(report: Draft, names: Collection[str], chance: Random, *, is_compared: bool) -> Layout:
    fitting = [LAYOUTS[name] for name in names if LAYOUTS[name].fits(report)]
    layout = chance.choices(fitting, [layout.share for layout in fitting])[0]
    if is_compared and not layout.apart:
        return _layout(report, [name for name in names if LAYOUTS[name].apart], chance, is_compared=False)
    return layout


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
