"""The parts of a DOCX file, read within limits: a DOCX is a ZIP archive of XML parts."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element  # the type has no public name

from parsing.limits import MAX_DOCX_PART_BYTES, readable_size
from parsing.model import Problem, UnreadableError

BAD_ARCHIVE: Final = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError, OSError)
"""What Python's reader of archives raises for damaged, cut off, encrypted or unusual ones."""

DAMAGED: Final = Problem(code="file-damaged", values={"format": "DOCX"})
_MAIN_PART: Final = re.compile(r"word/document\d*\.xml")
_CORE_PROPERTIES: Final = "docProps/core.xml"
_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
_ENCRYPTED: Final = 0x1


def open_package(content: bytes) -> zipfile.ZipFile:
    """The archive.

    Raises:
        UnreadableError: it is damaged or cut off.
    """
    try:
        return zipfile.ZipFile(io.BytesIO(content))
    except BAD_ARCHIVE as error:
        kind = "DOCX" if b"word/" in content else "ZIP"
        raise UnreadableError(Problem(code="file-damaged", values={"format": kind})) from error


def main_part(package: zipfile.ZipFile) -> str:
    """The name of the part that holds the text, or nothing when the archive is no text document."""
    return next((name for name in package.namelist() if _MAIN_PART.fullmatch(name)), "")


def title(package: zipfile.ZipFile) -> str:
    """The document's title property, or nothing."""
    if _CORE_PROPERTIES not in package.namelist():
        return ""
    return (read_xml(package, _CORE_PROPERTIES).findtext(_TITLE) or "").strip()


def read_xml(package: zipfile.ZipFile, name: str) -> Element:
    """The root of one part. Entities, outside references and document types are refused.

    Raises:
        UnreadableError: the part is damaged, encrypted, larger than the limit, or declares a document type.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(_read(package, name), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(DAMAGED) from error
    if root.getroottree().docinfo.doctype:
        raise UnreadableError(DAMAGED)
    return root


def _read(package: zipfile.ZipFile, name: str) -> bytes:
    """One part, never more of it than the limit, whatever size its header claims."""
    if package.getinfo(name).flag_bits & _ENCRYPTED:
        raise UnreadableError(Problem(code="file-encrypted"))
    try:
        with package.open(name) as part:
            content = part.read(MAX_DOCX_PART_BYTES + 1)
    except BAD_ARCHIVE as error:
        raise UnreadableError(DAMAGED) from error
    if len(content) > MAX_DOCX_PART_BYTES:
        limit = readable_size(MAX_DOCX_PART_BYTES)
        raise UnreadableError(Problem(code="file-too-large", values={"limit": limit}))
    return content
