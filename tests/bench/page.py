"""The measured part of ``docs/scale.md``, of which each piece can be measured anew by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

BEGIN: Final = "<!-- measured: begin -->\n"
END: Final = "<!-- measured: end -->"
_HEADING: Final = re.compile(r"^### ([\d,]+) reports$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Measured:
    """What stands on the page: the machine and the ingest, and a section for each number of reports."""

    ingest: str
    sizes: dict[int, str]

    def with_ingest(self, text: str) -> Measured:
        """The same with another first part."""
        return replace(self, ingest=text.strip())

    def with_size(self, count: int, text: str) -> Measured:
        """The same with another section for this number of reports."""
        return replace(self, sizes=self.sizes | {count: text.strip()})

    def __str__(self) -> str:
        return "\n\n".join((self.ingest, *(self.sizes[count] for count in sorted(self.sizes))))


def parsed(text: str) -> Measured:
    """What was measured before."""
    ingest, *rest = _HEADING.split(text)
    counts = (int(digits.replace(",", "")) for digits in rest[::2])
    sections = {count: f"{heading(count)}{section}".strip() for count, section in zip(counts, rest[1::2], strict=True)}
    return Measured(ingest.strip(), sections)


def heading(count: int) -> str:
    """What stands above the section for a number of reports."""
    return f"### {count:,} reports"


def write(path: Path, text: str, count: int | None = None) -> None:
    """Put one piece on the page: the section for a number of reports, or else the ingest. The others stay."""
    before, _, rest = path.read_text(encoding="utf-8").partition(BEGIN)
    inner, _, after = rest.partition(END)
    measured = parsed(inner)
    told = measured.with_ingest(text) if count is None else measured.with_size(count, text)
    path.write_text(f"{before}{BEGIN}\n{told}\n\n{END}{after}", encoding="utf-8", newline="\n")
