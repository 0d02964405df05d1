"""The dataset: one table of reports, the readings behind its rows, and the original documents.

``reports/`` is a Delta table that is only appended to, a row for each document; its commit is the one moment at which
a document becomes part of the dataset. ``readings/`` and ``originals/`` are written before it, so that a crash leaves
nothing but blobs that no row names.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Final

import polars as pl
from deltalake import DeltaTable
from deltalake.exceptions import DeltaError

from data.blobs import keep, not_kept, original_place, reading_place, unpack
from data.delta import commit, compact, create_table, data_files, open_table
from data.faults import DatasetError, Fault
from data.places import Location, check_room, place
from data.rows import Row, frame
from data.schema import REPORTS
from data.tries import tries
from parsing.catalogue import Severity

SAME_REPORT: Final = ("organ_id", "fiscal_year")
WAS_READ: Final = pl.col("worst").ne_missing(Severity.UNREADABLE.value)
IN_SUCCESSION: Final = pl.col("organ_id").is_not_null() & pl.col("fiscal_year").is_not_null() & WAS_READ
"""Which documents take each other's place. A scan of which nothing could be read neither does so nor gives way."""

_MANY_FILES: Final = 16  # from which on opening and scanning the table is noticeably slower


@dataclass(frozen=True, slots=True)
class Record:
    """All that is kept of one document. ``reading`` is packed by :func:`data.blobs.pack`."""

    row: Row
    reading: bytes
    original: bytes

    @property
    def sha256(self) -> str:
        """The document's SHA-256 in hexadecimal."""
        return str(self.row["sha256"])


@dataclass(frozen=True, slots=True)
class Appended:
    """What an append did: the dataset's new version, and by SHA-256 what was new and what superseded a report."""

    dataset: Dataset
    stored: frozenset[str]
    superseding: frozenset[str]


@dataclass(frozen=True, slots=True)
class Dataset:
    """One version of a dataset. It never changes: what is appended later belongs to a later version.

    ``as_of`` hides what was taken in after that moment.
    """

    location: Location
    version: int
    files: tuple[Location, ...]
    as_of: datetime | None = None

    def history(self) -> pl.LazyFrame:
        """A row for every document ever taken in, superseded ones too."""
        rows = stored(self.files)
        return rows if self.as_of is None else rows.filter(pl.col("ingested_at") <= self.as_of)

    def reports(self) -> pl.LazyFrame:
        """The current reports: of each organ and year the document taken in last, and all that name neither."""
        return stored(self.files).filter(self.is_current)

    @property
    def is_current(self) -> pl.Expr:
        """Whether a row of the table is a current report."""
        superseded = _superseded(self)
        is_known = pl.lit(value=True) if self.as_of is None else pl.col("ingested_at") <= self.as_of
        return is_known if superseded.is_empty() else is_known & ~pl.col("ingested_at").is_in(superseded.implode())

    def successions(self) -> pl.DataFrame:
        """The reports that others took the place of, the oldest first.

        Columns: organ_id, fiscal_year, sha256, ingested_at; superseded_by (a SHA-256) and superseded_at.
        """
        told = self.history().filter(IN_SUCCESSION).select(*SAME_REPORT, "sha256", "ingested_at")
        by_later = {"superseded_by": "sha256", "superseded_at": "ingested_at"}
        later = [pl.col(name).shift(-1).over(SAME_REPORT).alias(alias) for alias, name in by_later.items()]
        return told.sort("ingested_at").with_columns(later).filter(pl.col("superseded_by").is_not_null()).collect()

    @property
    def count(self) -> int:
        """How many documents were ever taken in."""
        rows: int = stored(self.files).select(pl.len()).collect().item()
        return rows

    def known(self) -> set[bytes]:
        """The SHA-256 of every document taken in, 32 bytes each."""
        return set(map(bytes.fromhex, stored(self.files).select("sha256").collect()["sha256"]))

    def reading(self, sha256: str) -> Mapping[str, object]:
        """Everything that was read from a document, as :func:`data.reading.reading` made it.

        Raises:
            DatasetError: the dataset does not hold it, or it is damaged.
        """
        packed = self._kept(reading_place, sha256)
        try:
            return unpack(packed)
        except (OSError, EOFError, ValueError, zlib.error) as error:
            raise DatasetError(Fault.DAMAGED, place=self.location, detail=f"readings/{sha256}") from error

    def original(self, sha256: str) -> bytes:
        """The document, byte for byte.

        Raises:
            DatasetError: the dataset does not hold it, or it is damaged.
        """
        content = self._kept(original_place, sha256)
        if hashlib.sha256(content).hexdigest() != sha256:
            raise DatasetError(Fault.DAMAGED, place=self.location, detail=f"originals/{sha256}")
        return content

    def _kept(self, place_of: Callable[[Location, str], Location], sha256: str) -> bytes:
        try:
            return place_of(self.location, sha256).read_bytes()
        except (OSError, ValueError) as error:
            raise DatasetError(Fault.NOT_KEPT, place=self.location, detail=sha256) from error

    def append(self, records: Sequence[Record], by: str | None = None) -> Appended:
        """Take documents in, all or (on an error) none. Those that the dataset already holds are left out.

        Raises:
            DatasetError: the folder cannot be written to, or others keep writing to it.
        """
        held = _held(self, [record.sha256 for record in records])
        fresh = {record.sha256: record for record in records if record.sha256 not in held}
        try:
            for record in fresh.values():
                keep(self.location, record.sha256, record.reading, record.original)
        except OSError as error:
            raise DatasetError(Fault.UNWRITABLE, place=self.location, detail=error) from error
        return self.commit(frame(record.row for record in fresh.values()), by)

    def commit(self, rows: pl.DataFrame, by: str | None = None) -> Appended:
        """Make documents part of the dataset which are kept in it already; those that it holds are left out.

        ``rows`` are of the schema :data:`data.schema.REPORTS`; ``ingested_at`` and ``ingested_by`` are set here.

        Raises:
            DatasetError: a document is not kept, the folder cannot be written to, or others keep writing to it.
        """
        _check_kept(self.location, rows["sha256"])
        try:
            check_room(self.location, int(rows.estimated_size()))
            return _committed(self.location, rows.with_columns(ingested_by=pl.lit(by, dtype=pl.String)))
        except (OSError, DeltaError) as error:
            raise DatasetError(Fault.UNWRITABLE, place=self.location, detail=error) from error

    def compacted(self, many: int = _MANY_FILES) -> Dataset:
        """The same rows in few files, when appending has left many.

        Raises:
            DatasetError: the folder cannot be written to.
        """
        if len(self.files) < many:
            return self
        compact(self.location)
        return open_dataset(self.location)


