"""``gongkai check``: every problem and contradiction of the current reports of a dataset, within and across reports."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Final, cast

import polars as pl

from data import checks
from data.commands.arguments import Subparsers, add_command
from data.commands.language import users_language
from data.commands.where import chosen_dataset
from data.commands.words import Words
from data.issues import Issue, restored
from data.places import place
from data.reviews import decisions, issue_fingerprint
from parsing.catalogue import Severity, message, severity
from parsing.model import Finding, Problem
from parsing.output import issue_json

_WORST_FIRST: Final = tuple(Severity)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A problem or finding, the report that has it, and the fingerprint that decisions about it go by."""

    source: str
    agency: str | None
    fiscal_year: int | None
    fingerprint: str
    issue: Problem | Finding


def add_parser(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = add_command(subparsers, "check", "gongkai check --dataset dataset --fail-on inconsistent")
    severities = ", ".join(_WORST_FIRST)
    parser.add_argument("--dataset", type=place, metavar="DIR", help=parser.words("dataset.help.sample"))
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
    dataset = chosen_dataset(chosen.dataset)
    reports = checks.with_findings(dataset.reports(), checks.checked(dataset).findings)
    entries = list(_entries(reports))
    if chosen.json:
        reviews = {row["fingerprint"]: row for row in decisions(dataset.location).iter_rows(named=True)}
        for entry in entries:
            print(_as_line(entry, reviews.get(entry.fingerprint)))
    else:
        count = reports.select(pl.len()).collect().item()
        _print_by_report(entries, count, Words(users_language()))
    if chosen.fail_on is None:
        return 0
    failing = _WORST_FIRST[: _WORST_FIRST.index(chosen.fail_on) + 1]
    return int(any(severity(entry.issue) in failing for entry in entries))


def _entries(reports: pl.LazyFrame) -> Iterator[_Entry]:
    order = ("division_code", "agency", "fiscal_year", "source")
    rows = reports.select(*order, "organ_id", "issues").sort(order, nulls_last=True).collect()
    for row in rows.iter_rows(named=True):
        issues: list[Issue] = sorted(row["issues"], key=lambda issue: _WORST_FIRST.index(issue["severity"]))
        for issue in issues:
            fingerprint = issue_fingerprint(issue, row["organ_id"], row["fiscal_year"])
            yield _Entry(row["source"], row["agency"], row["fiscal_year"], fingerprint, restored(issue))


def _as_line(entry: _Entry, review: Mapping[str, object] | None) -> str:
    head = {"agency": entry.agency, "fiscal_year": entry.fiscal_year, "source": entry.source}
    decided = {"fingerprint": entry.fingerprint, "review": review and _decision(review)}
    return json.dumps({**head, **issue_json(entry.issue), **decided}, ensure_ascii=False)


def _decision(review: Mapping[str, object]) -> dict[str, str]:
    told = {key: str(review[key]) for key in ("decision", "reason", "name")}
    return {**told, "decided_at": cast("datetime", review["decided_at"]).isoformat()}


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
