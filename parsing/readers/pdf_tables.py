"""Ruled tables: the cells that the rules of a page enclose.

pdfplumber's table finder joins the rules and finds where they cross and which cells hang together; it is fed with
PDFium's rules, which are read in a fraction of the time. Its search for the cells takes nearly three times as long as
ours.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter, itemgetter
from typing import Final, NamedTuple

from pdfplumber import table as finder

from parsing.limits import MAX_PDF_CROSSINGS, MAX_PDF_RULES, refuse_beyond
from parsing.readers.pdf_geometry import Box
from parsing.readers.pdfium import Rule

_NEAR: Final = 3.0  # points within which rules are taken as one, and ends as meeting: pdfplumber's default
_SHORTEST: Final = 3.0  # points of a rule, after those in one line are joined
_SHORTEST_PIECE: Final = 1.0  # points, before


@dataclass(frozen=True, slots=True)
class RuledCell:
    """A box between rules; ``row`` and ``column`` count from 0 on the table's grid."""

    box: Box
    row: int
    column: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class RuledTable:
    """Cells on a grid, in reading order."""

    cells: tuple[RuledCell, ...]
    lefts: tuple[float, ...]
    tops: tuple[float, ...]
    by_place: Mapping[tuple[int, int], RuledCell]

    @property
    def box(self) -> Box:
        """The box around the table."""
        right, bottom = max(cell.box[2] for cell in self.cells), max(cell.box[3] for cell in self.cells)
        return self.lefts[0], self.tops[0], right, bottom

    def cell_at(self, x: float, y: float) -> RuledCell | None:
        """The cell that a point lies in."""
        cell = self.by_place.get((bisect_right(self.tops, y) - 1, bisect_right(self.lefts, x) - 1))
        return cell if cell is not None and x < cell.box[2] and y < cell.box[3] else None


class _Edge(NamedTuple):
    """A rule after joining: at ``at`` across, reaching from ``start`` to ``end`` along."""

    upright: bool
    at: float
    start: float
    end: float


def ruled_tables(rules: Sequence[Rule]) -> list[RuledTable]:
    """The tables of a page from top to bottom. Boxes in a single column are frames around text, not a table.

    Backgrounds are taken for rules only on a page whose rules form no table: word processors lay a white background
    behind every line of a paragraph.

    Raises:
        UnreadableError: there are more rules or crossings of them than the limit.
    """
    tables = _tables([rule for rule in rules if not rule.ground])
    return tables or _tables(rules)


def _tables(rules: Sequence[Rule]) -> list[RuledTable]:
    edges = _joined(rules)
    refuse_beyond("rules", len(edges), MAX_PDF_RULES)
    closed = [*edges, *(edge for group in _connected(edges) for edge in _closing(group))]
    crossings = finder.edges_to_intersections([_as_object(edge) for edge in closed], _NEAR, _NEAR)
    refuse_beyond("crossings", len(crossings), MAX_PDF_CROSSINGS)
    tables = [_on_grid(cells) for cells in finder.cells_to_tables(boxes_between(crossings))]
    return [table for table in tables if len(table.lefts) > 1]


def _joined(rules: Iterable[Rule]) -> list[_Edge]:
    """Rules that lie on one another become one, and pieces of a line one line."""
    pieces = [edge for rule in rules if (edge := _edge(rule)).end - edge.start >= _SHORTEST_PIECE]
    merged = finder.merge_edges([_as_object(edge) for edge in pieces], _NEAR, _NEAR, _NEAR, _NEAR)
    edges = [_edge(Rule(edge["x0"], edge["top"], edge["x1"], edge["bottom"], ground=False)) for edge in merged]
    return [edge for edge in edges if edge.end - edge.start >= _SHORTEST]


def _edge(rule: Rule) -> _Edge:
    if rule.x1 - rule.x0 < rule.bottom - rule.top:
        return _Edge(upright=True, at=rule.x0, start=rule.top, end=rule.bottom)
    return _Edge(upright=False, at=rule.top, start=rule.x0, end=rule.x1)


def _as_object(edge: _Edge) -> dict[str, str | float]:
    """The edge as pdfplumber writes it."""
    length = edge.end - edge.start
    if edge.upright:
        return {
            "orientation": "v", "x0": edge.at, "x1": edge.at, "top": edge.start, "bottom": edge.end,
            "width": 0.0, "height": length,
        }  # fmt: skip
    return {
        "orientation": "h", "x0": edge.start, "x1": edge.end, "top": edge.at, "bottom": edge.at,
        "width": length, "height": 0.0,
    }  # fmt: skip


# ---- Boxes ----------------------------------------------------------------------------------------------------------

Crossings = Mapping[tuple[float, float], Mapping[str, Sequence[Mapping[str, float]]]]
"""Where rules cross, with the upright ("v") and the level ("h") ones that do so there, as pdfplumber gives them."""


