"""The dataset on disk: a folder with one table of reports, the readings behind its rows, and the original documents.

``reports/`` is a Delta table that is only appended to, a row for each document; its commit is the one moment at which
a document becomes part of the dataset. ``readings/`` and ``originals/`` are written before it, so that a crash leaves
nothing but blobs that no row names.
"""

from __future__ import annotations

import hashlib
import random
import time
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Final

import polars as pl
from deltalake import DeltaTable
from deltalake.exceptions import DeltaError

from data.blobs import blob_path, unpack
from data.delta import commit, compact, create_table, data_files, open_table
from data.faults import DatasetError, Fault
from data.rows import Row, frame
from data.schema import REPORTS
from data.whole_files import whole_file

_MOST_TRIES: Final = 100
_LONGEST_WAIT: Final = 0.2  # seconds between two tries to commit
_MANY_FILES: Final = 16  # from which on opening and scanning the table is noticeably slower
_SAME_REPORT: Final = ("organ_id", "fiscal_year")
# A scan of which nothing could be read must not take the place of a report that was read.
_COMPARABLE: Final = (
    pl.col("organ_id").is_not_null() & pl.col("fiscal_year").is_not_null() & pl.col("worst").ne_missing("unreadable")
)


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
    """One version of a dataset. It never changes: what is appended later belongs to a later version."""

    location: Path
    version: int
    files: tuple[Path, ...]

    def history(self) -> pl.LazyFrame:
        """A row for every document ever taken in, superseded ones too."""
        if not self.files:
            return pl.LazyFrame(schema=REPORTS)
        return pl.scan_parquet(list(self.files), schema=REPORTS, glob=False)

    def reports(self) -> pl.LazyFrame:
        """The current reports: of each organ and year the document taken in last, and all that name neither."""
        superseded = _superseded(self)
        if superseded.is_empty():
            return self.history()
        return self.history().filter(~pl.col("ingested_at").is_in(superseded.implode()))

    def known(self) -> set[bytes]:
        """The SHA-256 of every document taken in, 32 bytes each."""
        return set(map(bytes.fromhex, self.history().select("sha256").collect()["sha256"]))

    def reading(self, sha256: str) -> Mapping[str, object]:
        """Everything that was read from a document, as :func:`data.reading.reading` made it.

        Raises:
            DatasetError: the dataset does not hold it, or it is damaged.
        """
        packed = self._blob("readings", sha256, ".json.gz")
        try:
            return unpack(packed)
        except (OSError, EOFError, ValueError, zlib.error) as error:
            raise DatasetError(Fault.DAMAGED, place=self.location, detail=f"readings/{sha256}") from error

    def original(self, sha256: str) -> bytes:
        """The document, byte for byte.

        Raises:
            DatasetError: the dataset does not hold it, or it is damaged.
        """
        content = self._blob("originals", sha256)
        if hashlib.sha256(content).hexdigest() != sha256:
            raise DatasetError(Fault.DAMAGED, place=self.location, detail=f"originals/{sha256}")
        return content

    def append(self, records: Sequence[Record]) -> Appended:
        """Take documents in, all or (on an error) none. Those that the dataset already holds are left out.

        Raises:
            DatasetError: the folder cannot be written to, or others keep writing to it.
        """
        try:
            fresh = _unknown(self, {record.sha256: record for record in records}.values())
            self._keep_blobs(fresh)
            return _committed(self.location, fresh)
        except (OSError, DeltaError) as error:
            raise DatasetError(Fault.UNWRITABLE, place=self.location, detail=error) from error

    def compacted(self) -> Dataset:
        """The same rows in few files, when appending has left many.

        Raises:
            DatasetError: the folder cannot be written to.
        """
        if len(self.files) < _MANY_FILES:
            return self
        compact(self.location)
        return open_dataset(self.location)

    def _blob(self, folder: str, sha256: str, suffix: str = "") -> bytes:
        try:
            return blob_path(self.location / folder, sha256, suffix).read_bytes()
        except (OSError, ValueError) as error:
            raise DatasetError(Fault.NOT_KEPT, place=self.location, detail=sha256) from error

    def _keep_blobs(self, records: Iterable[Record]) -> None:
        for record in records:
            for path, content in (
                (blob_path(self.location / "readings", record.sha256, ".json.gz"), record.reading),
                (blob_path(self.location / "originals", record.sha256), record.original),
            ):
                with whole_file(path) as file:
                    file.write(content)


