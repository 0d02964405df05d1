"""The records that pass from stage to stage: document, then report. Plain, frozen, without behaviour of a stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple

EMPTY: Final[Mapping[str, str | int]] = MappingProxyType({})
EMPTY_HEAD: Final[Mapping[str, str]] = MappingProxyType({})


class Format(StrEnum):
    """The formats that a report is published in."""

    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    DOC = "doc"  # Word and WPS before DOCX, and RTF
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Source:
    """A document's bytes and what it is called (a path, or a path inside an archive)."""

    name: str
    content: bytes


class UnreadableError(Exception):
    """Nothing can be taken from a file. Carries the problem that tells why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


# ---- Document: what is printed, without knowledge of the form -------------------------------------------------------

UNCERTAIN: Final = "\ufffd"
"""Stands in a document for what is printed there and cannot be told: no figure that holds it is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something is printed. All counts start at 1; a box is in PDF points from the page's top left corner."""

    page: int | None = None
    line: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    bbox: tuple[float, float, float, float] | None = None


class Cell(NamedTuple):
    """One printed table cell, without white space around its text. ``left`` is the grid column (from 0) it starts at.

    A tuple, because a document has many hundreds.
    """

    text: str
    place: Place
    left: int = 0
    width: int = 1
    height: int = 1


class Paragraph(NamedTuple):
    """One line or paragraph outside any table."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """One printed table: its rows of cells as written, spans not repeated.

    ``aligned`` tells whether ``Cell.left`` is a true column of a grid (HTML, DOCX, PDF). In pipe or tab rows of a
    flattened text it is only a running number. ``dense`` tells that blank cells are not printed at all.
    """

    rows: tuple[tuple[Cell, ...], ...]
    aligned: bool
    dense: bool = False


Block = Paragraph | Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The content of a file in reading order, and what its head says about it.

    ``head`` holds what stands outside the body, by the name it has there: ``title`` (the page's title) and HTML
    ``meta`` entries such as ``PubDate``, ``SiteName``, ``SiteIDCode``.
    """

    format: Format
    blocks: tuple[Block, ...]
    head: Mapping[str, str] = field(default_factory=lambda: EMPTY_HEAD)
    problems: tuple[Problem, ...] = ()


# ---- Report: what it means on the form ------------------------------------------------------------------------------


class State(StrEnum):
    """What a cell's figure rests on. Only PRINTED and DERIVED cells have a value."""

    PRINTED = "printed"
    DERIVED = "derived"  # glued or torn from its row, and told by the form's arithmetic, which leaves a single way
    BLANK = "blank"  # the cell is printed and empty
    DASH = "dash"  # - — / _ 无: a mark that may mean zero or nothing
    UNREADABLE = "unreadable"  # something is printed that is no certain figure
    MISSING = "missing"  # the document does not show the cell


class Figure(NamedTuple):
    """One cell of the form as one report fills it. ``value`` is in the unit of the form's column."""

    value: int | Decimal | None
    state: State
    printed: str = ""
    place: Place | None = None


MISSING: Final = Figure(value=None, state=State.MISSING)
UNREADABLE: Final = Figure(value=None, state=State.UNREADABLE)
"""A figure of a row that is printed and cannot be read, without the place of its cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something malformed or unread. ``values`` fill the wording of the kind that ``code`` names."""

    code: str
    table: str | None = None
    cells: tuple[str, ...] = ()
    place: Place | None = None
    excerpt: str = ""
    values: Mapping[str, str | int] = field(default_factory=lambda: EMPTY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A contradiction between figures that were read. Both sides are exact; ``cells`` names every figure used."""

    code: str
    table: str | None = None
    cells: tuple[str, ...] = ()
    left: int | Decimal | None = None
    right: int | Decimal | None = None
    place: Place | None = None
    excerpt: str = ""
    values: Mapping[str, str | int] = field(default_factory=lambda: EMPTY)


class Outcome(StrEnum):
    """The three things that a rule can say. A clean report differs from an unread one."""

    HOLDS = "holds"
    BROKEN = "broken"
    NOT_ASSESSABLE = "not-assessable"


class Agreement(StrEnum):
    """What comes of holding words against a table."""

    AGREES = "agrees"
    DIFFERS = "differs"
    NOT_COMPARABLE = "not-comparable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A figure that the text claims, held against the tables.

    ``cells`` are those whose sum the claim agrees with, else those that it plainly means; none where no table counts
    the same. ``claimed``, ``least``, ``most`` (what the words allow) and ``filed`` are in the unit of these cells.
    ``reason`` is the code of what kept the two from being compared, ``unread`` the cells that were lacking.
    """

    subject: str
    quoted: str
    printed: str
    place: Place
    claimed: int | Decimal
    least: int | Decimal
    most: int | Decimal | None
    cells: tuple[str, ...]
    filed: int | Decimal | None
    agreement: Agreement
    reason: str = ""
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """What one rule says of one report.

    ``reason`` is the code of what kept the rule from being judged, ``cells`` what it lacked; ``comparisons`` are what
    a rule about the text has looked at.
    """

    rule: str
    outcome: Outcome
    reason: str = ""
    cells: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    comparisons: tuple[Comparison, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """Who reports. ``evidence`` tells what the name was taken from: title, opening, signature, head, source or text."""

    name: str
    evidence: str
    level: str | None = None
    kind: str | None = None
    division_code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One annual report, read. ``figures`` holds every cell of its tables in the form's order.

    ``assessments`` has what every rule says of it, ``findings`` those of them that are broken.
    """

    source: str
    sha256: str
    format: Format | None
    agency: Agency | None
    fiscal_year: int | None
    published: date | None
    table_editions: Mapping[str, str]
    figures: Mapping[str, Figure]
    problems: tuple[Problem, ...]
    findings: tuple[Finding, ...]
    narrative: tuple[Paragraph, ...] = ()
    assessments: tuple[Assessment, ...] = ()

    @property
    def edition(self) -> str | None:
        """The edition of table 二, else of table 三, else of the statistics form before them."""
        tables = ("proactive", "applications", "statistics_2014")
        return next((self.table_editions[table] for table in tables if table in self.table_editions), None)
