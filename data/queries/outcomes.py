"""What became of the applications of table 三: received, decided in six ways, carried over.

The questions are asked of totals (:func:`data.survey.totals.of`), to which this module adds :func:`measures`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import polars as pl

from data.queries.condition import complete_sum, is_unsound, known_sum, stated
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


_GROUNDS: Final = outcome_cells("denied", form.EDITIONS[-1])
_APPLICANTS: Final = tuple(
    form.cell_id("applications", "new_received", column.id) for column in form.APPLICANTS if column.id != "total"
)
_CARRIED: Final = {stage: form.cell_id("applications", stage, "total") for stage in (*ARRIVALS, LEFT_OVER)}
_COUNTS: Final = ("count", "known", "reports")


def _outcome(outcome: str) -> pl.Expr:
    """An outcome of one report, in whichever edition its table is; null when a part of it is not known."""
    by_edition = dict.fromkeys(outcome_cells(outcome, edition) for edition in reversed(form.EDITIONS))
    return pl.coalesce(complete_sum(cells) for cells in by_edition)


def measures() -> dict[str, pl.Expr]:
    """What is added up over reports: figures, and sums over the reports that state all stages or all outcomes."""
    settled = {row: pl.col(form.cell_id("applications", row, "total")) for row in (*ARRIVALS, LEFT_OVER)}
    stages = settled | {outcome: _outcome(outcome) for outcome in OUTCOMES}
    flowing = _all_stated([stages[stage] for stage in STAGES])
    divided = _all_stated([stages[outcome] for outcome in OUTCOMES])
    doubt = is_unsound("applications")
    return {
        **{f"flow.{stage}": pl.when(flowing).then(stages[stage]) for stage in STAGES},
        "flow.complete": flowing.cast(pl.Int64),
        "flow.unsound": (flowing & doubt).cast(pl.Int64),
        **{f"shares.{outcome}": pl.when(divided).then(stages[outcome]) for outcome in OUTCOMES},
        "shares.complete": divided.cast(pl.Int64),
        **{name: part for cell in (*_GROUNDS, *_APPLICANTS, *_CARRIED.values()) for name, part in stated(cell).items()},
        **stated(_CARRIED["new_received"], doubt),
    }


def summands() -> dict[str, str | None]:
    """The measures that are one figure of a report, and the cell that prints it in every edition, if it is one."""
    carried = {cell: cell for cell in _CARRIED.values()}
    parts = {cell: cell for cell in (*_GROUNDS, *_APPLICANTS)}
    return carried | {f"shares.{outcome}": _only_cell(outcome) for outcome in OUTCOMES} | parts


def _only_cell(outcome: str) -> str | None:
    cells = {cell for edition in form.EDITIONS for cell in outcome_cells(outcome, edition)}
    return cells.pop() if len(cells) == 1 else None


def _all_stated(figures: list[pl.Expr]) -> pl.Expr:
    return pl.all_horizontal(figure.is_not_null() for figure in figures)


def flow(totals: pl.LazyFrame, year: int | None = None) -> pl.DataFrame:
    """The applications that came in and what became of them, over the reports that state every stage.

    One row: a column for each of :data:`STAGES`, null when no report is complete, what ``arrived`` and was ``settled``
    and their ``difference``; ``complete``, ``reports`` and ``unsound`` count the reports. With no year, all chosen
    years together: an application carried over is then counted in each.
    """
    chosen = totals if year is None else totals.filter(pl.col("fiscal_year") == year)
    return (
        chosen.select(
            *(known_sum(f"flow.{stage}").alias(stage) for stage in STAGES),
            pl.col("flow.complete").sum().alias("complete"),
            pl.col("reports").sum(),
            pl.col("flow.unsound").sum().alias("unsound"),
        )
        .with_columns(arrived=complete_sum(ARRIVALS), settled=complete_sum((*OUTCOMES, LEFT_OVER)))
        .with_columns(difference=pl.col("arrived") - pl.col("settled"))
        .collect()
    )


def shares(totals: pl.LazyFrame) -> pl.DataFrame:
    """How the outcomes divide up each year, over the reports that state all six.

    One row a year and outcome: year, outcome, count, base (all outcomes), share (null when the base is below
    :data:`SMALLEST_BASE`), complete, reports.
    """
    by_year = (
        totals.filter(pl.col("fiscal_year").is_not_null())
        .group_by(pl.col("fiscal_year").alias("year"))
        .agg(
            *(known_sum(f"shares.{outcome}").alias(outcome) for outcome in OUTCOMES),
            pl.col("shares.complete").sum().alias("complete"),
            pl.col("reports").sum(),
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


def refusal_grounds(totals: pl.LazyFrame) -> pl.DataFrame:
    """On which ground information was refused: one row a ground, the form's order.

    Columns: cell, count (null when no report states it), known (reports that do), reports.
    """
    return _cells_down(totals, _GROUNDS)


def applicants(totals: pl.LazyFrame) -> pl.DataFrame:
    """Who applied: one row a kind of applicant, with the columns of :func:`refusal_grounds`."""
    return _cells_down(totals, _APPLICANTS)


def _cells_down(totals: pl.LazyFrame, cells: tuple[str, ...]) -> pl.DataFrame:
    parts = (known_sum(cell).alias(cell) for cell in cells), (pl.col(f"known.{cell}").sum() for cell in cells)
    sums = totals.select(*parts[0], *parts[1], pl.col("reports").sum()).collect().row(0, named=True)
    rows = [(cell, sums[cell], sums[f"known.{cell}"], sums["reports"]) for cell in cells]
    return pl.DataFrame(rows, schema={"cell": pl.String, **dict.fromkeys(_COUNTS, pl.Int64)}, orient="row")


def coverage(counts: pl.DataFrame) -> Coverage:
    """How many reports state every one of several figures at the least, and how many there are."""
    known, reports = counts.select(pl.col("known").min(), pl.col("reports").max()).row(0)
    return Coverage(known=known or 0, reports=reports or 0)


def backlog(totals: pl.LazyFrame) -> pl.DataFrame:
    """What each year took over and passed on.

    One row a year: year, new_received, carried_in, carried_out (sums of what is known), known (reports that state the
    carry-out), reports.
    """
    return (
        totals.filter(pl.col("fiscal_year").is_not_null())
        .group_by(pl.col("fiscal_year").alias("year"))
        .agg(
            *(known_sum(cell).alias(stage) for stage, cell in _CARRIED.items()),
            pl.col(f"known.{_CARRIED[LEFT_OVER]}").sum().alias("known"),
            pl.col("reports").sum(),
        )
        .sort("year")
        .collect()
    )


def received(totals: pl.LazyFrame) -> pl.DataFrame:
    """Applications received in each year: year, cell, total (null when none states it), known, reports, unsound."""
    cell = _CARRIED["new_received"]
    return (
        totals.filter(pl.col("fiscal_year").is_not_null())
        .group_by(pl.col("fiscal_year").alias("year"))
        .agg(
            pl.lit(cell).alias("cell"),
            known_sum(cell).alias("total"),
            pl.col(f"known.{cell}").sum().alias("known"),
            pl.col("reports").sum(),
            pl.col(f"unsound.{cell}").sum().alias("unsound"),
        )
        .sort("year")
        .collect()
    )
