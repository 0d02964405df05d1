"""The page docs/accuracy.md: what was measured, filled into ``accuracy_page.md``.

It takes some minutes, and the published reports beside the checkout::

    uv run python -m tests.accuracy.accuracy_page
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from data.synthetic import corpus
from tests.accuracy.harder import broken, varied
from tests.accuracy.keyed import Keyed, keyed_documents
from tests.accuracy.measuring import as_markdown, measure
from tests.bench import reading
from tests.properties.all_variations import VARIATIONS

ROOT: Final = Path(__file__).parents[2]
PAGE: Final = ROOT / "docs" / "accuracy.md"
TEMPLATE: Final = Path(__file__).with_suffix(".md")
PUBLISHED: Final = (ROOT.parent / "shared" / "seeds", ROOT.parent / "shared" / "reports")
SEEDS: Final = (1, 2)  # of the two corpora
DAMAGED: Final = 1_000
MOST_LISTED: Final = 12


def page() -> str:
    """Everything measured anew."""
    return TEMPLATE.read_text(encoding="utf-8").format(
        published=_tables(keyed_documents(PUBLISHED)),
        synthetic=_synthetic(),
        layouts=len(VARIATIONS),
        harder=_tables(chain(varied(), broken(DAMAGED))),
        speed="\n".join(reading.lines(reading.DOCUMENTS)),
    )


def _synthetic() -> str:
    with TemporaryDirectory() as folder:
        corpora = [Path(folder) / f"corpus{seed}" for seed in SEEDS]
        for path, seed in zip(corpora, SEEDS, strict=True):
            corpus.write(path, agencies=100, years=range(2019, 2025), seed=seed)
        return _tables(keyed_documents(corpora))


def _tables(documents: Iterable[Keyed]) -> str:
    return as_markdown(measure(documents), MOST_LISTED).strip()


def main() -> int:
    """Write the page; 2 where the published reports are not there."""
    if not all(path.is_dir() for path in PUBLISHED):
        sys.stderr.write("The published reports are not beside this checkout.\n")
        return 2
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
