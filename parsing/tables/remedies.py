"""Table 四. The form prints the three ways of remedy in one line; some sites print a line or a table for each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from parsing import form
from parsing.model import Problem
from parsing.tables.assemble import Collected, Shown, TableReading, finish, not_told_apart, without_figures
from parsing.tables.attach import Attached
from parsing.tables.columns import pick_cells, shape_of
from parsing.tables.glued import cut_in_line
from parsing.tables.labels import remedy_keys
from parsing.tables.runs import Piece, Run, key_of
from parsing.tables.zones import Zone

_RESULTS: Final = tuple(column.id for column in form.REMEDY_RESULTS)
_WAYS: Final = form.REMEDY_WAYS
_WHOLE: Final = len(_RESULTS) * len(_WAYS)
# 行政复议 is the first way unless it stands in the name of another one.
_WAY_NAMES: Final = re.compile(
    r"(?P<litigation_direct>未经复议直接起诉|未经行政复议直接起诉)|(?P<litigation_after_review>复议后起诉)"
    r"|(?P<administrative_review>行政复议(?!、?行政诉讼))"
)
_TITLE: Final = re.compile(r"行政复议[和及与]?(?:提起)?行政诉讼(?:的)?情况")  # of the section, whatever its heads say
_RESULT_NAMES: Final = re.compile("|".join(remedy_keys()))


def read_remedies(zone: Zone, edition: str) -> TableReading:
    """The fifteen figures of table 四, or one problem for all of them."""
    collected = Collected("remedies")
    table = form.TABLES["remedies", edition]
    printed = [entry.run for entry in zone.entries if entry.run]
    order = _printed_results(zone)
    if order is None or not _ways_in_order(zone, printed):
        collected.tell("column-order-unclear", table.cells, columns=",".join(_named_results(zone) or _RESULTS))
        return without_figures(table, collected)
    picked = [(run, _whole_line(run, zone)) for run in printed]
    lines = [line for _, line in picked if line]
    if lines and any(_holds_figures(run) for run, line in picked if not line):
        return not_told_apart(table, printed, collected)
    if _differ(lines):
        collected.problems.append(Problem(code="table-repeated", table=table.id, cells=table.cells))
        return without_figures(table, collected)
    if len(lines) > 1:
        collected.tell("table-repeated-alike")
    if order != _RESULTS:
        collected.tell("column-order", table.cells, columns=",".join(order))
    rows = _cut(lines[0]) if lines else _by_way(printed, order)
    if rows is None:
        return not_told_apart(table, printed, collected)
    attached = Attached({way: [run] for way, run in rows.items()})
    return finish(table, attached, dict.fromkeys(_WAYS, order), collected, Shown(zone.words))


def _whole_line(run: Run, zone: Zone) -> tuple[Piece, ...] | None:
    """The fifteen cells of a printed line; none where blank ones before it may belong to the row of heads."""
    blank = next((index for index, piece in enumerate(run.cells) if piece.text), 0)
    if not run.bound and blank and (run.is_cut or blank >= len(_RESULTS)):
        return _behind_padding(run)
    return pick_cells(run, _WHOLE, shape_of([(run, _WHOLE)], zone.words)) or _behind_padding(run)


def _behind_padding(run: Run) -> tuple[Piece, ...] | None:
    """All figures of a table with a cell a line; the blank ones before them fill up the row of heads.

    Outside the table the last one may be a page number, unless just as many are blank as the row of heads lacks.
    """
    padding, line = run.cells[:-_WHOLE], run.cells[-_WHOLE:]
    is_one_table = len({piece.place.table for piece in run.cells}) == 1 or len(padding) == len(_RESULTS)
    is_whole = len(line) == _WHOLE and all(piece.text for piece in line) and not any(piece.text for piece in padding)
    return line if not run.bound and is_one_table and is_whole else None


def _holds_figures(run: Run) -> bool:
    """Whether figures are printed that one line of the form leaves over; a single one is a page number."""
    return sum(piece.text[-1:].isdigit() for piece in run.cells) > 1


def _differ(lines: Sequence[Sequence[Piece]]) -> bool:
    return len({tuple(piece.text for piece in line) for line in lines}) > 1


def _cut(line: Sequence[Piece]) -> dict[str, Run]:
    """The line of the form cut into its three ways."""
    width = len(_RESULTS)
    return {
        way: Run((), (), tuple(line[start : start + width]))
        for way, start in zip(_WAYS, range(0, _WHOLE, width), strict=True)
    }


def _by_way(printed: Sequence[Run], order: tuple[str, ...]) -> Mapping[str, Run] | None:
    """A line for each way, told by its words; or one string of digits; None where nothing tells them apart."""
    cut = cut_in_line(printed[0], len(_WAYS), len(_RESULTS)) if len(printed) == 1 else None
    if cut:
        return dict(zip(_WAYS, cut, strict=True))
    if _is_broken_line(printed, order):
        return _cut([piece for run in printed for piece in run.cells])
    named = {way: run for run in printed if (way := _way(run))}
    if len(named) != len(_WAYS) or len(printed) != len(_WAYS):
        return None
    return {way: named[way]._replace(bound=False) for way in _WAYS if len(named[way].cells) == len(_RESULTS)} or None


def _is_broken_line(printed: Sequence[Run], order: tuple[str, ...]) -> bool:
    """Whether reviews and lawsuits stand on a line each, nothing left out, and no words say otherwise."""
    if [len(run.cells) for run in printed] != [len(_RESULTS), _WHOLE - len(_RESULTS)]:
        return False
    if not all(run.bound and all(piece.text for piece in run.cells) for run in printed):
        return False
    key = key_of((*printed[1].before, *printed[1].label))
    ways = tuple(name.lastgroup for name in _WAY_NAMES.finditer(key))
    return ways in {(), _WAYS[1:]} and _results_in(key) in {(), order * 2}


def _way(run: Run) -> str | None:
    """The way of remedy that the words of a line, or the last ones before it, name."""
    for words in (run.label, run.before):
        names = list(_WAY_NAMES.finditer(key_of(words)))
        if names:
            return names[-1].lastgroup
    return None


# ---- Headings -------------------------------------------------------------------------------------------------------


def _named_results(zone: Zone) -> tuple[str, ...]:
    """The results that the heading names, in reading order."""
    return _results_in(key_of(zone.heading))


def _results_in(key: str) -> tuple[str, ...]:
    return tuple(remedy_keys()[match[0]] for match in _RESULT_NAMES.finditer(key))


def _printed_results(zone: Zone) -> tuple[str, ...] | None:
    """The order of the results within each way; None where the heading contradicts itself.

    A heading whose words are torn (结果 / 维持) names few results and says nothing.
    """
    named = _named_results(zone)
    groups = [named[start : start + len(_RESULTS)] for start in range(0, len(named), len(_RESULTS))]
    if any(sorted(group) != sorted(_RESULTS) for group in groups):
        return _RESULTS if _follows_form(named) else None
    return groups[0] if len(set(groups)) == 1 else _RESULTS if not groups else None


def _follows_form(named: Sequence[str]) -> bool:
    """Whether the named results come in the form's order, again and again, some left out."""
    positions = [_RESULTS.index(name) for name in named]
    starts = [position for index, position in enumerate(positions) if index == 0 or positions[index - 1] >= position]
    return len(starts) <= len(_WAYS) + 1 and (not named or "upheld" not in named or named[0] == "upheld")


def _ways_in_order(zone: Zone, printed: Sequence[Run]) -> bool:
    """Whether the heading names reviews before lawsuits; lines that name their own way need no heading."""
    if printed and all(_way_of_label(run) for run in printed):
        return True
    key = _TITLE.sub("", key_of(zone.heading))
    review, lawsuit = key.rfind("行政复议"), key.rfind("行政诉讼")
    direct, after = key.find("未经复议直接起诉"), key.find("复议后起诉")
    return not (-1 < lawsuit < review) and not (-1 < after < direct)


def _way_of_label(run: Run) -> bool:
    return _WAY_NAMES.search(key_of(run.label)) is not None
