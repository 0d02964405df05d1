"""Findings across reports as rows, in the shape in which the dataset keeps those of one report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import polars as pl

from data.issues import kept
from data.schema import IDENTITY, ISSUE
from parsing.model import Finding

# What the findings' rows say of the report that has them.
HEAD: Final = (
    "report_id",
    "sha256",
    "organ_id",
    "agency",
    "division_code",
    "fiscal_year",
    "source",
    "synthetic",
)
FIELDS: Final = {field.name: field.dtype for field in ISSUE.fields}
FINDINGS: Final = pl.Schema({**{name: IDENTITY[name] for name in HEAD}, **FIELDS})
_RAISED: Final = pl.Schema({"report_id": pl.String, **FIELDS})


@dataclass(frozen=True, slots=True)
class Raised:
    """A finding and the report that has it."""

    report_id: str
    finding: Finding


def rows(raised: Iterable[Raised], reports: pl.LazyFrame) -> pl.DataFrame:
    """The findings, each with the head of its report."""
    found = pl.DataFrame(
        [{"report_id": one.report_id, **kept(one.finding)} for one in raised], schema=_RAISED, orient="row"
    )
    heads = reports.select(HEAD).filter(pl.col("report_id").is_in(found["report_id"].unique().implode()))
    return found.join(heads.collect(), on="report_id").select(FINDINGS.names())
