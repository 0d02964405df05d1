"""The charts of who has filed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import polars as pl

from data.queries.filing import Filing
from pages.shell import axes
from pages.shell import matrix as shared
from pages.shell.drawn import Chart
from pages.shell.matrix import Squares
from pages.shell.style import MISSING, SOUND, Palette
from pages.shell.words import Words, day
from parsing.catalogue import Severity

SIGNS: Final[Mapping[Filing, str]] = {
    Filing.FILED: "✓",
    Filing.LATE: "△",
    Filing.MISSING: "✕",
    Filing.NO_MORE: "?",
    Filing.NOT_YET: "",
}
_CONDITIONS: Final[Mapping[Filing, str]] = {
    Filing.FILED: SOUND,
    Filing.LATE: Severity.INCONSISTENT,
    Filing.MISSING: Severity.MALFORMED,
    Filing.NO_MORE: MISSING,
    Filing.NOT_YET: MISSING,
}
_OPEN: Final = (Filing.NO_MORE, Filing.NOT_YET)


def badge(state: Filing, word: Words) -> str:
    """What a state is called, after its sign."""
    return f"{SIGNS[state]} {word(f'filing.states.{state}')}".strip()


def matrix(states: pl.DataFrame, years: Sequence[int], rows: int, word: Words, palette: Palette) -> Chart:
    """Organs by years, a square for what each did."""
    organs = dict(states.select("organ_id", "agency").unique(maintain_order=True).iter_rows())
    if not organs or not years:
        return axes.empty(palette, word("empty.reports"), shared.height(rows))
    shown = states.filter(pl.col("fiscal_year").is_in(years))
    squares = [_squares(shown.filter(pl.col("filing") == state), state, word, palette) for state in Filing]
    return shared.matrix(squares, organs, years, rows, palette)


def _squares(states: pl.DataFrame, state: Filing, word: Words, palette: Palette) -> Squares:
    label = badge(state, word)
    return Squares(
        name=label,
        sign=SIGNS[state],
        colour=palette.condition(_CONDITIONS[state]),
        is_quiet=state is Filing.FILED,
        is_open=state in _OPEN,
        years=states["fiscal_year"].to_list(),
        organs=states["organ_id"].to_list(),
        reports=states["report_id"].to_list(),
        hover=[
            _hover(agency, year, label, day(published) if published else "", word)
            for agency, year, published in states.select("agency", "fiscal_year", "published").iter_rows()
        ],
    )


def _hover(agency: str, year: int, label: str, published: str, word: Words) -> str:
    told = f"{agency}<br>{word('list.pair', first=year, second=label)}"
    return f"{told}<br>{word('filing.published', date=published)}" if published else told
