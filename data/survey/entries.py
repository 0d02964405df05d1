"""Every problem and finding of the current reports, one row each, in the order in which they are listed."""

from __future__ import annotations

from typing import Final

import polars as pl

from data.checks.raised import FIELDS, HEAD
from data.queries.condition import rank

# What the lists say of an entry's report, and choose by.
_REPORT: Final = (*HEAD, "agency_level", "agency_kind", "province", "city", "county")
_ORDER: Final = ("severity_rank", "size", "agency", "fiscal_year", "report_id", "number")
_DESCENDING: Final = (False, True, False, False, False, False)


def own(rows: pl.LazyFrame, is_current: pl.Expr) -> pl.LazyFrame:
    """The entries that were found while a report was read: row, number in the report, and the fields of an issue."""
    return (
        rows.select("issues", is_current.alias("is_current"))
        .with_row_index("row")
        .filter(pl.col("is_current") & (pl.col("issues").list.len() > 0))
        .select("row", "issues", number=pl.int_ranges(0, pl.col("issues").list.len()))
        .explode("issues", "number")
        .unnest("issues")
    )


def across(findings: pl.DataFrame, rows: pl.LazyFrame, is_current: pl.Expr) -> pl.DataFrame:
    """The findings between reports in the same shape; their numbers go on where the report's own end."""
    concerned = pl.col("report_id").is_in(findings["report_id"].unique().implode())
    reports = (
        rows.select("report_id", count=pl.col("issues").list.len().cast(pl.Int64), is_current=is_current)
        .with_row_index("row")
        .filter(concerned & pl.col("is_current"))
        .collect()
    )
    number = pl.col("count").fill_null(0) + pl.int_range(pl.len()).over("report_id")
    numbered = findings.join(reports, on="report_id", maintain_order="left").with_columns(number=number)
    return numbered.select("row", *FIELDS, "number")


def listed(entries: pl.LazyFrame, rows: pl.LazyFrame, worst: pl.Series) -> pl.LazyFrame:
    """The entries with the heads of their reports, the worst first, then the largest difference.

    ``item`` names an entry for ever: the report and the entry's number in it. ``size`` is how far the two sides are
    apart, null when there are not two. ``row`` numbers the reports, ``entry`` the entries. ``worst`` is that
    of the whole report, for each row of the table.
    """
    left, right = (pl.col(side).cast(pl.Decimal(38, 8), strict=False) for side in ("left", "right"))
    heads = rows.select(_REPORT).with_columns(worst).with_row_index("row")
    return (
        entries.join(heads, on="row")
        .with_columns(
            item=pl.concat_str("report_id", pl.lit("."), "number"),
            size=(left - right).abs(),
            severity_rank=rank(pl.col("severity")),
        )
        .sort(_ORDER, descending=_DESCENDING, nulls_last=True)
        .select("row", *_REPORT, "worst", *FIELDS, "number", "item", "size")
        .with_row_index("entry")
    )
