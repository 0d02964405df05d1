"""The working lists: every problem and every finding of the chosen reports, one row each.

The entries are those of a survey (:func:`data.survey.entries.listed`), in their order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import polars as pl

from data.places import Location
from data.queries.condition import rank
from data.reviews import Decision, decisions, reviewed
from parsing.catalogue import FINDINGS, KINDS, Severity

_ABOUT = ("code", "organ_id", "fiscal_year")  # what a decision says of the entry that it is about

SERIOUS: Final = "serious"  # every severity but notes, which say what was assumed while reading and ask for nothing
EVERY: Final = "every"


class State(StrEnum):
    """Which entries are meant, by what supervisors decided about them."""

    EVERY = "every"
    OPEN = "open"
    CONFIRMED = Decision.CONFIRMED.value
    DISMISSED = Decision.DISMISSED.value


@dataclass(frozen=True, slots=True)
class Listed:
    """The first entries of a list with what was decided about them, and how many there are of each severity."""

    rows: pl.DataFrame
    severities: Mapping[str, int]  # the worst first

    @property
    def total(self) -> int:
        """How many there are in all."""
        return sum(self.severities.values())


def listing(entries: pl.LazyFrame, *, findings: bool) -> pl.LazyFrame:
    """Problems or findings, the worst first, then the largest difference."""
    return entries.filter(pl.col("finding") == findings)


def counts(entries: pl.LazyFrame) -> pl.DataFrame:
    """How often each kind occurs and in how many reports, the worst first: code, severity, entries, reports."""
    return (
        entries.group_by("code", "severity")
        .agg(pl.len().alias("entries"), pl.col("row").n_unique().alias("reports"))
        .sort(rank(pl.col("severity")), -pl.col("entries").cast(pl.Int64), "code")
        .select("code", "severity", "entries", "reports")
        .collect()
    )


def severities(counts: pl.DataFrame, kept: str = "") -> dict[str, int]:
    """How many entries a choice of severity leaves of those counted: all but notes, each severity there is, all.

    The severity ``kept`` is among them also where it leaves none.
    """
    each = dict(counts.group_by("severity", maintain_order=True).agg(pl.col("entries").sum()).iter_rows())
    every = sum(each.values())
    if kept in set(Severity):
        each.setdefault(kept, 0)
    return {SERIOUS: every - each.get(Severity.NOTE.value, 0), **each, EVERY: every}


def as_severe(choice: str) -> pl.Expr:
    """Whether an entry, or a kind of them, is of the chosen severity."""
    severity = pl.col("severity")
    return {SERIOUS: severity != Severity.NOTE.value, EVERY: severity.is_not_null()}.get(choice, severity == choice)


def severity_of_kind(code: str) -> str:
    """The first choice of severity that shows a kind; a code that no kind has is not shown by any."""
    kind = KINDS.get(code)
    return Severity.NOTE.value if kind is not None and kind.severity is Severity.NOTE else SERIOUS


def would_show(choice: str, code: str, *, findings: bool) -> bool:
    """Whether a choice of severity shows a kind of this list, as soon as there are entries of it."""
    kind = KINDS.get(code)
    if kind is None or (kind in FINDINGS) is not findings:
        return False
    shown = {SERIOUS: kind.severity is not Severity.NOTE, EVERY: True}
    return shown.get(choice, kind.severity.value == choice)


def listed(entries: pl.LazyFrame, location: Location, state: State, most: int) -> Listed:
    """The first entries in a state, as :func:`data.reviews.reviewed` gives them, in the order of the list.

    Raises:
        DatasetError: the decisions cannot be read.
    """
    if state in {State.CONFIRMED, State.DISMISSED}:
        found = in_state(_decided(entries, location), state)
        return Listed(found.head(most), _by_severity(found))
    if state is State.OPEN:
        decided = in_state(_decided(entries, location), State.CONFIRMED, State.DISMISSED)["item"]
        entries = entries.filter(~pl.col("item").is_in(decided.implode()))
    places = entries.select("entry", "severity").collect()
    if len(places) > most:  # parts of the file that hold none but later entries are then not looked at
        entries = entries.filter(pl.col("entry") < int(places["entry"][most]))
    return Listed(reviewed(entries.collect(), location), _by_severity(places))


def _by_severity(entries: pl.DataFrame) -> dict[str, int]:
    counted = entries.group_by("severity").len().sort(rank(pl.col("severity")))
    return dict(counted.iter_rows())


def _decided(entries: pl.LazyFrame, location: Location) -> pl.DataFrame:
    """The entries that decisions can be about, reviewed; few, so that only their fingerprints are worked out."""
    made = decisions(location).select(_ABOUT)
    if made["code"].has_nulls():  # an older version did not note what its decisions were about
        return reviewed(entries.collect(), location)
    order = entries.with_row_index("order")
    concerned = order.join(made.lazy().unique(), on=_ABOUT, how="semi", nulls_equal=True).sort("order")
    return reviewed(concerned.drop("order").collect(), location)


def in_state(entries: pl.DataFrame, *states: State) -> pl.DataFrame:
    """Those of some reviewed entries that are in one of the states."""
    state = pl.col("decision").fill_null(State.OPEN.value)
    return entries if State.EVERY in states else entries.filter(state.is_in(states))


def first_to_look_at(entries: pl.LazyFrame, count: int) -> pl.DataFrame:
    """The reports with the gravest issue and the largest difference: one entry for each, and how many it has.

    Notes are left out: they say what was assumed while reading, and ask for nothing.
    """
    grave = entries.filter(pl.col("severity") != Severity.NOTE.value)
    first = grave.select(pl.col("row").unique(maintain_order=True).head(count)).collect()["row"]
    return (
        grave.filter(pl.col("row").is_in(first.implode()))
        .collect()
        .with_columns(pl.len().over("row").alias("entries"))
        .unique("row", keep="first", maintain_order=True)
    )
