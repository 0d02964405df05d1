"""From bytes to what is printed: one reader a format, none of them knows the form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from parsing.limits import MAX_FILE_BYTES, readable_size
from parsing.model import Document, Format, Problem, Source, UnreadableError
from parsing.readers import docx, html, legacy, pdf, text
from parsing.readers.archive import Found, Refused, find_sources
from parsing.readers.sniffing import sniff

__all__ = ["READERS", "Found", "Refused", "find_sources", "read_document", "sniff"]

READERS: Final[Mapping[Format, Callable[[bytes], Document]]] = MappingProxyType(
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
        raise UnreadableError(Problem(code="file-too-large", values={"limit": readable_size(MAX_FILE_BYTES)}))
    return READERS[sniff(source.content)](source.content)
