"""What a file is, told by its content. Names lie: a .doc is often a web page, a .htm sometimes a PDF."""

from __future__ import annotations

import re
from typing import Final

from parsing.model import Format, Problem, UnreadableError
from parsing.readers import mhtml
from parsing.readers.decoding import declared_encoding, decode
from parsing.readers.drawn import WRAPPING
from parsing.readers.packages import ZIP_STARTS, main_part, open_package, refuse_other_documents

_PDF: Final = re.compile(rb"%PDF-\d")
_PDF_WITHIN: Final = 1024  # bytes; servers put headers or blank lines before it
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word and WPS before 2007, and encrypted documents of today
_RTF: Final = b"{\\rtf"
_PICTURE: Final = re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\x00{4}|II\*\x00|MM\x00\*|RIFF.{4}WEBP", re.DOTALL)
_WORD_XML: Final = re.compile(r"<w:wordDocument|<pkg:package")
_MARKUP_WITHIN: Final = 16_384  # characters
_MARKUP: Final = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|title|div|p|span|table|tr|td|br|h[1-6]|a|img|article|section|font|center|ul)\b",
    re.IGNORECASE,
)
# Markdown writes a line break inside a cell as markup.
_MARKDOWN_TABLE: Final = re.compile(r"^\s*\|?(?:\s*:?-{3,}:?\s*\|)+", re.MULTILINE)
_FEWEST_ROWS: Final = 12  # that begin with a bar, in a text without such a rule
_RULE: Final = re.compile("---")  # which every such table has, and which is found soonest
_BLOCKS: Final = re.compile(r"<(?:table|t[dr]|p|div|body|html|head|meta|li|h[1-6])\b", re.IGNORECASE)
_TABLE: Final = re.compile(r"<t[dr]\b[^<>]*>", re.IGNORECASE)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def sniff(content: bytes) -> Format:
    """The format of a document.

    Raises:
        UnreadableError: the file is empty, encrypted, a picture, or of a kind that is not read.
    """
    if not content.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n\x0b\x0c"):
        raise UnreadableError(Problem(code="file-empty"))
    if content.startswith(ZIP_STARTS):
        return _packed(content)
    if _is_legacy(content):
        return Format.DOC
    if mhtml.is_saved_page(content):
        return Format.HTML
    if _PDF.search(content, 0, _PDF_WITHIN) and not _starts_with_markup(content):
        return Format.PDF
    return _textual(decode(content, declared_encoding(content)).text)


def _packed(content: bytes) -> Format:
    with open_package(content) as package:
        if main_part(package):
            return Format.DOCX
        refuse_other_documents(package)
    raise UnreadableError(Problem(code="file-unknown"))


def _is_legacy(content: bytes) -> bool:
    """Whether it is a document of the formats before DOCX; a picture or an encrypted document is refused."""
    if content.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in content:
        raise UnreadableError(Problem(code="file-encrypted"))
    if _PICTURE.match(content):
        raise UnreadableError(Problem(code="file-scan", values={"pages": 1}))
    return content.startswith((_OLE, _RTF))


def _starts_with_markup(content: bytes) -> bool:
    return content.lstrip()[:1] == b"<"


def _textual(text: str) -> Format:
    if not text.strip():
        raise UnreadableError(Problem(code="file-empty"))
    start = text[:_MARKUP_WITHIN]
    if _WORD_XML.search(start):
        return Format.DOC
    if (_MARKUP.search(start) or _TABLE.search(text)) and not _is_markdown(text):
        return Format.HTML
    if _CONTROL.search(text):
        raise UnreadableError(Problem(code="file-unknown"))
    return Format.TEXT


def _is_markdown(text: str) -> bool:
    ruled = _RULE.search(text) is not None and _MARKDOWN_TABLE.search(text) is not None
    return (ruled or text.count("\n|") >= _FEWEST_ROWS) and _BLOCKS.search(WRAPPING.sub("", text)) is None
