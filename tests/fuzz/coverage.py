"""Documents made by coverage: atheris changes reports so that they reach code that none has reached before.

Linux only; one reader at a time, since the process ends with the first finding, which is left beside it::

    uv run --group fuzz python -m tests.fuzz.coverage docx 600
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final

_SEEDS: Final = 40
_LARGEST: Final = 64 * 1024  # bytes of one document
_HANG: Final = 20  # seconds
_MEMORY: Final = 2048  # MB


def main(reader: str, seconds: float) -> None:
    """Fuzz one reader for so long.

    Raises:
        ModuleNotFoundError: atheris is not installed.
    """
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=["parsing"]):  # only what is imported within is watched
        documents = import_module("tests.fuzz.documents")
        judging = import_module("tests.fuzz.judging")
    made = [documents.READERS[reader](Random(number)).source for number in range(_SEEDS)]  # noqa: S311 - seeds

    def read_one(content: bytes) -> None:
        found = judging.faults(documents.Case(judging.Source(made[0].name, content)))
        if found:
            raise AssertionError(found)

    with TemporaryDirectory(prefix="gongkai-") as folder:
        for number, source in enumerate(made):
            Path(folder, f"{number:03d}").write_bytes(source.content[:_LARGEST])
        limits = (f"-max_total_time={seconds:.0f}", f"-timeout={_HANG}", f"-rss_limit_mb={_MEMORY}")
        atheris.Setup([sys.argv[0], folder, f"-max_len={_LARGEST}", "-len_control=0", *limits], read_one)
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
