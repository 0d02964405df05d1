"""Which reports the pages are asked about: one frozen value that every query applies in the same way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import polars as pl

from parsing.catalogue import Severity
from parsing.divisions import Level, level_of

UNSOUND: Final = (Severity.UNREADABLE, Severity.MALFORMED, Severity.INCONSISTENT)  # worse than worth a look


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """The choice of reports. An empty choice is no restriction.

    ``years`` are the first and the last fiscal year; ``region`` is the six-digit code of a division whose own reports
    and those below it are meant.
    """

    years: tuple[int, int] | None = None
    region: str | None = None
    organs: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    sound_only: bool = False

    @property
    def organs_only(self) -> Filters:
        """The same organs, whatever their reports' years and soundness."""
        return replace(self, years=None, sound_only=False)

    @property
    def and_year_before(self) -> Filters:
        """The same with the year before the first, so that every year that is meant can be compared."""
        return self if self.years is None else replace(self, years=(self.years[0] - 1, self.years[1]))

    def apply(self, reports: pl.LazyFrame) -> pl.LazyFrame:
        """The reports that are meant."""
        return reports.filter(*self._conditions())

    def _conditions(self) -> list[pl.Expr]:
        conditions = [pl.lit(value=True)]
        if self.years is not None:
            conditions.append(pl.col("fiscal_year").is_between(*self.years))
        if self.region is not None:
            conditions.append(pl.col(region_column(self.region)) == self.region)
        for column, chosen in (("organ_id", self.organs), ("agency_level", self.levels), ("agency_kind", self.kinds)):
            if chosen:
                conditions.append(pl.col(column).is_in(chosen))
        if self.sound_only:
            conditions.append(~pl.col("worst").is_in(UNSOUND).fill_null(value=False))
        return conditions


def region_column(code: str) -> Level:
    """Which column of the dataset holds a division's code."""
    return level_of(code)


def region_below(code: str | None) -> Level:
    """The column by which a region, or the whole country, is divided further."""
    if code is None:
        return "province"
    return "city" if region_column(code) == "province" else "county"
