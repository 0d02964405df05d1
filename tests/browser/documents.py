"""Documents that the journeys work on: made-up reports, whole or with something wrong, in several formats."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Final
from zipfile import ZipFile

from reportlab.pdfgen.canvas import Canvas

from data.synthetic.draft import Draft
from data.synthetic.faults.figures import carry_over_broken
from data.synthetic.layouts import LAYOUTS
from data.synthetic.narrative import draft
from data.synthetic.organs import Organ, roster
from data.synthetic.world import history
from parsing.model import Source

SEED: Final = 20
PENALTIES: Final = "proactive.penalties.decisions"
_MIXED: Final = ("web-clean", "docx-merged", "rows", "pdf", "markdown", "web-word", "tabs")


@dataclass(frozen=True, slots=True)
class Batch:
    """A ZIP of twenty files, of which three cannot be read; and what the others say, by organ."""

    content: bytes
    bad: tuple[str, ...]
    penalties: dict[str, int]


def broken_in_2022(organs: int) -> Iterator[Source]:
    """Of each organ the reports of 2021 and 2022 as PDF; what 2022 carried in is not what 2021 carried out."""
    for organ in roster(organs):
        earlier, later = history(organ, 2022, SEED)[-2:]
        broken = carry_over_broken(later, earlier, SEED)
        if broken is None:
            raise RuntimeError(organ.name)
        for report in (draft(earlier, SEED), broken):
            yield Source(_name(report, "pdf"), LAYOUTS["pdf"].set(report))


def batch(first: int) -> Batch:
    """Seventeen reports of 2023 of the organs from this one on, and three files that are none."""
    target = BytesIO()
    penalties = {}
    with ZipFile(target, "w") as archive:
        for place, organ in enumerate(roster(first + 17)[first:]):
            layout = _MIXED[place % len(_MIXED)]
            report = _of_2023(organ)
            archive.writestr(_name(report, LAYOUTS[layout].suffix), LAYOUTS[layout].set(report))
            penalties[organ.name] = int(report.cells[PENALTIES] or 0)
        bad = _bad(first)
        for name, content in bad.items():
            archive.writestr(name, content)
    return Batch(target.getvalue(), tuple(bad), penalties)


def _bad(size: int) -> dict[str, bytes]:
    """Three files that hold no report; other bytes for each size, since the same are not taken in twice."""
    return {
        f"扫描件{size}.pdf": _scan(size),
        f"损坏{size}.docx": b"PK\x03\x04" * size,
        f"空{size}.txt": b" " * size,
    }


def _of_2023(organ: Organ) -> Draft:
    return draft(history(organ, 2023, SEED)[-1], SEED)


def _name(report: Draft, suffix: str) -> str:
    return f"{report.organ.name}{report.fiscal_year}.{suffix}"


def _scan(pages: int) -> bytes:
    """A PDF of pages with a drawing and not one letter, as a scanner makes it."""
    target = BytesIO()
    canvas = Canvas(target)
    for _ in range(pages):
        canvas.rect(50, 50, 400, 600, fill=1)
        canvas.showPage()
    canvas.save()
    return target.getvalue()
