"""The Delta table of reports: opened, created, committed to and compacted. Knows nothing of what the rows mean."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import polars as pl
from deltalake import CommitProperties, DeltaTable, Transaction, WriterProperties, write_deltalake
from deltalake.exceptions import CommitFailedError, DeltaError, TableNotFoundError

from data.faults import DatasetError, Fault
from data.schema import REPORTS, VERSION

TABLE: Final = "reports"
FOLDERS: Final = frozenset({TABLE, "readings", "originals"})

_SCHEMA_PROPERTY: Final = "gongkai.schema"
# Statistics of all columns in the log would make it several times larger than the reading they can save.
_STATISTICS: Final = {"delta.dataSkippingStatsColumns": "fiscal_year,ingested_at"}
_WRITER: Final = WriterProperties(compression="ZSTD", compression_level=3, max_row_group_size=100_000)
_UNUSABLE_NAME: Final = re.compile(r"[\[\]^|\\]|%[0-9A-Fa-f]{2}")  # deltalake 1.6 panics or strays on such paths
_APPENDING: Final = "gongkai"  # of two commits with this id that start from one version, only the first succeeds


def create_table(location: Path) -> DeltaTable:
    """An empty table in a new or empty folder; a table that is there already is opened.

    Raises:
        DatasetError: the folder holds other files, or cannot be written to.
    """
    _check_name(location)
    try:
        location.mkdir(parents=True, exist_ok=True)
        foreign = any(entry.name not in FOLDERS for entry in location.iterdir())
        if not foreign:
            DeltaTable.create(
                str(location / TABLE),
                schema=REPORTS,
                mode="ignore",
                configuration={_SCHEMA_PROPERTY: str(VERSION), **_STATISTICS},
                raise_if_key_not_exists=False,
            )
    except (OSError, DeltaError) as error:
        raise DatasetError(Fault.UNWRITABLE, place=location, detail=error) from error
    if foreign and not (location / TABLE / "_delta_log").is_dir():
        raise DatasetError(Fault.FOREIGN, place=location)
    return open_table(location)


def open_table(location: Path) -> DeltaTable:
    """The table in its latest version.

    Raises:
        DatasetError: there is none, it is damaged, or a newer version of this program wrote it.
    """
    _check_name(location)
    if not location.is_dir():
        raise DatasetError(Fault.MISSING, place=location)
    try:
        table = DeltaTable(str(location / TABLE))
        written_by = table.metadata().configuration.get(_SCHEMA_PROPERTY, "")
    except TableNotFoundError as error:
        fault = Fault.FOREIGN if any(location.iterdir()) else Fault.MISSING
        raise DatasetError(fault, place=location) from error
    except DeltaError as error:
        raise DatasetError(Fault.DAMAGED, place=location, detail=_first_line(error)) from error
    if not written_by.isdecimal():
        raise DatasetError(Fault.FOREIGN, place=location)
    if int(written_by) > VERSION:
        raise DatasetError(Fault.NEWER, place=location, found=written_by, known=VERSION)
    return table


def data_files(location: Path, table: DeltaTable) -> tuple[Path, ...]:
    """The Parquet files that make up the table's version.

    Taken from the log's own relative paths: ``file_uris`` encodes a path in Chinese so that nobody finds it.

    Raises:
        DatasetError: one of them is gone or cut short.
    """
    added = pl.DataFrame(table.get_add_actions(flatten=True))
    files = [(location / TABLE / path, size) for path, size in added.select("path", "size_bytes").iter_rows()]
    for file, size in files:
        if not file.is_file() or file.stat().st_size != size:
            raise DatasetError(Fault.DAMAGED, place=location, detail=f"{TABLE}/{file.name}")
    return tuple(file for file, _ in files)


def commit(table: DeltaTable, rows: pl.DataFrame) -> bool:
    """Append rows, provided that nobody has appended since the table was opened. Tells whether it was done.

    Raises:
        DeltaError, OSError: the table cannot be written to.
    """
    ticket = Transaction(_APPENDING, table.version() + 1)
    try:
        write_deltalake(
            table,
            rows,
            mode="append",
            writer_properties=_WRITER,
            commit_properties=CommitProperties(app_transactions=[ticket]),
        )
    except CommitFailedError:
        return False
    return True


def compact(location: Path) -> None:
    """Join many small files into few, and remove those that no version of the last week uses.

    Raises:
        DatasetError: the table cannot be opened or written to.
    """
    table = open_table(location)
    try:
        table.optimize.compact(writer_properties=_WRITER)
        table.vacuum(dry_run=False)
    except (DeltaError, OSError) as error:
        raise DatasetError(Fault.UNWRITABLE, place=location, detail=_first_line(error)) from error


def _check_name(location: Path) -> None:
    if _UNUSABLE_NAME.search(location.as_posix()):
        raise DatasetError(Fault.NAME, place=location)


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
