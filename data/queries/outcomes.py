"""What became of the applications of table 三: received, decided in six ways, carried over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import polars as pl

from data.queries.condition import complete_sum, is_unsound, known_sum
from parsing import form

SMALLEST_BASE: Final = 10  # below this many applications a share says nothing
OUTCOMES: Final = ("granted", "partially_granted", "denied", "unable", "unprocessed", "other")
ARRIVALS: Final = ("new_received", "carried_in")
LEFT_OVER: Final = "carried_out"
STAGES: Final = (*ARRIVALS, *OUTCOMES, LEFT_OVER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How many of the chosen reports state a figure."""

    known: int
    reports: int


def outcome_cells(outcome: str, edition: str) -> tuple[str, ...]:
    """The cells of the total column that count an outcome in one edition of the form."""
    return tuple(
        form.cell_id("applications", row.id, "total")
        for row in form.outcome_rows(edition)
        if row.id == outcome or row.id.startswith(f"{outcome}_")
    )


def _outcome(outcome: str) -> pl.Expr:
    """An outcome of one report, in whichever edition its table is; null when a part of it is not known."""
    by_edition = dict.fromkeys(outcome_cells(outcome, edition) for edition in reversed(form.EDITIONS))
    return pl.coalesce(complete_sum(cells) for cells in by_edition)


def _stages() -> list[pl.Expr]:
    settled = [pl.col(form.cell_id("applications", row, "total")).alias(row) for row in (*ARRIVALS, LEFT_OVER)]
    return [*settled, *(_outcome(outcome).alias(outcome) for outcome in OUTCOMES)]


def flow(reports: pl.LazyFrame, year: int | None = None) -> pl.DataFrame:
    """The applications that came in and what became of them, over the reports that state every stage.

    One row: a column for each of :data:`STAGES`, null when no report is complete, what ``arrived`` and was ``settled``
    and their ``difference``; ``complete``, ``reports`` and ``unsound`` count the reports. With no year, all chosen
    years together: an application carried over is then counted in each.
    """
    chosen = reports if year is None else reports.filter(pl.col("fiscal_year") == year)
    return (
        chosen.select(*_stages(), doubtful=is_unsound("applications"))
        .with_columns(_whole(STAGES))
        .select(
            *(_sum_of_whole(stage) for stage in STAGES),
            pl.col("whole").sum().cast(pl.Int64).alias("complete"),
            pl.len().cast(pl.Int64).alias("reports"),
            (pl.col("whole") & pl.col("doubtful")).sum().cast(pl.Int64).alias("unsound"),
        )
        .with_columns(arrived=complete_sum(ARRIVALS), settled=complete_sum((*OUTCOMES, LEFT_OVER)))
        .with_columns(difference=pl.col("arrived") - pl.col("settled"))
        .collect()
    )


def _whole(columns: tuple[str, ...]) -> list[pl.Expr]:
    """Whether a report states all of several figures, and the figures of those that do."""
    whole = complete_sum(columns).is_not_null()
    return [whole.alias("whole"), *(pl.when(whole).then(column).alias(column) for column in columns)]


def _sum_of_whole(column: str) -> pl.Expr:
    return known_sum(column).alias(column)


def shares(reports: pl.LazyFrame) -> pl.DataFrame:
    """How the outcomes divide up each year, over the reports that state all six.

    One row a year and outcome: year, outcome, count, base (all outcomes), share (null when the base is below
    :data:`SMALLEST_BASE`), complete, reports.
    """
    by_year = (
        reports.filter(pl.col("fiscal_year").is_not_null())
        .select(*(_outcome(outcome).alias(outcome) for outcome in OUTCOMES), year="fiscal_year")
        .with_columns(_whole(OUTCOMES))
        .group_by("year")
        .agg(
            *(_sum_of_whole(outcome) for outcome in OUTCOMES),
            pl.col("whole").sum().cast(pl.Int64).alias("complete"),
            pl.len().cast(pl.Int64).alias("reports"),
        )
        .with_columns(base=complete_sum(OUTCOMES))
    )
    return (
        by_year.unpivot(
            on=OUTCOMES, index=["year", "base", "complete", "reports"], variable_name="outcome", value_name="count"
        )
        .with_columns(share=pl.when(pl.col("base") >= SMALLEST_BASE).then(pl.col("count") / pl.col("base")))
        .sort("year", pl.col("outcome").cast(pl.Enum(OUTCOMES)))
        .select("year", "outcome", "count", "base", "share", "complete", "reports")
        .collect()
    )


def refusal_grounds(reports: pl.LazyFrame) -> pl.DataFrame:
    """On which ground information was refused: one row a ground, the form's order.

    Columns: cell, count (null when no report states it), known (reports that do), reports.
    """
    return _cells_down(reports, outcome_cells("denied", form.EDITIONS[-1]))


def applicants(reports: pl.LazyFrame) -> pl.DataFrame:
    """Who applied: one row a kind of applicant, with the columns of :func:`refusal_grounds`."""
    kinds = [column.id for column in form.APPLICANTS if column.id != "total"]
    return _cells_down(reports, tuple(form.cell_id("applications", "new_received", kind) for kind in kinds))


def _cells_down(reports: pl.LazyFrame, cells: tuple[str, ...]) -> pl.DataFrame:
    sums = reports.select(
        pl.struct(known_sum(cell).alias("count"), pl.col(cell).count().cast(pl.Int64).alias("known")).alias(cell)
        for cell in cells
    )
    total = reports.select(pl.len().cast(pl.Int64)).collect().item()
    return (
        sums.collect()
        .unpivot(variable_name="cell", value_name="figures")
        .unnest("figures")
        .with_columns(reports=pl.lit(total))
    )


def coverage(counts: pl.DataFrame) -> Coverage:
    """How many reports state every one of several figures at the least, and how many there are."""
    known, reports = counts.select(pl.col("known").min(), pl.col("reports").max()).row(0)
    return Coverage(known=known or 0, reports=reports or 0)


def backlog(reports: pl.LazyFrame) -> pl.DataFrame:
    """What each year took over and passed on.

    One row a year: year, new_received, carried_in, carried_out (sums of what is known), known (reports that state the
    carry-out), reports.
    """
    cells = {stage: form.cell_id("applications", stage, "total") for stage in (*ARRIVALS, LEFT_OVER)}
    return (
        reports.filter(pl.col("fiscal_year").is_not_null())
        .group_by(pl.col("fiscal_year").alias("year"))
        .agg(
            *(known_sum(cell).alias(stage) for stage, cell in cells.items()),
            pl.col(cells[LEFT_OVER]).count().cast(pl.Int64).alias("known"),
            pl.len().cast(pl.Int64).alias("reports"),
        )
        .sort("year")
        .collect()
    )


def received(reports: pl.LazyFrame) -> pl.DataFrame:
    """Applications received in each year: year, total (null when no report states it), known, reports, unsound."""
    cell = form.cell_id("applications", "new_received", "total")
    return (
        reports.filter(pl.col("fiscal_year").is_not_null())
        .select(cell, year="fiscal_year", doubtful=is_unsound("applications"))
        .group_by("year")
        .agg(
            known_sum(cell).alias("total"),
            pl.col(cell).count().cast(pl.Int64).alias("known"),
            pl.len().cast(pl.Int64).alias("reports"),
            (pl.col("doubtful") & pl.col(cell).is_not_null()).sum().cast(pl.Int64).alias("unsound"),
        )
        .sort("year")
        .collect()
    )
