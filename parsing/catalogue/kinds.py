"""What a kind of problem or finding is: its code, its severity, and what is said of it in Chinese and English."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

Language = Literal["zh", "en"]


class Severity(StrEnum):
    """How much a supervisor has to care, worst first."""

    UNREADABLE = "unreadable"  # nothing could be taken
    MALFORMED = "malformed"  # the shape is not the form's
    INCONSISTENT = "inconsistent"  # read, and contradicts itself or another report
    NOTABLE = "notable"  # allowed, worth a look
    NOTE = "note"  # what was assumed or repaired while reading


WORST_FIRST: Final = tuple(Severity)


class Group(StrEnum):
    """Where a kind belongs in the lists."""

    FILE = "file"
    REPORT = "report"
    TABLE = "table"
    CELLS = "cells"
    ARITHMETIC = "arithmetic"
    EDITION = "edition"
    NARRATIVE = "narrative"
    YEARS = "years"
    DATES = "dates"
    TEXT = "text"
    ROLLUP = "rollup"


@dataclass(frozen=True, slots=True)
class Wording:
    """What is said in one language: the kind's name, the sentence of an instance, and what to do.

    A kind of finding also says what its rule rests on, by how much figures may differ, and gives an example; one that
    holds two figures against each other says what each of them is.
    """

    title: str
    message: str
    advice: str
    basis: str = ""
    tolerance: str = ""
    example: str = ""
    sides: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of problem or finding."""

    code: str
    severity: Severity
    group: Group
    zh: Wording
    en: Wording

    def wording(self, language: Language) -> Wording:
        """What is said of it in one language."""
        return self.zh if language == "zh" else self.en
