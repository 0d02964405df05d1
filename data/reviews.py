"""What supervisors decided about problems and findings: confirmed or dismissed, with a reason, a name and the time.

A decision belongs to a fingerprint of the rule, the organ, the year and the values involved. A re-check of the same
figures has the same fingerprint and keeps the decision; a changed figure has another one and stands open again.
Decisions are only ever added; the latest counts. One that withdraws those before it leaves the finding open again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final, cast

import polars as pl
from deltalake import DeltaTable, write_deltalake
from deltalake.exceptions import CommitFailedError, DeltaError, TableNotFoundError

from data.faults import DatasetError, Fault
from data.issues import Issue
from data.places import Location, check_room
from data.tries import tries

FOLDER: Final = "reviews"
REVIEWS: Final = pl.Schema(
    {
        "fingerprint": pl.String(),
        "code": pl.String(),
        "organ_id": pl.String(),
        "fiscal_year": pl.Int64(),
        "decision": pl.String(),
        "reason": pl.String(),
        "name": pl.String(),
        "decided_at": pl.Datetime("us", "UTC"),
        "signed_in": pl.Boolean(),  # whether the name is the account that signed in, and not typed; null in old rows
    }
)
# What the sentence of a finding tells besides the values involved: it changes whenever other organs' reports arrive.
_ASIDE: Final = frozenset({"other_report_id", "peers", "peers_percent", "years", "stated", "present", "known"})
_MARKED: Final = ("code", "organ_id", "fiscal_year", "table", "cells", "left", "right", "values")  # by a fingerprint
_DIGITS: Final = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a fingerprint stands for, in words that stay readable when the figures have changed."""

    code: str | None = None  # of the rule
    organ_id: str | None = None
    fiscal_year: int | None = None


class Decision(StrEnum):
    """What a supervisor thinks of a finding, or that nothing is decided after all."""

    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """What makes a decision accountable. ``signed_in`` tells that the name is an account, and was not typed.

    Raises:
        ValueError: the reason or the name is blank.
    """

    reason: str
    name: str
    signed_in: bool = False

    def __post_init__(self) -> None:
        if not self.reason.strip() or not self.name.strip():
            raise ValueError("a decision needs a reason and a name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One decision about one fingerprint."""

    fingerprint: str
    code: str | None
    organ_id: str | None
    fiscal_year: int | None
    decision: Decision
    reason: str
    name: str
    decided_at: datetime
    signed_in: bool


def fingerprint(rule: str, organ_id: str | None, fiscal_year: int | None, values: Mapping[str, object]) -> str:
    """A stable name for one finding: the same for the same rule, organ, year and values, whatever their order."""
    told = json.dumps([rule, organ_id, fiscal_year, values], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:_DIGITS]


def issue_fingerprint(issue: Issue, organ_id: str | None, fiscal_year: int | None) -> str:
    """The fingerprint of a problem or finding as the dataset keeps it."""
    told = {key: value for key, value in json.loads(issue["values"]).items() if key not in _ASIDE}
    involved = {"cells": issue["cells"], "left": issue["left"], "right": issue["right"], "told": told}
    return fingerprint(issue["code"], organ_id, fiscal_year, {"table": issue["table"], **involved})


def decide(
    location: Location,
    mark: str,
    decision: Decision,
    signed: Signed,
    about: About | None = None,
) -> Review:
    """Add a decision about the finding with this fingerprint to the dataset there.

    Raises:
        DatasetError: the folder cannot be written to, the decisions are damaged, or others keep writing to it.
    """
    review = Review(
        fingerprint=mark,
        **asdict(about or About()),
        decision=decision,
        **asdict(signed),
        decided_at=_now(history(location)),
    )
    row = pl.DataFrame([asdict(review)], schema=REVIEWS, orient="row")
    for _ in tries():
        try:
            check_room(location, int(row.estimated_size()))
            write_deltalake(_created(location), row, mode="append", schema_mode="merge")
        except CommitFailedError:
            continue
        except (DeltaError, OSError) as error:
            raise DatasetError(Fault.UNWRITABLE, place=location, detail=error) from error
        else:
            return review
    raise DatasetError(Fault.BUSY, place=location)


def _now(made: pl.DataFrame) -> datetime:
    """The time, but later than every decision before: a clock that was set back must not make an old one count."""
    newest = made["decided_at"].max()
    now = datetime.now(UTC)
    return max(now, newest + timedelta(microseconds=1)) if isinstance(newest, datetime) else now


def _created(location: Location) -> DeltaTable:
    """The table of decisions, made empty by whoever comes first."""
    return DeltaTable.create(str(location / FOLDER), schema=REVIEWS, mode="ignore")


def history(location: Location) -> pl.DataFrame:
    """Every decision ever made, the oldest first.

    Raises:
        DatasetError: the decisions cannot be read.
    """
    try:
        added = pl.DataFrame(DeltaTable(str(location / FOLDER)).get_add_actions(flatten=True))
        # Not pl.read_delta: it encodes a path in Chinese so that nobody finds it.
        files = [str(location / FOLDER / path) for path in added["path"]]
        if not files:
            return REVIEWS.to_frame()
        held = pl.read_parquet(files, schema=REVIEWS, missing_columns="insert", glob=False)
    except TableNotFoundError:
        return REVIEWS.to_frame()
    except (DeltaError, OSError, pl.exceptions.PolarsError) as error:
        raise DatasetError(Fault.DAMAGED, place=location, detail=FOLDER) from error
    return held.sort("decided_at")


def decisions(location: Location) -> pl.DataFrame:
    """The latest decision about each fingerprint; none where that one withdraws what was decided.

    Raises:
        DatasetError: the decisions cannot be read.
    """
    latest = history(location).unique("fingerprint", keep="last", maintain_order=True)
    return latest.filter(pl.col("decision") != Decision.WITHDRAWN.value)


def reviewed(entries: pl.DataFrame, location: Location) -> pl.DataFrame:
    """Problems and findings with their fingerprints and what was decided about them, null where nothing was.

    ``entries`` has the fields of the dataset's issues, organ_id and fiscal_year.

    Raises:
        DatasetError: the decisions cannot be read.
    """
    marks = [
        issue_fingerprint(cast("Issue", row), row["organ_id"], row["fiscal_year"])
        for row in entries.select(_MARKED).iter_rows(named=True)
    ]
    marked = entries.with_columns(fingerprint=pl.Series(marks, dtype=pl.String))
    made = decisions(location).drop("code", "organ_id", "fiscal_year")
    return marked.join(made, on="fingerprint", how="left", maintain_order="left")
