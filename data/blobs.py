"""Files kept under the SHA-256 of the document they belong to: original bytes, and readings as compressed JSON."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_SHA256: Final = re.compile(r"[0-9a-f]{64}")


def blob_path(folder: Path, sha256: str, suffix: str = "") -> Path:
    """Where a document's blob is kept.

    Raises:
        ValueError: not a SHA-256 in hexadecimal. The name may come from an address bar: it must not leave the folder.
    """
    if not _SHA256.fullmatch(sha256):
        raise ValueError(sha256)
    return folder / sha256[:2] / f"{sha256}{suffix}"


def pack(content: Mapping[str, object]) -> bytes:
    """Compressed JSON; the same content always gives the same bytes."""
    return gzip.compress(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(), mtime=0)


def unpack(packed: bytes) -> dict[str, object]:
    """What was packed.

    Raises:
        OSError, EOFError, ValueError: the bytes are damaged.
    """
    content: dict[str, object] = json.loads(gzip.decompress(packed))
    return content
