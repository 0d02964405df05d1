"""``gongkai check``: every problem and contradiction of the current reports of a dataset."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final

import polars as pl

from data.commands.arguments import Subparsers, add_command
from data.commands.language import users_language
from data.commands.where import chosen_dataset
from data.commands.words import Words
from data.issues import restored
from parsing.catalogue import Severity, message, severity
from parsing.model import Finding, Problem
from parsing.output import issue_json

_WORST_FIRST: Final = tuple(Severity)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A problem or finding, and the report that has it."""

    source: str
    agency: str | None
    fiscal_year: int | None
    issue: Problem | Finding


def add_parser(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = add_command(subparsers, "check", "gongkai check --dataset dataset --fail-on inconsistent")
    severities = ", ".join(_WORST_FIRST)
    parser.add_argument("--dataset", type=Path, metavar="DIR", help=parser.words("dataset.help.sample"))
    parser.add_argument("--json", action="store_true", help=parser.words("check.json.help"))
    parser.add_argument(
        "--fail-on",
        choices=_WORST_FIRST,
        type=Severity,
        metavar="SEVERITY",
        help=parser.words("check.fail-on.help", severities=severities),
    )
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Print every entry; 1 when one is at least as severe as asked for."""
    reports = chosen_dataset(chosen.dataset).reports()
    entries = list(_entries(reports))
    if chosen.json:
        for entry in entries:
            print(_as_line(entry))
    else:
        count = reports.select(pl.len()).collect().item()
        _print_by_report(entries, count, Words(users_language()))
    if chosen.fail_on is None:
        return 0
    failing = _WORST_FIRST[: _WORST_FIRST.index(chosen.fail_on) + 1]
    return int(any(severity(entry.issue) in failing for entry in entries))


def _entries(reports: pl.LazyFrame) -> Iterator[_Entry]:
    order = ("division_code", "agency", "fiscal_year", "source")
    rows = reports.select(*order, "issues").sort(order, nulls_last=True).collect()
    for row in rows.iter_rows(named=True):
        issues = [restored(issue) for issue in row["issues"]]
        for issue in sorted(issues, key=lambda issue: _WORST_FIRST.index(severity(issue))):
            yield _Entry(row["source"], row["agency"], row["fiscal_year"], issue)


def _as_line(entry: _Entry) -> str:
    head = {"agency": entry.agency, "fiscal_year": entry.fiscal_year, "source": entry.source}
    return json.dumps({**head, **issue_json(entry.issue)}, ensure_ascii=False)


def _print_by_report(entries: list[_Entry], reports: int, words: Words) -> None:
    affected = 0
    for head, group in groupby(entries, key=lambda entry: _heading(entry, words)):
        affected += 1
        print(head)
        for entry in group:
            print(f"  [{words(severity(entry.issue))}] {message(entry.issue, words.language)}")
    counts = Counter(severity(entry.issue) for entry in entries)
    told = " · ".join(f"{words(level)} {counts[level]}" for level in _WORST_FIRST if counts[level])
    key = "check.summary" if entries else "check.clean"
    print(words(key, reports=reports, affected=affected, counts=told))


def _heading(entry: _Entry, words: Words) -> str:
    year = words("parse.year", year=entry.fiscal_year) if entry.fiscal_year else words("parse.year.unknown")
    return f"{entry.agency or words('parse.agency.unknown')}  {year}  {entry.source}"
