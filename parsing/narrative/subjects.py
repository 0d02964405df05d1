"""What a sentence can claim, and the cells of the form that count the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from parsing import form
from parsing.form import cell_id

Sums = tuple[tuple[str, ...], ...]  # each is a set of cells whose sum a claim may mean; the first is the plain meaning

_DOCUMENTS: Final = "normative_documents"
_INFORMATION_FEE: Final = "information_fee"


def sums(subject: str, editions: Mapping[str, str]) -> Sums:
    """The sums of cells that a claim may mean in tables of these editions; none where no table counts it."""
    edition = editions.get(table_of(subject))
    if edition is None:
        return ()
    if subject in _BY_EDITION:
        return _BY_EDITION[subject](edition)
    rows = {row.id for row in form.TABLES["applications", edition].rows}
    return (_totals(subject),) if subject in rows else ()


def table_of(subject: str) -> str:
    """The table that counts a subject."""
    return _TABLE.get(subject, "applications")


def is_on_the_form(subject: str) -> bool:
    """Whether any table counts it. Texts also tell of the fee for processing information, which none has."""
    return subject != _INFORMATION_FEE


def _totals(*rows: str) -> tuple[str, ...]:
    return tuple(cell_id("applications", row, "total") for row in rows)


def _outcomes(*beginnings: str) -> Callable[[str], Sums]:
    """The outcomes whose ids begin like this, in whichever rows the edition has."""

    def found(edition: str) -> Sums:
        return (_totals(*(row.id for row in form.outcome_rows(edition) if row.id.startswith(beginnings))),)

    return found


def _received(_edition: str) -> Sums:
    return _totals("new_received"), _totals("new_received", "carried_in")


def _answered(edition: str) -> Sums:
    """Answers may leave out what was not processed, and may mean whatever was received."""
    answers = _outcomes("granted", "partially", "denied", "unable")(edition)
    with_other = _outcomes("granted", "partially", "denied", "unable", "other")(edition)
    return (_totals("total_processed"), *answers, *with_other, *_received(edition))


def _not_held(_edition: str) -> Sums:
    return _totals("unable_not_held"), _totals("unable_not_held", "unable_needs_creation")


def _remedies(column: str, *rows: str) -> Callable[[str], Sums]:
    return lambda _edition: (tuple(cell_id("remedies", row, column) for row in rows),)


def _decisions(row: str) -> Callable[[str], Sums]:
    return lambda _edition: ((cell_id("proactive", row, "decisions"),),)


def _documents(row: str, newer: str, *older: str) -> Callable[[str], Sums]:
    """A column of the current edition, or those of the edition of 2019 that may be meant."""

    def found(edition: str) -> Sums:
        columns = older if edition == "2019" else (newer,)
        return tuple((cell_id("proactive", row, column),) for column in columns if column)

    return found


def _only(edition: str, row: str, column: str) -> Callable[[str], Sums]:
    return lambda met: ((cell_id("proactive", row, column),),) if met == edition else ()


_REVIEW, _SUITS = "administrative_review", ("litigation_direct", "litigation_after_review")
_RESULTS: Final = form.REMEDY_RESULTS[:-1]  # the last column is their total
_MADE: Final = ("made", "disclosed")
_BY_EDITION: Final[Mapping[str, Callable[[str], Sums]]] = MappingProxyType(
    {
        "received": _received,
        "handled": lambda _edition: (_totals("total_processed"),),
        "answered": _answered,
        "granted_or_partially": _outcomes("granted", "partially"),
        "denied": _outcomes("denied"),
        "unable": _outcomes("unable"),
        "unprocessed": _outcomes("unprocessed"),
        "other_handling": _outcomes("other"),
        "not_held": _not_held,
        "reviews": _remedies("total", _REVIEW),
        "lawsuits": _remedies("total", *_SUITS),
        "reviews_and_lawsuits": _remedies("total", _REVIEW, *_SUITS),
        **{f"reviews_{result.id}": _remedies(result.id, _REVIEW) for result in _RESULTS},
        **{f"lawsuits_{result.id}": _remedies(result.id, *_SUITS) for result in _RESULTS},
        "licensing": _decisions("licensing"),
        "penalties": _decisions("penalties"),
        "coercion": _decisions("coercion"),
        "documents_issued": _documents(_DOCUMENTS, "issued", *_MADE),
        "documents_repealed": _documents(_DOCUMENTS, "repealed"),
        "documents_in_force": _documents(_DOCUMENTS, "in_force"),
        "documents_disclosed": _documents(_DOCUMENTS, "", *_MADE, "total_disclosed"),
        "regulations_issued": _documents("regulations", "issued", *_MADE),
        "regulations_disclosed": _documents("regulations", "", *_MADE, "total_disclosed"),
        "fees": _only("2021", "fees", "amount_10k_yuan"),
        "procurement_items": _only("2019", "procurement", "items"),
        "procurement_amount": _only("2019", "procurement", "amount_yuan"),
        _INFORMATION_FEE: lambda _edition: (),
    }
)
_REMEDIES: Final = (
    *("reviews", "lawsuits", "reviews_and_lawsuits"),
    *(f"{remedy}_{result.id}" for remedy in ("reviews", "lawsuits") for result in _RESULTS),
)
_PROACTIVE: Final = (
    *("licensing", "penalties", "coercion", "fees", "procurement_items", "procurement_amount", _INFORMATION_FEE),
    *("documents_issued", "documents_repealed", "documents_in_force", "documents_disclosed"),
    *("regulations_issued", "regulations_disclosed"),
)
_TABLE: Final = MappingProxyType({**dict.fromkeys(_REMEDIES, "remedies"), **dict.fromkeys(_PROACTIVE, "proactive")})
