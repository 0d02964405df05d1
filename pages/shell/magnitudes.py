"""A scale along which many figures are laid out as points: plain, or logarithmic where they span magnitudes."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pages.shell import axes
from pages.shell.drawn import Chart
from pages.shell.words import Words

_WIDE: Final = 100.0  # times as large as the smallest is the largest figure, from which on a plain scale hides most
_FEWEST: Final = 5  # figures
_COLUMNS: Final = 36  # of points side by side


@dataclass(frozen=True, slots=True)
class Scale:
    """How figures become places. On a logarithmic scale a place is the power of ten, and 0 stands left of all."""

    values: tuple[float, ...]
    is_logarithmic: bool

    @classmethod
    def of(cls, values: Sequence[float]) -> Scale:
        """The scale that suits these figures."""
        positive = [value for value in values if value > 0]
        is_wide = len(positive) >= _FEWEST and max(positive) >= _WIDE * min(positive)
        return cls(tuple(values), is_wide)

    @property
    def _lowest(self) -> int:
        """The power of ten at or below the smallest figure that is not 0."""
        return math.floor(math.log10(min(value for value in self.values if value > 0)))

    def place(self, value: float) -> float:
        """Where a figure stands along the axis."""
        if not self.is_logarithmic:
            return value
        return math.log10(value) if value > 0 else self._lowest - 1.0

    def stacked(self, places: Sequence[float]) -> list[float]:
        """How high each point stands so that points of about the same figure lie on top of each other."""
        width = (max(places) - min(places)) / _COLUMNS or 1.0
        filled: Counter[int] = Counter()
        heights = []
        for place in places:
            column = round((place - min(places)) / width)
            filled[column] += 1
            heights.append(filled[column] - 0.5)
        return heights

    def axis(self, word: Words) -> Chart:
        """The scale as an axis."""
        if not self.is_logarithmic:
            return axes.count_axis(self.values, word)
        highest = math.ceil(math.log10(max(self.values)))
        powers = list(range(self._lowest, highest + 1))
        has_zero = min(self.values) <= 0
        zero = [self._lowest - 1] if has_zero else []
        labels = ["0"] * len(zero) + [axes.short(10.0**power, word) for power in powers]
        places = zero + powers
        return {"tickvals": places, "ticktext": labels, "range": [places[0] - 0.2, highest + 0.1], "showgrid": True}
