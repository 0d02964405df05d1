"""Where each report stands: whether it is the current one, whose it is, and how far its figures can be relied on."""

from __future__ import annotations

from typing import Final

import polars as pl

from data.filters import UNSOUND
from data.queries.condition import EVERY_TABLE, rank, severity_bit, table_bit
from data.schema import IDENTITY
from parsing import form
from parsing.catalogue import WORST_FIRST, Severity

# What nearly every question asks for, and the lists choose by.
KEYS: Final = (
    "report_id",
    "organ_id",
    "agency",
    "agency_level",
    "agency_kind",
    "division_code",
    "province",
    "city",
    "county",
    "fiscal_year",
    "edition",
    "published",
    "synthetic",
    "ingested_at",
)
STANDING: Final = pl.Schema(
    {
        **{name: IDENTITY[name] for name in KEYS},
        "worst": pl.String(),  # the worst severity of its entries, those across reports too
        "doubts": pl.UInt8(),  # a bit for each of form.TABLE_NAMES in which something is wrong
        "severities": pl.UInt8(),  # a bit for each severity that one of its entries has
        "organ": pl.UInt32(),  # the organ's place in the order of divisions and names; null when it has no name
        "represents": pl.Boolean(),  # the one report that counts for its organ and year
        "is_late": pl.Boolean(),  # the rule on dates found it published after it was due
        "pattern": pl.UInt32(),  # of what all rules came to, see data.survey.patterns
        "is_current": pl.Boolean(),  # no later report took its place
    }
)
_LATE: Final = "date-late"
_LATER_THAN_ALL: Final = 2**60  # microseconds


def standing(rows: pl.LazyFrame, conditions: pl.LazyFrame, patterns: pl.LazyFrame, is_current: pl.Expr) -> pl.DataFrame:
    """A row of :data:`STANDING` for each of the table's rows, in their order.

    ``conditions`` are those that :func:`conditions` gives, ``patterns`` those that
    :func:`data.survey.patterns.patterns` gives for each report.
    """
    keys = rows.select(*KEYS, is_current.alias("is_current"), own=rank(pl.col("worst"))).with_row_index("row")
    severities = {place: severity.value for place, severity in enumerate(WORST_FIRST)}
    return (
        keys.join(conditions, on="row", how="left", maintain_order="left")
        .join(patterns, on="report_id", how="left", maintain_order="left")
        .join(_organs(keys.filter("is_current")), on="organ_id", how="left", maintain_order="left")
        .with_columns(
            pl.min_horizontal("own", "rank").replace_strict(severities, return_dtype=pl.String).alias("worst"),
            pl.col("doubts", "severities").fill_null(0),
            pl.col("is_late").fill_null(value=False),
            represents=_represents(),
        )
        .select(pl.col(name).cast(dtype) for name, dtype in STANDING.items())
        .collect()
    )


def conditions(entries: pl.LazyFrame) -> pl.LazyFrame:
    """What the entries of each row come to: row, rank of the worst, doubts, severities, is_late."""
    tables = {table: table_bit(table) for table in form.TABLE_NAMES}
    table = pl.when(pl.col("table").is_null()).then(EVERY_TABLE).otherwise(_bits(pl.col("table"), tables))
    grave = pl.when(pl.col("severity").is_in(UNSOUND)).then(table).otherwise(0)
    severity = _bits(pl.col("severity"), {name.value: severity_bit(name) for name in WORST_FIRST})
    return entries.group_by("row").agg(
        rank(pl.col("severity")).min().alias("rank"),
        grave.cast(pl.UInt8).bitwise_or().alias("doubts"),
        severity.cast(pl.UInt8).bitwise_or().alias("severities"),
        (pl.col("code") == _LATE).any().alias("is_late"),
    )


def _bits(name: pl.Expr, bits: dict[str, int]) -> pl.Expr:
    return name.replace_strict(bits, default=0, return_dtype=pl.UInt8)


def _organs(current: pl.LazyFrame) -> pl.LazyFrame:
    """The organs' places by division, latest name and id."""
    return (
        current.filter(pl.col("organ_id").is_not_null())
        .group_by("organ_id")
        .agg(pl.col("division_code").first(), pl.col("agency").sort_by("fiscal_year").last())
        .sort("division_code", "agency", "organ_id", nulls_last=True)
        .select("organ_id")
        .with_row_index("organ")
    )


def _represents() -> pl.Expr:
    """Of two reports of one organ and year that both are current, one could not be read: it stands for nothing."""
    counts = pl.col("is_current") & pl.col("organ").is_not_null() & pl.col("fiscal_year").is_not_null()
    year = pl.col("fiscal_year").cast(pl.UInt64, strict=False)
    organ_year = pl.when(counts).then(pl.col("organ").cast(pl.UInt64) * 2**16 + year)
    is_read = pl.col("own").ne_missing(WORST_FIRST.index(Severity.UNREADABLE))
    moment = pl.col("ingested_at").to_physical() + is_read.cast(pl.Int64) * _LATER_THAN_ALL
    return counts & (moment == moment.max().over(organ_year))
