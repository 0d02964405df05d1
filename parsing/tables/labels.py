"""The form's labels as they are matched: every printing of a row, column or heading, folded to its key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile
from typing import Final

from parsing import form
from parsing.folding import LONGEST_KEPT, fold, label_key
from parsing.form import ORGANISATIONS_HEAD


@dataclass(frozen=True, slots=True)
class RowLabel:
    """One row of one table, whatever the edition."""

    table: str
    row: str


@dataclass(frozen=True, slots=True)
class Match:
    """A row label found in printed text.

    ``start`` and ``end`` are where it stands in the text's key, ``at_end`` tells that nothing follows it.
    """

    label: RowLabel
    start: int
    end: int
    at_end: bool

    @property
    def common(self) -> bool:
        """Whether the label is also an ordinary word (其他, 总计)."""
        return self.label.row in _COMMON


# What may stand for a label when its end is torn off or lies on the next line; long enough to be no other label.
_HEADS: Final[Mapping[str, RowLabel]] = {
    label_key(head): RowLabel("applications", row)
    for head, row in (
        ("部分公开区分处理", "partially_granted"),
        ("申请人无正当理由逾期", "other_overdue_correction"),
        ("申请人逾期未按收费", "other_overdue_fee"),
        ("要求行政机关确认或", "unprocessed_reconfirmation"),
    )
}
# Rows whose label is also an ordinary word; they count only where the printed line holds nothing else.
_COMMON: Final = frozenset({"other_remaining", "total_processed"})
_COMMON_LINE: Final = re.compile(
    r"(?:三?本年度办理结果)?(?:六?其他处理3?其他|(?P<numbered>3其他|七总计|七合计)|总计|合计)"
)

_WAYS: Final = re.compile(r"(?:行政复议|直接起诉|复议后起诉)$")
_REMARK: Final = re.compile(r"[(\[][^()\[\]]*[)\]]\s*$")  # of folded text

_LONG_REMARK: Final = re.compile(r"[(\[][^()\[\]]{12,400}[)\]]")  # of folded text

_EDITION_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "2019": (
        "新制作数量",
        "新公开数量",
        "对外公开总数量",
        "项目数量",
        "本年增减",
        "采购总金额",
        "其他对外管理服务事项",
    ),
    "2021": ("制发件数", "制发数量", "废止件数", "废止数量", "现行有效", "收费金额"),
}


@cache
def row_labels() -> Mapping[str, RowLabel]:
    """Every key of every row of any edition, longest first. Rows of table 四 are told by their header instead."""
    keys: dict[str, RowLabel] = {}
    for (table_id, _), table in form.TABLES.items():
        if table_id == "remedies":
            continue
        for row in table.rows:
            for printed in row.printings:
                keys[label_key(printed)] = RowLabel(table_id, row.id)
    return dict(sorted(keys.items(), key=lambda item: -len(item[0])))


@cache
def _row_pattern() -> re.Pattern[str]:
    keys = sorted((*row_labels(), *_HEADS), key=len, reverse=True)
    # 法人或其他组织 holds 其他, which is a row of its own; （六）其他处理 is a row only where nothing divides it.
    # No group stands around the words, so that a text can be scanned for their first characters at once.
    return re.compile("|".join((ORGANISATIONS_HEAD, "其他处理(?=.)", *map(re.escape, keys))))


def find_rows(key: str) -> tuple[Match, ...]:
    """Every row label in the key of a text, in order. Words that are a label by chance are the caller's to judge."""
    return _found(key) if len(key) <= LONGEST_KEPT else _found.__wrapped__(key)


@lru_cache(maxsize=4096)
def _found(key: str) -> tuple[Match, ...]:
    found: list[Match] = []
    for match in _row_pattern().finditer(key):
        if match[0] == ORGANISATIONS_HEAD or (match[0] == "其他处理" and match.end() < len(key)):
            continue
        label = _HEADS.get(match[0]) or row_labels()[match[0]]
        end = _end_of(key, match, label)
        found.append(Match(label, match.start(), end, end == len(key)))
    return tuple(found)


def _end_of(key: str, match: re.Match[str], label: RowLabel) -> int:
    """Where a label ends: after as much of its official wording as the text goes on to print."""
    if label.table != "applications":
        return match.end()
    official = label_key(form.TABLES["applications", _edition_with(label.row)].row(label.row).label)
    printed = key[match.start() : match.start() + len(official)]
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(printed, official, strict=False)))
    return match.start() + max(common, len(match[0]))


@cache
def _edition_with(row: str) -> str:
    return next(
        edition for edition in form.EDITIONS for found in form.TABLES["applications", edition].rows if found.id == row
    )


def is_common_line(key: str, *, numbered: bool = False) -> bool:
    """Whether a line holds nothing but the label 3.其他 or （七）总计, with its number if that is asked for."""
    match = _COMMON_LINE.fullmatch(key)
    return match is not None and (not numbered or match["numbered"] is not None)


