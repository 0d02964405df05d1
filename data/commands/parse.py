"""``gongkai parse``: read files and print what they hold."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from data.commands.arguments import Subparsers, add_command, add_paths
from data.commands.language import users_language
from data.commands.words import Words
from data.guard import limited, problem_of
from data.workers import Readers, processes
from parsing import Refused, as_json, find_sources, read_report
from parsing.catalogue import WORST_FIRST, Severity, message, severity
from parsing.model import Finding, Format, Problem, Report, Source, UnreadableError
from parsing.readers.sniffing import sniff
from parsing.reading import unread

_HARMLESS: Final = frozenset({Format.HTML, Format.DOCX, Format.TEXT})  # where small: their readers cannot hang ...
_HARMLESS_BYTES: Final = 256 * 1024  # ... and a process of its own would take longer to start than they to be read

Printed = tuple[str, bool]
"""What is printed of a document, and whether anything could be taken from it."""


def add_parser(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = add_command(subparsers, "parse", "gongkai parse reports/ --json > reports.jsonl")
    add_paths(parser)
    parser.add_argument("--json", action="store_true", help=parser.words("parse.json.help"))
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Print each report; 1 when a file could not be read at all."""
    all_read = True
    for text, is_read in _printed(find_sources(chosen.paths), None if chosen.json else Words(users_language())):
        print(text, flush=True)
        all_read = all_read and is_read
    return 0 if all_read else 1


def _printed(found: Iterable[Source | Refused], words: Words | None) -> Iterator[Printed]:
    """What is printed of each document. Those that can harm are read in a process of its own, one after the other."""
    with Readers(processes(1), describe, words) as readers:
        for source in found:
            if isinstance(source, Refused):
                yield _shown(unread(source.name, source.problem), words)
            elif _is_harmless(source):
                yield from describe(words, [source], None)
            else:
                yield from (_result(source, result, words) for _, result in readers.read([source]))


def _result(source: Source, result: Printed | BaseException, words: Words | None) -> Printed:
    """What a process gave for a document, or what is said where it ended instead."""
    if isinstance(result, BaseException):
        return _shown(unread(source.name, problem_of(result)), words)
    return result


def describe(words: Words | None, sources: Sequence[Source], seconds: float | None) -> list[Printed]:
    """Read documents, each within so many seconds. Without ``words`` each is a line of JSON."""
    printed = []
    for source in sources:
        with limited(seconds):
            printed.append(_shown(read_report(source), words))
    return printed


def _is_harmless(source: Source) -> bool:
    try:
        return len(source.content) <= _HARMLESS_BYTES and sniff(source.content) in _HARMLESS
    except UnreadableError:
        return True


def _shown(report: Report, words: Words | None) -> Printed:
    return (_as_text(report, words) if words else _as_line(report)), not _is_unreadable(report)


def _is_unreadable(report: Report) -> bool:
    return any(severity(problem) is Severity.UNREADABLE for problem in report.problems)


def _as_line(report: Report) -> str:
    return json.dumps(as_json(report), ensure_ascii=False)


def _as_text(report: Report, words: Words) -> str:
    return "\n".join((*_heading(report, words), *_issues(report, words), ""))


def _heading(report: Report, words: Words) -> Iterator[str]:
    yield report.source
    agency = report.agency.name if report.agency else words("parse.agency.unknown")
    year = words("parse.year", year=report.fiscal_year) if report.fiscal_year else words("parse.year.unknown")
    edition = words("parse.edition", edition=report.edition) if report.edition else words("parse.edition.unknown")
    yield f"  {agency}  {year}  {edition}"
    read = sum(figure.value is not None for figure in report.figures.values())
    yield "  " + words("parse.figures", read=read, expected=len(report.figures))


def _issues(report: Report, words: Words) -> Iterator[str]:
    issues: tuple[Problem | Finding, ...] = (*report.problems, *report.findings)
    for issue in sorted(issues, key=lambda issue: WORST_FIRST.index(severity(issue))):
        yield f"  [{words(severity(issue))}] {message(issue, words.language)}"