def open_dataset(location: str | Path) -> Dataset:
    """The dataset in its latest version.

    Raises:
        DatasetError: there is none, it is damaged, or a newer version of this program wrote it.
    """
    folder = Path(location).absolute()
    return _version_of(folder, open_table(folder))


def create_dataset(location: str | Path) -> Dataset:
    """An empty dataset in a new or empty folder; one that is there already is opened.

    Raises:
        DatasetError: the folder holds other files, or cannot be written to.
    """
    folder = Path(location).absolute()
    return _version_of(folder, create_table(folder))


def _version_of(folder: Path, table: DeltaTable) -> Dataset:
    return Dataset(folder, table.version(), data_files(folder, table))


def _committed(location: Path, records: Sequence[Record]) -> Appended:
    """Commit against the latest version; when another program was faster, look again what is still unknown."""
    for attempt in range(_MOST_TRIES):
        table = open_table(location)
        latest = _version_of(location, table)
        fresh = _unknown(latest, records)
        if not fresh:
            return Appended(latest, frozenset(), frozenset())
        superseding = _superseding(latest, fresh)
        if commit(table, frame(_stamped(latest, fresh))):
            stored = frozenset(record.sha256 for record in fresh)
            return Appended(_version_of(location, table), stored, superseding)
        time.sleep(random.uniform(0, min(_LONGEST_WAIT, 0.01 * (attempt + 1))))  # noqa: S311 - not a secret
    raise DatasetError(Fault.BUSY, place=location)


def _unknown(dataset: Dataset, records: Iterable[Record]) -> list[Record]:
    candidates = list(records)
    hashes = pl.Series([record.sha256 for record in candidates], dtype=pl.String)
    held = dataset.history().filter(pl.col("sha256").is_in(hashes.implode())).select("sha256").collect()["sha256"]
    already = frozenset(held)
    return [record for record in candidates if record.sha256 not in already]


def _stamped(dataset: Dataset, records: Sequence[Record]) -> Iterable[Row]:
    """Rows with a moment of ingestion that no other row has, later than all before: it orders the history."""
    newest = dataset.history().select(pl.max("ingested_at")).collect().item()
    first = datetime.now(UTC)
    if newest is not None:
        first = max(first, newest + timedelta(microseconds=1))
    for offset, record in enumerate(records):
        yield {**record.row, "ingested_at": first + timedelta(microseconds=offset)}


def _superseding(dataset: Dataset, records: Sequence[Record]) -> frozenset[str]:
    """Which of the new documents take the place of an earlier one of the same organ and year."""
    arriving = frame(record.row for record in records).filter(_COMPARABLE).select("sha256", *_SAME_REPORT)
    held = _comparable(dataset).select(_SAME_REPORT).join(arriving.lazy(), on=_SAME_REPORT, how="semi").collect()
    seen = set(held.iter_rows())
    superseding = set()
    for sha256, *key in arriving.iter_rows():
        if tuple(key) in seen:
            superseding.add(sha256)
        seen.add(tuple(key))
    return frozenset(superseding)


def _comparable(dataset: Dataset) -> pl.LazyFrame:
    return dataset.history().filter(_COMPARABLE).select(*_SAME_REPORT, "ingested_at")


@lru_cache(maxsize=4)
def _superseded(dataset: Dataset) -> pl.Series:
    """The moments of ingestion of all rows that a later row of the same organ and year supersedes."""
    latest = pl.col("ingested_at").max().over(_SAME_REPORT)
    return _comparable(dataset).filter(pl.col("ingested_at") < latest).select("ingested_at").collect()["ingested_at"]
