"""Why a rule cannot be judged for a report, declared once: a code, and what is said of it in Chinese and English."""

from __future__ import annotations

from enum import Enum
from typing import Final

from parsing.catalogue.kinds import Language


class Reason(Enum):
    """What kept a rule from being judged."""

    UNIDENTIFIED = ("unidentified", "机关或年度未认定", "the organ or the year is not known")
    TABLE_MISSING = ("table-missing", "没有读到这张表", "the table was not read")
    OLDER_FORM = ("older-form", "2019 年以前的统计表，规则不适用", "the statistics form of the years before 2019")
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
    YEAR_UNKNOWN = ("year-unknown", "年度未能确定", "the year is not known")
    DATE_UNKNOWN = ("date-unknown", "没有落款日期和发布日期", "neither signed nor published on a known date")
    DATE_OF_ANOTHER_YEAR = (
        "date-of-another-year",
        "发布日期晚于应公布的年份，可能是网站迁移后的日期",
        "the page bears a date of a later year, perhaps of a move to another site",
    )
    NOTHING_CLAIMED = ("nothing-claimed", "正文没有提及表中数据", "the text claims no figure of the tables")
    NOTHING_CLAIMED_TWICE = (
        "nothing-claimed-twice",
        "正文没有重复提及同一数据",
        "the text claims no figure twice",
    )
    NO_LISTS = ("no-lists", "正文没有列出分项", "the text has no total with its parts")
    NO_SHARES = ("no-shares", "正文没有可核对的百分比", "the text has no percentage that can be compared")
    NO_NUMBERING = ("no-numbering", "正文没有“一是、二是”", "the text has no numbered items")
    NOT_COUNTED = ("not-counted", "表格不统计此项", "no table of the form counts it")
    NOT_RECORDED = (
        "not-recorded",
        "由旧版本程序读入，当时没有记录；把原件导入新的数据集后可见",
        "read by an older version, which kept no outcome; import the originals into a new dataset to know",
    )

    @property
    def code(self) -> str:
        """The stable name of the reason."""
        return self.value[0]

    def words(self, language: Language) -> str:
        """The reason told in one language."""
        return self.value[1] if language == "zh" else self.value[2]


REASONS: Final = {reason.code: reason for reason in Reason}
