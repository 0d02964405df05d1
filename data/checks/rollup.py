"""A government's own report against the sum of the reports that it is made of, where the dataset holds them.

A county's report is the sum of its departments and townships, a city's of its departments and counties, a province's
of its departments and cities. Organs under vertical leadership report up their own line and stay out of local sums.

The parts that are present can never exceed the whole. That they fall short of it proves something only when all of
them are there; which there are in all, the dataset knows only from what it holds of any year.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import polars as pl

from data.checks.known import printed
from data.checks.outcome import verdict
from data.checks.raised import Raised
from data.checks.succession import identified
from data.synthetic.organs import MARK
from parsing.catalogue.reasons import Reason
from parsing.model import Finding

CODE: Final = "rollup-sum"
CELLS: Final = (
    "proactive.licensing.decisions",
    "proactive.penalties.decisions",
    "proactive.coercion.decisions",
    "applications.new_received.total",
    "applications.carried_in.total",
    "applications.total_processed.total",
    "applications.carried_out.total",
    "remedies.administrative_review.total",
    "remedies.litigation_direct.total",
    "remedies.litigation_after_review.total",
)
MEMBERS: Final = 20  # fewer parts are plainly not all: even a small county has more departments and townships
VERTICAL: Final = (
    "税务|海关|气象|调查队|邮政管理|烟草|海事|银行|银保监|金融监督管理|外汇管理|证券监督|证监|国家安全|安全监察|出入境|"
    "地震监测|消防救援|分局$|支局$"
)
_OWN_REPORT: Final = rf"^\d{{6}}-(?:{MARK})?人民政府$"  # of a real government, or one made up


def check(reports: pl.LazyFrame) -> tuple[pl.DataFrame, list[Raised]]:
    """The outcome for every report that names organ and year, and a finding for each cell that does not add up."""
    placed = _placed(reports)
    compared = sums(placed)
    broken = pl.any_horizontal(_is_broken(cell) for cell in CELLS)
    judged = pl.all_horizontal(_is_judged(cell) for cell in CELLS)
    outcomes = (
        placed.select("report_id", "is_government")
        .join(compared.lazy(), on="report_id", how="left")
        .select(
            "report_id",
            verdict(
                pl.when(broken.fill_null(value=False)).then(pl.lit(value=True)).when(judged).then(pl.lit(value=False)),
                (~pl.col("is_government"), Reason.NOT_A_GOVERNMENT),
                unknown=Reason.COVERAGE,
            ).alias(CODE),
        )
    )
    return outcomes.collect(), list(_findings(compared))


def sums(placed: pl.LazyFrame) -> pl.DataFrame:
    """Each government's report with the sum of its parts.

    Columns: report_id, fiscal_year, present and known (parts in this year, and in any year); for each cell the own
    figure under the cell's id, and ``sum.`` and ``known.`` of it: the sum of the parts' figures and how many parts
    state one.
    """
    parts = placed.filter(pl.col("parent").is_not_null(), ~pl.col("is_vertical"))
    by_year = parts.group_by("parent", "fiscal_year").agg(
        pl.len().cast(pl.Int64).alias("present"),
        *(pl.col(cell).sum().alias(f"sum.{cell}") for cell in CELLS),
        *(pl.col(cell).count().cast(pl.Int64).alias(f"known.{cell}") for cell in CELLS),
    )
    ever = parts.group_by("parent").agg(pl.col("organ_id").n_unique().cast(pl.Int64).alias("known"))
    return (
        placed.filter("is_government")
        .select("report_id", "fiscal_year", "division_code", *CELLS)
        .join(by_year, left_on=["division_code", "fiscal_year"], right_on=["parent", "fiscal_year"])
        .join(ever, left_on="division_code", right_on="parent")
        .sort("division_code", "fiscal_year")
        .collect()
    )


def _placed(reports: pl.LazyFrame) -> pl.LazyFrame:
    """The reports with the division whose government's report they are part of (``parent``)."""
    is_government = pl.col("organ_id").str.contains(_OWN_REPORT)
    above = (
        pl.when(pl.col("county").is_not_null())
        .then(pl.coalesce("city", "province"))
        .when(pl.col("city").is_not_null())
        .then(pl.col("province"))
    )
    return (
        printed(identified(reports), CELLS)
        .with_columns(
            is_government=is_government,
            is_vertical=pl.col("agency").str.contains(VERTICAL).fill_null(value=False),
            parent=pl.when(is_government).then(above).otherwise(pl.col("division_code")),
        )
        .select(
            "report_id",
            "organ_id",
            "fiscal_year",
            "division_code",
            "is_government",
            "is_vertical",
            "parent",
            *CELLS,
        )
    )


def _is_complete(cell: str) -> pl.Expr:
    """Whether all parts that are known of are present and state the figure."""
    present = pl.col("present")
    return (present >= MEMBERS) & (present == pl.col("known")) & (pl.col(f"known.{cell}") == present)


def _is_judged(cell: str) -> pl.Expr:
    return _is_complete(cell) & pl.col(cell).is_not_null()


def _is_broken(cell: str) -> pl.Expr:
    parts = pl.col(f"sum.{cell}")
    return (parts > pl.col(cell)) | (_is_complete(cell) & (parts < pl.col(cell)))


def _findings(compared: pl.DataFrame) -> Iterator[Raised]:
    for cell in CELLS:
        table, row_id, column = cell.split(".")
        for row in compared.filter(_is_broken(cell)).iter_rows(named=True):
            left, right = row[cell], row[f"sum.{cell}"]
            values: dict[str, str | int] = {
                "row": row_id,
                "column": column,
                "year": row["fiscal_year"],
                "left": left,
                "right": right,
                "difference": abs(left - right),
                "stated": row[f"known.{cell}"],
                "present": row["present"],
                "known": row["known"],
            }
            finding = Finding(code=CODE, table=table, cells=(cell,), left=left, right=right, values=values)
            yield Raised(row["report_id"], finding)
