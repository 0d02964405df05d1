"""How many planted faults the checks find in a synthetic corpus, and how often they raise a false alarm, rule by rule.

Run as ``python -m tests.checks.recall FOLDER`` on a folder that ``gongkai demo`` wrote.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from parsing import read_report
from parsing.catalogue import KINDS, Severity
from parsing.catalogue.findings import FINDINGS_IN_REPORT
from parsing.model import Source

CODES: Final = tuple(kind.code for kind in FINDINGS_IN_REPORT)
QUIET: Final = frozenset(code for code in CODES if KINDS[code].severity is Severity.NOTE)
# What some faults break besides what they are planted for.
IMPLIED: Final = {
    "applications-outcomes": {"applications-row-total", "narrative-figure", "narrative-list-sum"},
    "applications-row-total": {"applications-outcomes", "narrative-figure", "narrative-list-sum"},
    "date-late": set[str](),
}


@dataclass(slots=True)
class Score:
    """Reports by rule: with the fault planted, with it found, and with a finding that nothing explains."""

    reports: int = 0
    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    details: list[str] = field(default_factory=list)

    def add(self, source: str, planted: set[str], raised: set[str]) -> None:
        """Count one report."""
        self.reports += 1
        explained = planted.union(*(IMPLIED.get(code, set()) for code in planted))
        self.planted.update(planted)
        self.found.update(planted & raised)
        self.false.update(raised - explained - QUIET)
        self.details += [f"{source}: {code} not found" for code in sorted(planted - raised)]
        self.details += [f"{source}: {code} raised" for code in sorted(raised - explained - QUIET)]


def score(folder: Path) -> Score:
    """Read a synthetic corpus and compare what is found in each report with what was planted there."""
    result = Score()
    for line in (folder / "key.jsonl").read_text(encoding="utf-8").splitlines():
        key = json.loads(line)
        report = read_report(Source(key["source"], (folder / key["source"]).read_bytes()))
        planted = {fault["code"] for fault in key.get("planted", [])} & set(CODES)
        result.add(key["source"], planted, {finding.code for finding in report.findings})
    return result


def main(arguments: list[str]) -> int:
    """Print the table; 1 when a fault was missed or a false alarm was raised."""
    result = score(Path(arguments[0]))
    out = sys.stdout
    out.write(f"{result.reports} reports\n{'rule':32}{'planted':>9}{'found':>9}{'false':>9}\n")
    for code in CODES:
        out.write(f"{code:32}{result.planted[code]:>9}{result.found[code]:>9}{result.false[code]:>9}\n")
    out.writelines(f"{detail}\n" for detail in result.details)
    return 1 if result.details else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
