"""Every layout that the variation modules set, by the module that holds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import FunctionType, ModuleType
from typing import Final

from data.synthetic.draft import Draft
from tests.properties import (
    cell_variations,
    document_variations,
    drawn_variations,
    figure_variations,
    head_variations,
    paper_variations,
    row_variations,
    table_variations,
    text_variations,
    torn_variations,
    trap_variations,
    web_variations,
    word_variations,
)

Variation = Callable[[Draft], bytes]

_MODULES: Final = (
    web_variations,
    row_variations,
    head_variations,
    figure_variations,
    cell_variations,
    table_variations,
    document_variations,
    text_variations,
    torn_variations,
    word_variations,
    trap_variations,
    paper_variations,
    drawn_variations,
)


def _variations(module: ModuleType) -> Iterator[tuple[str, Variation]]:
    """Every public function that a module defines sets a report in one way."""
    kind = module.__name__.rpartition(".")[2].removesuffix("_variations")
    for name, value in vars(module).items():
        if isinstance(value, FunctionType) and value.__module__ == module.__name__ and not name.startswith("_"):
            yield f"{kind}: {name.replace('_', ' ')}", value


VARIATIONS: Final = dict(found for module in _MODULES for found in _variations(module))
