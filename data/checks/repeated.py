"""Last year's figures repeated unchanged: every figure of the report is what the organ stated the year before."""

from __future__ import annotations

import math
from collections.abc import Iterator
from random import Random
from typing import Final

import polars as pl

from data.checks.outcome import BROKEN, verdict
from data.checks.raised import Raised
from data.checks.succession import before, identified, in_order
from parsing import form
from parsing.catalogue.reasons import Reason
from parsing.form import cell_id
from parsing.model import Finding

CODE: Final = "figures-repeated"
# Bits of evidence from which on a repetition is told from chance: less than one in a million.
ENOUGH: Final = 20.0


def _independent() -> Iterator[str]:
    """Cells of which none is a sum of others or a stock that stays by itself."""
    outcomes = dict.fromkeys(row.id for edition in form.EDITIONS for row in form.outcome_rows(edition))
    for row in (*outcomes, "carried_out"):
        yield from (cell_id("applications", row, column.id) for column in form.APPLICANTS[:-1])
    for table, remedy in form.all_rows():
        if table == "remedies":
            yield from (cell_id(table, remedy.id, column.id) for column in form.REMEDY_RESULTS[:-1])
    for kind in form.ITEM_ROWS:
        yield cell_id("proactive", kind, "decisions")
    for kind in ("regulations", "normative_documents"):
        yield from (cell_id("proactive", kind, column) for column in ("disclosed", "issued", "repealed"))
    yield from ("proactive.fees.amount_10k_yuan", "proactive.procurement.amount_yuan")


INDEPENDENT: Final = tuple(_independent())


def check(reports: pl.LazyFrame) -> tuple[pl.DataFrame, list[Raised]]:
    """The outcome for every report that names organ and year, and a finding for each repetition."""
    years = in_order(
        identified(reports).select("report_id", "organ_id", "fiscal_year", "edition", figures=_digest())
    ).with_columns(earlier=before("report_id"), is_same=pl.col("figures") == before("figures"))
    same = years.filter("is_same").select("report_id", "earlier", "fiscal_year")
    weighed = years.join(_weighed(same, reports), on="report_id", how="left", maintain_order="left")
    obstacles = (
        (pl.col("gap").is_null(), Reason.FIRST_REPORT),
        (pl.col("gap") != 1, Reason.NO_YEAR_BEFORE),
        (pl.col("edition").ne_missing(before("edition")), Reason.EDITION),
        (pl.col("is_same") & (pl.col("evidence") < ENOUGH), Reason.TOO_SMALL),
    )
    outcomes = weighed.select("report_id", verdict(pl.col("is_same"), *obstacles).alias(CODE))
    repeated = same.join(outcomes.filter(pl.col(CODE) == BROKEN), on="report_id", how="semi")
    return outcomes, list(_findings(repeated, reports))


def _digest() -> pl.Expr:
    """One number of all figures of a report; reports that differ have the same once in 2⁶⁴ cases."""
    chance = Random(0)  # noqa: S311 - not a secret
    factors = {cell: 2 * chance.getrandbits(61) + 1 for cell in form.all_cells()}
    return pl.sum_horizontal(_whole(cell).fill_null(-1) * factor for cell, factor in factors.items())


def _whole(cell: str) -> pl.Expr:
    """A figure as a whole number; for an amount, which may have too many digits, one that stands for it."""
    is_amount = form.kind_of(cell) is form.Kind.AMOUNT
    return pl.col(cell).hash().reinterpret(signed=True) if is_amount else pl.col(cell)


def _weighed(same: pl.DataFrame, reports: pl.LazyFrame) -> pl.DataFrame:
    """The evidence of those reports whose figures seem to be last year's."""
    chosen = reports.filter(pl.col("report_id").is_in(same["report_id"].implode()))
    return chosen.select("report_id", evidence=_evidence()).collect()


def _evidence() -> pl.Expr:
    """How unlikely it is, in bits, that figures of this size come out the same again by chance.

    A count near n meets one certain value with a chance of about 1 in 2·√(πn), being as likely to come out elsewhere
    within its own square root.
    """
    figures = (pl.col(cell).cast(pl.Float64) for cell in INDEPENDENT)
    bits = (pl.when(figure > 0).then(1 + (math.pi * figure).log(2) / 2).otherwise(0.0) for figure in figures)
    return pl.sum_horizontal(bits)


def _findings(same: pl.DataFrame, reports: pl.LazyFrame) -> Iterator[Raised]:
    """The repetitions, looked at figure by figure."""
    cells = form.all_cells()
    wanted = pl.concat([same["report_id"], same["earlier"]]).unique()
    held = reports.filter(pl.col("report_id").is_in(wanted.implode())).select("report_id", *cells).collect()
    figures = {row[0]: row[1:] for row in held.iter_rows()}
    for report_id, earlier, year in same.iter_rows():
        repeated = tuple(cell for cell, figure in zip(cells, figures[report_id], strict=True) if figure)
        if figures[report_id] == figures[earlier]:
            values: dict[str, str | int] = {
                "year": year,
                "other_year": year - 1,
                "count": len(repeated),
                "other_report_id": earlier,
            }
            yield Raised(report_id, Finding(code=CODE, cells=repeated, values=values))
