"""``gongkai check``: every problem and contradiction of the current reports of a dataset, within and across reports.

With ``--rules`` it tells instead for how many reports each rule holds, is broken or cannot be judged.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import cast

import polars as pl

from data import damage
from data.commands.arguments import Subparsers, add_command
from data.commands.language import users_language
from data.commands.where import chosen_dataset
from data.commands.words import Words
from data.dataset import Dataset
from data.issues import Issue, restored
from data.places import place
from data.queries import rules
from data.queries.condition import rank
from data.reviews import Decision, decisions, issue_fingerprint
from data.survey import kept
from parsing.catalogue import KINDS, WORST_FIRST, Severity, message, severity
from parsing.catalogue.reasons import REASONS
from parsing.model import Finding, Problem
from parsing.output import issue_json


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
    severities = ", ".join(WORST_FIRST)
    parser.add_argument("--dataset", type=place, metavar="DIR", help=parser.words("dataset.help.sample"))
    parser.add_argument("--json", action="store_true", help=parser.words("check.json.help"))
    parser.add_argument(
        "--fail-on",
        choices=WORST_FIRST,
        type=Severity,
        metavar="SEVERITY",
        help=parser.words("check.fail-on.help", severities=severities),
    )
    parser.add_argument("--count-dismissed", action="store_true", help=parser.words("check.count-dismissed.help"))
    parser.add_argument("--rules", action="store_true", help=parser.words("check.rules.help"))
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Print every entry, or what the rules come to; 1 when an entry is at least as severe as asked for."""
    dataset = chosen_dataset(chosen.dataset)
    with damage.told(dataset):
        return _answer(chosen, dataset)


def _answer(chosen: argparse.Namespace, dataset: Dataset) -> int:
    surveyed = kept.at_hand(dataset)
    words = Words(users_language())
    entries = list(_entries(surveyed.entries))
    reviews = {row["fingerprint"]: row for row in decisions(dataset.location).iter_rows(named=True)}
    if chosen.rules:
        _print_rules(rules.counted(surveyed.outcomes, surveyed.reports), words, as_json=chosen.json)
    elif chosen.json:
        for entry in entries:
            print(_as_line(entry, reviews.get(entry.fingerprint)))
    else:
        _print_by_report(entries, surveyed.reports.select(pl.len()).collect().item(), words)
    if chosen.fail_on is None:
        return 0
    failing = WORST_FIRST[: WORST_FIRST.index(chosen.fail_on) + 1]
    grave = (entry for entry in entries if severity(entry.issue) in failing)
    return int(any(chosen.count_dismissed or not _is_dismissed(entry, reviews) for entry in grave))


def _is_dismissed(entry: _Entry, reviews: Mapping[str, Mapping[str, object]]) -> bool:
    review = reviews.get(entry.fingerprint)
    return review is not None and review["decision"] == Decision.DISMISSED.value


def _print_rules(counts: pl.DataFrame, words: Words, *, as_json: bool) -> None:
    """One line a rule, in the catalogue's order, with the reasons why it could not be judged."""
    for row in rules.tally(counts).iter_rows(named=True):
        kind, reasons = KINDS[row["code"]], dict(rules.reasons(counts, row["code"]).iter_rows())
        if as_json:
            title = {"zh": kind.zh.title, "en": kind.en.title}
            told = {**row, "severity": kind.severity, "reasons": reasons, "title": title}
            print(json.dumps(told, ensure_ascii=False))
        else:
            print(words("check.rule", title=kind.wording(words.language).title, **row))
            for reason, reports in reasons.items():
                print(f"    {words('check.reason', reason=REASONS[reason].words(words.language), reports=reports)}")


def _entries(listed: pl.LazyFrame) -> Iterator[_Entry]:
    order = ("division_code", "agency", "fiscal_year", "source", rank(pl.col("severity")), "number")
    for row in listed.sort(order, nulls_last=True).collect().iter_rows(named=True):
        issue = cast("Issue", row)
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
    told = " · ".join(f"{words(level)} {counts[level]}" for level in WORST_FIRST if counts[level])
    key = "check.summary" if entries else "check.clean"
    print(words(key, reports=reports, affected=affected, counts=told))


def _heading(entry: _Entry, words: Words) -> str:
    year = words("parse.year", year=entry.fiscal_year) if entry.fiscal_year else words("parse.year.unknown")
    return f"{entry.agency or words('parse.agency.unknown')}  {year}  {entry.source}"
