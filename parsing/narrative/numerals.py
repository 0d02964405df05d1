"""Numbers as sentences print them: Arabic or Chinese, exact or about, with the counter behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

_DIGIT: Final = {
    character: value for value, characters in enumerate(("零〇", *"一二三四五六七八九")) for character in characters
}
_DIGIT_VALUES: Final = {**_DIGIT, "两": 2}
_PLACES: Final = {"十": 10, "百": 100, "千": 1000}
_SCALES: Final = {"": 1, "万": 10_000, "亿": 100_000_000}
MONEY: Final = {"元": 1, "万元": 10_000, "亿元": 100_000_000}

_COUNTERS: Final = "件次|人次|件|起|宗|条|份|个|次|例|项|笔|篇|人|期|场|部|幅|则|批|户|家"
# Begins with a set of characters and nothing optional, so that the whole text can be scanned for it at once.
_QUANTITY: Final = re.compile(
    r"(?P<number>[\d零〇一二两三四五六七八九十百千][\d,.零〇一二两三四五六七八九十百千]*)(?P<more>[余多])?(?P<scale>[万亿](?!元))?(?P<still>[余多])?"
    rf"(?:(?P<money>[万亿]?元)|(?P<counter>{_COUNTERS})(?!例外|次性|条例|部门|人员|人民|项目|家庭|体))?(?P<after>左右|以上)?"
)
_NUMBER: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[零〇一二两三四五六七八九十百千]+")
_BEFORE: Final = re.compile(r"(?:大约|约|近|逾|超过|超|不到|至少)$")
_NO_COUNT: Final = re.compile(r"[\d.第A-Za-z\-/]$")
_BARE: Final = re.compile(r"[为是]$")
_NOT_BARE: Final = re.compile(r"[.%年月\d]")
_NONE_OF: Final = re.compile(r"(?:无|没有|未有|(?:未|没|没有)(?:发生|收到|出现))$")  # 无一例
_NEAR: Final = 4  # characters before a number that tell how it is meant
_LONGEST: Final = 16  # signs of a number; a longer string of digits counts nothing
_LEAST_STEP: Final = 10


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number with its counter. ``low`` and ``high`` are the least and the greatest figure that it allows.

    Money is in yuan. ``start`` and ``end`` are where it stands in its sentence.
    """

    value: Decimal
    low: Decimal
    high: Decimal | None
    counter: str
    start: int
    end: int
    unit: Decimal = Decimal(1)  # of the last printed digit

    @property
    def is_exact(self) -> bool:
        """Whether it names one count and not a range."""
        return self.low == self.high == self.value

    @property
    def is_money(self) -> bool:
        """Whether it is an amount in yuan."""
        return self.counter == "元"

    def allows(self, figure: Decimal | int) -> bool:
        """Whether the figure is what the words say."""
        return self.low <= figure and (self.high is None or figure <= self.high)


def zero(start: int, end: int) -> Quantity:
    """What words there say that name no number, or 0 without a counter."""
    nothing = Decimal(0)
    return Quantity(nothing, nothing, nothing, "", start, end)


def quantities(text: str) -> Iterator[Quantity]:
    """Every number of a folded text that has a counter or a unit of money behind it, or says that something is 0."""
    for match in _QUANTITY.finditer(text):
        before = text[max(0, match.start() - _NEAR) : match.start()]
        if len(match["number"]) > _LONGEST or not _NUMBER.fullmatch(match["number"]):
            continue
        if _NO_COUNT.search(before) or _NONE_OF.search(before):
            continue
        if match["money"] or match["counter"]:
            quantity = _quantity(match, before)
            if quantity.is_money or quantity.value == quantity.value.to_integral_value():
                yield quantity
        elif match[0] in {"0", "零"} and _BARE.search(before) and not _NOT_BARE.match(text, match.end()):
            yield zero(match.start(), match.end())


def chinese_number(numeral: str) -> int:
    """A number below ten thousand in Chinese numerals: 一百二十 is 120, 二〇二一 is 2021."""
    if not any(character in _PLACES for character in numeral):
        return int("".join(str(_DIGIT_VALUES[character]) for character in numeral))
    total, digit = 0, 0
    for character in numeral:
        if character in _PLACES:
            total += (digit or 1) * _PLACES[character]
            digit = 0
        else:
            digit = _DIGIT_VALUES[character]
    return total + digit


def _quantity(match: re.Match[str], before: str) -> Quantity:
    printed = match["number"].replace(",", "")
    number = Decimal(printed) if printed[0].isdecimal() else Decimal(chinese_number(printed))
    factor = _SCALES[match["scale"] or ""] * (MONEY[match["money"]] if match["money"] else 1)
    decimals = len(printed.partition(".")[2])
    unit = Decimal(factor) / 10**decimals
    value = number * factor
    low, high = _bounds(value, unit, match, before)
    counter = "元" if match["money"] else match["counter"]
    return Quantity(value, low, high, counter, match.start("number"), match.end(), unit)


def _bounds(value: Decimal, unit: Decimal, match: re.Match[str], before: str) -> tuple[Decimal, Decimal | None]:
    """The figures that a number with its words (余, 近, 约, 以上) leaves possible."""
    step = _step(value, unit)
    about = _BEFORE.search(before)
    word = about[0] if about else match["after"]
    if match["more"] or match["still"]:
        return value, value + step
    if word in {"逾", "超", "超过", "至少", "以上"}:
        return value, None
    if word in {"近", "不到"}:
        return value - step, value
    if word in {"约", "大约", "左右"}:
        return value - step, value + step
    return (value, value) if unit == 1 else (value - unit / 2, value + unit / 2)


def _step(value: Decimal, unit: Decimal) -> Decimal:
    """How far off a number is that ends in zeros or was cut: 260余 leaves ten, 6000余 a thousand."""
    step = unit if unit > 1 else Decimal(_LEAST_STEP)
    while value and step < value and value % (step * 10) == 0:
        step *= 10
    return step
