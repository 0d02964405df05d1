"""The claims of a report's text, as its reading keeps them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypedDict, cast

from data.issues import restored_place
from parsing.model import Agreement, Comparison


class _Claim(TypedDict):
    """One entry of ``claims`` of the object that ``gongkai parse --json`` prints."""

    subject: str
    quoted: str
    sentence: str
    place: Mapping[str, object]
    claimed: int | str
    least: int | str
    most: int | str | None
    cells: list[str]
    filed: int | str | None
    agreement: str
    reason: str | None
    unread: list[str]


def comparisons(kept: Mapping[str, object]) -> tuple[Comparison, ...] | None:
    """The figures that the text claims, held against the tables; None where an older version read the document."""
    report = cast("Mapping[str, Sequence[_Claim]]", kept["report"])
    return tuple(map(_comparison, report["claims"])) if "claims" in report else None


def _comparison(claim: _Claim) -> Comparison:
    return Comparison(
        subject=claim["subject"],
        quoted=claim["quoted"],
        printed=claim["sentence"],
        place=restored_place(claim["place"]),
        claimed=_figure(claim["claimed"]),
        least=_figure(claim["least"]),
        most=None if claim["most"] is None else _figure(claim["most"]),
        cells=tuple(claim["cells"]),
        filed=None if claim["filed"] is None else _figure(claim["filed"]),
        agreement=Agreement(claim["agreement"]),
        reason=claim["reason"] or "",
        unread=tuple(claim["unread"]),
    )


def _figure(kept_as: int | str) -> int | Decimal:
    return Decimal(kept_as) if isinstance(kept_as, str) else kept_as
