"""How exact the reading is, measured on documents with answer keys.

::

    uv run gongkai demo corpus --agencies 100
    uv run python -m tests.accuracy corpus
    uv run python -m tests.accuracy --varied --damaged 2000

The exit code is 1 when a figure was silently wrong. Keys are found as ``tests.accuracy.keyed`` says.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from tests.accuracy.harder import broken, varied
from tests.accuracy.keyed import keyed_documents
from tests.accuracy.measuring import as_json, as_markdown, measure


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and tell by the exit code whether anything was silently wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description="How exact the reading is.")
    parser.add_argument("paths", metavar="PATH", nargs="*", type=Path, help="documents with keys, or folders of them")
    parser.add_argument("--varied", action="store_true", help="reports in the layouts of tests/properties")
    parser.add_argument("--damaged", metavar="N", type=int, default=0, help="so many documents damaged in one place")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of tables")
    chosen = parser.parse_args(arguments)
    harder = chain(varied() if chosen.varied else (), broken(chosen.damaged))
    measured = measure(chain(keyed_documents(chosen.paths), harder))
    if not measured.layouts:
        parser.error("no document with a key was found")
    sys.stdout.write(as_json(measured) if chosen.json else as_markdown(measured))
    return 1 if measured.silent else 0


if __name__ == "__main__":
    sys.exit(main())
