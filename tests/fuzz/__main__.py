"""Read damaged documents for so long and tell what went wrong.

    uv run python -m tests.fuzz --seconds 600
    uv run python -m tests.fuzz --reader pdf --case 4711 --keep found/

Reading happens in a process of its own, which is watched: a crash, a hang or a thirst for memory is a finding like any
other. :mod:`tests.fuzz.coverage` makes documents by coverage instead.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.fuzz.documents import READERS, case
from tests.fuzz.judging import faults
from tests.fuzz.watching import Finding, watch


def main(arguments: Sequence[str]) -> int:
    """Fuzz; 1 when anything was found."""
    chosen = _parser().parse_args(arguments)
    readers = [chosen.reader] if chosen.reader else list(READERS)
    if chosen.case is not None:
        found = [Finding(readers[0], chosen.case, fault) for fault in faults(case(readers[0], chosen.case))]
    else:
        found = watch(readers, chosen.seconds, chosen.start)
    for finding in found:
        _keep(finding, chosen.keep)
    return 1 if found else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--seconds", type=float, default=60.0, help="how long, over all readers")
    parser.add_argument("--reader", choices=list(READERS), help="one reader; else all in turn")
    parser.add_argument("--start", type=int, default=0, help="number of the first document")
    parser.add_argument("--case", type=int, help="read this one document only")
    parser.add_argument("--keep", type=Path, help="folder for the documents that something was found with")
    return parser


def _keep(finding: Finding, folder: Path | None) -> None:
    sys.stdout.write(f"{finding.reader} --case {finding.number}: {finding.fault}\n")
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        document = case(finding.reader, finding.number).source
        (folder / f"{finding.reader}-{finding.number}{Path(document.name).suffix}").write_bytes(document.content)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
