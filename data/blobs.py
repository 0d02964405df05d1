"""What is kept of a document under its SHA-256: its original bytes, and its reading as compressed JSON."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from data.places import Location, write_whole

READINGS: Final = "readings"
ORIGINALS: Final = "originals"

_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_LEVEL: Final = 3  # of compression: a tenth larger than the best, in a third of its time


def reading_place(location: Location, sha256: str) -> Location:
    """Where the reading of a document is kept in a dataset.

    Raises:
        ValueError: not a SHA-256 in hexadecimal. The name may come from an address bar: it must not leave the folder.
    """
    return location / READINGS / _folder(sha256) / f"{sha256}.json.gz"


def original_place(location: Location, sha256: str) -> Location:
    """Where a document is kept in a dataset.

    Raises:
        ValueError: not a SHA-256 in hexadecimal.
    """
    return location / ORIGINALS / _folder(sha256) / sha256


def keep(location: Location, sha256: str, reading: bytes, original: bytes) -> None:
    """Keep a document and its packed reading.

    Raises:
        OSError: no permission, no room, or the store cannot be reached.
    """
    write_whole(reading_place(location, sha256), reading)
    write_whole(original_place(location, sha256), original)


def not_kept(location: Path, sha256: str) -> Path | None:
    """The first of a document's two files that is not there."""
    places = (reading_place(location, sha256), original_place(location, sha256))
    return next((file for file in map(Path, map(str, places)) if not file.is_file()), None)


def pack(content: Mapping[str, object]) -> bytes:
    """Compressed JSON; the same content always gives the same bytes."""
    return gzip.compress(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(), _LEVEL, mtime=0)


def unpack(packed: bytes) -> dict[str, object]:
    """What was packed.

    Raises:
        OSError, EOFError, ValueError: the bytes are damaged.
    """
    content: dict[str, object] = json.loads(gzip.decompress(packed))
    return content


def _folder(sha256: str) -> str:
    if not _SHA256.fullmatch(sha256):
        raise ValueError(sha256)
    return sha256[:2]
