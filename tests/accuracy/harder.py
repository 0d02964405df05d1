"""Documents that are harder than a corpus: layouts that no generator makes, and documents damaged in one place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import product
from random import Random
from typing import Final

from tests.accuracy.keyed import Key, Keyed
from tests.parsing.mutations import damaged
from tests.properties.all_variations import VARIATIONS
from tests.properties.filled_reports import YEARS, drawn, filled

_LARGEST: Final = (2, 99, 99_999)  # figures: many zeros, ordinary ones, wide ones
_SUFFIXES: Final = {b"<html": "html", b"PK\x03\x04": "docx", b"%PDF": "pdf"}


def varied() -> Iterator[Keyed]:
    """A report on each edition, in each of the layouts, with small, ordinary and large figures."""
    for (name, variation), edition, most in product(VARIATIONS.items(), YEARS, _LARGEST):
        report = filled(edition, drawn(most), most)
        content = variation(report)
        yield _keyed(f"{name}, {edition}, up to {most:,}", name.partition(":")[0], content, report.cells)


def broken(count: int) -> Iterator[Keyed]:
    """So many documents, each damaged in one place."""
    for number in range(count):
        document = damaged(Random(number))  # noqa: S311 - a seed, so that every case can be had again
        cells = {cell: Decimal(str(value)) for cell, value in document.figures.items()}
        yield _keyed(f"{number}, {document.layout}", f"damaged: {document.mutation}", document.content, cells)


def _keyed(name: str, layout: str, content: bytes, cells: Mapping[str, int | Decimal | None]) -> Keyed:
    suffix = next((suffix for start, suffix in _SUFFIXES.items() if content.startswith(start)), "txt")
    wanted = {cell: None if value is None else Decimal(value) for cell, value in cells.items()}
    return Keyed(f"{name}.{suffix}", content, Key(wanted, {}, layout, partial=False))
