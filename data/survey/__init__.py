"""A survey of one version of a dataset: what the pages ask of most, worked out once and kept beside the reports.

It knows which reports are current, how far each can be relied on, every problem and finding in the order in which
they are listed, and what the rules between reports came to. All of it is of one version: what came later is in the
next survey or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import polars as pl

from data import checks
from data.checks import recorded
from data.dataset import Dataset, stored
from data.filters import Filters
from data.places import Location
from data.schema import FIGURES, REPORTS
from data.survey import entries, organs, patterns, standing, totals
from data.survey.standing import STANDING

HELD_IN_MEMORY: Final = 50_000  # reports; of a larger dataset the figures are read from its files for each question
ENTRIES: Final = "entries.parquet"
ORGANS: Final = "organs.parquet"
OUTCOMES: Final = "outcomes.parquet"
STANDINGS: Final = "standing.parquet"
TOTALS: Final = "totals.parquet"
# The last one is written last: without it there is no survey.
FILES: Final = (ENTRIES, ORGANS, OUTCOMES, TOTALS, STANDINGS)
STEPS: Final = len(checks.CHECKS) + 4  # that are told while a survey is made

# Figures that most questions are about. They are held in memory, a fifth of a gigabyte for half a million reports.
WARM: Final = tuple(
    cell
    for cell in FIGURES
    if cell.startswith("remedies.")
    or cell.endswith((".decisions", ".amount_10k_yuan", ".in_force", ".total_disclosed"))
    or (cell.startswith("applications.") and cell.endswith(".total"))
)
_PART: Final = 10_000  # reports; their figures take 25 MB
_ENTRIES_TOGETHER: Final = 8192  # the first page of a list reads no more
_COLD: Final = tuple(name for name in REPORTS if name not in {*STANDING, *WARM})

OnStep = Callable[[int], None]
"""Told how many of :data:`STEPS` are done."""


def unwatched(_: int) -> None:
    """For a survey that nobody waits for."""


@dataclass(frozen=True, slots=True)
class Survey:
    """One version of a dataset, surveyed. Nothing here is ever changed.

    ``standing`` has a row for each of the table's rows, in their order. ``reports`` are the current ones, with the
    columns of the dataset and of :data:`data.survey.standing.STANDING`; ``warm`` are the same with no figures but
    :data:`WARM`, for which no file is opened. ``entries`` are those of
    :func:`data.survey.entries.listed`, ``outcomes`` those of :func:`data.survey.patterns.patterns`, ``totals`` those
    of :func:`data.survey.totals.of`, ``organs`` those of :func:`data.survey.organs.of`, all held in memory.
    """

    dataset: Dataset
    standing: pl.DataFrame
    warm: pl.LazyFrame
    reports: pl.LazyFrame
    entries: pl.LazyFrame
    outcomes: pl.DataFrame
    totals: pl.LazyFrame
    organs: pl.LazyFrame

    @property
    def heads(self) -> pl.LazyFrame:
        """The current reports without their figures: for questions that ask for none, no file is opened."""
        return _current(self.standing.lazy())

    def totals_of(self, filters: Filters) -> pl.LazyFrame:
        """The totals of the reports that filters leave."""
        return totals.chosen(self.totals, self.reports, filters)

    def parts(self, filters: Filters) -> Iterator[pl.LazyFrame]:
        """The reports that filters leave, in parts of which each takes little memory: for whoever asks for all figures.

        The first one has the columns and no row. A query over all reports at once holds whole groups of rows of the
        files, a gigabyte and more.
        """
        yield self.reports.head(0)
        if self.standing.height <= HELD_IN_MEMORY:
            yield filters.apply(self.reports)
            return
        figures = stored(self.dataset.files).select(*WARM, *_COLD)
        for start in range(0, self.standing.height, _PART):
            stands = self.standing.lazy().slice(start, _PART)
            if filters.apply(_current(stands)).select(pl.len()).collect().item():
                yield filters.apply(_current(stands, figures.slice(start, _PART)))

    def found(self, report_id: str) -> pl.LazyFrame:
        """The current report of that id, or none. Nothing else is read."""
        start = self._row(report_id)
        if start is None:
            return self.reports.head(0)
        figures = stored(self.dataset.files).select(*WARM, *_COLD).slice(start, 1)
        return _beside(self.standing.lazy().slice(start, 1), figures).drop("is_current")

    def entries_of(self, report_id: str) -> pl.LazyFrame:
        """The problems and findings of one report, the worst first."""
        is_own = pl.col("row") == self._row(report_id)
        places = self.entries.select(pl.arg_where(is_own)).collect().to_series()  # one column tells where to read
        if places.is_empty():
            return self.entries.head(0)
        return self.entries.slice(places[0], places[-1] - places[0] + 1).filter(is_own)

    def _row(self, report_id: str) -> int | None:
        """Which row of the table is the current report of that id."""
        place = self.standing.select(pl.arg_where((pl.col("report_id") == report_id) & pl.col("is_current")))
        return None if place.is_empty() else int(place.item(0, 0))


def surveyed(dataset: Dataset, folder: Location, standings: pl.DataFrame) -> Survey:
    """The survey whose files are in a folder."""
    held = (pl.read_parquet(str(folder / name), glob=False) for name in (OUTCOMES, TOTALS, ORGANS))
    outcomes, summed, known = held
    listed = pl.scan_parquet(str(folder / ENTRIES), glob=False)
    stands = standings.lazy()
    figures = stored(dataset.files)
    warm = figures.select(WARM).collect().lazy()
    return Survey(
        dataset,
        standings,
        warm=_current(stands, warm),
        reports=_current(stands, warm, figures.select(_COLD)),
        entries=listed,
        outcomes=outcomes,
        totals=summed.lazy(),
        organs=known.set_sorted("organ").lazy(),
    )


def survey(dataset: Dataset, on_step: OnStep = unwatched) -> Survey:
    """A survey that is made anew and held in memory."""
    with TemporaryDirectory(prefix="gongkai-", ignore_cleanup_errors=True) as folder:
        made = write(dataset, Path(folder), on_step)
        return in_memory(made)


def in_memory(kept: Survey) -> Survey:
    """A survey of which nothing is read from files any more."""
    reports, listed = (frame.lazy() for frame in pl.collect_all([kept.reports, kept.entries]))
    warm = reports.select(name for name in (*STANDING, *WARM) if name != "is_current")
    return replace(kept, warm=warm, reports=reports, entries=listed)


def write(dataset: Dataset, folder: Path, on_step: OnStep = unwatched) -> Survey:
    """Make a survey in a folder."""
    rows, is_current = stored(dataset.files), dataset.is_current
    checked = checks.check(dataset.reports(), on_step)
    done = STEPS - 4
    outcomes, told = patterns.patterns(checked.outcomes, recorded.letters(rows.filter(is_current)))
    outcomes.write_parquet(folder / OUTCOMES)
    found = pl.concat([entries.own(rows, is_current), entries.across(checked.findings, rows, is_current).lazy()])
    on_step(done + 1)
    standings = standing.standing(rows, standing.conditions(found), told.lazy(), is_current)
    standings.write_parquet(folder / STANDINGS)
    on_step(done + 2)
    current = _beside(standings.lazy(), rows.select(name for name in REPORTS if name not in STANDING))
    totals.of(current.filter("is_current")).sink_parquet(folder / TOTALS)
    organs.of(standings.lazy().filter("is_current")).collect().write_parquet(folder / ORGANS)
    on_step(done + 3)
    entries.listed(found, rows, standings["worst"]).sink_parquet(folder / ENTRIES, row_group_size=_ENTRIES_TOGETHER)
    on_step(STEPS)
    return surveyed(dataset, folder, standings)


def _current(*frames: pl.LazyFrame) -> pl.LazyFrame:
    """The current reports, with the columns of all frames; the first one tells which they are."""
    return _beside(*frames).filter("is_current").drop("is_current")


def _beside(*frames: pl.LazyFrame) -> pl.LazyFrame:
    """The columns of all; the rows stand in the same order."""
    return pl.concat(frames, how="horizontal")
