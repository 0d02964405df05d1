"""What the rules judge by: the report, its prose, and what the prose claims. Read once for all rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from parsing import form
from parsing.model import Figure, Report, State
from parsing.narrative.claims import Claim, read_claims
from parsing.narrative.passages import Passage, passages
from parsing.narrative.sentences import Sentence, read_sentences
from parsing.narrative.signature import Signature, find_signature


@dataclass(frozen=True, slots=True)
class Evidence:
    """One report as the rules see it. ``printed`` are the counts that are printed, by their cells."""

    report: Report
    printed: Mapping[str, int]
    prose: tuple[Passage, ...]
    sentences: tuple[tuple[Sentence, ...], ...]
    claims: tuple[Claim, ...]
    signature: Signature | None

    def figure(self, cell: str) -> int | Decimal | None:
        """The figure of a cell; a total that was not read is the sum of its parts, where all of them were."""
        figure = self.report.figures.get(cell)
        if figure is None:
            return None
        if figure.value is not None:
            return figure.value
        parts = _parts(cell)
        return self.sum(parts) if parts else None

    def sum(self, cells: Iterable[str]) -> int | Decimal | None:
        """The sum of figures; None where one of them is not known."""
        total: int | Decimal = 0
        for cell in cells:
            figure = self.figure(cell)
            if figure is None:
                return None
            total += figure
        return total

    def at_least(self, cells: Iterable[str]) -> int | Decimal:
        """What the figures that are known already make; a count that is not known is not less than nothing."""
        known: int | Decimal = 0
        for cell in cells:
            figure = self.figure(cell)
            known += figure if figure is not None else self.at_least(_parts(cell))
        return known

    def unread(self, cells: Iterable[str]) -> tuple[str, ...]:
        """The cells whose figures are not known."""
        return tuple(cell for cell in cells if self.figure(cell) is None)


@lru_cache(maxsize=1024)
def _parts(cell: str) -> tuple[str, ...]:
    """The cells that a total of tables 三 and 四 is the sum of; none for any other cell."""
    table, row, column = form.describe(cell)
    if column.id != "total" or table not in {"applications", "remedies"}:
        return ()
    return tuple(form.cell_id(table, row.id, each.id) for each in row.columns if each.id != "total")


def gather(report: Report) -> Evidence:
    """Everything that the rules need, from one report."""
    prose = passages(report.narrative)
    sentences = read_sentences(prose)
    claims = read_claims(report, sentences)
    return Evidence(report, _printed(report.figures), prose, sentences, claims, find_signature(report.narrative))


def _printed(figures: Mapping[str, Figure]) -> dict[str, int]:
    return {
        cell: figure.value
        for cell, figure in figures.items()
        if figure.state is State.PRINTED and isinstance(figure.value, int)
    }


def printed_count(figure: Figure) -> int:
    """The count that a cell of the form's equations holds.

    Raises:
        TypeError: the cell holds no count, so it is in no equation.
    """
    if not isinstance(figure.value, int):
        raise TypeError(figure)
    return figure.value
