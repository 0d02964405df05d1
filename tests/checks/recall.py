"""How many planted faults the checks find in synthetic corpora, and how often they raise a false alarm, rule by rule.

::

    uv run gongkai demo corpus --agencies 120 --years 2021-2024
    uv run python -m tests.checks.recall corpus

The exit code is 1 when a fault was missed or a false alarm was raised.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from data import checks
from data.rows import Row, frame, row
from parsing import read_report
from parsing.catalogue import FINDINGS, KINDS, Severity
from parsing.model import Report, Source

CODES: Final = tuple(kind.code for kind in FINDINGS)
QUIET: Final = frozenset(code for code in CODES if KINDS[code].severity is Severity.NOTE)
# What some faults break besides what they are planted for.
IMPLIED: Final[Mapping[str, frozenset[str]]] = {
    "applications-outcomes": frozenset({"applications-row-total", "narrative-figure", "narrative-list-sum"}),
    "applications-row-total": frozenset({"applications-outcomes", "narrative-figure", "narrative-list-sum"}),
}


@dataclass(slots=True)
class Score:
    """Reports by rule: with the fault planted, with it found, and with a finding that nothing explains."""

    reports: int = 0
    sound: int = 0  # reports without any planted fault
    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    alarms: int = 0  # findings above a note in sound reports
    details: list[str] = field(default_factory=list)

    def add(self, source: str, planted: set[str], raised: set[str]) -> None:
        """Count one report. ``planted`` may name problems as well, which no rule is asked for."""
        self.reports += 1
        asked = planted & set(CODES)
        unexplained = raised - asked.union(*(IMPLIED.get(code, frozenset()) for code in asked))
        self.planted.update(asked)
        self.found.update(asked & raised)
        self.false.update(unexplained)
        if not planted:
            self.sound += 1
            self.alarms += len(unexplained - QUIET)
        self.details += [f"{source}: {code} not found" for code in sorted(asked - raised)]
        self.details += [f"{source}: {code} raised" for code in sorted(unexplained)]


def score(folder: Path) -> Score:
    """Read a synthetic corpus, check its reports one by one and against each other, and compare with what was planted.

    The corpus is one dataset: give each its own folder.
    """
    keys = [json.loads(line) for line in (folder / "key.jsonl").read_text(encoding="utf-8").splitlines()]
    reports = {key["source"]: read_report(Source(key["source"], (folder / key["source"]).read_bytes())) for key in keys}
    across = _across(row(report) for report in reports.values())
    result = Score()
    for key in keys:
        report = reports[key["source"]]
        raised = {finding.code for finding in report.findings} | across.get(_id(report), set())
        result.add(key["source"], {fault["code"] for fault in key.get("planted", [])}, raised)
    return result


def _across(rows: Iterable[Row]) -> dict[str, set[str]]:
    """The findings between reports, by report."""
    found: dict[str, set[str]] = {}
    findings = checks.check(frame(rows).lazy()).findings
    for report_id, code in findings.select("report_id", "code").iter_rows():
        found.setdefault(report_id, set()).add(code)
    return found


def _id(report: Report) -> str:
    return report.sha256[:16]


def together(scores: Iterable[Score]) -> Score:
    """The sum of several scores."""
    total = Score()
    for each in scores:
        total.reports += each.reports
        total.sound += each.sound
        total.alarms += each.alarms
        total.planted += each.planted
        total.found += each.found
        total.false += each.false
        total.details += each.details
    return total


def table(result: Score) -> Iterator[str]:
    """The score as a table in Markdown, the rules without a planted fault in it last."""
    yield "| rule | planted | found | recall | false alarms | precision |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for code in sorted(CODES, key=lambda code: not result.planted[code]):
        planted, found, false = result.planted[code], result.found[code], result.false[code]
        recall, precision = _share(found, planted), _share(found, found + false)
        yield f"| `{code}` | {planted} | {found} | {recall} | {false} | {precision} |"
    yield ""
    yield (
        f"{result.reports:,} reports, {result.sound:,} of them without any planted fault: "
        f"findings above a note in those: {result.alarms}."
    )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "–"


def main(arguments: list[str]) -> int:
    """Print the table for some folders; 1 when a fault was missed or a false alarm was raised."""
    result = together(score(Path(folder)) for folder in arguments)
    sys.stdout.writelines(f"{line}\n" for line in (*table(result), *result.details))
    return 1 if result.details else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
