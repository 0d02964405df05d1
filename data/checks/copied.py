"""Narrative copied from the organ's last report or from another organ, told by the texts' signatures.

Pairs of organs are found without comparing each with each: signatures are cut into bands, and a text is compared only
with the earliest text that shares a whole band with it. So the work grows with the number of texts, even where a
thousand organs use the same text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import polars as pl

from data.checks.outcome import verdict
from data.checks.raised import Raised
from data.checks.succession import before, succession
from data.signatures import BINS, LETTERS
from parsing.catalogue.reasons import Reason
from parsing.model import Finding

LAST_YEAR: Final = "text-copied-last-year"
ORGAN: Final = "text-copied-organ"
SECTIONS: Final = {"text_overview": "一", "text_problems": "五"}
ALIKE: Final = 0.85  # share of the text in common, figures and names left out
_LONG: Final = 200  # characters, from which on what two organs share is more than two customary sentences
_BANDS: Final = 8  # texts that share 85 % are found in 92 of 100 cases, 90 % in 99, 50 % in 3
_BAND_LETTERS: Final = BINS * LETTERS // _BANDS


def check(reports: pl.LazyFrame) -> tuple[pl.DataFrame, list[Raised]]:
    """The outcome of both rules for every report that names organ and year, and what was copied."""
    years = succession(reports, columns=(*SECTIONS, "published", "agency")).with_row_index("row")
    last = {section: _with_last_year(years, section) for section in SECTIONS}
    other = {section: _with_other_organs(years, section) for section in SECTIONS}
    outcomes = years.select(
        "report_id",
        _last_year_outcome(last).alias(LAST_YEAR),
        _organ_outcome(other).alias(ORGAN),
    )
    return outcomes, [*_copies(years, last, LAST_YEAR), *_copies(years, other, ORGAN)]


def _with_last_year(years: pl.DataFrame, section: str) -> pl.DataFrame:
    """For each row in order: the row of the year before and the share in common; null without one or without text."""
    return years.select(
        pl.when(pl.col("gap") == 1).then(pl.col("row").shift(1)).alias("other"),
        share(pl.col(section), before(section)).alias("share"),
    )


def _with_other_organs(years: pl.DataFrame, section: str) -> pl.DataFrame:
    """For each row in order: the earlier text of another organ that is most alike, if any is alike."""
    is_long = pl.col(section).str.slice(BINS * LETTERS).cast(pl.Int64) >= _LONG
    texts = years.filter(is_long).select("row", "organ", "fiscal_year", "published", signature=section)
    texts = texts.sort("fiscal_year", "published", "row", nulls_last=True)
    pairs = pl.concat([_band_pairs(texts, band) for band in range(_BANDS)]).unique()
    alike = (
        pairs.join(texts.select("row", "signature"), on="row")
        .join(texts.select(other="row", model="signature"), on="other")
        .select("row", "other", share=share(pl.col("signature"), pl.col("model")))
        .filter(pl.col("share") >= ALIKE)
        .sort("share", "other", descending=[True, False])
        .unique("row", keep="first", maintain_order=True)
    )
    compared = years.select("row", is_long=is_long.fill_null(value=False))
    return compared.join(alike, on="row", how="left", maintain_order="left").select(
        "other", share=pl.when("is_long").then(pl.col("share").fill_null(0.0))
    )


def _band_pairs(texts: pl.DataFrame, band: int) -> pl.DataFrame:
    """Each text with the first that has the same band, where that is another organ's."""
    letters = pl.col("signature").str.slice(band * _BAND_LETTERS, _BAND_LETTERS)
    # Two bands with one hash cost a comparison, no more.
    banded = texts.lazy().select("row", "organ", band=letters.hash())
    several = banded.group_by("band").agg(pl.first("row").alias("other"), pl.first("organ").alias("first"), pl.len())
    return (
        banded.join(several.filter(pl.col("len") > 1), on="band")
        .filter(pl.col("first") != pl.col("organ"))
        .select("row", "other")
        .collect()
    )


def share(one: pl.Expr, other: pl.Expr) -> pl.Expr:
    """The share of two texts that is alike, by their signatures; null where one has none."""
    return (_bins(one) - _bins(other)).arr.count_matches(0) / BINS


def _bins(signature: pl.Expr) -> pl.Expr:
    """The bins of a signature, each of its pairs of letters taken as one number."""
    letters = signature.str.slice(0, BINS * LETTERS).cast(pl.Binary)
    return letters.bin.reinterpret(dtype=pl.Array(pl.UInt16, BINS), endianness="little")


def _last_year_outcome(compared: dict[str, pl.DataFrame]) -> pl.Expr:
    copied = pl.any_horizontal(frame["share"] >= ALIKE for frame in compared.values())
    nothing = pl.all_horizontal(frame["share"].is_null() for frame in compared.values())
    return verdict(
        copied.fill_null(value=False),
        (pl.col("gap").is_null(), Reason.FIRST_REPORT),
        (pl.col("gap") != 1, Reason.NO_YEAR_BEFORE),
        (nothing, Reason.NO_TEXT),
    )


def _organ_outcome(compared: dict[str, pl.DataFrame]) -> pl.Expr:
    copied = pl.any_horizontal(frame["share"] >= ALIKE for frame in compared.values())
    nothing = pl.all_horizontal(frame["share"].is_null() for frame in compared.values())
    return verdict(copied.fill_null(value=False), (nothing, Reason.NO_TEXT))


def _copies(years: pl.DataFrame, compared: dict[str, pl.DataFrame], code: str) -> Iterator[Raised]:
    """A finding for each section that is alike, with the report it is like."""
    heads = years.select(other="row", other_report_id="report_id", other_year="fiscal_year", other_agency="agency")
    for section, ordinal in SECTIONS.items():
        found = (
            years.select("report_id", "fiscal_year", compared[section]["other"], compared[section]["share"])
            .filter(pl.col("share") >= ALIKE)
            .join(heads, on="other", maintain_order="left")
        )
        for row in found.iter_rows(named=True):
            values: dict[str, str | int] = {
                "section": ordinal,
                "year": row["fiscal_year"],
                "percent": round(100 * row["share"]),
                "other_year": row["other_year"],
                "other_agency": row["other_agency"],
                "other_report_id": row["other_report_id"],
            }
            yield Raised(row["report_id"], Finding(code=code, values=values))
