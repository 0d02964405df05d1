"""What is kept of one document beside its row: everything that a report's own page shows."""

from __future__ import annotations

from collections.abc import Mapping

from data.blobs import pack
from data.rows import Row, row
from parsing import as_json, read_report
from parsing.model import Report, Source
from parsing.output import place_json


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