def open_dataset(location: str | Location, as_of: datetime | None = None) -> Dataset:
    """The dataset in its latest version, or as it was at a moment.

    Raises:
        DatasetError: there is none, it is damaged, or a newer version of this program wrote it.
    """
    where = place(location)
    return replace(_version_of(where, open_table(where)), as_of=as_of)


def create_dataset(location: str | Location) -> Dataset:
    """An empty dataset in a new or empty folder; one that is there already is opened.

    Raises:
        DatasetError: the folder holds other files, or cannot be written to.
    """
    where = place(location)
    return _version_of(where, create_table(where))


def _version_of(location: Location, table: DeltaTable) -> Dataset:
    return Dataset(location, table.version(), data_files(location, table))


def stored(files: Sequence[Location]) -> pl.LazyFrame:
    """The rows of some of the table's files, in their order; columns younger than a file are null."""
    if not files:
        return pl.LazyFrame(schema=REPORTS)
    paths = [str(file) for file in files]
    return pl.scan_parquet(paths, schema=REPORTS, missing_columns="insert", extra_columns="ignore", glob=False)


def _check_kept(location: Location, hashes: pl.Series) -> None:
    """See that what other processes and machines have read is really here: a row without its document is worthless."""
    if isinstance(location, Path):
        missing = next((file for sha256 in hashes if (file := not_kept(location, sha256))), None)
        if missing is not None:
            raise DatasetError(Fault.NOT_SHARED, place=location, detail=missing.relative_to(location).as_posix())


def _committed(location: Location, rows: pl.DataFrame) -> Appended:
    """Commit against the latest version; when another program was faster, look again what is still unknown."""
    for _ in tries():
        table = open_table(location)
        latest = _version_of(location, table)
        held = _held(latest, rows["sha256"])
        fresh = rows.filter(~pl.col("sha256").is_in(held)).unique("sha256", maintain_order=True)
        if fresh.is_empty():
            return Appended(latest, frozenset(), frozenset())
        superseding = _superseding(latest, fresh)
        if commit(table, _stamped(latest, fresh)):
            return Appended(_version_of(location, table), frozenset(fresh["sha256"]), superseding)
    raise DatasetError(Fault.BUSY, place=location)


def _held(dataset: Dataset, hashes: Iterable[str]) -> frozenset[str]:
    """Those of some documents that were taken in up to this version."""
    wanted = pl.col("sha256").is_in(pl.Series(hashes, dtype=pl.String).implode())
    return frozenset(stored(dataset.files).filter(wanted).select("sha256").collect()["sha256"])


def _stamped(dataset: Dataset, rows: pl.DataFrame) -> pl.DataFrame:
    """Rows with a moment of ingestion that no other row has, later than all before: it orders the history."""
    newest = stored(dataset.files).select(pl.max("ingested_at")).collect().item()
    first = datetime.now(UTC)
    start = pl.lit(first) if newest is None else pl.lit(max(first, newest)) + pl.duration(microseconds=1)
    moments = start + pl.duration(microseconds=pl.int_range(pl.len()))
    return rows.with_columns(ingested_at=moments.cast(REPORTS["ingested_at"]))


def _superseding(dataset: Dataset, rows: pl.DataFrame) -> frozenset[str]:
    """Which of the new documents take the place of an earlier one of the same organ and year."""
    arriving = rows.filter(IN_SUCCESSION).select("sha256", *SAME_REPORT)
    of_these = pl.col("organ_id").is_in(arriving["organ_id"].implode())
    held = stored(dataset.files).filter(of_these & IN_SUCCESSION).select(SAME_REPORT).collect()
    seen = set(held.iter_rows())
    superseding = set()
    for sha256, *key in arriving.iter_rows():
        if tuple(key) in seen:
            superseding.add(sha256)
        seen.add(tuple(key))
    return frozenset(superseding)


@lru_cache(maxsize=4)
def _superseded(dataset: Dataset) -> pl.Series:
    """The moments of ingestion of all rows that a later row of the same organ and year supersedes."""
    # One number for organ and year: grouping 1.5 million names themselves takes three times as long.
    mark = pl.col("organ_id").hash() ^ pl.col("fiscal_year").hash(1)
    reports = dataset.history().filter(IN_SUCCESSION).select(*SAME_REPORT, "ingested_at", mark=mark).collect()
    if reports["mark"].n_unique() < reports.height:
        reports = reports.filter(pl.col("mark").is_duplicated())
    else:
        reports = reports.clear()
    latest = pl.col("ingested_at").max().over(SAME_REPORT)
    return reports.filter(pl.col("ingested_at") < latest)["ingested_at"]
