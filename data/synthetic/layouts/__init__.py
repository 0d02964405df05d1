"""Ways in which a report is set: each turns a draft into the bytes of a document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from data.synthetic.draft import Draft
from data.synthetic.layouts import paper, plain, web, word
from data.synthetic.layouts.gluing import separable
from parsing.model import Format


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One way of setting a report. ``share`` is how often it is met among others."""

    name: str
    format: Format
    suffix: str
    set: Callable[[Draft], bytes]
    share: int = 1
    dated: bool = True  # prints when the report was published
    apart: bool = True  # every figure is read by itself; those that arithmetic tells apart are compared with nothing
    fits: Callable[[Draft], bool] = lambda _: True


_ALL: Final = (
    Layout(name="lines", format=Format.TEXT, suffix="txt", set=plain.lines, share=3),
    Layout(name="traditional", format=Format.TEXT, suffix="txt", set=plain.traditional),
    Layout(name="bars", format=Format.TEXT, suffix="txt", set=plain.lines_with_bars, share=2, dated=False),
    Layout(name="rows", format=Format.TEXT, suffix="txt", set=plain.rows_with_bars, share=3),
    Layout(name="indented", format=Format.TEXT, suffix="txt", set=plain.indented, share=2, dated=False),
    Layout(name="tabs", format=Format.TEXT, suffix="txt", set=plain.tabbed),
    Layout(name="markdown", format=Format.TEXT, suffix="md", set=plain.markdown),
    Layout(name="glued", format=Format.TEXT, suffix="txt", set=plain.glued, apart=False, fits=separable),
    Layout(name="web-clean", format=Format.HTML, suffix="html", set=web.clean, share=8),
    Layout(name="web-managed", format=Format.HTML, suffix="html", set=web.managed, share=5),
    Layout(name="web-split", format=Format.HTML, suffix="html", set=web.split, share=2),
    Layout(name="web-shifted", format=Format.HTML, suffix="html", set=web.shifted, share=2),
    Layout(name="web-word", format=Format.HTML, suffix="html", set=web.from_word, share=2),
    Layout(name="docx-merged", format=Format.DOCX, suffix="docx", set=word.merged_cells, share=2, dated=False),
    Layout(name="docx-split", format=Format.DOCX, suffix="docx", set=word.split_table, dated=False),
    Layout(name="pdf", format=Format.PDF, suffix="pdf", set=paper.ruled, share=2, dated=False),
    Layout(name="pdf-repeated", format=Format.PDF, suffix="pdf", set=paper.ruled_with_repeated_labels, dated=False),
)
LAYOUTS: Final[Mapping[str, Layout]] = MappingProxyType({layout.name: layout for layout in _ALL})
