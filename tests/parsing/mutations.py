"""Reports with figures that cannot hide behind zeros, damaged in the ways in which sites and exports damage them.

As a command it reads many damaged documents and counts what came out::

    uv run python -m tests.parsing.mutations 10000
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random
from typing import Final

from data.synthetic.draft import Draft
from data.synthetic.layouts import LAYOUTS
from data.synthetic.narrative import draft
from data.synthetic.organs import roster
from data.synthetic.world import history
from parsing import as_json, form, read_report
from parsing.model import Source
from parsing.output import Json, json_value
from parsing.tables.numbers import exact

_TABLES: Final = re.compile("第二十[条條]|<t[dr]")
_TAG: Final = re.compile(r"<[^>]*>|&\w+;")
_FIGURE: Final = re.compile(r"\W*[增减]?\d+\W*")
Lines = list[str]
Mutation = Callable[[Lines, int], Lines]


def _drop(lines: Lines, at: int) -> Lines:
    return lines[:at] + lines[at + 1 :]


def _repeat(lines: Lines, at: int) -> Lines:
    return lines[: at + 1] + lines[at:]


def _swap(lines: Lines, at: int) -> Lines:
    if all(_FIGURE.fullmatch(_TAG.sub("", line)) for line in lines[at : at + 2]):
        return _drop(lines, at)  # two figures that changed places are another filing, which nothing can tell
    return [*lines[:at], *reversed(lines[at : at + 2]), *lines[at + 2 :]]


def _blank(lines: Lines, at: int) -> Lines:
    return [*lines[:at], "", *lines[at + 1 :]]


def _split(lines: Lines, at: int) -> Lines:
    middle = len(lines[at]) // 2
    return [*lines[:at], lines[at][:middle], lines[at][middle:], *lines[at + 1 :]]


def _glue(lines: Lines, at: int) -> Lines:
    return [*lines[:at], "".join(lines[at : at + 2]), *lines[at + 2 :]]


def _number(lines: Lines, at: int) -> Lines:
    """A page number between two lines."""
    return [*lines[:at], "- 3 -", *lines[at:]]


def _lone_number(lines: Lines, at: int) -> Lines:
    """A page number without dashes."""
    return [*lines[:at], "4", *lines[at:]]


def _cut(lines: Lines, at: int) -> Lines:
    return lines[:at]


def _lose_start(lines: Lines, at: int) -> Lines:
    return lines[at:]


MUTATIONS: Final[dict[str, Mutation]] = {
    "drop": _drop,
    "repeat": _repeat,
    "swap": _swap,
    "blank": _blank,
    "split": _split,
    "glue": _glue,
    "page-number": _number,
    "lone-number": _lone_number,
    "cut": _cut,
    "lose-start": _lose_start,
}
LAYOUT_NAMES: Final = ("lines", "traditional", "bars", "rows", "indented", "tabs", "markdown", "web-clean", "web-word")


@dataclass(frozen=True, slots=True)
class Damaged:
    """A damaged document and the figures that it printed before the damage."""

    layout: str
    mutation: str
    content: bytes
    figures: Mapping[str, Json]


def busy_draft(chance: Random, year: int) -> Draft:
    """A report in which every count is a different number of one to three digits."""
    organ = chance.choice(roster(12))
    filing = history(organ, year, chance.randrange(1000))[-1]
    plain = draft(filing, chance.randrange(1000))
    counts = [cell for cell in plain.printed if form.kind_of(cell) is form.Kind.COUNT]
    numbers = chance.sample(range(2, 997), len(counts))
    values = dict(zip(counts, numbers, strict=True))
    return replace(
        plain,
        printed={**plain.printed, **{cell: str(value) for cell, value in values.items()}},
        cells={**plain.cells, **values},
    )


def damaged(chance: Random) -> Damaged:
    """One document, damaged in one place of its tables."""
    source = busy_draft(chance, chance.choice((2019, 2020, 2021, 2022, 2023, 2024)))
    layout = chance.choice(LAYOUT_NAMES)
    mutation = chance.choice(tuple(MUTATIONS))
    content = LAYOUTS[layout].set(source)
    encoding = "utf-8" if _is_text(content, "utf-8") else "gb18030"
    lines = _lines(content.decode(encoding), layout)
    start = next(index for index, line in enumerate(lines) if _TABLES.search(line))
    mutated = MUTATIONS[mutation](lines, chance.randrange(start, len(lines) - 1))
    text = ("" if layout.startswith("web") else "\n").join(mutated)
    figures = {cell: json_value(exact(Decimal(value))) for cell, value in source.cells.items() if value is not None}
    return Damaged(layout, mutation, text.encode(encoding), figures)


def _is_text(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _lines(text: str, layout: str) -> Lines:
    """The units that are damaged: lines of a text, tags and words of a page."""
    if not layout.startswith("web"):
        return text.split("\n")
    return list(_tags(text))


def _tags(text: str) -> Iterator[str]:
    """A page cut before every cell and row."""
    position = 0
    for index in range(1, len(text)):
        if text.startswith(("<td", "<tr", "</tr", "<th"), index):
            yield text[position:index]
            position = index
    yield text[position:]


def silent_errors(document: Damaged) -> list[tuple[str, Json, Json]]:
    """Cells with a figure that the document did not print there, and that no problem above a note names.

    The figures add up nowhere, so that a finding names nearly every cell: findings do not count as told.
    """
    return silent_cells(as_json(read_report(Source(document.layout, document.content))), document.figures)


def silent_cells(report: Mapping[str, Json], figures: Mapping[str, Json]) -> list[tuple[str, Json, Json]]:
    """The cells of a report as JSON with a figure other than the known one, and no problem that says so."""
    cells = report["cells"]
    told = {cell for problem in _dicts(report["problems"]) for cell in _named(problem)}
    if not isinstance(cells, dict):
        raise TypeError(cells)
    return [
        (cell, figures[cell], value)
        for cell, value in cells.items()
        if value is not None and cell in figures and value != figures[cell] and cell not in told
    ]


def _named(problem: dict[str, Json]) -> list[str]:
    cells = problem["cells"] if problem["severity"] != "note" else []
    return [str(cell) for cell in cells] if isinstance(cells, list) else []


def _dicts(value: Json) -> list[dict[str, Json]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def main(count: int) -> int:
    """Read ``count`` damaged documents; the exit code tells whether a figure was silently wrong."""
    wrong: Counter[tuple[str, str]] = Counter()
    for number in range(count):
        document = damaged(Random(number))  # noqa: S311 - a seed, so that every case can be had again
        errors = silent_errors(document)
        if errors:
            wrong[document.layout, document.mutation] += 1
            sys.stdout.write(f"{number} {document.layout} {document.mutation} {errors[:3]}\n")
    sys.stdout.write(f"{count} damaged documents, {wrong.total()} with a silent error {dict(wrong)}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000))
