"""What a DOCX file writes but does not print as it is written, settled before its text is read.

Each function changes the tree of the document: a text that is not seen is marked as hidden, one that is raised as a
superscript, whatever way the document says so in.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from lxml.etree import _Element as Element  # the type has no public name

from parsing.readers.docx_colours import is_seen
from parsing.readers.docx_styles import Styles, is_tiny, write_onto_runs
from parsing.readers.docx_text import attribute, child, local_name, properties, sibling_tag, whole_number

_RAISED: Final = 3  # half points; smaller shifts only level a text
_DARKEST: Final = frozenset({"", "auto", "000000"})


def settle(body: Element, styles: Styles) -> None:
    """Mark what is not printed as it is written."""
    write_onto_runs(body, styles)
    _hide_unseen(body, styles)
    _raise_shifted(body)
    _blank_field_codes(body)


def _hide_unseen(body: Element, styles: Styles) -> None:
    """Hide runs that have the colour of the ground behind them, and those that are too small to be seen."""
    value_of = sibling_tag(body, "val")
    for colour in body.iter("{*}color"):
        value = colour.get(value_of) or attribute(colour, "val")
        if value in _DARKEST:
            continue
        run = _run_of(colour)
        if run is not None and not is_seen(run, value, styles.lays_ground):
            _mark(colour, "vanish")
    for size in body.iter("{*}sz"):
        if len(size.get(value_of, "")) <= 1 and is_tiny(size) and _run_of(size) is not None:
            _mark(size, "vanish")


def _run_of(part: Element) -> Element | None:
    """The run that a property formats; the mark at the end of a paragraph is none."""
    look = part.getparent()
    run = None if look is None or local_name(look) != "rPr" else look.getparent()
    return run if run is not None and local_name(run) == "r" else None


def _mark(beside: Element, name: str, value: str = "") -> None:
    """Put a property beside another, before any that the run has already."""
    look = beside.getparent()
    if look is not None:
        look.insert(0, look.makeelement(sibling_tag(beside, name), {"val": value} if value else {}))


def _raise_shifted(body: Element) -> None:
    """Mark runs that are set higher or lower than their neighbours: of 5¹ the second is a note."""
    shifted = ((position, run) for position in body.iter("{*}position") if (run := _run_of(position)) is not None)
    for _, group in groupby(shifted, lambda found: found[1].getparent()):
        marks = list(group)
        level = _level(marks[0][1])
        for position, _ in marks:
            height = _height(position) - level
            if abs(height) >= _RAISED:
                _mark(position, "vertAlign", "superscript" if height > 0 else "subscript")


def _level(run: Element) -> int:
    """The height at which the runs beside a run stand: that of the line, or where none does that of the first."""
    parent = run.getparent()
    beside = [run] if parent is None else [part for part in parent.iterchildren("{*}r") if child(part, "t") is not None]
    heights = [_height(properties(part, "rPr", ("{*}position",)).get("position")) for part in beside]
    return 0 if 0 in heights or not heights else heights[0]


def _height(position: Element | None) -> int:
    return whole_number(position) or 0


# ---- Fields ---------------------------------------------------------------------------------------------------------


def _blank_field_codes(body: Element) -> None:
    """Blank the texts of field codes, and with them what fields inside a code have given."""
    open_codes: list[list[Element] | None] = []  # for each open field the texts of its code; none behind the code
    for part in _fields_and_texts(body):
        kind = attribute(part, "fldCharType")
        if kind == "begin":
            open_codes.append([])
        elif kind and open_codes:
            for text in open_codes.pop() or ():
                text.text = ""
            if kind == "separate":
                open_codes.append(None)
        elif not kind:
            code = next((texts for texts in open_codes if texts is not None), None)
            if code is not None:
                code.append(part)


def _fields_and_texts(body: Element) -> Iterator[Element]:
    if next(body.iter("{*}fldChar"), None) is not None:
        yield from body.iter("{*}fldChar", "{*}t")
