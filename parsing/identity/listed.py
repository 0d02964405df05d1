"""Lists of reports on a page: titles that follow each other and name different organs; none need be this report's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from parsing.folding import is_in_order
from parsing.identity.names import clean_name
from parsing.identity.titles import GOVERNMENT, name_in_title

_MAY_BE_TITLE: Final = re.compile(r"公开.*(?:报告|年报|总结)")
_LONGEST: Final = 80
_BETWEEN: Final = re.compile(
    r"^[\[(]?20\d{2}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*日?[\])]?$"
)  # dates of the entries


def without_lists(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines without the lists of reports among them. A title right above a list cannot be told from its entries."""
    listed = {index for run in _runs(lines) if _is_list([name for _, name in run]) for index, _ in run}
    return tuple(line for index, line in enumerate(lines) if index not in listed)


def _runs(lines: Sequence[str]) -> Iterator[list[tuple[int, str]]]:
    """Titles that follow each other: their lines and the organs that they name."""
    run: list[tuple[int, str]] = []
    for index, line in enumerate(lines):
        name = _name(line)
        if name:
            run.append((index, name))
        elif not _BETWEEN.match(line):
            yield run
            run = []
    yield run


def _name(line: str) -> str:
    if len(line) > _LONGEST or not _MAY_BE_TITLE.search(line):
        return ""
    return clean_name(name_in_title(line))


def _is_list(names: Sequence[str]) -> bool:
    return any(_differ(above, below) for above, below in combinations(dict.fromkeys(names), 2))


def _differ(above: str, below: str) -> bool:
    """Whether two names are of two organs: neither is the other in short, nor the first the government of the site."""
    if GOVERNMENT.search(above) and not GOVERNMENT.search(below):
        return False
    return not (is_in_order(above, below) or is_in_order(below, above))
