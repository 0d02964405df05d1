"""What is kept of one document beside its row: everything that a report's own page shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypedDict, cast

from data.blobs import pack
from data.issues import restored_place
from data.rows import Row, row
from parsing import as_json, read_report
from parsing.model import Agreement, Comparison, Report, Source
from parsing.output import place_json


class _Claim(TypedDict):
    """One entry of ``claims`` of the object that ``gongkai parse --json`` prints."""

    subject: str
    quoted: str
    sentence: str
    place: Mapping[str, object]
    claimed: int | str
    least: int | str
    most: int | str | None
    cells: list[str]
    filed: int | str | None
    agreement: str
    reason: str | None
    unread: list[str]


def read(source: Source) -> tuple[Row, bytes]:
    """Read a document: its row, and its reading as packed JSON. This is what worker processes run."""
    report = read_report(source)
    return row(report), pack(reading(report))


def reading(report: Report) -> Mapping[str, object]:
    """The reading of a document, as :meth:`data.dataset.Dataset.reading` gives it back.

    ``report`` is the object that ``gongkai parse --json`` prints; ``narrative`` holds the paragraphs outside the
    tables, each with its ``text`` and ``place``.
    """
    narrative = [{"text": paragraph.text, "place": place_json(paragraph.place)} for paragraph in report.narrative]
    return {"report": as_json(report), "narrative": narrative}


def comparisons(kept: Mapping[str, object]) -> tuple[Comparison, ...] | None:
    """The figures that the text claims, held against the tables; None where an older version read the document."""
    report = cast("Mapping[str, Sequence[_Claim]]", kept["report"])
    return tuple(map(_comparison, report["claims"])) if "claims" in report else None


def _comparison(claim: _Claim) -> Comparison:
    return Comparison(
        subject=claim["subject"],
        quoted=claim["quoted"],
        printed=claim["sentence"],
        place=restored_place(claim["place"]),
        claimed=_figure(claim["claimed"]),
        least=_figure(claim["least"]),
        most=None if claim["most"] is None else _figure(claim["most"]),
        cells=tuple(claim["cells"]),
        filed=None if claim["filed"] is None else _figure(claim["filed"]),
        agreement=Agreement(claim["agreement"]),
        reason=claim["reason"] or "",
        unread=tuple(claim["unread"]),
    )


def _figure(kept_as: int | str) -> int | Decimal:
    return Decimal(kept_as) if isinstance(kept_as, str) else kept_as
