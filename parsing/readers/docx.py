"""Word and WPS documents (DOCX): paragraphs and tables in order, as the printed page shows them.

Elements are known by their local names, so that the transitional and the strict namespace are both read.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from itertools import count
from types import MappingProxyType
from typing import Final

from lxml.etree import _Element as Element  # the type has no public name

from parsing.model import Block, Document, Format, Paragraph, Problem, UnreadableError
from parsing.readers.docx_looks import settle
from parsing.readers.docx_styles import Styles, no_styles, read_styles
from parsing.readers.docx_tables import Rows, arranges_page, read_table, rows_of
from parsing.readers.docx_text import attribute, child, local_name, text_boxes, text_of, unwrapped
from parsing.readers.packages import DAMAGED, main_part, open_package, read_xml, title
from parsing.readers.places import on_line
from parsing.readers.whitespace import lines

_EMBEDDED: Final[Mapping[str, str]] = MappingProxyType(
    {"altChunk": "altChunk", "OLEObject": "OLE", "imagedata": "image"}
)
_SHOWN_OTHERWISE: Final = tuple(f"{{*}}{name}" for name in ("graphicData", *_EMBEDDED))
_GRAPHICS: Final[Mapping[str, str]] = MappingProxyType({"diagram": "SmartArt", "chart": "chart", "picture": "image"})


def read(content: bytes) -> Document:
    """The document's paragraphs and tables.

    Raises:
        UnreadableError: the file is damaged, encrypted, or unpacks to more than the limit.
    """
    with open_package(content) as package:
        part = main_part(package)
        if not part:
            raise UnreadableError(DAMAGED)
        body = child(read_xml(package, part), "body")
        styles = _styles(package, part)
        head = {"title": name} if (name := title(package)) else {}
    if body is None:
        raise UnreadableError(DAMAGED)
    settle(body, styles)
    blocks = tuple(_numbered(body))
    return Document(format=Format.DOCX, blocks=blocks, head=head, problems=_without_text(body))


def _styles(package: zipfile.ZipFile, main: str) -> Styles:
    name = f"{main.rpartition('/')[0]}/styles.xml"
    return read_styles(read_xml(package, name)) if name in package.namelist() else no_styles()


def _without_text(body: Element) -> tuple[Problem, ...]:
    """A note of what the document shows in another way than by its own text and tables; a table may be among it."""
    found = {name for part in body.iter(*_SHOWN_OTHERWISE) if (name := _shown_otherwise(part))}
    return (Problem(code="parts-not-read", values={"parts": ", ".join(sorted(found))}),) if found else ()


def _shown_otherwise(part: Element) -> str:
    """What kind of embedded content an element is, or nothing."""
    if local_name(part) == "graphicData":
        return _GRAPHICS.get(attribute(part, "uri").rpartition("/")[2], "")
    return _EMBEDDED.get(local_name(part), "")


def _numbered(body: Element) -> Iterator[Block]:
    """The blocks in order; paragraphs and tables are numbered from 1, each kind for itself."""
    paragraphs, tables = count(1), count(1)
    for block in _blocks(body):
        if isinstance(block, str):
            yield Paragraph(block, on_line(next(paragraphs)))
        else:
            yield read_table(block, next(tables))


def _blocks(container: Element) -> Iterator[str | Rows]:
    """Lines of text and data tables. Tables that only arrange the page are walked into."""
    for part in unwrapped(container, "p", "tbl"):
        if local_name(part) == "p":
            yield from lines(text_of(part))
            for box in text_boxes(part):
                yield from _blocks(box)
        elif arranges_page(rows := rows_of(part)):
            for row in rows:
                for slot in row:
                    yield from _blocks(slot.cell)
        else:
            yield rows