def boxes_between(crossings: Crossings) -> list[Box]:
    """The smallest box at each crossing whose four sides are drawn, as ``intersections_to_cells`` finds them."""
    points = sorted(crossings)
    upright, level = (_edges_at(crossings, way) for way in ("v", "h"))
    in_column: dict[float, list[float]] = defaultdict(list)
    in_row: dict[float, list[float]] = defaultdict(list)
    for x, y in points:
        in_column[x].append(y)
        in_row[y].append(x)
    boxes: list[Box] = []
    for x, y in points:
        below = (low for low in in_column[x] if low > y and upright[x, y] & upright[x, low])
        right = [far for far in in_row[y] if far > x and level[x, y] & level[far, y]]
        corners = ((far, low) for low in below for far in right if (far, low) in crossings)
        closed = (
            (x, y, far, low)
            for far, low in corners
            if upright[far, low] & upright[far, y] and level[far, low] & level[x, low]
        )
        boxes.extend(islice(closed, 1))
    return boxes


def _edges_at(crossings: Crossings, way: str) -> dict[tuple[float, float], frozenset[tuple[float, ...]]]:
    """The edges of one way at each crossing, so that two crossings on the same edge have it in common."""
    return {
        point: frozenset((edge["x0"], edge["top"], edge["x1"], edge["bottom"]) for edge in edges[way])
        for point, edges in crossings.items()
    }


# ---- Open sides -----------------------------------------------------------------------------------------------------


def _connected(edges: Sequence[_Edge]) -> list[list[_Edge]]:
    """The edges in groups that hang together: one table each, or several that touch."""
    waiting = set(edges)
    groups = []
    while waiting:
        group = [waiting.pop()]
        for edge in group:  # grows while it is walked
            touching = [other for other in waiting if _cross(edge, other)]
            waiting.difference_update(touching)
            group.extend(touching)
        groups.append(group)
    return groups


def _cross(one: _Edge, other: _Edge) -> bool:
    return one.upright != other.upright and _reaches(one, other.at) and _reaches(other, one.at)


def _reaches(edge: _Edge, place: float) -> bool:
    return edge.start - _NEAR <= place <= edge.end + _NEAR


def _closing(group: Sequence[_Edge]) -> Iterator[_Edge]:
    """Edges for sides that are not printed: where a page cuts a table, or where a table has no outer lines.

    Such a side shows in ends of rules that are level and that no rule across meets.
    """
    for upright in (True, False):
        along = [edge for edge in group if edge.upright is upright]
        across = [edge for edge in group if edge.upright is not upright]
        for end_of in (attrgetter("start"), attrgetter("end")):
            yield from _closing_ends(along, across, end_of)


def _closing_ends(along: list[_Edge], across: list[_Edge], end_of: Callable[[_Edge], float]) -> Iterator[_Edge]:
    for level in _levels(along, end_of):
        place = sum(map(end_of, level)) / len(level)
        loose = [edge for edge in level if not any(_meets(edge, other, place) for other in across)]
        if loose and len(level) > 1:
            places = [edge.at for edge in level]
            printed = min((other.at for other in across), key=lambda at: abs(at - place), default=place)
            on = printed if abs(printed - place) <= _NEAR else place  # a side may be printed in part
            yield _Edge(not level[0].upright, on, min(places), max(places))


def _meets(edge: _Edge, other: _Edge, place: float) -> bool:
    return abs(other.at - place) <= _NEAR and _reaches(other, edge.at)


def _levels(edges: Iterable[_Edge], end_of: Callable[[_Edge], float]) -> list[list[_Edge]]:
    """Edges whose ends are level."""
    levels: list[list[_Edge]] = []
    for edge in sorted(edges, key=end_of):
        if levels and end_of(edge) - end_of(levels[-1][-1]) <= _NEAR:
            levels[-1].append(edge)
        else:
            levels.append([edge])
    return levels


# ---- Grid -----------------------------------------------------------------------------------------------------------


def _on_grid(boxes: Sequence[Box]) -> RuledTable:
    lefts, tops = sorted({box[0] for box in boxes}), sorted({box[1] for box in boxes})
    cells = tuple(_cell(box, lefts, tops) for box in sorted(boxes, key=itemgetter(1, 0)))
    by_place = {
        (row, column): cell
        for cell in cells
        for row in range(cell.row, cell.row + cell.height)
        for column in range(cell.column, cell.column + cell.width)
    }
    return RuledTable(cells, tuple(lefts), tuple(tops), by_place)


def _cell(box: Box, lefts: Sequence[float], tops: Sequence[float]) -> RuledCell:
    left, top, right, bottom = box
    row, column = bisect_left(tops, top), bisect_left(lefts, left)
    return RuledCell(box, row, column, bisect_left(lefts, right) - column, bisect_left(tops, bottom) - row)
