"""Word and WPS documents (DOCX): paragraphs and tables in order, as the printed page shows them.

Elements are known by their local names, so that the transitional and the strict namespace are both read.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from lxml.etree import _Element as Element  # the type has no public name

from parsing.model import Block, Document, Format, Paragraph, Place, UnreadableError
from parsing.readers.docx_tables import arranges_page, cells_of, read_table
from parsing.readers.docx_text import child, local_name, text_boxes, text_of, unwrapped
from parsing.readers.packages import DAMAGED, main_part, open_package, read_xml, title
from parsing.readers.whitespace import lines


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
        head = {"title": name} if (name := title(package)) else {}
    if body is None:
        raise UnreadableError(DAMAGED)
    return Document(format=Format.DOCX, blocks=tuple(_numbered(body)), head=head)


def _numbered(body: Element) -> Iterator[Block]:
    """The blocks in order; paragraphs and tables are numbered from 1, each kind for itself."""
    paragraphs, tables = count(1), count(1)
    for block in _blocks(body):
        if isinstance(block, str):
            yield Paragraph(block, Place(line=next(paragraphs)))
        else:
            yield read_table(block, next(tables))


def _blocks(container: Element) -> Iterator[str | Element]:
    """Lines of text and data tables. Tables that only arrange the page are walked into."""
    for part in unwrapped(container, "p", "tbl"):
        if local_name(part) == "p":
            yield from lines(text_of(part))
            for box in text_boxes(part):
                yield from _blocks(box)
        elif arranges_page(part):
            for row in cells_of(part):
                for cell in row:
                    yield from _blocks(cell)
        else:
            yield part
