"""The parts of a DOCX file, read within limits: a DOCX is a ZIP archive of XML parts."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import IO, Final

from lxml import etree
from lxml.etree import _Element as Element  # the type has no public name

from parsing.limits import MAX_DIRECTORY_BYTES, MAX_DOCX_PART_BYTES, MAX_TAGS, refuse_beyond, too_large
from parsing.model import Problem, UnreadableError

BAD_ARCHIVE: Final = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError, OSError)
"""What Python's reader of archives raises for damaged, cut off, encrypted or unusual ones."""

ZIP_STARTS: Final = (b"PK\x03\x04", b"PK\x05\x06")
DAMAGED: Final = Problem(code="file-damaged", values={"format": "DOCX"})
_MAIN_PART: Final = re.compile(r"word/document\d*\.xml")
_OTHER_DOCUMENTS: Final = {"OFD.xml": "OFD", "xl/workbook.xml": "XLSX", "ppt/presentation.xml": "PPTX"}
_OTHER_TYPES: Final = {
    b"application/vnd.oasis.opendocument.text": "ODT",
    b"application/vnd.oasis.opendocument": "OpenDocument",
    b"application/epub": "EPUB",
}
_MIME_TYPE: Final = "mimetype"
_LONGEST_MIME_TYPE: Final = 200
_CORE_PROPERTIES: Final = "docProps/core.xml"
_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
_ENCRYPTED: Final = 0x1  # among the flags of an entry
_END_WITHIN: Final = 65_536 + 22 + 20 + 56  # a comment, and the records before it of archives beyond 4 GB
_SIZE_IS_WIDE: Final = 0xFFFF_FFFF


def open_package(content: bytes) -> zipfile.ZipFile:
    """The archive.

    Raises:
        UnreadableError: it is damaged or cut off.
    """
    try:
        return opened(io.BytesIO(content))
    except BAD_ARCHIVE as error:
        kind = "DOCX" if b"word/" in content else "ZIP"
        raise UnreadableError(Problem(code="file-damaged", values={"format": kind})) from error


def opened(stream: IO[bytes]) -> zipfile.ZipFile:
    """An archive whose directory is no larger than the limit; it is read into memory when the archive is opened.

    Raises:
        UnreadableError: its directory is larger.
        zipfile.BadZipFile: it is damaged; or any other of ``BAD_ARCHIVE``.
    """
    end = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, end - _END_WITHIN))
    tail = stream.read(_END_WITHIN)
    at, wide = tail.rfind(b"PK\x05\x06"), tail.rfind(b"PK\x06\x06")
    narrow_size = int.from_bytes(tail[at + 12 : at + 16], "little") if at >= 0 else 0
    wide_size = int.from_bytes(tail[wide + 40 : wide + 48], "little") if wide >= 0 else 0
    size = wide_size if narrow_size == _SIZE_IS_WIDE else narrow_size
    refuse_beyond("directory", size, MAX_DIRECTORY_BYTES)
    stream.seek(0)
    return zipfile.ZipFile(stream)


def is_encrypted(entry: zipfile.ZipInfo) -> bool:
    """Whether an entry cannot be read without a password."""
    return bool(entry.flag_bits & _ENCRYPTED)


def main_part(package: zipfile.ZipFile) -> str:
    """The name of the part that holds the text, or nothing when the archive is no text document."""
    return next((name for name in package.namelist() if _MAIN_PART.fullmatch(name)), "")


def refuse_other_documents(package: zipfile.ZipFile) -> None:
    """Refuse an archive that is one document of a kind that is not read: its parts are no reports.

    Raises:
        UnreadableError: it is an OFD, an OpenDocument or EPUB file, a workbook or slides.
    """
    names = set(package.namelist())
    kind = next((kind for part, kind in _OTHER_DOCUMENTS.items() if part in names), "")
    if not kind and _MIME_TYPE in names and package.getinfo(_MIME_TYPE).file_size <= _LONGEST_MIME_TYPE:
        told = _read(package, _MIME_TYPE)
        kind = next((kind for beginning, kind in _OTHER_TYPES.items() if told.startswith(beginning)), "")
    if kind:
        raise UnreadableError(Problem(code="file-other-document", values={"format": kind}))


def title(package: zipfile.ZipFile) -> str:
    """The document's title property, or nothing."""
    if _CORE_PROPERTIES not in package.namelist():
        return ""
    return (read_xml(package, _CORE_PROPERTIES).findtext(_TITLE) or "").strip()


def read_xml(package: zipfile.ZipFile, name: str) -> Element:
    """The root of one part. Entities, outside references and document types are refused.

    Raises:
        UnreadableError: the part is damaged, encrypted, beyond a limit, or declares a document type.
    """
    content = _read(package, name)
    refuse_beyond("tags", content.count(b"<"), MAX_TAGS)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(DAMAGED) from error
    if root.getroottree().docinfo.doctype:
        raise UnreadableError(DAMAGED)
    return root


def _read(package: zipfile.ZipFile, name: str) -> bytes:
    """One part, never more of it than the limit, whatever size its header claims."""
    if is_encrypted(package.getinfo(name)):
        raise UnreadableError(Problem(code="file-encrypted"))
    try:
        with package.open(name) as part:
            content = part.read(MAX_DOCX_PART_BYTES + 1)
    except BAD_ARCHIVE as error:
        raise UnreadableError(DAMAGED) from error
    if len(content) > MAX_DOCX_PART_BYTES:
        raise UnreadableError(too_large(MAX_DOCX_PART_BYTES))
    return content
