"""A figure far outside the organ's own history and that of its peers.

A figure jumps when it is several times above the highest, or below the lowest, of all the organ's other years, by more
than a few cases, and its peers of the same year did not move in the same way. A level that stays is no jump: the
next year takes the finding back.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

import polars as pl

from data.checks.outcome import verdict
from data.checks.raised import Raised
from data.checks.succession import succession
from parsing.catalogue.reasons import Reason
from parsing.model import Finding

CODE: Final = "figures-jump"
MEASURES: Final = (
    "proactive.licensing.decisions",
    "proactive.other_services.decisions",
    "proactive.penalties.decisions",
    "proactive.coercion.decisions",
    "applications.new_received.total",
)
FACTOR: Final = 5  # times the highest, or a fifth of the lowest, of the other years
SMALLEST: Final = 50  # cases by which a figure must differ: below it many times as many is still a handful
OTHER_YEARS: Final = 3  # that must be known
PEERS: Final = 8  # organs of the same kind and level, below which there is nothing to compare with
_DEVIATIONS: Final = 5  # of the peers' own changes, as far as a change must stand out from them
_NORMAL: Final = 1.4826  # turns a median deviation into a standard one
_LEAST_SPREAD: Final = 0.2  # of the peers' changes (natural logarithm); peers that never change prove nothing


def check(reports: pl.LazyFrame) -> tuple[pl.DataFrame, list[Raised]]:
    """The outcome for every report that names organ and year, and a finding for each jump."""
    years = succession(reports, MEASURES, ("agency_kind", "agency_level"))
    raised: list[Raised] = []
    jumps: list[pl.Series] = []
    for cell in MEASURES:
        judged = _judged(years, cell)
        jumps.append(judged["is_jump"].alias(cell))
        raised.extend(_findings(judged, cell))
    is_broken = years.select("report_id", *jumps)
    known = pl.any_horizontal(pl.col(cell).is_not_null() for cell in MEASURES)
    jumped = pl.any_horizontal(pl.col(cell).fill_null(value=False) for cell in MEASURES)
    return is_broken.select("report_id", verdict(jumped, (~known, Reason.TOO_FEW_YEARS)).alias(CODE)), raised


def _judged(years: pl.DataFrame, cell: str) -> pl.DataFrame:
    """Each report, in the given order, with the range of the organ's other years and whether the figure jumps."""
    frame = (
        years.lazy()
        .select("report_id", "organ", "fiscal_year", "agency_kind", "agency_level", figure=pl.col(cell))
        .join(_histories(years.lazy(), cell), on="organ", how="left", maintain_order="left")
        .with_columns(
            lowest=pl.when(pl.col("figure") == pl.col("low")).then(pl.col("second_low")).otherwise(pl.col("low")),
            highest=pl.when(pl.col("figure") == pl.col("high")).then(pl.col("second_high")).otherwise(pl.col("high")),
            change=((pl.col("figure") + 1) / (pl.col("median") + 1)).log(),
        )
    )
    return (
        frame.join(_peers(frame), on=_PEER_GROUP, how="left", maintain_order="left", nulls_equal=True)
        .with_columns(is_jump=(_above() | _below()) & _stands_out())
        .collect()
    )


_PEER_GROUP: Final = ("agency_kind", "agency_level", "fiscal_year")


def _histories(years: pl.LazyFrame, cell: str) -> pl.LazyFrame:
    """Of each organ the two lowest and two highest figures, their median, and how many are known."""
    ordered = pl.col("ordered").list
    return (
        years.select("organ", ordered=pl.col(cell))
        .drop_nulls()
        .group_by("organ")
        .agg(pl.col("ordered").sort())
        .filter(ordered.len() > OTHER_YEARS)
        .select(
            "organ",
            low=ordered.get(0),
            second_low=ordered.get(1),
            high=ordered.get(-1),
            second_high=ordered.get(-2),
            median=ordered.median(),
            known=ordered.len().cast(pl.Int64),
        )
    )


def _above() -> pl.Expr:
    far = pl.col("figure") - pl.col("highest") >= SMALLEST
    return far & (pl.col("figure") >= FACTOR * pl.col("highest"))


def _below() -> pl.Expr:
    far = pl.col("lowest") - pl.col("figure") >= SMALLEST
    return far & (FACTOR * pl.col("figure") <= pl.col("lowest"))


def _peers(frame: pl.LazyFrame) -> pl.LazyFrame:
    """How the organs of one kind and level changed against their own median in one year."""
    change = pl.col("change")
    return frame.group_by(_PEER_GROUP).agg(
        change.median().alias("peers_change"),
        ((change - change.median()).abs().median() * _NORMAL).alias("peers_spread"),
        change.count().alias("peers"),
    )


def _stands_out() -> pl.Expr:
    """Whether a change is unlike that of the peers; without enough peers the organ's own history decides alone."""
    spread = pl.max_horizontal(pl.col("peers_spread"), pl.lit(_LEAST_SPREAD))
    unlike = (pl.col("change") - pl.col("peers_change")).abs() > _DEVIATIONS * spread
    return unlike | (pl.col("peers") < PEERS)


def _findings(judged: pl.DataFrame, cell: str) -> Iterator[Raised]:
    table, row_id, column = cell.split(".")
    for row in judged.filter("is_jump").iter_rows(named=True):
        is_above = row["figure"] > row["highest"]
        nearest = row["highest"] if is_above else row["lowest"]
        values: dict[str, str | int] = {
            "row": row_id,
            "column": column,
            "year": row["fiscal_year"],
            "left": row["figure"],
            "right": nearest,
            "lowest": row["lowest"],
            "highest": row["highest"],
            "years": row["known"] - 1,
            "peers": row["peers"] if row["peers"] >= PEERS else 0,
            "peers_percent": round(100 * math.exp(row["peers_change"])) if row["peers"] >= PEERS else "–",
        }
        finding = Finding(code=CODE, table=table, cells=(cell,), left=row["figure"], right=nearest, values=values)
        yield Raised(row["report_id"], finding)
