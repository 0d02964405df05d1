"""Letters as Word documents, in the type and spacing of official papers; Word and WPS open them and can edit them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from typing import Final
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from data.shown import printable

_NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_CONTENT_TYPES: Final = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}"/></Types>'
)
_RELATIONS: Final = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Target="word/document.xml" '
    f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
# A4 with the margins of official papers, in twentieths of a point.
_PAGE: Final = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/>'
    "</w:sectPr>"
)
_LINE: Final = 560  # of 28 points
_CHANGED: Final = (1980, 1, 1, 0, 0, 0)  # the same letter is always the same bytes


class Role(StrEnum):
    """What a paragraph is in a letter."""

    TITLE = "title"
    ADDRESSEE = "addressee"
    BODY = "body"
    HEADING = "heading"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph and its role."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class _Look:
    font: str
    half_points: int
    settings: str  # of the paragraph, in the order that the format demands


_INDENTED: Final = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
_LOOKS: Final = {
    Role.TITLE: _Look("宋体", 44, '<w:jc w:val="center"/>'),
    Role.ADDRESSEE: _Look("仿宋", 32, ""),
    Role.BODY: _Look("仿宋", 32, _INDENTED),
    Role.HEADING: _Look("黑体", 32, _INDENTED),
    Role.SIGNATURE: _Look("仿宋", 32, '<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>'),
}


def document(paragraphs: Iterable[Paragraph]) -> bytes:
    """The letter as a DOCX file."""
    body = "".join(map(_paragraph, paragraphs))
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": f'<w:document xmlns:w="{_NAMESPACE}"><w:body>{body}{_PAGE}</w:body></w:document>',
    }
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            declared = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{content}'
            package.writestr(ZipInfo(name, _CHANGED), declared, ZIP_DEFLATED)
    return target.getvalue()


def _paragraph(paragraph: Paragraph) -> str:
    look = _LOOKS[paragraph.role]
    settings = f'<w:spacing w:line="{_LINE}" w:lineRule="exact"/>{look.settings}'
    run = (
        f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{look.font}"/>'
        f'<w:sz w:val="{look.half_points}"/>'
    )
    text = f'<w:t xml:space="preserve">{escape(_printable(paragraph.text))}</w:t>'
    return f"<w:p><w:pPr>{settings}</w:pPr><w:r><w:rPr>{run}</w:rPr>{text}</w:r></w:p>"


def _printable(text: str) -> str:
    """The text without what XML forbids or what turns it around; a line end becomes a space."""
    return printable(" ".join(text.splitlines()))
