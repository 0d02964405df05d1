"""What bare Polars is asked: the same of the same files, with nothing around it."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from tests.bench.statements import ASKED, LISTED, ORGANS, POINTS, RANKED, YEARS


@dataclass(frozen=True, slots=True)
class Tables:
    """The files of a dataset without this program: its table, and what its survey keeps beside it."""

    reports: pl.LazyFrame
    standing: pl.LazyFrame
    entries: pl.LazyFrame

    @property
    def current(self) -> pl.LazyFrame:
        """The standing of the reports that count, of organs that are known."""
        return self.standing.filter(pl.col("is_current"), pl.col("organ").is_not_null())

    def of_first_organs(self, count: int) -> pl.LazyFrame:
        """The reports of the first organs in their order."""
        organs = self.current.select(pl.col("organ").unique().sort().head(count)).collect()["organ"]
        return self.current.filter(pl.col("organ").is_in(organs.implode()))


def _spans(own: pl.LazyFrame) -> pl.LazyFrame:
    year = pl.col("fiscal_year")
    return own.group_by("organ").agg(year.min().alias("first"), year.max().alias("last"))


def filing_by_year(tables: Tables) -> object:
    """How many organs have reports before and after, at either end, and of each year."""
    first, last = pl.col("first"), pl.col("last")
    counts = [
        condition.sum().alias(f"{year} {number}")
        for year in YEARS
        for number, condition in enumerate(
            ((first < year) & (last > year), (first == year) | (last == year), first > year, last < year)
        )
    ]
    present = tables.current.filter("represents").group_by("fiscal_year").agg(pl.len(), pl.col("is_late").sum())
    return pl.collect_all([_spans(tables.current).select(counts), present])


def filing_of_organs(tables: Tables) -> object:
    """What the first organs did for each year."""
    own = tables.of_first_organs(ORGANS)
    named = own.group_by("organ").agg(pl.col("agency").max_by("fiscal_year"), pl.col("organ_id").first())
    years = tables.current.select(pl.col("fiscal_year").unique())
    states = _spans(own).join(named, on="organ").join(years, how="cross")
    filed = own.filter("represents").select("organ", "fiscal_year", "report_id", "published", "is_late")
    return states.join(filed, on=["organ", "fiscal_year"], how="left").sort("organ", "fiscal_year").collect()


def whom_to_ask(tables: Tables) -> object:
    """The organs without a report of one year, or with a late one."""
    filed = tables.current.filter(pl.col("represents"), pl.col("fiscal_year") == ASKED)
    states = _spans(tables.current).join(filed.select("organ", "report_id", "is_late"), on="organ", how="left")
    is_asked = pl.col("report_id").is_null() & (pl.col("first") < ASKED)
    asked = states.filter(is_asked | pl.col("is_late"))
    names = tables.current.group_by("organ").agg(pl.col("agency").max_by("fiscal_year"))
    return asked.join(names, on="organ").sort("organ").collect()


def ranking(tables: Tables, cell: str) -> object:
    """The first organs by one figure of a year, with the one before, some evenly by size, and the median of all."""
    own = tables.reports.select("organ_id", "report_id", "agency", "fiscal_year", cell)
    this = own.filter(pl.col("fiscal_year") == ASKED, pl.col(cell).is_not_null()).collect()
    order = this.sort(cell, descending=True)
    place = pl.int_range(pl.len())
    shown = order.filter((place < RANKED) | (place % (order.height // POINTS) == 0))
    before = own.filter(pl.col("fiscal_year") == ASKED - 1, pl.col("organ_id").is_in(shown["organ_id"].implode()))
    return shown.join(before.collect(), on="organ_id", how="left"), order[cell].median()


def behind(tables: Tables, cell: str) -> object:
    """The largest figures of a year with the one before, and what all of them add up to."""
    own = tables.reports.select("organ_id", "report_id", "agency", "fiscal_year", total=cell)
    before = own.filter(pl.col("fiscal_year") == ASKED - 1).select("organ_id", previous="total")
    both = own.filter(pl.col("fiscal_year") == ASKED).join(before, on="organ_id", how="left")
    listed = both.filter((pl.col("total") != 0) | (pl.col("previous") != 0))
    first = listed.sort("total", "previous", descending=True, nulls_last=True).head(LISTED)
    return pl.collect_all([first, both.select(pl.col("total").sum(), pl.len())])
