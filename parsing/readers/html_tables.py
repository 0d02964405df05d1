"""Tables of a web page: which of them hold data, and their cells row by row."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element  # the type has no public name

from parsing.limits import MAX_NESTING, MAX_SPAN, refuse_beyond
from parsing.readers.grids import PICTURE, Written, is_frame, is_page_layout
from parsing.readers.whitespace import lines

_CELLS: Final = ("td", "th")
_HOLDERS: Final = frozenset({"table", *_CELLS})
_MOST_CELLS_OF_A_FRAME: Final = 15
_SPACER_SIZES: Final = frozenset({"0", "1", "2", "1px"})
_LEADING_NUMBER: Final = re.compile(r"\s*\+?(\d{1,6})")


def text_of(element: Element) -> str:
    """All text inside an element."""
    if not len(element):
        return element.text or ""
    return etree.tostring(element, method="text", encoding="unicode", with_tail=False)


def is_in_cell(element: Element) -> bool:
    """Whether it stands in a cell of a table."""
    return next(element.iterancestors(*_CELLS), None) is not None


def replace_by(element: Element, text: str) -> None:
    """Put a text in the place of an element, before the text that follows it.

    It becomes an element of its own: joined to the text before, a thousand of them would be copied a thousand times.
    """
    parent = element.getparent()
    if parent is None:
        return
    place = element.makeelement("span")
    place.text, place.tail, element.tail = text, element.tail, None
    parent.replace(element, place)


# ---- Roles ----------------------------------------------------------------------------------------------------------


def roles(tables: list[Element]) -> tuple[set[Element], set[Element]]:
    """The tables that only arrange the page, and those that are part of a cell of another table.

    Raises:
        UnreadableError: they are nested deeper than the limit.
    """
    inner: dict[Element, list[Element]] = {table: [] for table in tables}
    for table in tables:
        around = list(table.iterancestors("table"))
        refuse_beyond("nesting", len(around), MAX_NESTING)
        for outer in around:
            inner[outer].append(table)
    sizes = {table: sum(1 for _ in table.iter(*_CELLS)) for table in tables}
    arranging = {table for table in tables if _arranges(table, sizes[table], [sizes[part] for part in inner[table]])}
    flattened = {part for table in tables if table not in arranging for part in inner[table]}
    return arranging - flattened, flattened


def _arranges(table: Element, size: int, inner: list[int]) -> bool:
    if inner:
        return is_page_layout(size, inner)
    if size > _MOST_CELLS_OF_A_FRAME:  # asked first, because taking the text of every cell costs time
        return len({cell.getparent() for cell in table.iter(*_CELLS)}) == size
    return is_frame(_rows(table), text_of)


# ---- Cells ----------------------------------------------------------------------------------------------------------


def written_rows(table: Element) -> list[list[Written]]:
    """The cells of a table that stands alone, as written. Their text is taken out of the table."""
    return [[_written(cell) for cell in row] for row in _rows(table)]


def _rows(table: Element) -> list[list[Element]]:
    """The cells row by row. A cell outside any row opens one; a cell inside a cell is part of that cell."""
    rows: list[list[Element]] = [[]]
    beside, holder = None, None  # the parent of the element before, which cells of a row share, and what that stands in
    for element in table.iter("tr", *_CELLS):
        parent = element.getparent()
        if parent is not beside:
            beside, holder = parent, _holder(parent)
        if holder is not table:
            continue
        if element.tag == "tr":
            rows.append([])
        else:
            rows[-1].append(element)
    return [row for row in rows if row]


def _holder(holder: Element | None) -> Element | None:
    """The table or cell that an element is, or stands in."""
    while holder is not None and holder.tag not in _HOLDERS:
        holder = holder.getparent()
    return holder


def _written(cell: Element) -> Written:
    found = lines(text_of(cell))
    text = "\n".join(found) if found else PICTURE if _shows_picture(cell) else ""
    width, height = cell.get("colspan"), cell.get("rowspan")
    cell.clear(keep_tail=True)
    if width is None and height is None:
        return Written(text)
    return Written(text, max(_span(width), 1), _span(height) or MAX_SPAN)  # a height of 0 reaches to the end


def _shows_picture(cell: Element) -> bool:
    """Whether a picture is in the cell, other than one that only keeps distance."""
    return any(not {picture.get("width"), picture.get("height")} & _SPACER_SIZES for picture in cell.iter("img"))


@lru_cache(maxsize=256)
def _span(attribute: str | None) -> int:
    """A span as browsers read it: its leading digits, else 1."""
    found = _LEADING_NUMBER.match(attribute) if attribute else None
    return int(found[1]) if found else 1
