"""What two printings of the same words have in common: width, script and spacing folded away, for comparing only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from opencc import OpenCC

# A mechanical conversion writes 谘詢 for 咨询; OpenCC leaves it alone.
_AFTER_CONVERSION: Final = {"谘": "咨", "−": "-", "﹣": "-", "\u00ad": "", "\u200b": "", "\ufeff": ""}
_INFORMATION: Final = ("资讯", "信息")  # a conversion for Taiwan writes 資訊
# Signs of fonts that NFKC leaves as radicals: each has the shape of one character, by Unicode the equivalent one.
_RADICALS: Final = dict(
    zip(
        "⺁⺎⺒⺓⺝⺟⺠⺩⺬⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻱⻳",
        "厂兀巳幺月母民王示虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龜龟",
        strict=True,
    )
)
_RADICAL: Final = re.compile("[\u2e80-\u2ef3]")  # one range, which is sooner looked through than forty signs
_LEFT_ALONE: Final = re.compile(f"[{''.join(_AFTER_CONVERSION)}]")  # str.translate takes ten times as long
LONGEST_KEPT: Final = 1_000  # characters of a text whose result is kept; thousands of longer ones fill the memory
_NOT_LABEL_TEXT: Final = re.compile(r"[\W_]+")
_STACKED: Final = re.compile(r"\W{64,}")
# A conversion leaves behind a sign how it is spoken, with its tone or without: 規(guī)章(zhang).
_TONES: Final = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü"
_TONED: Final = rf"(?=[a-z]*[{_TONES}])[a-z{_TONES}]{{1,6}}"
_TONELESS: Final = r"(?=[a-z]{2})(?:[zcs]h|[b-df-hj-np-tw-z])?[aeiouv]{1,3}(?:ng?|r)?"
_SPOKEN: Final = re.compile(rf"(?<=[\u2e80-\u9fff])(?:\((?:{_TONED}|{_TONELESS})\))+")
_HAN: Final = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]")


def _without_marks(stack: re.Match[str]) -> str:
    """Signs without the marks set above and below: sorting a thousand marks on one letter takes for ever."""
    return "".join(character for character in stack[0] if not unicodedata.combining(character))


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


def fold(text: str) -> str:
    """Half width (NFKC), radicals as characters (⼈⺠ → 人民), simplified script; spacing stays."""
    return _folded(text) if len(text) <= LONGEST_KEPT else _folded.__wrapped__(text)


@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    compatible = unicodedata.normalize("NFKC", _STACKED.sub(_without_marks, text))
    if _HAN.search(compatible):
        compatible = _RADICAL.sub(lambda found: _RADICALS.get(found[0], found[0]), compatible)
        compatible = _converter().convert(_SPOKEN.sub("", compatible) if "(" in compatible else compatible)
        compatible = compatible.replace(*_INFORMATION)
    return _LEFT_ALONE.sub(lambda found: _AFTER_CONVERSION[found[0]], compatible)


def label_key(text: str) -> str:
    """A label without spacing and punctuation: what is compared with the form's own labels."""
    return _key(text) if len(text) <= LONGEST_KEPT else _key.__wrapped__(text)


def is_in_order(some: Iterable[str], every: Iterable[str]) -> bool:
    """Whether signs or words all stand among others in the same order, some left out: 发改局 in 发展和改革局."""
    remaining = iter(every)
    return all(each in remaining for each in some)


@lru_cache(maxsize=8192)
def _key(text: str) -> str:
    return _NOT_LABEL_TEXT.sub("", fold(text))
