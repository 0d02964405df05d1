"""The page docs/checks.md: what was measured, filled into ``recall_page.md``.

::

    uv run python -m tests.checks.recall_page
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from data.synthetic import corpus
from tests.checks.recall import Score, score, table, together
from tests.narrative.phrases import PHRASES

ROOT: Final = Path(__file__).parents[2]
PAGE: Final = ROOT / "docs" / "checks.md"
TEMPLATE: Final = Path(__file__).with_suffix(".md")
SEEDS: Final = (11, 12)
AGENCIES: Final = 240
YEARS: Final = range(2019, 2025)
REPORTS_PER_FAULT: Final = 3


def page(measured: Score) -> str:
    """The page with what was measured."""
    return TEMPLATE.read_text(encoding="utf-8").format(
        agencies=AGENCIES,
        years=f"{YEARS[0]}–{YEARS[-1]}",
        every=REPORTS_PER_FAULT,
        synthetic="\n".join(table(measured)),
        claiming=len(PHRASES),
        silent=sum(not phrase.claims for phrase in PHRASES),
    )


def _scores() -> Iterator[Score]:
    """Both corpora, one after the other."""
    for seed in SEEDS:
        with TemporaryDirectory() as folder:
            corpus.write(Path(folder), agencies=AGENCIES, years=YEARS, seed=seed, reports_per_fault=REPORTS_PER_FAULT)
            yield score(Path(folder))


def main() -> int:
    """Write the page; 1 when a fault was missed or a false alarm was raised."""
    measured = together(_scores())
    PAGE.write_text(page(measured), encoding="utf-8", newline="\n")
    sys.stdout.writelines(f"{detail}\n" for detail in measured.details)
    return 1 if measured.details else 0


if __name__ == "__main__":
    sys.exit(main())
