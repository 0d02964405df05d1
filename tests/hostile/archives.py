"""ZIP archives that were made to hurt."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence

LINK = 0o120777 << 16  # the mark of a symbolic link
ENCRYPTED = 0x1


def packed(entries: Iterable[tuple[str, bytes]]) -> bytes:
    """An archive; names may come twice."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        seen: set[str] = set()
        for name, content in entries:
            info = zipfile.ZipInfo(name if name not in seen else f"{name[:-1]}\1")
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
            seen.add(name)
    return written.getvalue()


def nested(content: bytes, depth: int) -> bytes:
    """A document in an archive in an archive ..."""
    for level in range(depth):
        content = packed([(f"{level}.zip" if level else "report.txt", content)])
    return content


def link(target: str) -> bytes:
    """An archive whose entry is a symbolic link."""
    info = zipfile.ZipInfo("report.txt")
    info.external_attr = LINK
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr(info, target)
    return written.getvalue()


def locked(parts: Mapping[str, bytes]) -> bytes:
    """An archive all of whose entries say that they are encrypted."""
    content = bytearray(packed(parts.items()))
    for magic, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(magic)
        while at >= 0:
            content[at + flags] |= ENCRYPTED
            at = content.find(magic, at + 4)
    return bytes(content)


def overlapping(count: int, content: bytes) -> bytes:
    """An archive all of whose entries are the same bytes of the file."""
    body = zlib.compress(content, 9)[2:-4]
    crc = zlib.crc32(content)
    sizes = struct.pack("<III", crc, len(body), len(content))
    local = b"PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0" + sizes + b"\x05\0\0\0" + b"a.txt" + body
    name = b"a.txt"
    entry = b"PK\x01\x02\x14\0\x14\0\0\0\x08\0\0\0\0\0" + sizes + struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, 0)
    directory = (entry + name) * count
    return local + directory + _end(count, len(directory), len(local))


def vast_directory(claimed: int) -> bytes:
    """An archive that claims a directory of so many bytes."""
    return b"PK\x03\x04" + b"\0" * 64 + _end(1, claimed, 0)


def _end(count: int, size: int, start: int) -> bytes:
    few = min(count, 0xFFFF)
    return b"PK\x05\x06\0\0\0\0" + struct.pack("<HHIIH", few, few, size, start, 0)


def many(names: Sequence[str]) -> bytes:
    """An archive of empty entries."""
    return packed((name, b"") for name in names)
