"""Problems and findings in words: what they are called, what they say, which cells they mark."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from data.issues import Issue, restored
from pages.shell.form_table import Mark
from pages.shell.style import SIGNS, hue
from pages.shell.words import Words, plain
from parsing import catalogue
from parsing.catalogue import KINDS, Severity
from parsing.model import Finding, Problem

Record = Problem | Finding


def record(row: Mapping[str, object]) -> Record:
    """The problem or finding in a row of the working lists."""
    return restored(cast(Issue, row))


def title(code: str, word: Words) -> str:
    """What a kind of problem or finding is called."""
    return KINDS[code].wording(word.language).title


def signed_title(code: str, word: Words) -> str:
    """The same after the sign of its severity."""
    return f"{SIGNS[KINDS[code].severity]} {title(code, word)}"


def sentence(entry: Record, word: Words) -> str:
    """What is wrong, where, with the numbers on both sides."""
    return catalogue.message(entry, word.language)


def advice(code: str, word: Words) -> str:
    """What to do about it."""
    return KINDS[code].wording(word.language).advice


def sides(code: str, word: Words) -> tuple[str, str] | None:
    """What the two figures are that it holds against each other; None where it holds none."""
    return KINDS[code].wording(word.language).sides


def where(entry: Record, word: Words) -> str:
    """The row, the column or the first cell that it is about; empty where it is about none."""
    table, language = entry.table, word.language
    if table is None:
        return ""
    labels = (("row", catalogue.row_label), ("rows", catalogue.row_label), ("column", catalogue.column_label))
    told = [(label, str(entry.values.get(key, ""))) for key, label in labels]
    named = [label(table, value, language) for label, value in told if value and "," not in value]
    if named:
        return " · ".join(named)
    return catalogue.cell_label(entry.cells[0], language) if entry.cells else ""


def badge(condition: str, word: Words) -> str:
    """A severity with its sign and its word, for tables and lists."""
    return f"{SIGNS[condition]} {word(f'severity.{condition}')}"


def coloured_badge(condition: str, word: Words) -> str:
    """The same in Markdown, in the severity's colour."""
    return f":{hue(condition)}[**{plain(badge(condition, word))}**]"


def marks(entries: Iterable[Record], word: Words) -> dict[str, Mark]:
    """What is wrong with each cell, notes left out: of several severities the gravest, and all the sentences."""
    order = list(Severity)
    found: dict[str, Mark] = {}
    for entry in sorted(entries, key=lambda entry: order.index(catalogue.severity(entry))):
        if catalogue.severity(entry) is Severity.NOTE:
            continue
        for cell, mark in marks_of(entry, word).items():
            found[cell] = _joined(found[cell], mark) if cell in found else mark
    return found


def _joined(graver: Mark, other: Mark) -> Mark:
    said = f"{graver.sentence}\n{other.sentence}"
    return Mark(graver.condition, said, is_faint=graver.is_faint and other.is_faint)


def marks_of(entry: Record, word: Words) -> dict[str, Mark]:
    """The cells of one problem or finding. Of an equation the stated total and the likely cause stand out."""
    severity, said = catalogue.severity(entry), sentence(entry, word)
    strong = _telling(entry) or set(entry.cells)
    return {cell: Mark(severity, said, is_faint=cell not in strong) for cell in entry.cells}


def _telling(entry: Record) -> set[str]:
    """The cell that is a whole side of an equation, and those whose change would mend it."""
    sides = [_cells_in(entry, side, "+") for side in ("left_terms", "right_terms")]
    return {side[0] for side in sides if len(side) == 1} | set(_cells_in(entry, "cause", ","))


def _cells_in(entry: Record, value: str, between: str) -> list[str]:
    """The cells that one of the values names, each as ``cell=figure``."""
    terms = str(entry.values.get(value, "")).split(between)
    return [term.partition("=")[0] for term in terms if term]
