"""What became of the applications of table 三: received, decided in six ways, carried over.

The questions are asked of totals (:func:`data.survey.totals.of`), to which this module adds :func:`measures`.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from data.queries.condition import (
    Coverage,
    by_year,
    complete_sum,
    is_readable,
    is_unsound,
    known_sum,
    rests_on,
    stated,
)
from parsing import form

SMALLEST_BASE: Final = 10  # below this many applications a share says nothing
OUTCOMES: Final = ("granted", "partially_granted", "denied", "unable", "unprocessed", "other")
ARRIVALS: Final = ("new_received", "carried_in")
LEFT_OVER: Final = "carried_out"
STAGES: Final = (*ARRIVALS, *OUTCOMES, LEFT_OVER)


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
RECEIVED: Final = _CARRIED["new_received"]
_COUNTS: Final = ("count", "known", "reports", "unsound")


def _outcome(outcome: str) -> pl.Expr:
    """An outcome of one report, in whichever edition its table is; null when a part of it is not known."""
    by_edition = dict.fromkeys(outcome_cells(outcome, edition) for edition in reversed(form.EDITIONS))
    return pl.coalesce(complete_sum(cells) for cells in by_edition)


def _stages() -> dict[str, pl.Expr]:
    """The figure of each stage in one report."""
    return {stage: pl.col(cell) for stage, cell in _CARRIED.items()} | {name: _outcome(name) for name in OUTCOMES}


def measures() -> dict[str, pl.Expr]:
    """What is added up over reports: figures, and sums over the reports that state all stages or all outcomes."""
    stages = _stages()
    flowing = _all_stated([stages[stage] for stage in STAGES])
    divided = _all_stated([stages[outcome] for outcome in OUTCOMES])
    doubt = is_unsound("applications")
    cells = (*_GROUNDS, *_APPLICANTS, *_CARRIED.values())
    return {
        **{f"flow.{stage}": pl.when(flowing).then(stages[stage]) for stage in STAGES},
        "flow.complete": flowing.cast(pl.Int64),
        "flow.unsound": (flowing & doubt).cast(pl.Int64),
        **{f"shares.{outcome}": pl.when(divided).then(stages[outcome]) for outcome in OUTCOMES},
        "shares.complete": divided.cast(pl.Int64),
        "shares.unsound": (divided & doubt).cast(pl.Int64),
        **{name: part for cell in cells for name, part in stated(cell, doubt).items()},
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
    and their ``difference``; ``complete``, ``left_out``, ``reports`` and ``unsound`` count the reports. With no year,
    all chosen years together: an application carried over is then counted in each.
    """
    return (
        _of_year(totals, year)
        .select(
            *(known_sum(f"flow.{stage}").alias(stage) for stage in STAGES),
            pl.col("flow.complete").sum().alias("complete"),
            pl.col("reports").sum(),
            pl.col("flow.unsound").sum().alias("unsound"),
        )
        .with_columns(
            arrived=complete_sum(ARRIVALS),
            settled=complete_sum((*OUTCOMES, LEFT_OVER)),
            left_out=pl.col("reports") - pl.col("complete"),
        )
        .with_columns(difference=pl.col("arrived") - pl.col("settled"))
        .collect()
    )


def _of_year(rows: pl.LazyFrame, year: int | None) -> pl.LazyFrame:
    return rows if year is None else rows.filter(pl.col("fiscal_year") == year)


def left_out(reports: pl.LazyFrame, year: int | None, most: int) -> pl.DataFrame:
    """At most so many of the reports that :func:`flow` leaves out, since they do not state every stage.

    Columns: agency, year, worst, report_id.
    """
    stages = _stages()
    return (
        _of_year(reports, year)
        .filter(is_readable(), ~_all_stated([stages[stage] for stage in STAGES]))
        .sort("organ", "fiscal_year", nulls_last=True)
        .select("agency", pl.col("fiscal_year").alias("year"), "worst", "report_id")
        .head(most)
        .collect()
    )


def shares(totals: pl.LazyFrame) -> pl.DataFrame:
    """How the outcomes divide up each year, over the reports that state all six.

    One row a year and outcome: year, outcome, count, base (all outcomes), share (null when the base is below
    :data:`SMALLEST_BASE`), complete, reports, unsound (complete reports whose table 三 has a problem).
    """
    divided = (
        by_year(totals)
        .agg(
            *(known_sum(f"shares.{outcome}").alias(outcome) for outcome in OUTCOMES),
            pl.col("shares.complete").sum().alias("complete"),
            pl.col("reports").sum(),
            pl.col("shares.unsound").sum().alias("unsound"),
        )
        .with_columns(base=complete_sum(OUTCOMES))
    )
    return (
        divided.unpivot(
            on=OUTCOMES,
            index=["year", "base", "complete", "reports", "unsound"],
            variable_name="outcome",
            value_name="count",
        )
        .with_columns(share=pl.when(pl.col("base") >= SMALLEST_BASE).then(pl.col("count") / pl.col("base")))
        .sort("year", pl.col("outcome").cast(pl.Enum(OUTCOMES)))
        .select("year", "outcome", "count", "base", "share", "complete", "reports", "unsound")
        .collect()
    )


def refusal_grounds(totals: pl.LazyFrame) -> pl.DataFrame:
    """On which ground information was refused: one row a ground, the form's order.

    Columns: cell, count (null when no report states it), known (reports that do), reports, unsound (reports that do
    and whose table 三 has a problem).
    """
    return _cells_down(totals, _GROUNDS)


def applicants(totals: pl.LazyFrame) -> pl.DataFrame:
    """Who applied: one row a kind of applicant, with the columns of :func:`refusal_grounds`."""
    return _cells_down(totals, _APPLICANTS)


def _cells_down(totals: pl.LazyFrame, cells: tuple[str, ...]) -> pl.DataFrame:
    known = (pl.col(f"known.{cell}", f"unsound.{cell}").sum() for cell in cells)
    parts = (*(known_sum(cell).alias(cell) for cell in cells), *known, pl.col("reports").sum())
    sums = totals.select(*parts).collect().row(0, named=True)
    rows = [(cell, sums[cell], sums[f"known.{cell}"], sums["reports"], sums[f"unsound.{cell}"]) for cell in cells]
    return pl.DataFrame(rows, schema={"cell": pl.String, **dict.fromkeys(_COUNTS, pl.Int64)}, orient="row")


def coverage(counts: pl.DataFrame) -> Coverage:
    """How many reports state every one of several figures at the least, and how many there are."""
    least = counts.sort("known", "unsound", descending=[False, True])
    known, reports, unsound = least.select("known", "reports", "unsound").row(0)
    return Coverage(known=known, reports=reports, unsound=unsound)


def backlog(totals: pl.LazyFrame) -> pl.DataFrame:
    """What each year took over and passed on.

    One row a year: year, new_received, carried_in, carried_out (sums of what is known), known (reports that state the
    carry-out), reports, unsound (those of the known whose table 三 has a problem).
    """
    return (
        by_year(totals)
        .agg(
            *(known_sum(cell).alias(stage) for stage, cell in _CARRIED.items()),
            *rests_on(_CARRIED[LEFT_OVER]),
        )
        .sort("year")
        .collect()
    )


def received(totals: pl.LazyFrame) -> pl.DataFrame:
    """Applications received in each year: year, cell, total (null when none states it), known, reports, unsound."""
    return (
        by_year(totals)
        .agg(
            pl.lit(RECEIVED).alias("cell"),
            known_sum(RECEIVED).alias("total"),
            *rests_on(RECEIVED),
        )
        .sort("year")
        .collect()
    )