def numbered_common(key: str) -> str | None:
    """The row of a line that holds nothing but 3.其他 or （七）总计."""
    if not is_common_line(key, numbered=True):
        return None
    return "other_remaining" if key.endswith("其他") else "total_processed"


@lru_cache(maxsize=4096)
def row_at_end(text: str, *, numbered: bool = False) -> RowLabel | None:
    """The row whose label the words end with, a remark or unit in brackets aside.

    ``numbered`` asks for the number of a label that is also an ordinary word.
    """
    shorter = without_remark(text)
    for words in (text,) if shorter == fold(text) else (text, shorter):
        key = label_key(words)
        found = find_rows(key)
        if found and found[-1].at_end and (not found[-1].common or is_common_line(key, numbered=numbered)):
            return found[-1].label
    return None


def without_remark(text: str) -> str:
    """The words without the remark in brackets behind them."""
    return _REMARK.sub("", fold(text))


def without_long_remarks(text: str) -> str:
    """The words without what is told at length in brackets: how a row is to be filled in, not what it is called."""
    folded = fold(text)
    return _LONG_REMARK.sub("", folded) if "(" in folded or "[" in folded else text


def is_way(text: str) -> bool:
    """Whether words end with one of the ways of remedy, each of which has a row of its own on some sites."""
    return _WAYS.search(label_key(text)) is not None


@cache
def _column_pattern() -> re.Pattern[str]:
    # 其他 is a heading only where it is a word of its own.
    keys = "|".join(applicant_keys()).replace("其他", "其他(?!对外|法律|处理|结果|情形|需要)")
    return re.compile(f"{ORGANISATIONS_HEAD}|{keys}")


@cache
def applicant_keys() -> Mapping[str, str]:
    """Key of each printed heading of table 三 → column id."""
    return _column_keys(form.APPLICANTS)


@cache
def remedy_keys() -> Mapping[str, str]:
    """Key of each printed heading of table 四 → column id."""
    return _column_keys(form.REMEDY_RESULTS)


def _column_keys(columns: Iterable[form.Column]) -> Mapping[str, str]:
    return {label_key(printed): column.id for column in columns for printed in column.printings}


ORGANISATIONS: Final = "organisations"
"""Stands for 法人或其他组织, which is no column but the head above five of them."""


@lru_cache(maxsize=1024)
def find_heads(key: str) -> tuple[str, ...]:
    """The columns of table 三 that a heading names, and the head above some, in the order in which it names them."""
    keys = applicant_keys()
    return tuple(keys.get(match[0], ORGANISATIONS) for match in _column_pattern().finditer(key))


def find_applicants(key: str) -> tuple[str, ...]:
    """The columns of table 三 that a heading names, in the order in which it names them."""
    return tuple(head for head in find_heads(key) if head != ORGANISATIONS)


@cache
def _groups() -> frozenset[str]:
    """Every group of the form, with its number and without."""
    groups = {label_key(group) for table in form.TABLES.values() for row in table.rows for group in row.groups}
    return frozenset((*groups, *(re.sub(r"^[一二三四五六七八九]", "", group) for group in groups)))


@cache
def _heading_pattern() -> re.Pattern[str]:
    """The words of the form that stand between its rows: groups, column headings, parts of both."""
    balance = "本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和"
    words = {
        balance,
        "信息内容",
        "申请人情况",
        ORGANISATIONS_HEAD,
        "单位万元",
        "单位元",
        "本年新",
        "制作数量",
        "公开数量",
        *_groups(),
    }
    for table in form.TABLES.values():
        for row in table.rows:
            words |= {label_key(printed) for column in row.columns for printed in column.printings}
    return re.compile("|".join(sorted((re.escape(word) for word in words), key=len, reverse=True)))


def without_headings(key: str) -> str:
    """What a text prints besides the headings of the form."""
    return re.sub(r"^第?二十条第?", "", _heading_pattern().sub("", key))


@lru_cache(maxsize=4096)
def is_fragment(key: str) -> bool:
    """Whether the words are a piece of some official row label, left over from a broken line."""
    return any(key in official for official in row_labels())


@lru_cache(maxsize=4096)
def is_rest(text: str) -> bool:
    """Whether printed words are pieces of labels and groups, none of them whole: the ends of lines above."""
    keys = (key for word in text.split() if (key := re.sub(r"^\d", "", label_key(word))))
    return all(key not in _whole() and any(key in whole for whole in _whole()) for key in keys)


@cache
def _whole() -> frozenset[str]:
    """Every label, group and column heading of the form."""
    rows = (row for table in form.TABLES.values() for row in table.rows)
    return frozenset((*row_labels(), *_groups(), *(label_key(column.label) for row in rows for column in row.columns)))


def edition_evidence(key: str) -> dict[str, list[str]]:
    """Which labels of which edition of table 二 occur in a text."""
    return {edition: [found for found in keys if found in key] for edition, keys in _EDITION_KEYS.items()}
