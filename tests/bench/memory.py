"""The memory of a process that reads documents and nothing else.

::

    uv run python -m tests.bench.memory FOLDER COUNT
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Final

from parsing import read_report
from parsing.model import Source

_STATUS: Final = Path("/proc/self/status")  # where Linux tells it; other systems do not tell it of this process alone
_KILOBYTES: Final = 1024


def peak() -> float | None:
    """The most memory that this process has held, in megabytes, where the system tells it."""
    if not _STATUS.exists():
        return None
    entries = dict(line.split(":", 1) for line in _STATUS.read_text(encoding="utf-8").splitlines())
    return int(entries["VmHWM"].split()[0]) / _KILOBYTES


def main(folder: Path, count: int) -> str:
    """Read so many documents, those of a folder again and again; the peaks after a tenth and after all of them."""
    early = None
    for number, path in enumerate(islice(cycle(sorted(folder.iterdir())), count), start=1):
        read_report(Source(path.name, path.read_bytes()))
        if number == count // 10:
            early = peak()
    late = peak()
    if early is None or late is None:
        return "Memory of one process: this system does not tell.\n"
    return f"Memory of one process: {early:.0f} MB after {count // 10} documents, {late:.0f} MB after {count}.\n"


def run(arguments: Sequence[str]) -> int:
    """Print the peaks."""
    sys.stdout.write(main(Path(arguments[0]), int(arguments[1])))
    return 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
