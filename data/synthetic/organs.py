"""The organs of the synthetic corpus: which exist, where, and in which order they are taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice, product
from typing import Final

from data.synthetic.trades import OFFICES, TOWNSHIP, Trade
from parsing import divisions

MARK: Final = "演示"  # in the name of every organ, so that none is taken for a real one

# A city with three of its counties each; the first is used before the second.
REGIONS: Final = (
    ("360400", "360425", "360483", "360429"),
    ("211200", "211224", "211282", "211223"),
    ("330500", "330521", "330522", "330523"),
    ("370300", "370321", "370322", "370323"),
)
_BEGINNINGS: Final = "青柳松云石白竹南枫麦河双"
_ENDINGS: Final = "禾溪岭桥渡露湾塘林丘口泉"
_VILLAGES: Final = tuple(map("".join, zip(_BEGINNINGS, _ENDINGS, strict=True)))
MOST: Final = 20_000  # organs of a corpus; there are names for some more
CITY_SCALE: Final = 4  # an organ of a city does about so many times as much as one of a county


@dataclass(frozen=True, slots=True, kw_only=True)
class Organ:
    """One organ that reports every year. ``number`` tells the organs of a corpus apart."""

    number: int
    name: str
    level: str
    division_code: str
    trade: Trade

    @property
    def scale(self) -> int:
        """How many times as much it does as an organ of a county."""
        return CITY_SCALE if self.level == "city" else 1

    @property
    def site_code(self) -> str:
        """网站标识码: the division and a running number; sites that exist count from 0001."""
        return f"{self.division_code}{9000 + self.number % 1000:04d}"


def roster(size: int) -> tuple[Organ, ...]:
    """The first organs of a corpus: offices of one region after the other, then townships, at most ``MOST``."""
    named = {name: (level, code, trade) for name, level, code, trade in chain(_offices(), _townships(size))}
    return tuple(
        Organ(number=number, name=name, level=level, division_code=code, trade=trade)
        for number, (name, (level, code, trade)) in enumerate(islice(named.items(), size), start=1)
    )


_Entry = tuple[str, str, str, Trade]


def _offices() -> Iterator[_Entry]:
    """Each round takes one office of every place of a region and one township, the places out of step."""
    for region in REGIONS:
        for turn in range(len(OFFICES)):
            for shift, code in enumerate(region):
                trade = OFFICES[(turn + max(0, shift - 1)) % len(OFFICES)]
                yield f"{_place(code)}{MARK}{trade.suffix}", _level(code), code, trade
            if turn < len(_VILLAGES):
                yield _township(region[1 + turn % 3], _VILLAGES[turn])


def _townships(size: int) -> Iterator[_Entry]:
    """As many townships as there are organs asked for, in all counties: names of two characters, then of three."""
    names = chain(product(_BEGINNINGS, _ENDINGS), product(_BEGINNINGS, _ENDINGS, _ENDINGS))
    places = product(map("".join, names), (code for region in REGIONS for code in region[1:]))
    return (_township(code, village) for village, code in islice(places, size))


def _township(code: str, village: str) -> _Entry:
    return f"{_place(code)}{village}{MARK}{TOWNSHIP.suffix}", "township", code, TOWNSHIP


def _place(code: str) -> str:
    return divisions.divisions()[code].name


def _level(code: str) -> str:
    return divisions.divisions()[code].level
