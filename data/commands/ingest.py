"""``gongkai ingest``: take reports into a dataset."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from data.commands.arguments import Subparsers, add_command, add_paths
from data.commands.language import users_language
from data.commands.where import location
from data.commands.words import Words
from data.dataset import create_dataset
from data.ingest import Failure, Outcome, Progress, Summary, ingest
from data.workers import workers
from parsing import find_sources
from parsing.catalogue import message
from parsing.model import Finding, Problem

INTERRUPTED: Final = 130
_SHOW_EVERY: Final = 0.2  # seconds


def add_parser(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = add_command(subparsers, "ingest", "gongkai ingest reports/ archive.zip --dataset dataset")
    cores = os.cpu_count() or 1
    add_paths(parser)
    parser.add_argument("--dataset", type=Path, metavar="DIR", help=parser.words("dataset.help"))
    parser.add_argument(
        "--workers", type=_count, default=cores, metavar="N", help=parser.words("ingest.workers.help", default=cores)
    )
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Take the files in; 1 when one could not be read at all."""
    words = Words(users_language())
    dataset = create_dataset(location(chosen.dataset))
    try:
        summary = ingest(find_sources(chosen.paths), dataset, _progress(words), workers(chosen.workers))
    except KeyboardInterrupt:
        print("\n" + words("ingest.interrupted"), file=sys.stderr)
        return INTERRUPTED
    for failure in summary.failures:
        print(f"{failure.source}: {_reason(failure, words)}", file=sys.stderr)
    print(_told(summary, words))
    return 1 if summary.failures else 0


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise ValueError(text)
    return count


def _progress(words: Words) -> Callable[[Progress], None]:
    """Shows one line that is written over; nothing where no one watches."""
    shown_at = 0.0

    def show(progress: Progress) -> None:
        nonlocal shown_at
        if sys.stderr.isatty() and time.monotonic() - shown_at > _SHOW_EVERY:
            shown_at = time.monotonic()
            print("\r" + words("ingest.progress", read=progress.read), end="", file=sys.stderr, flush=True)

    return show


def _reason(failure: Failure, words: Words) -> str:
    if isinstance(failure.cause, Problem | Finding):
        return message(failure.cause, words.language)
    return words("ingest.failed", error=repr(failure.cause))


def _told(summary: Summary, words: Words) -> str:
    counts = {outcome.value: summary.outcomes[outcome] for outcome in Outcome}
    return words("ingest.summary", place=summary.dataset.location, version=summary.dataset.version, **counts)
