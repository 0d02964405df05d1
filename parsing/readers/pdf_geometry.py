"""Positions on a PDF page: the file's own coordinates, and those of the page as it is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, right, bottom


def box_around(first: Point, second: Point) -> Box:
    """The box between two opposite corners."""
    (x0, y0), (x1, y1) = first, second
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


class Matrix(NamedTuple):
    """How a part of a page is scaled, turned and moved, as PDF writes it."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def moved(self, x: float, y: float) -> Point:
        """Where a point of the part lies."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def within(self, around: Matrix) -> Matrix:
        """This matrix for a part of something that has a matrix itself."""
        if around == UNCHANGED:
            return self
        x, y = around.moved(self.e, self.f)
        return Matrix(
            around.a * self.a + around.c * self.b,
            around.b * self.a + around.d * self.b,
            around.a * self.c + around.c * self.d,
            around.b * self.c + around.d * self.d,
            x,
            y,
        )


UNCHANGED: Final = Matrix(1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Frame:
    """The page's box in the file's own coordinates, and the clockwise quarter turns that make it upright."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def width(self) -> float:
        """Of the upright page."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Of the upright page."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def upright(self, x: float, y: float) -> Point:
        """From the file's coordinates to the upright page."""
        match self.turns:
            case 0:
                return x - self.left, self.top - y
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case _:
                return self.top - y, self.right - x

    def upright_box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """From a box in the file's coordinates to the upright page; for most pages without any turning."""
        if self.turns == 0 and left <= right and bottom <= top:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        return box_around(self.upright(left, bottom), self.upright(right, top))

    def original(self, x: float, y: float) -> Point:
        """From the upright page back to the file's coordinates."""
        match self.turns:
            case 0:
                return x + self.left, self.top - y
            case 1:
                return y + self.left, x + self.bottom
            case 2:
                return self.right - x, y + self.bottom
            case _:
                return self.right - y, self.top - x
