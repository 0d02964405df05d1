"""What the rules within one report came to, as it was kept when the report was read.

Rows that an older version of the program wrote do not tell. Of these a rule is known to be broken where there is a
finding; whether it held or could not be judged is not.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from data.checks.outcome import BROKEN
from data.schema import JUDGED, VERDICT_LETTERS
from parsing.catalogue.reasons import Reason

_OUTCOMES: Final = {letter: outcome for outcome, letter in VERDICT_LETTERS.items()}
_SCHEMA: Final = pl.Schema({"code": pl.String, "outcome": pl.String, "reports": pl.Int64})


def outcomes_of(verdicts: str | None) -> dict[str, str]:
    """What each rule of :data:`data.schema.JUDGED` came to for one report, by its letters."""
    letters = dict(zip(JUDGED, verdicts or "", strict=False))
    return {rule: _OUTCOMES.get(letters.get(rule, ""), Reason.NOT_RECORDED.code) for rule in JUDGED}


def rule_counts(reports: pl.LazyFrame) -> pl.DataFrame:
    """How many reports each rule of :data:`data.schema.JUDGED` comes to what: code, outcome, reports.

    ``outcome`` is ``holds``, ``broken``, or the code of a :class:`Reason`.
    """
    # Few different rows of letters stand for all reports.
    kept = reports.group_by("verdicts").agg(pl.len().cast(pl.Int64).alias("reports")).collect(engine="streaming")
    letters = kept.drop_nulls("verdicts")
    told = [_told(letters, rule, place) for place, rule in enumerate(JUDGED)]
    return _totalled(pl.concat([*told, _untold(reports)] if kept["verdicts"].has_nulls() else told))


def _told(letters: pl.DataFrame, rule: str, place: int) -> pl.DataFrame:
    """The outcomes of one rule; a row of letters that is too short was written before there was the rule."""
    letter = pl.col("verdicts").str.slice(place, 1)
    outcome = letter.replace_strict(_OUTCOMES, default=Reason.NOT_RECORDED.code)
    return letters.select(pl.lit(rule).alias("code"), outcome.alias("outcome"), "reports")


def _untold(reports: pl.LazyFrame) -> pl.DataFrame:
    """Of reports without letters: the rules that findings prove to be broken, and where nothing is known."""
    silent = reports.filter(pl.col("verdicts").is_null())
    codes = pl.col("issues").list.eval(pl.element().struct.field("code"))
    judged = silent.select(pl.len(), *(codes.list.contains(rule).sum().alias(rule) for rule in JUDGED)).collect()
    row = judged.row(0, named=True)
    rows = [
        (rule, outcome, count)
        for rule in JUDGED
        for outcome, count in ((BROKEN, row[rule]), (Reason.NOT_RECORDED.code, row["len"] - row[rule]))
    ]
    return pl.DataFrame(rows, schema=_SCHEMA, orient="row")


def _totalled(counts: pl.DataFrame) -> pl.DataFrame:
    totals = counts.group_by("code", "outcome").agg(pl.col("reports").sum()).filter(pl.col("reports") > 0)
    return totals.select(pl.col(name).cast(dtype) for name, dtype in _SCHEMA.items())
