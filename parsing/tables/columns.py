"""Which printed cells of a row hold the figures of the form's columns, by the shape of the table's other rows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from parsing.folding import label_key
from parsing.tables.column_order import FORM_ORDER, TOTAL
from parsing.tables.labels import applicant_keys
from parsing.tables.runs import Piece, Run


@dataclass(frozen=True, slots=True)
class Shape:
    """Where the rows of one printed table begin and end, learned from those that are filled throughout.

    A row with blank cells is trusted only if it has this shape: a cell that was lost would else shift the others.
    """

    extents: frozenset[tuple[int, int]]
    behind: frozenset[int]  # cells behind the last figure of such a row
    end: int  # where most rows end
    overfull: bool  # some row on lines of its own has more cells than figures: what the first ones are is not known
    crowded: frozenset[int]  # numbers of figures of which most rows have more: one that has as many may lack one
    beyond: frozenset[int]  # numbers of figures of which some row has more: a cell may be written into several places
    exact: bool  # in every printed row without spans, as many cells as figures stand behind the label
    filled: Mapping[int, tuple[int, ...]]  # number of figures → the grid columns they stand in, in all such rows
    heads: tuple[int, int] | None  # where 自然人 stands in the heading, and where 总计 ends there


def shape_of(found: Iterable[tuple[Run, int]], heading: Sequence[Piece]) -> Shape:
    """The shape of the rows of one printed table, each with its number of figures.

    ``heading`` are the words above it; in a grid they show how wide it is.
    """
    known = list(found)
    rows = [(run, width) for run, width in known if run.bound and not run.dense and run.cells]
    overfull = any(_on_lines(run) and len(run.cells) > width for run, width in known)
    whole = [(run, figures) for run, width in rows if (figures := _side_by_side(run, width))]
    ends = Counter(_end(run) for run, _ in rows)
    end = max(ends, key=lambda each: (ends[each], each), default=0)
    if rows and all(run.aligned for run, _ in rows):
        printed_in = {run.printed_in for run, _ in rows}
        above = (piece.left + piece.width for piece in heading if piece.place.table in printed_in)
        end = max(end, *above, 0)
    exact = len(rows) > 1 and all(len(run.cells) == width and not run.aligned for run, width in rows)
    extents = frozenset(_extent(run, window) for run, window in whole)
    behind = frozenset(_behind(run, window) for run, window in whole)
    heads = _ends_of_heads(heading, {run.printed_in for run, _ in rows})
    crowded, beyond = _crowded(known)
    return Shape(extents, behind, end, overfull, crowded, beyond, exact, _filled_columns(rows), heads)


def _ends_of_heads(heading: Iterable[Piece], tables: Collection[int | None]) -> tuple[int, int] | None:
    """Where the heads of the columns begin and end, if the first and the last one are printed in one row above them."""
    keys, above = applicant_keys(), (piece for piece in heading if piece.place.table in tables)
    named = [(piece, keys[key]) for piece in above if (key := label_key(piece.text)) in keys]
    first = next((piece for piece, column in named if column == FORM_ORDER[0]), None)
    last = next((piece for piece, column in named if column == TOTAL), None)
    if first is None or last is None or first.place.row is None or first.left >= last.left:
        return None
    same = (first.place.table, first.place.row) == (last.place.table, last.place.row)
    return (first.left, last.left + last.width) if same else None


def _on_lines(run: Run) -> bool:
    """Whether the cells stand on lines of their own, blank ones among them."""
    return not run.bound and not run.dense and len(run.cells) > 0


def _crowded(rows: Iterable[tuple[Run, int]]) -> tuple[frozenset[int], frozenset[int]]:
    """The numbers of figures of which most rows have more, and those of which any row has more."""
    surplus: defaultdict[int, list[bool]] = defaultdict(list)
    for run, width in rows:
        if (run.bound or run.dense) and width > 1:  # a single figure may be written into each place of its merged cell
            surplus[width].append(len([piece for piece in run.cells if piece.text]) > width)
    most = frozenset(width for width, more in surplus.items() if 2 * sum(more) > len(more))
    return most, frozenset(width for width, more in surplus.items() if any(more))


def _filled_columns(rows: Iterable[tuple[Run, int]]) -> dict[int, tuple[int, ...]]:
    """The grid columns of the figures, where every row with as many figures fills the same ones.

    The columns between them are spacers: a page that came from a spreadsheet has one behind each figure.
    """
    by_width: dict[int, list[tuple[int, ...]]] = defaultdict(list)
    for run, width in rows:
        by_width[width].append(tuple([piece.left for piece in run.cells if piece.text]))
    return {
        width: found[0]
        for width, found in by_width.items()
        if len(found) > 1 and len(found[0]) == width and len(set(found)) == 1
    }


def pick_cells(run: Run, width: int, shape: Shape) -> tuple[Piece, ...] | None:
    """The ``width`` cells of a row of figures, blanks included; None where they cannot be told.

    A printed row may have blank cells before and behind its figures (merged labels, padding). They are left out if
    that can be done in one way that gives the row the ``shape`` of its table.
    """
    cells = run.cells
    if _on_lines(run):
        return cells if len(cells) == width and not shape.overfull else None
    if width in shape.crowded and len([piece for piece in cells if piece.text]) <= width:
        return None
    if len(cells) == width and (run.dense or not run.bound or "" not in [piece.text for piece in cells]):
        return cells
    if width == 1 and run.bound and cells[0].text and len({piece.text for piece in cells}) == 1:
        return cells[:1]  # one merged cell, written into each of its places
    return None if not run.bound or run.dense or len(cells) < width else _window(run, width, shape)


def _window(run: Run, width: int, shape: Shape) -> tuple[Piece, ...] | None:
    """The one stretch of a row that its blank cells leave, if there is one."""
    cells = run.cells
    if not run.aligned and len(cells) > width and width in shape.beyond:
        return None
    possible = _windows(run, width)
    if shape.heads and not run.aligned and width == len(FORM_ORDER) and _end(run) == shape.heads[1]:
        # Such a row has as many cells as the heading: its figures stand below their heads, be they blank or not.
        below = [each for each in possible if (each[0].left, each[-1].left + each[-1].width) == shape.heads]
        return below[0] if below else None
    if not run.aligned and len(cells) > width:
        # Behind padding it cannot be seen whether the first or last figure is blank or was lost.
        possible = [window for window in possible if window[0].text and window[-1].text]
    windows = [window for window in possible if _extent(run, window) in shape.extents]
    if not shape.extents and _end(run) == shape.end and not _may_be_spaced(run, width):
        windows = possible
    if not windows and len(cells) == width and (shape.exact or _end(run) > shape.end):
        windows = [cells]  # a row that begins a group holds a label more than the others
    if not run.aligned and shape.behind:  # there, such a row reaches as far as one that has a cell more
        windows = [window for window in windows if _behind(run, window) in shape.behind]
    if not possible and _evenly_spaced(run, width):
        windows = [cells[:: len(cells) // width]]
    if not possible and shape.filled.get(width) == tuple(piece.left for piece in cells if piece.text):
        windows = [tuple(piece for piece in cells if piece.text)]
    return windows[0] if len(windows) == 1 else None


def _may_be_spaced(run: Run, width: int) -> bool:
    """Whether a row without a grid has room for a blank cell between every two figures."""
    return not run.aligned and len(run.cells) >= 2 * width - 1 > 1


def _evenly_spaced(run: Run, width: int) -> bool:
    """Whether every second or third cell holds a figure, and all others are blank."""
    step, rest = divmod(len(run.cells), width)
    return step > 1 and not rest and all(bool(piece.text) == (at % step == 0) for at, piece in enumerate(run.cells))


def _windows(run: Run, width: int) -> list[tuple[Piece, ...]]:
    """Every stretch of ``width`` cells that leaves only blank cells out."""
    if len(run.cells) == width:
        return [run.cells]
    filled = [index for index, piece in enumerate(run.cells) if piece.text]
    first = max(filled[-1] - width + 1, 0) if filled else 0
    last = min([len(run.cells) - width, *filled[:1]])
    return [run.cells[start : start + width] for start in range(first, last + 1)]


def _side_by_side(run: Run, width: int) -> tuple[Piece, ...]:
    """The cells that are not blank, if there are ``width`` of them without a blank one between; else none."""
    filled = [index for index, piece in enumerate(run.cells) if piece.text]
    beside = len(filled) == width and filled[-1] - filled[0] == width - 1
    return run.cells[filled[0] : filled[-1] + 1] if beside else ()


def _extent(run: Run, window: Sequence[Piece]) -> tuple[int, int]:
    """Where the figures of a row begin, and where the row ends."""
    return window[0].left, _end(run)


def _behind(run: Run, window: Sequence[Piece]) -> int:
    return sum(1 for piece in run.cells if piece.left > window[-1].left)


def _end(run: Run) -> int:
    return run.cells[-1].left + run.cells[-1].width
