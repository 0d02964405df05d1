"""The counts as tables in Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from tests.accuracy.judging import Tally, Verdict

_COUNTED: Final = (Verdict.RIGHT, Verdict.ABSTAINED, Verdict.NAMED, Verdict.SILENT)
_HEADS: Final = ("right", "left out", "wrong, named", "silently wrong")


def layouts(tallies: Mapping[str, Tally]) -> str:
    """One line a layout and the sum of them all: all cells, then those that are not 0."""
    heads = ("layout", "reports", "cells", *_HEADS, "not 0", *_HEADS)
    lines = [_line(name, tally) for name, tally in sorted(tallies.items())]
    return _table(heads, [*lines, _line("**all**", total(tallies.values()))])


def total(tallies: Iterable[Tally]) -> Tally:
    """All layouts together."""
    found = Tally()
    for tally in tallies:
        found.documents += tally.documents
        found.cells += tally.cells
        found.nonzero += tally.nonzero
    return found


def facts(counted: Mapping[str, Counter[Verdict]]) -> str:
    """One line for organ, year, edition, division and date."""
    verdicts = (Verdict.RIGHT, Verdict.ABSTAINED, Verdict.SILENT)
    lines: list[tuple[str | int, ...]] = [
        (fact, counts.total(), *(counts[verdict] for verdict in verdicts)) for fact, counts in counted.items()
    ]
    return _table(("", "reports", "right", "left out", "wrong"), lines)


def against_floor(ours: Tally, floor: Tally) -> str:
    """The parser beside the floor, over the same cells."""
    heads = ("", "cells", *_HEADS, "not 0", *_HEADS)
    return _table(heads, [("gongkai", *_line("", ours)[2:]), ("floor", *_line("", floor)[2:])])


def _line(name: str, tally: Tally) -> tuple[str | int, ...]:
    return (name, tally.documents, *_counts(tally.cells), *_counts(tally.nonzero))


def _counts(counted: Counter[Verdict]) -> tuple[int, ...]:
    return (counted.total(), *(counted[verdict] for verdict in _COUNTED))


def _table(heads: Iterable[str], lines: Iterable[Iterable[str | int]]) -> str:
    heads = tuple(heads)
    rule = ("---", *("---:" for _ in heads[1:]))
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in (heads, rule, *lines))


def _cell(cell: str | int) -> str:
    return cell if isinstance(cell, str) else f"{cell:,}"
