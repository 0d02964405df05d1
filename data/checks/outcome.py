"""What a rule comes to for one report: it holds, it is broken, or it cannot be judged, and then why."""

from __future__ import annotations

from typing import Final

import polars as pl

from parsing.catalogue.reasons import REASONS, Reason

HOLDS: Final = "holds"
BROKEN: Final = "broken"
VERDICT: Final = pl.Enum([HOLDS, BROKEN, *REASONS])


def verdict(is_broken: pl.Expr, *obstacles: tuple[pl.Expr, Reason], unknown: Reason = Reason.UNREAD) -> pl.Expr:
    """The outcome of a rule.

    The first obstacle that applies makes it not assessable; ``is_broken`` is null where a figure is not known.
    """
    outcome = pl.when(is_broken).then(pl.lit(BROKEN)).otherwise(pl.lit(HOLDS))
    for applies, reason in ((is_broken.is_null(), unknown), *reversed(obstacles)):
        outcome = pl.when(applies).then(pl.lit(reason.code)).otherwise(outcome)
    return outcome.cast(VERDICT)
