"""The lines of a heading, heads that are broken over two lines or more put together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from parsing.folding import label_key
from parsing.form import ORGANISATIONS_HEAD
from parsing.model import Place
from parsing.tables.labels import applicant_keys
from parsing.tables.runs import Piece


def printed_heads(words: Sequence[Piece]) -> tuple[str, ...]:
    """What each printed line of a heading says; a line of nothing but ends of heads goes to the line above."""
    lines: list[str] = []
    for _, pieces in groupby(words, key=_line):
        printed = " ".join(piece.text for piece in pieces)
        whole = _completed(lines[-1], printed) if lines else None
        if whole is None:
            lines.append(printed)
        else:
            lines[-1] = whole
    return tuple(lines)


def _line(piece: Piece) -> Place | tuple[int, int | None]:
    """What the pieces of one printed line have in common: the row of a table, or their place."""
    place = piece.place
    return place if place.table is None else (place.table, place.row)


@lru_cache(maxsize=256)
def _completed(above: str, below: str) -> str | None:
    """The heads above, each broken one with what stands below it; None where the line below is no such line.

    Line by line, 商业 科研 其他 stand above 企业 机构: from left to right, an end for each head that lacks one.
    """
    heads, ends = above.split(), below.split()
    broken = [at for at, head in enumerate(heads) if _is_broken(head)]
    if not ends or len(broken) != len(ends):
        return None
    for at, end in zip(broken, ends, strict=True):
        heads[at] += end
        if not _begins_a_head(heads[at]):
            return None
    return " ".join(heads)


def _is_broken(printed: str) -> bool:
    key = label_key(printed)
    return bool(key) and key != ORGANISATIONS_HEAD and key not in applicant_keys() and _begins_a_head(printed)


def _begins_a_head(printed: str) -> bool:
    key = label_key(printed)
    return any(head.startswith(key) for head in (ORGANISATIONS_HEAD, *applicant_keys()))
