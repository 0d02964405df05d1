"""What the rules within one report came to, as it was kept when the report was read.

Rows that an older version of the program wrote do not tell. Of these a rule is known to be broken where there is a
finding; whether it held or could not be judged is not.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from data.checks.outcome import BROKEN, VERDICT
from data.schema import JUDGED, VERDICT_LETTERS
from parsing.catalogue.reasons import Reason

_OUTCOMES: Final = {letter: outcome for outcome, letter in VERDICT_LETTERS.items()}
_UNTOLD: Final = "-"


def letters(reports: pl.LazyFrame) -> pl.LazyFrame:
    """What was kept of each report: ``report_id``, and in ``verdicts`` a letter for each of ``data.schema.JUDGED``."""
    kept = reports.filter(pl.col("verdicts").is_not_null()).select("report_id", "verdicts")
    codes = pl.col("issues").list.eval(pl.element().struct.field("code"))
    found = (
        pl.when(codes.list.contains(rule)).then(pl.lit(VERDICT_LETTERS[BROKEN])).otherwise(pl.lit(_UNTOLD))
        for rule in JUDGED
    )
    silent = reports.filter(pl.col("verdicts").is_null()).select("report_id", verdicts=pl.concat_str(found))
    return pl.concat([kept, silent])


def outcome(rule: str) -> pl.Expr:
    """What a rule came to, from ``verdicts``. Letters that are too few were written before there was the rule."""
    letter = pl.col("verdicts").str.slice(JUDGED.index(rule), 1)
    told = letter.replace_strict(_OUTCOMES, default=Reason.NOT_RECORDED.code)
    return told.cast(VERDICT).alias(rule)
