"""Reports as the parser gives them, made by hand, and what a dataset keeps of them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from data.blobs import pack
from data.dataset import Dataset, Record
from data.rows import row
from parsing.model import Agency, Figure, Finding, Format, Paragraph, Place, Problem, Report, State

RECEIVED = "applications.new_received.total"
FEES = "proactive.fees.amount_10k_yuan"


def a_report(
    content: str = "first",
    *,
    name: str | None = "渝中区应急管理局",
    year: int | None = 2024,
    received: int | None = 7,
    division_code: str = "500103",
    figures: Mapping[str, Figure] | None = None,
    issues: tuple[Problem | Finding, ...] = (),
    text: str = "本年度收到申请。",
) -> Report:
    """A report, of one figure if no others are given; ``content`` stands for the document's bytes."""
    agency = Agency(name=name or "", evidence="title", level="county", kind="finance", division_code=division_code)
    return Report(
        source=f"{content}.html",
        sha256=hashlib.sha256(content.encode()).hexdigest(),
        format=Format.HTML,
        agency=agency if name else None,
        fiscal_year=year,
        published=date(2025, 1, 22),
        table_editions={"proactive": "2021", "applications": "2021"},
        figures=figures
        or {RECEIVED: Figure(value=received, state=State.PRINTED, printed=str(received), place=Place(row=1))},
        problems=tuple(issue for issue in issues if isinstance(issue, Problem)),
        findings=tuple(issue for issue in issues if isinstance(issue, Finding)),
        narrative=(Paragraph(text, Place(line=1)),),
    )


def a_record(report: Report) -> Record:
    """What the dataset keeps of a report whose document holds its name."""
    content = Path(report.source).stem.encode()
    return Record(row(report), pack({"source": report.source}), content)


def folder(dataset: Dataset) -> Path:
    """Where a dataset lies that is no object store's."""
    assert isinstance(dataset.location, Path)
    return dataset.location
