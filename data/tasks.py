"""What a worker does, wherever it runs: read some documents, keep them, and hand back their rows."""

from __future__ import annotations

from collections.abc import Sequence

from data.blobs import keep
from data.faults import DatasetError, Fault
from data.guard import limited
from data.places import Location
from data.schema import REPORTS
from parsing.model import Source

Values = tuple[object, ...]
"""A row of the dataset as it travels between processes: its values in the order of the schema's columns."""


def take_in(location: Location, sources: Sequence[Source], seconds: float | None) -> list[Values]:
    """Read documents and keep them and their readings in a dataset; their rows, which nobody sees until a commit.

    A document that takes longer than ``seconds`` ends this process: nothing else stops a regular expression or a
    library written in C. ``None`` sets no limit.

    Raises:
        DatasetError: the dataset's folder cannot be written to.
    """
    # Loaded by whoever reads: the dashboard and the command, which have workers read, start without readers and rules.
    from data.reading import read  # noqa: PLC0415

    rows = []
    for source in sources:
        with limited(seconds):
            row, reading = read(source)
        try:
            keep(location, str(row["sha256"]), reading, source.content)
        except OSError as error:
            raise DatasetError(Fault.UNWRITABLE, place=location, detail=error) from error
        rows.append(tuple(row[column] for column in REPORTS))
    return rows
