"""How much of a file is read at most, so that no upload can exhaust the machine. Real reports are far below."""

from __future__ import annotations

from typing import Final

MAX_FILE_BYTES: Final = 64 * 1024 * 1024
"""One document. A report with its pictures has a few megabytes."""

MAX_ARCHIVE_ENTRIES: Final = 50_000
"""Entries of one archive: more than the reports of any province in a year."""

MAX_ARCHIVE_UNPACKED: Final = 8 * 1024 * 1024 * 1024
"""All entries of one archive unpacked, in bytes, nested archives included. They are read one by one."""

MAX_RATIO: Final = 200
"""Unpacked over packed size of one entry. Web pages reach 30, a decompression bomb 1,000."""

RATIO_FREE_BYTES: Final = 1024 * 1024
"""Entries up to this unpacked size are read whatever their ratio."""

MAX_DOCX_PART_BYTES: Final = 64 * 1024 * 1024
"""One XML part of a DOCX, unpacked. The text of a report has less than one megabyte."""

MAX_CONVERSION_SECONDS: Final = 60
"""The conversion of one legacy document. LibreOffice takes 2 to 5 seconds."""

MAX_PDF_PAGES: Final = 1000
"""Pages of a PDF. A report has 3 to 30."""

MAX_SPAN: Final = 1000
"""Columns or rows that one cell may span: what browsers allow for columns."""


def readable_size(size: int) -> str:
    """A limit in the words of a message: ``64 MB``."""
    return f"{size // (1024 * 1024)} MB"
