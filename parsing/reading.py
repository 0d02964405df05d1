"""From a file to a report: the stages in order. Whatever the input, the result is a report with its problems."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Final, TypeVar

from parsing import form
from parsing.catalogue.reasons import Reason
from parsing.checks import assess, findings, unassessed
from parsing.identity.agency import find_agency
from parsing.identity.kinds import kind_of_organ, level_of_organ
from parsing.identity.lines import Lines, lines_of
from parsing.identity.period import find_period
from parsing.identity.region import Region, find_region
from parsing.limits import MAX_QUOTED
from parsing.model import (
    MISSING,
    Agency,
    Document,
    Figure,
    Finding,
    Paragraph,
    Problem,
    Report,
    Source,
    State,
    UnreadableError,
)
from parsing.readers.archive import Refused, find_sources
from parsing.readers.documents import read_document
from parsing.tables.assemble import TableReading
from parsing.tables.read import read_tables
from parsing.tables.statistics import read_statistics

_EMBEDDED: Final = "parts-not-read"  # worth telling only where a table is missing
_ROWS_LACKING: Final = frozenset({"rows-missing", "rows-empty"})  # in one printing, or one half, of a table
_LISTS_OF_IDS: Final = frozenset({"rows", "columns", "divisions"})
Issue = TypeVar("Issue", Problem, Finding)


def read_report(source: Source | Path | str) -> Report:
    """Read one annual report: a document, or the file at a path.

    Never raises for what a file holds: where nothing can be taken, the report has no figures and a problem of
    severity ``unreadable``.

    Raises:
        FileNotFoundError: there is nothing at the path.
        ValueError: the path holds none or several documents; :func:`find_sources` gives each.
    """
    found = source if isinstance(source, Source) else _only_document(Path(source))
    if isinstance(found, Refused):
        return unread(found.name, found.problem)
    report = _with_doubted_figures(_read(found))
    problems, findings = tuple(map(_brief, report.problems)), tuple(map(_brief, report.findings))
    return replace(report, problems=problems, findings=findings)


def _only_document(path: Path) -> Source | Refused:
    documents = list(islice(find_sources([path]), 2))
    if len(documents) != 1:
        raise ValueError(f"{path} is no single document")
    return documents[0]


def _with_doubted_figures(report: Report) -> Report:
    """The report whose problems name the figures that stand on a page of recognised text; without any, none is told."""
    if not any(map(_is_recognised, report.problems)):
        return report
    on_page: dict[int | None, list[str]] = defaultdict(list)
    for cell, figure in report.figures.items():
        if figure.value is not None and figure.place:
            on_page[figure.place.page].append(cell)
    named = (_naming(each, on_page) if _is_recognised(each) else each for each in report.problems)
    return replace(report, problems=tuple(each for each in named if each.cells or not _is_recognised(each)))


def _is_recognised(problem: Problem) -> bool:
    """Whether a problem says that the text of a page was recognised on its image."""
    return problem.code == "text-recognised"


def _naming(problem: Problem, on_page: Mapping[int | None, Sequence[str]]) -> Problem:
    cells = tuple(on_page.get(problem.place.page, ())) if problem.place else ()
    return replace(problem, cells=cells, values={**problem.values, "found": len(cells)})


def _brief(issue: Issue) -> Issue:
    """A problem or finding that quotes no more of the original than the limit."""
    if len(issue.excerpt) <= MAX_QUOTED and all(len(str(value)) <= MAX_QUOTED for value in issue.values.values()):
        return issue
    values = {key: _cut(value, key) if isinstance(value, str) else value for key, value in issue.values.items()}
    return replace(issue, excerpt=_cut(issue.excerpt), values=values)


def _cut(text: str, key: str = "") -> str:
    """A text of bearable length; of a list of ids, whole ones are kept."""
    if len(text) <= MAX_QUOTED or key.endswith("_terms"):  # the terms of a sum are the form's, not the original's
        return text
    return text[:MAX_QUOTED].rpartition(",")[0] if key in _LISTS_OF_IDS else f"{text[: MAX_QUOTED - 1]}…"


def _read(source: Source) -> Report:
    sha256 = hashlib.sha256(source.content).hexdigest()
    try:
        document = read_document(source)
        tables = read_tables(document)
    except UnreadableError as error:
        return unread(source.name, error.problem, sha256)
    report = _identified(source.name, sha256, document, tables)
    if tables:
        assessments = assess(report)
        return replace(report, findings=findings(assessments), assessments=assessments)
    statistics = read_statistics(document)
    return _with_statistics(report, statistics) if statistics else _without_tables(report)


def _with_statistics(report: Report, statistics: TableReading) -> Report:
    """A report of the years before 2019. A provincial variant of its form is no edition."""
    editions = {statistics.table: statistics.edition} if statistics.edition else {}
    problems = (*report.problems, *statistics.problems)
    return replace(
        report,
        table_editions=editions,
        figures=statistics.figures,
        problems=problems,
        assessments=unassessed(Reason.OLDER_FORM),
    )


def _without_tables(report: Report) -> Report:
    problems = (*report.problems, Problem(code="report-not-found"))
    return replace(report, problems=problems, assessments=unassessed(Reason.TABLE_MISSING))


def unread(name: str, problem: Problem, sha256: str = "") -> Report:
    """The report of a document from which nothing could be taken. A file that was not opened has no hash."""
    return Report(
        source=name,
        sha256=sha256,
        format=None,
        agency=None,
        fiscal_year=None,
        published=None,
        table_editions={},
        figures={},
        problems=(problem,),
        findings=(),
        assessments=unassessed(Reason.TABLE_MISSING),
    )


def _identified(name: str, sha256: str, document: Document, tables: Sequence[TableReading]) -> Report:
    """The report with its organ, year and region, and the figures of its tables."""
    lines = lines_of(document)
    period = find_period(lines)
    agency, where = _agency(lines, period.fiscal_year)
    merged, repeated = _merge(tables)
    lacking = _lacking(merged)
    problems = (
        *(problem for problem in document.problems if lacking or not tables or problem.code != _EMBEDDED),
        *(() if agency else (Problem(code="agency-not-found"),)),
        *period.problems,
        *where,
        *_unresolved(tables, merged),
        *repeated,
        *map(_missing, lacking),
    )
    editions = {table.table: table.edition for table in merged}
    return Report(
        source=name,
        sha256=sha256,
        format=document.format,
        agency=agency,
        fiscal_year=period.fiscal_year,
        published=period.published,
        table_editions={table: editions[table] for table in form.TABLE_NAMES if table in editions},
        figures=_all_figures(merged, lacking),
        problems=problems,
        findings=(),
        narrative=tuple(block for block in document.blocks if isinstance(block, Paragraph)),
    )


def _agency(lines: Lines, year: int | None) -> tuple[Agency | None, tuple[Problem, ...]]:
    """The organ with its division, level and kind, and a note where the division cannot be told."""
    found = find_agency(lines)
    region = find_region(found.name if found else None, lines, year)
    note = () if region.code else (_unplaced(region),)
    if found is None:
        return None, note
    agency = replace(
        found,
        division_code=region.code,
        level=level_of_organ(found.name, region.code),
        kind=kind_of_organ(found.name),
    )
    return agency, note


def _unplaced(region: Region) -> Problem:
    if not region.candidates:
        return Problem(code="region-not-found")
    return Problem(code="region-ambiguous", values={"divisions": ",".join(region.candidates)})


# ---- Tables printed twice, or not at all ----------------------------------------------------------------------------


def _merge(tables: Sequence[TableReading]) -> tuple[tuple[TableReading, ...], tuple[Problem, ...]]:
    """Each table once. Where two printings differ in a figure, the figure is not known."""
    merged: dict[str, TableReading] = {}
    problems: list[Problem] = []
    for table in tables:
        first = merged.get(table.table)
        if first is None or not first.figures:
            merged[table.table] = table
            continue
        merged[table.table], problem = _merge_two(first, table)
        if problem:
            problems.append(problem)
    return tuple(merged[table] for table in form.TABLE_NAMES if table in merged), tuple(problems)


def _merge_two(first: TableReading, second: TableReading) -> tuple[TableReading, Problem | None]:
    """Two printings of one table, or two halves of it."""
    both = {cell for cell, figure in first.figures.items() if _is_met(figure) and _is_met(second.figures.get(cell))}
    differ = tuple(cell for cell in first.figures if cell in both and not _alike(first, second, cell))
    figures = dict(first.figures)
    for cell, figure in second.figures.items():
        if cell in differ:
            figures[cell] = first.figures[cell]._replace(value=None, state=State.UNREADABLE)
        elif cell in figures and cell not in both and _is_met(figure):
            figures[cell] = figure
    code = "table-repeated" if differ else "table-repeated-alike"
    problem = Problem(code=code, table=first.table, cells=differ) if both else None
    return replace(first, figures=figures), problem


def _unresolved(tables: Sequence[TableReading], merged: Sequence[TableReading]) -> list[Problem]:
    """The problems of every printing; a row that one of them lacks is none where another gives its figures."""
    whole = {table.table: table.figures for table in merged}
    found: list[Problem] = []
    for table in tables:
        for problem in table.problems:
            left = _still_lacking(problem, whole[table.table]) if problem.code in _ROWS_LACKING else problem
            if left is not None and (left is problem or left not in found):  # each half lacks what neither has
                found.append(left)
    return found


def _still_lacking(problem: Problem, figures: Mapping[str, Figure]) -> Problem | None:
    """What is left of a problem of rows without figures when all printings of their table are read."""
    cells = tuple(cell for cell in problem.cells if not _is_met(figures.get(cell)))
    if len(cells) == len(problem.cells):
        return problem
    rows = dict.fromkeys(form.describe(cell)[1].id for cell in cells)
    values: dict[str, str | int] = {"rows": ",".join(rows), "found": len(rows)}
    return replace(problem, cells=cells, values=values) if cells else None


def _is_met(figure: Figure | None) -> bool:
    return figure is not None and figure.state is not State.MISSING


def _alike(first: TableReading, second: TableReading, cell: str) -> bool:
    return first.figures[cell].value == second.figures[cell].value


def _lacking(tables: Sequence[TableReading]) -> tuple[form.Table, ...]:
    """The tables that a report with some of them does not print, in the edition of its first."""
    found = {table.table for table in tables}
    return tuple(form.TABLES[table, tables[0].edition] for table in form.TABLE_NAMES if tables and table not in found)


def _missing(table: form.Table) -> Problem:
    return Problem(code="table-missing", table=table.id, cells=table.cells, values={"expected": len(table.cells)})


def _all_figures(tables: Iterable[TableReading], lacking: Iterable[form.Table]) -> Mapping[str, Figure]:
    """Every cell of the tables in the form's order; those of a table that is lacking are not known."""
    read = {table.table: table.figures for table in tables}
    every = {**read, **{table.id: dict.fromkeys(table.cells, MISSING) for table in lacking}}
    return {cell: figure for table in form.TABLE_NAMES if table in every for cell, figure in every[table].items()}
