"""What an afternoon's script reads: the text of a document, and behind each label of the form the next numbers.

It is the floor that the parser is measured against. It knows labels and nothing of tables, spans, units or damage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile

import pdfplumber
from lxml import html
from lxml.etree import ParserError

from parsing import form
from parsing.form import cell_id

_NUMBER: Final = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?")
_XML_TAG: Final = re.compile(rb"<[^>]+>")


def read_floor(name: str, content: bytes) -> dict[str, Decimal]:
    """The figures that such a script finds, each edition's labels tried on the text."""
    text = re.sub(r"[ \t\u3000]+", " ", _text(name, content))
    edition = "2021" if "制发件数" in text else "2019"
    return dict(_figures(text, edition))


def _figures(text: str, edition: str) -> Iterator[tuple[str, Decimal]]:
    for table in ("proactive", "applications"):
        for row in form.TABLES[table, edition].rows:
            at = text.rfind(row.label)
            numbers = _NUMBER.findall(text, at + len(row.label)) if at >= 0 else []
            for column, number in zip(row.columns, numbers, strict=False):
                yield cell_id(table, row.id, column.id), Decimal(number.replace(",", ""))
    cells = form.TABLES["remedies", edition].cells
    numbers = _NUMBER.findall(text, text.rfind("尚未审结"))
    yield from ((cell, Decimal(number.replace(",", ""))) for cell, number in zip(cells, numbers, strict=False))


def _text(name: str, content: bytes) -> str:
    try:
        if name.endswith(".pdf"):
            with pdfplumber.open(BytesIO(content)) as pdf:
                return "\n".join(page.extract_text() for page in pdf.pages)
        if name.endswith(".docx"):
            return _XML_TAG.sub(b" ", ZipFile(BytesIO(content)).read("word/document.xml")).decode("utf-8")
        if name.endswith((".html", ".htm")):
            return " ".join(str(part) for part in html.fromstring(content).itertext())
    except (BadZipFile, KeyError, ParserError):
        return ""
    return content.decode("utf-8", errors="replace")
