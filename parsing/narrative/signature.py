"""The date under the text, beside or below the organ that signs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from parsing.folding import fold
from parsing.model import Paragraph, Place
from parsing.narrative.numerals import chinese_number

_DATE: Final = re.compile(
    r"(?:^|[。;)])[^\d:。,;]{0,40}?(?P<year>20\d\d|二[〇○零O][〇○零O一二三四五六七八九]{2})年"
    r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,3})月(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})日$"
)
_OF_THE_SITE: Final = re.compile("发布|时间|日期|更新|来源|浏览|期限|统计|截[至止]|[自从]20")
_ROUND_ZEROS: Final = str.maketrans("○零O", "〇〇〇")
_CLOSING: Final = 30  # lines at the end among which a signature stands; a site prints its own below it


@dataclass(frozen=True, slots=True)
class Signature:
    """A date of signature, and where it is printed."""

    day: date
    place: Place
    printed: str


def find_signature(narrative: Sequence[Paragraph]) -> Signature | None:
    """The last whole date that stands under the text; None where there is none, or no calendar has it."""
    last = len(narrative)
    first_prose = next((index for index, line in enumerate(narrative) if "。" in fold(line.text)), last)
    for index in range(last - 1, max(first_prose, last - _CLOSING) - 1, -1):
        match = _DATE.search("".join(fold(narrative[index].text).split()))
        if match is None or _OF_THE_SITE.search(match[0]):
            continue
        day = _day(match)
        return Signature(day, narrative[index].place, narrative[index].text[-_CLOSING:]) if day else None
    return None


def _day(match: re.Match[str]) -> date | None:
    year, month, day = (_number(match[part].translate(_ROUND_ZEROS)) for part in ("year", "month", "day"))
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _number(printed: str) -> int:
    return int(printed) if printed.isdecimal() else chinese_number(printed)
