"""Layouts that no generator of ours makes are read right, or not at all and with the reason: never silently wrong.

``tests.accuracy --varied`` reads the same with both editions and more figures, and counts.
"""

from __future__ import annotations

from typing import Final

import pytest

from tests.properties.all_variations import VARIATIONS
from tests.properties.filled_reports import drawn, filled
from tests.properties.realistic import outcome

SEED: Final = 1


@pytest.mark.parametrize(("edition", "most"), [("2019", 2), ("2021", 99_999)])
@pytest.mark.parametrize("name", VARIATIONS)
def test_no_figure_is_silently_wrong(name: str, edition: str, most: int) -> None:
    report = filled(edition, drawn(SEED), most)
    judged = outcome(report, VARIATIONS[name](report))
    assert judged.silent == ()
    assert judged.unnamed == ()
