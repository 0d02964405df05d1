"""``gongkai ingest``: take reports into a dataset."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterable
from importlib import import_module, util
from pathlib import Path
from typing import Final

from data.access import system_user
from data.commands.arguments import Subparsers, add_command, add_paths
from data.commands.language import users_language
from data.commands.pace import Pace, clock
from data.commands.where import location
from data.commands.words import Words
from data.dataset import create_dataset
from data.found import count_files
from data.guard import problem_of
from data.ingest import Failure, Outcome, Progress, Summary, ingest_files
from data.places import place
from data.survey import STEPS, kept
from data.workers import OpenPool, processes
from parsing.catalogue import message

INTERRUPTED: Final = 130
_SHOW_EVERY: Final = 0.2  # seconds


def add_parser(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = add_command(subparsers, "ingest", "gongkai ingest reports/ archive.zip --dataset dataset")
    cores = os.cpu_count() or 1
    add_paths(parser)
    parser.add_argument("--dataset", type=place, metavar="DIR", help=parser.words("dataset.help"))
    parser.add_argument(
        "--workers", type=_count, default=cores, metavar="N", help=parser.words("ingest.workers.help", default=cores)
    )
    parser.add_argument("--scheduler", metavar="ADDRESS", help=parser.words("ingest.scheduler.help"))
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Take the files in; 1 when one could not be read at all, 2 when none could be tried."""
    words = Words(users_language())
    if chosen.scheduler and not util.find_spec("distributed"):
        print(words("ingest.scheduler.missing"), file=sys.stderr)
        return 2
    dataset = create_dataset(location(chosen.dataset))
    line = _ProgressLine(chosen.paths, words)
    try:
        summary = ingest_files(chosen.paths, dataset, line.show, _pool(chosen), system_user())
        kept.refresh(summary.dataset, line.show_survey)  # so that whoever opens the dataset need not wait for it
    except KeyboardInterrupt:
        line.clear()
        print(words("ingest.interrupted"), file=sys.stderr)
        return INTERRUPTED
    line.clear()
    for failure in summary.failures:
        print(f"{failure.source}: {_reason(failure, words)}", file=sys.stderr)
    print(_told(summary, words))
    return 1 if summary.failures else 0


def _pool(chosen: argparse.Namespace) -> OpenPool:
    if not chosen.scheduler:
        return processes(chosen.workers)
    opened: OpenPool = import_module("data.cluster").cluster(chosen.scheduler)  # only then is its library needed
    return opened


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise ValueError(text)
    return count


class _ProgressLine:
    """One line that is written over; nothing where no one watches.

    It is blanked with blanks, since older consoles of Windows print control sequences instead of following them.
    """

    def __init__(self, paths: Iterable[Path], words: Words) -> None:
        self._words = words
        self._is_watched = sys.stderr.isatty()
        self._files = count_files(paths) if self._is_watched else 0
        self._pace = Pace(self._files)
        self._shown_at = 0.0
        self._width = 0  # columns that the line takes

    def show(self, progress: Progress) -> None:
        """Write the line, a few times a second at most."""
        if not self._is_watched or time.monotonic() - self._shown_at < _SHOW_EVERY:
            return
        self._shown_at = time.monotonic()
        self._pace.mark(progress.read, progress.files)
        rate = f"{self._pace.rate:.0f}"
        told = self._words("ingest.progress", read=progress.read, files=progress.files, all=self._files, rate=rate)
        if self._pace.left is not None:
            told += self._words("ingest.progress.left", time=clock(self._pace.left))
        self._write(told)

    def show_survey(self, done: int) -> None:
        """Write how far the reports are checked against each other."""
        if self._is_watched:
            self._write(self._words("ingest.survey", done=done, all=STEPS))

    def clear(self) -> None:
        """Leave an empty line to what comes after."""
        if self._is_watched:
            self._write("")

    def _write(self, told: str) -> None:
        print(f"\r{' ' * self._width}\r{told}", end="", file=sys.stderr, flush=True)
        self._width = sum(1 if character.isascii() else 2 for character in told)  # two at most


def _reason(failure: Failure, words: Words) -> str:
    cause = problem_of(failure.cause) if isinstance(failure.cause, BaseException) else failure.cause
    return message(cause, words.language)


def _told(summary: Summary, words: Words) -> str:
    counts = {outcome.value: summary.outcomes[outcome] for outcome in Outcome}
    return words("ingest.summary", place=summary.dataset.location, version=summary.dataset.version, **counts)
