"""Reads keyed documents, counts what became of their figures, and says so in Markdown or JSON."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from parsing import read_report
from parsing.model import Source
from tests.accuracy import tables
from tests.accuracy.floor import read_floor
from tests.accuracy.judging import Tally, Verdict, facts_of, figures_of, judge, judge_facts, told_cells, unexplained
from tests.accuracy.keyed import Keyed


@dataclass(slots=True)
class Measured:
    """Everything that was counted. The lists hold one line for each cell."""

    layouts: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    floor: Tally = field(default_factory=Tally)
    facts: defaultdict[str, Counter[Verdict]] = field(default_factory=lambda: defaultdict(Counter))
    wrong_facts: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    unexplained: list[str] = field(default_factory=list)


def measure(documents: Iterable[Keyed]) -> Measured:
    """Read the documents and count what became of their figures."""
    measured = Measured()
    for document in documents:
        _measure(document, measured)
    return measured


def _measure(document: Keyed, measured: Measured) -> None:
    report = read_report(Source(document.name, document.content))
    judged = judge(document.key, figures_of(report), told_cells(report))
    measured.layouts[document.key.layout].add(judged)
    measured.floor.add(judge(document.key, read_floor(document.name, document.content), frozenset()))
    facts = facts_of(report)
    for fact, verdict in judge_facts(document.key, facts):
        measured.facts[fact][verdict] += 1
        if verdict is Verdict.SILENT:
            measured.wrong_facts.append(f"{document.name}: {fact} {document.key.facts[fact]} read as {facts[fact]}")
    measured.silent += [
        f"{document.name}: {entry.cell} {entry.wanted} read as {entry.found}"
        for entry in judged
        if entry.verdict is Verdict.SILENT
    ]
    measured.unexplained += [f"{document.name}: {cell}" for cell in unexplained(report)]


def as_markdown(measured: Measured, most: int | None = None) -> str:
    """The tables, then every cell that is silently wrong, or at most so many of them."""
    ours = tables.total(measured.layouts.values())
    parts = [
        tables.layouts(measured.layouts),
        tables.facts(measured.facts) if measured.facts else "",
        tables.against_floor(ours, measured.floor),
        _listed("Silently wrong", measured.silent, most),
        _listed("No figure and no reason", measured.unexplained, most),
        _listed("Wrong organ, year, edition, division or date", measured.wrong_facts, most),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def _listed(title: str, lines: Sequence[str], most: int | None) -> str:
    if not lines:
        return ""
    rest = len(lines[most:]) if most is not None else 0
    more = (f"- and {rest:,} more",) if rest else ()
    return "\n".join((f"{title}:", "", *(f"- {line}" for line in lines[:most]), *more))


def as_json(measured: Measured) -> str:
    """The same as one JSON object."""
    counted = {
        "layouts": {name: _tally(tally) for name, tally in sorted(measured.layouts.items())},
        "all": _tally(tables.total(measured.layouts.values())),
        "floor": _tally(measured.floor),
        "facts": measured.facts,
        "silent": measured.silent,
        "unexplained": measured.unexplained,
        "wrong_facts": measured.wrong_facts,
    }
    return json.dumps(counted, ensure_ascii=False, indent=2) + "\n"


def _tally(tally: Tally) -> dict[str, int | dict[Verdict, int]]:
    return {"reports": tally.documents, "cells": dict(tally.cells), "not_0": dict(tally.nonzero)}
