"""What a rule comes to for one report: it holds, it is broken, or it cannot be judged, and then why."""

from __future__ import annotations

from enum import Enum
from typing import Final

import polars as pl

from parsing.catalogue import Language

HOLDS: Final = "holds"
BROKEN: Final = "broken"


class Reason(Enum):
    """Why a rule cannot be judged for a report: a code, and what is said of it in Chinese and English."""

    UNIDENTIFIED = ("unidentified", "机关或年度未认定", "the organ or the year is not known")
    TABLE_MISSING = ("table-missing", "没有读到这张表", "the table was not read")
    UNREAD = (
        "cells-unread",
        "有空白、未读出或靠勾稽关系推出的数字",
        "a figure is blank, unread, or was itself found by the form's arithmetic",
    )
    FIRST_REPORT = ("first-report", "数据集中没有更早的报告", "the dataset holds no earlier report")
    NO_YEAR_BEFORE = ("no-year-before", "数据集中没有上一年度的报告", "the dataset holds no report of the year before")
    EDITION = ("edition", "两年的格式不同，口径不可比", "the two years are on different forms and count other things")
    OTHER_EDITION = ("edition-without-row", "所用格式没有这些行", "the edition has no such rows")
    TOO_SMALL = ("too-small", "数字太少或太小，相同也可能是巧合", "too few or too small figures to tell from chance")
    TOO_FEW_YEARS = ("too-few-years", "可比的年度不足", "too few other years to compare with")
    NO_TEXT = ("no-text", "没有读到这一部分文字，或文字太短", "the section was not found or is too short")
    NOT_A_GOVERNMENT = ("not-a-government", "不是一级政府的汇总报告", "not a government's own report")
    COVERAGE = ("coverage", "数据集中下属机关的报告不足", "too few reports of its organs in the dataset")

    @property
    def code(self) -> str:
        """The stable name of the reason."""
        return self.value[0]

    def words(self, language: Language) -> str:
        """The reason told in one language."""
        return self.value[1] if language == "zh" else self.value[2]


REASONS: Final = {reason.code: reason for reason in Reason}
VERDICT: Final = pl.Enum([HOLDS, BROKEN, *REASONS])


def verdict(is_broken: pl.Expr, *obstacles: tuple[pl.Expr, Reason], unknown: Reason = Reason.UNREAD) -> pl.Expr:
    """The outcome of a rule.

    The first obstacle that applies makes it not assessable; ``is_broken`` is null where a figure is not known.
    """
    outcome = pl.when(is_broken).then(pl.lit(BROKEN)).otherwise(pl.lit(HOLDS))
    for applies, reason in ((is_broken.is_null(), unknown), *reversed(obstacles)):
        outcome = pl.when(applies).then(pl.lit(reason.code)).otherwise(outcome)
    return outcome.cast(VERDICT)
