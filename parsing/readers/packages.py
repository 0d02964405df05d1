"""The parts of a DOCX file, read within limits: a DOCX is a ZIP archive of XML parts."""

from __future__ import annotations

import io
import zipfile
import zlib
from posixpath import normpath
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element  # the type has no public name

from parsing.limits import MAX_DOCX_PART_BYTES, readable_size
from parsing.model import Problem, UnreadableError

DAMAGED: Final = Problem(code="file-damaged", values={"format": "DOCX"})
_RELATIONS: Final = "_rels/.rels"
_USUAL_MAIN_PART: Final = "word/document.xml"
_CORE_PROPERTIES: Final = "docProps/core.xml"


def open_package(content: bytes) -> zipfile.ZipFile:
    """The archive.

    Raises:
        UnreadableError: it is damaged or cut off.
    """
    try:
        return zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
        raise UnreadableError(DAMAGED) from error


def is_text_document(content: bytes) -> bool:
    """Whether the archive is a DOCX.

    Raises:
        UnreadableError: it is damaged or cut off.
    """
    with open_package(content) as package:
        return main_part(package) != ""


def main_part(package: zipfile.ZipFile) -> str:
    """The name of the part that holds the text, or nothing when the package is no text document."""
    names = set(package.namelist())
    if _USUAL_MAIN_PART in names:
        return _USUAL_MAIN_PART
    if _RELATIONS not in names:
        return ""
    for relation in read_xml(package, _RELATIONS):
        target = normpath((relation.get("Target") or "").lstrip("/"))
        if (relation.get("Type") or "").endswith("/officeDocument") and target.startswith("word/") and target in names:
            return target
    return ""


def title(package: zipfile.ZipFile) -> str:
    """The document's title property."""
    if _CORE_PROPERTIES not in package.namelist():
        return ""
    found = read_xml(package, _CORE_PROPERTIES).findtext("{http://purl.org/dc/elements/1.1/}title")
    return (found or "").strip()


def read_xml(package: zipfile.ZipFile, name: str) -> Element:
    """The root of one part. Entities, outside references and document types are refused.

    Raises:
        UnreadableError: the part is damaged, encrypted, larger than the limit, or declares a document type.
    """
    content = _read(package, name)
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
    if package.getinfo(name).flag_bits & 0x1:
        raise UnreadableError(Problem(code="file-encrypted"))
    try:
        with package.open(name) as part:
            content = part.read(MAX_DOCX_PART_BYTES + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise UnreadableError(DAMAGED) from error
    if len(content) > MAX_DOCX_PART_BYTES:
        limit = readable_size(MAX_DOCX_PART_BYTES)
        raise UnreadableError(Problem(code="file-too-large", values={"limit": limit}))
    return content
