"""Hostile documents of their real size, read as ``gongkai parse`` reads them, with time and memory of each.

uv run python -m tests.hostile
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import psutil

from data.commands import main
from tests.hostile import archives, papers

_MOST: Final = 64_000_000  # bytes, just below the largest file that is read
LARGE: Final[Mapping[str, Callable[[], bytes]]] = {
    "text.txt": lambda: b"|" * _MOST,
    "tags.html": lambda: b"<html>" + b"<b>" * (_MOST // 3),
    "attributes.html": lambda: b"<html><p " + b" ".join(b"a%d=x" % number for number in range(200_000)) + b">",
    "entries.zip": lambda: archives.many([f"{number}.txt" for number in range(100_000)]),
    "shared.zip": lambda: archives.overlapping(20_000, b"x" * 1_000_000),
    "objects.pdf": lambda: papers.one_page(papers.TEXT, *[b"<<>>"] * 1_000_000),
    "packed.pdf": lambda: papers.one_page(b" " * 1_000_000_000 + papers.TEXT),
    "forms.pdf": lambda: papers.forms_in_forms(12),
}


def run() -> None:
    """Read them all; what is said of each stands above its time."""
    with TemporaryDirectory(prefix="gongkai-") as folder:
        for name, make in LARGE.items():
            file = Path(folder, name)
            file.write_bytes(make())
            start = time.monotonic()
            main(["parse", str(file)])
            held = psutil.Process().memory_info().rss // 1024**2
            sys.stdout.write(f"{name}: {time.monotonic() - start:.1f} s, {held} MB held here\n")
            file.unlink()


if __name__ == "__main__":
    run()
