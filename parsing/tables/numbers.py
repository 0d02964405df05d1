"""What is printed in a cell, read as the figure that the form asks for, or not at all.

Nothing is guessed: a blank or a dash is no zero, and a text that is not certainly one figure has no value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from parsing.folding import fold
from parsing.form import MOST_DECIMALS, MOST_DIGITS, Column, Kind
from parsing.model import UNCERTAIN, State

_BLANKS: Final = re.compile(r"\s+")
_DIGIT: Final = re.compile(r"\d")
_MARKS: Final = frozenset(
    [
        *("-", "--", "---", "—", "——", "–", "_", "__", "___", "/", "//", "\\", "·", "…", "×", "*", "○", "O", "o"),
        *("无", "(无)", "暂无", "没有", "未发生", "未产生", "不适用", "N/A"),
    ]
)
_ZERO: Final = frozenset(["零", "〇"])
# Footnote signs that NFKC would turn into further digits of the figure.
_RAISED_DIGITS: Final = re.compile(r"[²³¹⁰-₉①-⒛⓪-⓿❶-➓]")
_COUNTER: Final = "(?:人次|件次|条次|[件个条项次宗起份人家部例])?"
_WHOLE: Final = r"\d{1,3}(?:[,，]\d{3})+|\d+"
_COUNT: Final = re.compile(rf"(?P<number>{_WHOLE})(?P<zeros>\.0+)?{_COUNTER}")
_FRACTION: Final = re.compile(rf"-?(?:{_WHOLE})\.\d+{_COUNTER}")
_NEGATIVE: Final = re.compile(rf"[-—–](?:{_WHOLE})(?:\.\d+)?{_COUNTER}")
_CHANGE: Final = re.compile(
    rf"(?P<sign>[-+—–±↑↓⬆⬇]|增加?|减少?|新增)?(?P<number>{_WHOLE})(?:\.0+)?{_COUNTER}(?P<arrow>[↑↓⬆⬇])?"
)
_MINUS: Final = frozenset(["-", "—", "–", "↓", "⬇", "减", "减少"])
_DECREASE: Final = re.compile("[减降负少↓⬇▼]|^[-—–−]")
_MAGNITUDE: Final = re.compile(r"[十百千万亿]+[\u4e00-\u9fff]?")  # 5（千件） is no 5
_NO_CHANGE: Final = frozenset(["持平", "不变", "无变化", "无增减"])
_SIGNS: Final = frozenset("-—–±+↑↓⬆⬇增减新¥人")  # with which a figure begins that begins with no digit
_AMOUNT: Final = re.compile(
    rf"(?:(?P<sign>[¥￥])|人民币)?(?P<number>(?:{_WHOLE})(?:\.\d+)?)"
    r"[(（]?(?P<unit>亿元|万元|千元|百元|元|亿|万)?[)）]?(?:整|人民币)?"
)
_ANNOTATED: Final = re.compile(r"(?P<figure>[^(（\[]+?)[(（\[](?P<remark>.+)[)）\]]")
_SPACED_DIGITS: Final = re.compile(r"\d[\d,]*(?:\s+\d+)+")
_PARTED: Final = re.compile(r"[^(（\[]*\d\s+\d")  # before a remark
_WRAPPED_CHANGE: Final = re.compile(r"[-+—–]\s*\d+(?:\n\d+)+")  # in a narrow column: its sign tells that it is one
_SPACED_THOUSANDS: Final = re.compile(r"\d{1,3}(?:[^\S\n]\d{3})+")  # 12 345, not on two lines
_YUAN: Final = {
    "元": Decimal(1),
    "百元": Decimal(100),
    "千元": Decimal(1000),
    "万": Decimal(10_000),
    "万元": Decimal(10_000),
    "十万元": Decimal(100_000),
    "百万元": Decimal(1_000_000),
    "千万元": Decimal(10_000_000),
    "亿": Decimal(100_000_000),
    "亿元": Decimal(100_000_000),
}
UNITS: Final = tuple(_YUAN)
UNCLEAR: Final = "?"  # where more than one unit is printed for an amount


@dataclass(frozen=True, slots=True)
class Read:
    """What one printed text gives. ``remark`` is the code of the problem that has to be told, or empty.

    ``joined`` is the count that digits with spaces or line breaks between them would give, if they are one figure.
    """

    state: State
    value: int | Decimal | None = None
    remark: str = ""
    joined: int | None = None


_UNREADABLE: Final = Read(State.UNREADABLE, None, "cell-not-a-number")
_BELOW_ZERO: Final = Read(State.UNREADABLE, None, "cell-negative")


def read_figure(printed: str, column: Column, *, unit: str = "") -> Read:
    """The figure that one cell prints, in the unit of its column.

    ``unit`` is the unit that is printed for the column, where there is one, or ``UNCLEAR``.
    """
    return _read(printed, column.kind, column.unit, unit)


@lru_cache(maxsize=4096)
def _read(printed: str, kind: Kind, column_unit: str, heading_unit: str) -> Read:
    mark = read_mark(printed)
    if mark is not None:
        return mark
    if _RAISED_DIGITS.search(printed):
        return _UNREADABLE
    text = fold(printed).strip()
    tight = _BLANKS.sub("", text)
    if tight in _ZERO:
        return Read(State.PRINTED, 0)
    if kind is Kind.AMOUNT:
        return _amount(text, column_unit, heading_unit)
    if _PARTED.match(text) and not (kind is Kind.CHANGE and _WRAPPED_CHANGE.fullmatch(text)):
        return _joined(text)
    reading = _change(tight) if kind is Kind.CHANGE else _count(tight)
    return _without_remark(tight, kind) if reading is _UNREADABLE else reading


def are_apart(printed: str) -> bool:
    """Whether a text is digits with a space between them: the thousands of one figure, or two figures."""
    return _SPACED_DIGITS.fullmatch(fold(printed).strip()) is not None


def are_two(printed: str) -> bool:
    """Whether a text is digits with a space between them that parts no thousands."""
    return are_apart(printed) and _SPACED_THOUSANDS.fullmatch(fold(printed).strip()) is None


def read_mark(printed: str) -> Read | None:
    """A blank, a dash or the like; None when something else is printed."""
    tight = _BLANKS.sub("", fold(printed))
    if not tight:
        return Read(State.BLANK)
    return Read(State.DASH) if tight in _MARKS else None


@lru_cache(maxsize=4096)
def looks_like_figure(printed: str) -> bool:
    """Whether a text can stand in a cell of figures: a number of any kind, certain or not, or a mark for none."""
    text = fold(printed).strip()
    tight = _BLANKS.sub("", text).replace(UNCERTAIN, "")
    if tight in _MARKS or tight in _ZERO or tight in _NO_CHANGE:
        return True
    if not (tight[:1].isdecimal() or tight[:1] in _SIGNS) or not _DIGIT.search(tight):
        return False
    figure = _ANNOTATED.fullmatch(tight)
    return any(
        pattern.fullmatch(candidate)
        for pattern in (_COUNT, _FRACTION, _NEGATIVE, _CHANGE, _AMOUNT)
        for candidate in ((tight, figure["figure"]) if figure else (tight,))
    )


def _plain(number: str) -> int | None:
    """The whole number, or None where glued cells are likelier than a figure (000, 07, sixteen digits)."""
    digits = re.sub(r"[,，]", "", number)
    if len(digits) > MOST_DIGITS or (len(digits) > 1 and digits.startswith("0")):
        return None
    return int(digits)


def _count(tight: str) -> Read:
    if match := _COUNT.fullmatch(tight):
        value = _plain(match["number"])
        if value is None:
            return _UNREADABLE
        return Read(State.PRINTED, value, "cell-annotated" if match["zeros"] else "")
    if _NEGATIVE.fullmatch(tight):
        return _BELOW_ZERO
    if _FRACTION.fullmatch(tight):
        return Read(State.UNREADABLE, None, "cell-fraction")
    return _UNREADABLE


def _change(tight: str) -> Read:
    if tight in _NO_CHANGE:
        return Read(State.PRINTED, 0, "cell-annotated")
    match = _CHANGE.fullmatch(tight)
    value = _plain(match["number"]) if match else None
    if match is None or value is None:
        return _UNREADABLE
    sign, arrow = match["sign"] or "", match["arrow"] or ""
    if sign == "±" or (sign and arrow):
        return Read(State.PRINTED, 0) if value == 0 else _UNREADABLE
    return Read(State.PRINTED, -value if sign in _MINUS or arrow in _MINUS else value)


def _joined(text: str) -> Read:
    """Digits with spaces between them: a figure by itself only where the spaces part the thousands."""
    value = _plain(_BLANKS.sub("", text)) if _SPACED_DIGITS.fullmatch(text) else None
    if value is None:
        return _UNREADABLE
    if _SPACED_THOUSANDS.fullmatch(text):
        return Read(State.PRINTED, value, "cell-digits-joined")
    return Read(State.UNREADABLE, None, "cell-not-a-number", value)


def _amount(text: str, column_unit: str, heading_unit: str) -> Read:
    tight = _BLANKS.sub("", text)
    match = _AMOUNT.fullmatch(tight)
    if match is None or len(re.sub(r"\D", "", match["number"])) > 2 * MOST_DIGITS:
        return _BELOW_ZERO if _NEGATIVE.fullmatch(tight) else _UNREADABLE
    number = Decimal(re.sub(r"[,，]", "", match["number"]))
    whole = match["number"].split(".")[0]
    if _plain(whole) is None or (_PARTED.match(text) and number != 0):
        return _UNREADABLE
    printed_unit = match["unit"] or _unit(column_unit, heading_unit, signed=match["sign"] is not None)
    if printed_unit not in _YUAN:
        return Read(State.PRINTED, 0) if number == 0 else Read(State.UNREADABLE, None, "cell-unit-missing")
    value = exact(number * _YUAN[printed_unit] / _YUAN[column_unit])
    if not _fits(value):
        return _UNREADABLE
    converted = number != 0 and _YUAN[printed_unit] != _YUAN[column_unit]
    return Read(State.PRINTED, value, "cell-unit-converted" if converted else "")


def _unit(column_unit: str, heading_unit: str, *, signed: bool) -> str:
    """The unit of an amount that names none itself: the heading's, else the form's; a sign before it (¥) means yuan."""
    unit = heading_unit or (column_unit if column_unit == "万元" else "")
    if not signed:
        return unit
    return "元" if unit in {"", "元"} else UNCLEAR


def _fits(amount: int | Decimal) -> bool:
    decimals = -int(amount.as_tuple().exponent) if isinstance(amount, Decimal) else 0
    return amount < 10**MOST_DIGITS and decimals <= MOST_DECIMALS


def _without_remark(tight: str, kind: Kind) -> Read:
    """22（其中修订16件） is 22 with a remark."""
    match = _ANNOTATED.fullmatch(tight)
    if match is None or not match["figure"] or match["remark"] in _YUAN:  # 5（元） is no count
        return _UNREADABLE
    if _MAGNITUDE.fullmatch(match["remark"]):
        return _UNREADABLE
    if kind is Kind.CHANGE and _DECREASE.search(match["remark"]):  # 168（减） is a decrease
        return _UNREADABLE
    read = _read(match["figure"], kind, "", "")
    return Read(read.state, read.value, "cell-annotated") if read.state is State.PRINTED else _UNREADABLE


def exact(number: Decimal) -> int | Decimal:
    """A whole amount as an int, any other as the shortest exact decimal."""
    if number == number.to_integral_value():
        return int(number)
    return number.normalize()
