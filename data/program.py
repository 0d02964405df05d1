"""Which version of the program this is, told by its own code and tables."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]

_DECIDING: Final = ("parsing", "data")  # what is in these packages decides what is read, checked and kept
_DIGITS: Final = 16


@cache
def fingerprint() -> str:
    """Another one as soon as anything changes that decides what is read from a document or found in it."""
    digest = hashlib.sha256()
    for package in _DECIDING:
        for path in sorted((ROOT / package).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.relative_to(ROOT).as_posix().encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:_DIGITS]
