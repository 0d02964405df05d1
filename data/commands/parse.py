"""``gongkai parse``: read files and print what they hold."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator

from data.commands.arguments import Subparsers, add_command, add_paths
from data.commands.language import users_language
from data.commands.words import Words
from parsing import Refused, as_json, find_sources, read_report
from parsing.catalogue import Severity, message, severity
from parsing.model import Finding, Problem, Report, Source


def add_parser(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = add_command(subparsers, "parse", "gongkai parse reports/ --json > reports.jsonl")
    add_paths(parser)
    parser.add_argument("--json", action="store_true", help=parser.words("parse.json.help"))
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Print each report; 1 when a file could not be read at all."""
    show = _as_line if chosen.json else _as_text(Words(users_language()))
    all_read = True
    for source in find_sources(chosen.paths):
        report = _read(source)
        print(show(report), flush=True)
        all_read = all_read and not _is_unreadable(report)
    return 0 if all_read else 1


def _read(source: Source | Refused) -> Report:
    if isinstance(source, Source):
        return read_report(source)
    return Report(
        source=source.name,
        sha256="",
        format=None,
        agency=None,
        fiscal_year=None,
        published=None,
        table_editions={},
        figures={},
        problems=(source.problem,),
        findings=(),
    )


def _is_unreadable(report: Report) -> bool:
    return any(severity(problem) is Severity.UNREADABLE for problem in report.problems)


def _as_line(report: Report) -> str:
    return json.dumps(as_json(report), ensure_ascii=False)


def _as_text(words: Words) -> Callable[[Report], str]:
    def show(report: Report) -> str:
        return "\n".join((*_heading(report, words), *_issues(report, words), ""))

    return show


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
    for issue in sorted(issues, key=lambda issue: list(Severity).index(severity(issue))):
        yield f"  [{words(severity(issue))}] {message(issue, words.language)}"
