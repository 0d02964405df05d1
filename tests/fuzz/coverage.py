"""Documents made by coverage: atheris changes seeds so that they reach code that none has reached before."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final

from tests.fuzz.documents import READERS, Case

_SEEDS: Final = 40
_LARGEST: Final = 64 * 1024  # bytes of one document
_HANG: Final = 20  # seconds
_MEMORY: Final = 2048  # MB


def run(reader: str, seconds: float) -> int:
    """Fuzz one reader; the process ends with the first finding, which atheris writes beside itself.

    Raises:
        ModuleNotFoundError: atheris is not installed.
    """
    atheris = import_module("atheris")  # only then is the library needed
    with atheris.instrument_imports(include=["parsing"]):
        judging = import_module("tests.fuzz.judging")
    suffix = READERS[reader](Random(0)).source.name  # noqa: S311 - a seed

    def read_one(content: bytes) -> None:
        found = judging.faults(Case(judging.Source(suffix, content)))
        if found:
            raise AssertionError(found)

    with TemporaryDirectory(prefix="gongkai-") as folder:
        for number in range(_SEEDS):
            chance = Random(number)  # noqa: S311 - a seed
            Path(folder, f"{number:03d}").write_bytes(READERS[reader](chance).source.content[:_LARGEST])
        limits = (f"-max_total_time={seconds:.0f}", f"-timeout={_HANG}", f"-rss_limit_mb={_MEMORY}")
        atheris.Setup([sys.argv[0], folder, f"-max_len={_LARGEST}", "-len_control=0", *limits], read_one)
        atheris.Fuzz()
    return 0
