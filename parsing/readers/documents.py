"""Any document, by the reader of its format. Loads all readers: what needs one of them imports that one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from parsing.limits import MAX_CELLS, MAX_CHARACTERS, MAX_COLUMNS, MAX_FILE_BYTES, MAX_LINES, refuse_beyond, too_large
from parsing.model import Document, Format, Grid, Paragraph, Source, UnreadableError
from parsing.readers import docx, html, legacy, pdf, text
from parsing.readers.sniffing import sniff

_READERS: Final[Mapping[Format, Callable[[bytes], Document]]] = MappingProxyType(
    {
        Format.HTML: html.read,
        Format.PDF: pdf.read,
        Format.DOCX: docx.read,
        Format.DOC: legacy.read,
        Format.TEXT: text.read,
    }
)


def read_document(source: Source) -> Document:
    """Everything that a file prints, in reading order.

    Raises:
        UnreadableError: nothing can be taken from the file; the problem says why.
    """
    if len(source.content) > MAX_FILE_BYTES:
        raise UnreadableError(too_large(MAX_FILE_BYTES))
    document = _READERS[sniff(source.content)](source.content)
    _refuse_excess(document)
    return document


def _refuse_excess(document: Document) -> None:
    """Refuse a document with more text or cells than any report has.

    Raises:
        UnreadableError: it is beyond a limit.
    """
    rows = [row for block in document.blocks if isinstance(block, Grid) for row in block.rows]
    texts = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    characters = sum(map(len, texts)) + sum(len(cell.text) for row in rows for cell in row)
    refuse_beyond("lines", len(texts) + len(rows), MAX_LINES)
    refuse_beyond("columns", max(map(len, rows), default=0), MAX_COLUMNS)
    refuse_beyond("cells", sum(map(len, rows)), MAX_CELLS)
    refuse_beyond("characters", characters, MAX_CHARACTERS)
