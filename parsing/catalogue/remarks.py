"""What is said of only some instances of a kind, and ids in their values that have a name in each language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from parsing.catalogue.kinds import Language

_Words = Mapping[Language, str]

_UNREAD: Final[_Words] = MappingProxyType(
    {"zh": "另有 {unread} 项未能读出，不影响结论。", "en": " {unread} more could not be read, which cannot mend it."}
)
_CAUSE: Final[_Words] = MappingProxyType(
    {
        "zh": "若{changes}{slip}，则本表不成立的 {rules} 条勾稽关系全部成立（仅供参考，填报数据未作改动）。",
        "en": " If {changes}{slip}, all {rules} broken equations of this table would hold (offered, not applied).",
    }
)
_CHANGE: Final[_Words] = MappingProxyType(
    {"zh": "“{cell}”为 {figure} 而不是 {filed}", "en": "{cell} were {figure} instead of {filed}"}
)
_JOINED: Final[_Words] = MappingProxyType({"zh": "、", "en": " and "})
_SLIPS: Final[Mapping[str, _Words]] = MappingProxyType(
    {
        "": {"zh": "", "en": ""},
        "swapped": {"zh": "（相邻两位数字颠倒）", "en": " (two digits swapped)"},
        "shifted": {"zh": "（差一位零）", "en": " (a zero more or less)"},
    }
)
NAMED: Final[Mapping[str, Mapping[str, _Words]]] = MappingProxyType(
    {
        "unit": {
            "元": {"zh": "元", "en": "yuan"},
            "万元": {"zh": "万元", "en": "10,000 yuan"},
        },
        "extent": {
            "characters": {"zh": "文字（字符）", "en": "characters"},
            "lines": {"zh": "段落和表格行数", "en": "paragraphs and table rows"},
            "cells": {"zh": "表格格数", "en": "table cells"},
            "columns": {"zh": "表格一行的格数", "en": "cells in one table row"},
            "nesting": {"zh": "表格嵌套层数", "en": "levels of tables inside tables"},
            "tags": {"zh": "标记数", "en": "tags"},
            "styles": {"zh": "样式规则数", "en": "rules of style"},
            "parts": {"zh": "网页档案的层数", "en": "parts of parts"},
            "printings": {"zh": "年度报告表格数", "en": "tables of the annual report"},
            "pages": {"zh": "页数", "en": "pages"},
            "shapes": {"zh": "一页上的图形数", "en": "shapes on one page"},
            "rules": {"zh": "一页上的线条数", "en": "rules on one page"},
            "crossings": {"zh": "一页上线条的交点数", "en": "crossings of rules on one page"},
            "directory": {"zh": "压缩包目录（字节）", "en": "bytes of an archive's directory"},
        },
        "what": {
            "signed": {"zh": "落款日期", "en": "signed"},
            "published": {"zh": "发布日期", "en": "published"},
        },
        "where": {
            "period": {"zh": "统计期限", "en": "The reporting period"},
            "title": {"zh": "报告名称", "en": "The title"},
            "text": {"zh": "正文开头", "en": "The opening of the text"},
            "plan": {"zh": "改进措施", "en": "The plan"},
        },
    }
)


def remarks(
    values: Mapping[str, str | int], language: Language, label: Callable[[str, Language], str]
) -> Iterator[str]:
    """How much was not read, and which change would mend all broken equations at once. ``label`` names a cell."""
    if "unread" in values:
        yield _UNREAD[language].format_map(values)
    if "cause" in values:
        changes = _JOINED[language].join(_change(each, language, label) for each in str(values["cause"]).split(","))
        slip = _SLIPS[str(values["cause_slip"])][language]
        yield _CAUSE[language].format(changes=changes, rules=values["cause_rules"], slip=slip)


def _change(change: str, language: Language, label: Callable[[str, Language], str]) -> str:
    cell, _, figures = change.partition("=")
    filed, _, figure = figures.partition(">")
    return _CHANGE[language].format(cell=label(cell, language), filed=filed, figure=figure)
