"""The Delta table of reports: opened, created, committed to and compacted. Knows nothing of what the rows mean."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

import polars as pl
from arro3.core import RecordBatch, RecordBatchReader, Table  # what deltalake itself speaks, and brings along
from deltalake import CommitProperties, DeltaTable, Transaction, WriterProperties, write_deltalake
from deltalake.exceptions import CommitFailedError, DeltaError, TableNotFoundError

from data.blobs import ORIGINALS, READINGS
from data.faults import DatasetError, Fault
from data.migrations import is_due, migrated
from data.places import Location
from data.reviews import FOLDER as REVIEWS
from data.schema import REPORTS, VERSION
from data.tries import tries

TABLE: Final = "reports"
SURVEYS: Final = "survey"
FOLDERS: Final = frozenset({TABLE, READINGS, ORIGINALS, REVIEWS, SURVEYS})

_SCHEMA_PROPERTY: Final = "gongkai.schema"
# Statistics of all columns in the log would make it several times larger than the reading they can save.
_STATISTICS: Final = {"delta.dataSkippingStatsColumns": "fiscal_year,ingested_at"}
_WRITER: Final = WriterProperties(compression="ZSTD", compression_level=3, max_row_group_size=100_000)
_UNUSABLE_NAME: Final = re.compile(r"[\[\]^|\\]|%[0-9A-Fa-f]{2}")  # deltalake 1.6 panics or strays on such paths
_TURN: Final = "gongkai"  # of two commits with this id that start from one version, only the first succeeds
# Since which second somebody compacts. Of two programs that do so at the same time deltalake 1.6 lets both succeed, and
# every row is there twice; it pays no heed to the id above there. A program that was killed keeps its lease an hour. A
# lease from up to an hour ahead is of another clock, one from further ahead of a clock that was set back since.
_LEASE: Final = "gongkai.compacting"
_LEASE_SECONDS: Final = 3600
_RELEASED: Final = 0
# The history is kept in the rows themselves, so that files of earlier versions serve only those who are just reading.
_KEPT_HOURS: Final = 24
_PART: Final = 10_000  # rows that are brought forward together; they take some 50 MB


def create_table(location: Location) -> DeltaTable:
    """An empty table in a new or empty folder; a table that is there already is opened.

    Raises:
        DatasetError: the folder holds other files, or cannot be written to.
    """
    _check_name(location)
    if isinstance(location, Path) and any((location / TABLE / "_delta_log").glob("*.json")):
        return open_table(location)
    try:
        foreign = isinstance(location, Path) and _is_foreign(location)
        if not foreign:
            DeltaTable.create(
                str(location / TABLE),
                schema=REPORTS,
                mode="ignore",
                configuration={_SCHEMA_PROPERTY: str(VERSION), **_STATISTICS},
                raise_if_key_not_exists=False,
            )
    except (OSError, DeltaError) as error:
        raise DatasetError(Fault.UNWRITABLE, place=location, detail=_first_line(error)) from error
    if foreign:
        raise DatasetError(Fault.FOREIGN, place=location)
    return open_table(location)


def open_table(location: Location) -> DeltaTable:
    """The table in its latest version, its rows brought forward where an older program wrote it.

    Raises:
        DatasetError: there is none, it is damaged or cannot be reached, or a newer version of this program wrote it.
    """
    _check_name(location)
    if isinstance(location, Path) and not location.is_dir():
        raise DatasetError(Fault.MISSING, place=location)
    _check_log(location)
    try:
        table = DeltaTable(str(location / TABLE))
        written_by = table.metadata().configuration.get(_SCHEMA_PROPERTY, "")
    except TableNotFoundError as error:
        fault = Fault.FOREIGN if isinstance(location, Path) and any(location.iterdir()) else Fault.MISSING
        raise DatasetError(fault, place=location) from error
    except OSError as error:
        raise DatasetError(Fault.UNREACHABLE, place=location, detail=_first_line(error)) from error
    except DeltaError as error:
        raise DatasetError(Fault.DAMAGED, place=location, detail=_first_line(error)) from error
    if not written_by.isdecimal():
        raise DatasetError(Fault.FOREIGN, place=location)
    if int(written_by) > VERSION:
        raise DatasetError(Fault.NEWER, place=location, found=written_by, known=VERSION)
    return _brought_forward(location, table, int(written_by))


def data_files(location: Location, table: DeltaTable) -> tuple[Location, ...]:
    """The Parquet files that make up the table's version.

    Taken from the log's own relative paths: ``file_uris`` encodes a path in Chinese so that nobody finds it.

    Raises:
        DatasetError: one of them is gone or cut short.
    """
    added = pl.DataFrame(table.get_add_actions(flatten=True))
    folder = location / TABLE
    if isinstance(folder, Path):
        for path, size in added.select("path", "size_bytes").iter_rows():
            if not (folder / path).is_file() or (folder / path).stat().st_size != size:
                raise DatasetError(Fault.DAMAGED, place=location, detail=f"{TABLE}/{path}")
    return tuple(folder / path for path in added["path"])


def commit(table: DeltaTable, rows: pl.DataFrame, *marks: Transaction) -> bool:
    """Append rows, provided that nobody has appended since the table was opened. Tells whether it was done.

    Columns that the table does not have yet are added to it.

    Raises:
        DeltaError, OSError: the table cannot be written to.
    """
    try:
        write_deltalake(
            table,
            rows,
            mode="append",
            schema_mode="merge",
            writer_properties=_WRITER,
            commit_properties=_in_turn(table, *marks),
        )
    except CommitFailedError:
        return False
    return True


def compact(location: Location) -> None:
    """Join many small files into few, and remove those that nobody can be reading any more.

    Nothing is done while another program does it.

    Raises:
        DatasetError: the table cannot be opened or written to.
    """
    table = open_table(location)
    now = int(time.time())
    held_since = table.transaction_version(_LEASE) or _RELEASED
    try:
        if abs(now - held_since) < _LEASE_SECONDS or not commit(table, REPORTS.to_frame(), Transaction(_LEASE, now)):
            return
        try:
            table.optimize.compact(writer_properties=_WRITER)
            table.vacuum(retention_hours=_KEPT_HOURS, enforce_retention_duration=False, dry_run=False)
        finally:
            _release(location, now)
    except (DeltaError, OSError) as error:
        raise DatasetError(Fault.UNWRITABLE, place=location, detail=_first_line(error)) from error


def _release(location: Location, since: int) -> None:
    """Give a lease back. Where that cannot be, because of others or of the disk, it ends by itself."""
    with suppress(DatasetError, DeltaError, OSError):
        for _ in tries():
            table = open_table(location)
            if table.transaction_version(_LEASE) != since:
                return  # it has run out, and another program has taken it
            if commit(table, REPORTS.to_frame(), Transaction(_LEASE, _RELEASED)):
                return


def _brought_forward(location: Location, table: DeltaTable, written_by: int) -> DeltaTable:
    """The table as this version reads it: rewritten by one commit where a step is due, else as it is."""
    # The rows' own version is part of the commit that writes them; the property follows, for programs that are older.
    version = max(written_by, table.transaction_version(_SCHEMA_PROPERTY) or 0)
    try:
        if is_due(version):
            _rewrite(location, table, version)
            table = DeltaTable(str(location / TABLE))
            table.alter.set_table_properties({_SCHEMA_PROPERTY: str(VERSION)}, raise_if_not_exists=False)
    except (DeltaError, OSError) as error:
        raise DatasetError(Fault.UNWRITABLE, place=location, detail=_first_line(error)) from error
    return table


def _rewrite(location: Location, table: DeltaTable, version: int) -> None:
    files = data_files(location, table)
    with suppress(CommitFailedError):  # another program has just done it
        write_deltalake(
            table,
            RecordBatchReader.from_batches(REPORTS, _in_parts(files, version)),
            mode="overwrite",
            schema_mode="overwrite",
            writer_properties=_WRITER,
            commit_properties=_in_turn(table, Transaction(_SCHEMA_PROPERTY, VERSION)),
        )


def _in_parts(files: Iterable[Location], version: int) -> Iterator[RecordBatch]:
    """Rows of an older version as this one has them, so many at a time that they may be more than memory holds.

    Not by ``collect_batches``, which reads ahead as far as it likes while the table is written.
    """
    for file in files:
        rows = pl.scan_parquet(str(file), glob=False)
        for start in range(0, rows.select(pl.len()).collect().item(), _PART):
            yield from Table.from_arrow(migrated(rows.slice(start, _PART), version).collect()).to_batches()


def _in_turn(table: DeltaTable, *others: Transaction) -> CommitProperties:
    """Have a commit fail when anybody has appended since the table was opened."""
    return CommitProperties(app_transactions=[Transaction(_TURN, table.version() + 1), *others])


def _check_log(location: Location) -> None:
    """Refuse a log with an empty entry, as power failures leave it: deltalake 1.6 takes it for a commit of nothing."""
    if isinstance(location, Path):
        for entry in (location / TABLE / "_delta_log").glob("*.json"):
            if not entry.stat().st_size:
                raise DatasetError(Fault.DAMAGED, place=location, detail=entry.relative_to(location).as_posix())


def _is_foreign(folder: Path) -> bool:
    """Whether a folder, made where there is none, holds something else than a dataset."""
    folder.mkdir(parents=True, exist_ok=True)
    others = any(entry.name not in FOLDERS for entry in folder.iterdir())
    return others and not (folder / TABLE / "_delta_log").is_dir()


def _check_name(location: Location) -> None:
    written = location.as_posix() if isinstance(location, Path) else str(location)
    if _UNUSABLE_NAME.search(written):
        raise DatasetError(Fault.NAME, place=location)


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
