"""Every kind of problem and finding, declared once: code, severity, and what is said of it in Chinese and English.

A *problem* says that a table or document is malformed or could not be read. A *finding* says that figures which were
read contradict the form, the text, another year or another report. Wordings are templates: ``{table}``, ``{row}``,
``{column}`` and ``{cells}`` are filled with the form's own labels, everything else with the values of the instance.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from parsing.catalogue.findings import FINDINGS
from parsing.catalogue.kinds import WORST_FIRST, Group, Kind, Language, Severity, Wording
from parsing.catalogue.problems import PROBLEMS
from parsing.catalogue.wording import cell_label, column_label, row_label, table_label, word
from parsing.model import Finding, Problem

__all__ = [
    "FINDINGS",
    "KINDS",
    "PROBLEMS",
    "WORST_FIRST",
    "Group",
    "Kind",
    "Language",
    "Severity",
    "Wording",
    "cell_label",
    "column_label",
    "message",
    "row_label",
    "severity",
    "table_label",
    "word",
]

KINDS: Final[Mapping[str, Kind]] = MappingProxyType({kind.code: kind for kind in (*PROBLEMS, *FINDINGS)})


def severity(instance: Problem | Finding) -> Severity:
    """How much a supervisor has to care."""
    return KINDS[instance.code].severity


def message(instance: Problem | Finding, language: Language) -> str:
    """The sentence that says what is wrong, where, with the numbers on both sides."""
    return word(KINDS[instance.code], instance.table, instance.cells, dict(instance.values), language)
