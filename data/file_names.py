"""Names of files that every system accepts, made of any text: an organ's name, a title, what a report was called."""

from __future__ import annotations

import re
from typing import Final

from data.shown import printable

_UNSAFE: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\s\ufffd]+')
_DEVICES: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)  # Windows' own names
LONGEST: Final = 80  # characters; in Chinese 240 bytes, of which file systems take 255
_LONGEST_SUFFIX: Final = 10


def file_stem(text: str) -> str:
    """A name without an ending."""
    stem = _UNSAFE.sub("-", printable(text)).strip("-.")[:LONGEST]
    return f"_{stem}" if _DEVICES.match(stem) else stem


def file_name(source: str) -> str:
    """A name for the copy of a file that was called like this, with its folders left out and its ending kept."""
    stem, dot, suffix = source.replace("\\", "/").rpartition("/")[2].rpartition(".")
    if not suffix.strip() or not dot or len(suffix) > _LONGEST_SUFFIX:
        return file_stem(stem + dot + suffix) or "_"
    return f"{file_stem(stem) or '_'}.{_UNSAFE.sub('-', printable(suffix))}"
