"""Labels and rows that are broken over two rows of printed tables: the figures stand in one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from parsing.folding import label_key
from parsing.model import Block, Cell, Grid
from parsing.tables.labels import applicant_keys, find_rows, remedy_keys, row_at_end
from parsing.tables.numbers import looks_like_figure
from parsing.tables.printed_lines import is_page_number

_MOST_HEAD_ROWS: Final = 3
_MOST_WORDS: Final = 4  # groups and label of a row; a row of figures has more cells that are not blank

Row = tuple[Cell, ...]


class _Parts(NamedTuple):
    """The words at the beginning of a row, and the cells behind them."""

    words: Row
    behind: Row

    @property
    def has_figures(self) -> bool:
        return any(cell.text for cell in self.behind)


def with_labels_joined(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows of a printed table, two rows that hold one label as one row.

    The label must be whole once its parts are joined, and the lower part must be none. Only one of the two rows has
    anything behind its words.
    """
    joined: list[Row] = []
    for row in rows:
        one = _joined(joined[-1], row) if joined and (_may_be_part(joined[-1]) or _may_be_part(row)) else None
        if one is None:
            joined.append(row)
        else:
            joined[-1] = one
    return joined if len(joined) < len(rows) else rows


def _may_be_part(row: Row) -> bool:
    """Whether the row holds a few words and nothing else."""
    texts = [cell.text for cell in row if cell.text]
    return 0 < len(texts) <= _MOST_WORDS and not looks_like_figure(texts[-1])


def with_pages_joined(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks of a document; a row that the end of a page divides stands whole in the table of its figures.

    A row with figures but no label at the end of a page is never whole, nor is a label without figures that stands
    alone on one side: between them is nothing but the number of the page.
    """
    joined: list[Block] = []
    at = -1  # of the last table, while nothing but page numbers follows it
    for block in blocks:
        if isinstance(block, Grid):
            above = joined[at] if at >= 0 else None
            two = None
            if isinstance(above, Grid) and _turns_page(above, block):
                two = _over_pages(above, block) or _heads_over_pages(above, block)
            if two:
                joined[at] = two[0]
            joined.append(two[1] if two else block)
            at = len(joined) - 1
        else:
            joined.append(block)
            at = at if at >= 0 and is_page_number(block.text.strip()) else -1
    return joined


def _over_pages(above: Grid, below: Grid) -> tuple[Grid, Grid] | None:
    """Both tables, one with the whole row and the other without its part; None where no row is divided."""
    row = _joined(above.rows[-1], below.rows[0], whole_on_one_side=True)
    if row is None:
        return None
    if any(map(_is_figure, above.rows[-1])):
        return replace(above, rows=(*above.rows[:-1], row)), replace(below, rows=below.rows[1:])
    return replace(above, rows=above.rows[:-1]), replace(below, rows=(row, *below.rows[1:]))


def _heads_over_pages(above: Grid, below: Grid) -> tuple[Grid, Grid] | None:
    """Both tables, heads of columns that the end of a page divides whole in the lower one; None where none are."""
    lowest = {cell.left: cell for row in above.rows[-_MOST_HEAD_ROWS:] for cell in row if cell.text}
    ends = below.rows[0]
    whole = tuple(_whole_head(lowest.get(cell.left), cell) for cell in ends)
    if not any(cell.text for cell in ends) or None in whole:
        return None
    begun = {lowest[cell.left].place for cell in ends}
    rest = tuple(tuple(cell._replace(text="") if cell.place in begun else cell for cell in row) for row in above.rows)
    return replace(above, rows=rest), replace(below, rows=(tuple(filter(None, whole)), *below.rows[1:]))


def _whole_head(begins: Cell | None, ends: Cell) -> Cell | None:
    text = begins.text + ends.text if begins else ""
    key = label_key(text)
    return ends._replace(text=text) if key in remedy_keys() or key in applicant_keys() else None


def _turns_page(above: Grid, below: Grid) -> bool:
    """Whether a page ends between two tables; a row whose cells all belong to those above has no place."""
    if not (above.rows and below.rows and above.rows[-1] and below.rows[0]):
        return False
    page = above.rows[-1][0].place.page
    return page is not None and below.rows[0][0].place.page == page + 1


def _is_figure(cell: Cell) -> bool:
    return bool(cell.text) and looks_like_figure(cell.text)


def _joined(above: Row, below: Row, *, whole_on_one_side: bool = False) -> Row | None:
    """One row of two, if they hold one label and the figures of one; the label may stand ``whole_on_one_side``."""
    first, second = _parts(above), _parts(below)
    if first is None or second is None or first.has_figures == second.has_figures:
        return None
    behind = first.behind if first.has_figures else second.behind
    if whole_on_one_side and not (first.words and second.words):
        words = first.words or second.words
        return (*words, *behind) if words and _is_label(words[-1].text) else None
    if not first.words or len(second.words) != 1 or not _are_one_label(first.words[-1].text, second.words[0].text):
        return None
    return (*first.words[:-1], first.words[-1]._replace(text=first.words[-1].text + second.words[0].text), *behind)


def _is_label(text: str) -> bool:
    return len(find_rows(label_key(text))) == 1 and row_at_end(text, numbered=True) is not None


def _are_one_label(begins: str, ends: str) -> bool:
    if not _is_label(begins + ends) or row_at_end(ends) is not None:
        return False
    [found] = find_rows(label_key(begins + ends))
    return found.start < len(label_key(begins)) < found.end


def _parts(row: Row) -> _Parts | None:
    """A row in two; None where words stand behind its figures."""
    worded = [at for at, cell in enumerate(row) if cell.text and not looks_like_figure(cell.text)]
    end = worded[-1] + 1 if worded else 0
    words = tuple(cell for cell in row[:end] if cell.text)
    return _Parts(words, row[end:]) if len(words) == len(worded) else None
