"""What reading made of each figure: right, left out, or wrong, and whether a wrong one was told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from parsing.catalogue import Severity, severity
from parsing.model import Report
from tests.accuracy.keyed import FACTS, Key

Cells = Mapping[str, int | Decimal | None]


class Verdict(StrEnum):
    """What became of one figure of the key."""

    RIGHT = "right"
    ABSTAINED = "abstained"  # no figure, where the key has one
    NAMED = "named"  # another figure, and a problem above a note names the cell
    SILENT = "silent"  # another figure, and nothing says so


@dataclass(frozen=True, slots=True)
class Judged:
    """One cell: the key's figure, the one that was read, and the verdict."""

    cell: str
    wanted: Decimal | None
    found: int | Decimal | None
    verdict: Verdict


@dataclass(slots=True)
class Tally:
    """Counts over documents. ``nonzero`` counts only cells for which the key has another figure than 0."""

    documents: int = 0
    cells: Counter[Verdict] = field(default_factory=Counter)
    nonzero: Counter[Verdict] = field(default_factory=Counter)

    def add(self, judged: Iterable[Judged]) -> None:
        """Count one document."""
        self.documents += 1
        for entry in judged:
            self.cells[entry.verdict] += 1
            if entry.wanted:
                self.nonzero[entry.verdict] += 1


def judge(key: Key, found: Cells, told: frozenset[str]) -> tuple[Judged, ...]:
    """Every cell of the key; if the key is whole, every other cell with a figure too. ``told`` are the named cells."""
    cells = key.cells if key.partial else {**dict.fromkeys(found), **key.cells}
    return tuple(_judge(cell, wanted, found.get(cell), told) for cell, wanted in cells.items())


def _judge(cell: str, wanted: Decimal | None, found: int | Decimal | None, told: frozenset[str]) -> Judged:
    if found == wanted:
        return Judged(cell, wanted, found, Verdict.RIGHT)
    if found is None:
        return Judged(cell, wanted, found, Verdict.ABSTAINED)
    return Judged(cell, wanted, found, Verdict.NAMED if cell in told else Verdict.SILENT)


def figures_of(report: Report) -> Cells:
    """The figures that were read, by cell."""
    return {cell: figure.value for cell, figure in report.figures.items()}


def told_cells(report: Report) -> frozenset[str]:
    """The cells that a problem above a note names."""
    problems = (problem for problem in report.problems if severity(problem) is not Severity.NOTE)
    return frozenset(cell for problem in problems for cell in problem.cells)


def unexplained(report: Report) -> tuple[str, ...]:
    """The cells without a figure that no problem names at all."""
    named = {cell for problem in report.problems for cell in problem.cells}
    return tuple(cell for cell, figure in report.figures.items() if figure.value is None and cell not in named)


def facts_of(report: Report) -> dict[str, str | int | None]:
    """Organ, year, edition, division and date as they were read."""
    return {
        "agency": report.agency.name if report.agency else None,
        "fiscal_year": report.fiscal_year,
        "edition": report.edition,
        "division_code": report.agency.division_code if report.agency else None,
        "published": report.published.isoformat() if report.published else None,
    }


def judge_facts(key: Key, found: Mapping[str, str | int | None]) -> Iterator[tuple[str, Verdict]]:
    """Organ, year, edition, division and date, where the key has them. A wrong one counts as silent."""
    for fact in FACTS:
        if fact in key.facts:
            yield fact, _fact(key.facts[fact], found[fact])


def _fact(wanted: object, found: object) -> Verdict:
    if wanted == found:
        return Verdict.RIGHT
    return Verdict.ABSTAINED if found is None else Verdict.SILENT
