"""How much of a file is read at most, so that no upload can exhaust the machine. Real reports are far below.

A file beyond a limit is refused as a whole, with a problem that says which limit it is: half a report would look like
a report with figures missing.
"""

from __future__ import annotations

from typing import Final

from parsing.model import Problem, UnreadableError

# ---- Files and archives ---------------------------------------------------------------------------------------------

MAX_FILE_BYTES: Final = 64 * 1024 * 1024
"""One document. A report with its pictures has a few megabytes."""

MAX_ARCHIVE_ENTRIES: Final = 50_000
"""Entries of one archive: more than the reports of any province in a year."""

MAX_ARCHIVE_UNPACKED: Final = 8 * 1024 * 1024 * 1024
"""All entries of one archive unpacked, in bytes, nested archives included. They are read one by one."""

MAX_DIRECTORY_BYTES: Final = 16 * 1024 * 1024
"""The list of entries at the end of an archive, which is held in memory as a whole."""

MAX_NAME: Final = 400
"""Characters of a file's name, folders included, that are kept."""

MAX_RATIO: Final = 200
"""Unpacked over packed size of one entry, and of a whole archive, whose entries may share their bytes.

Web pages reach 30, a decompression bomb 1,000.
"""

RATIO_FREE_BYTES: Final = 1024 * 1024
"""Entries up to this unpacked size are read whatever their ratio."""

# ---- What a document holds ------------------------------------------------------------------------------------------

MAX_CHARACTERS: Final = 1_000_000
"""Text of one document. A report has 3,000 to 100,000 characters, a thick book a million."""

MAX_LINES: Final = 50_000
"""Paragraphs and table rows of one document. A report whose every cell is a line has 400."""

MAX_CELLS: Final = 20_000
"""Table cells of one document. The three tables of the form have 200."""

MAX_COLUMNS: Final = 1000
"""Cells of one table row. The widest row of the form has 15."""

MAX_SPAN: Final = 1000
"""Columns or rows that one cell may span: what browsers allow for columns."""

MAX_NESTING: Final = 30
"""Tables inside tables. Old pages are laid out with up to ten."""

MAX_BLANKS: Final = 100
"""Blanks in a row that a text keeps; more mean no more."""

MAX_PRINTINGS: Final = 60
"""Tables of the form in one document. A report has three, in parts ten; a file with more holds many reports."""

MAX_QUOTED: Final = 1000
"""Characters of the original that one problem or finding quotes."""

# ---- Formats --------------------------------------------------------------------------------------------------------

MAX_TAGS: Final = 500_000
"""Tags of a web page or of one part of a DOCX. A page of a large site has 5,000, a report in DOCX 30,000."""

MAX_HIDING_RULES: Final = 2_000
"""Rules of a web page's own style sheets that hide something. A large framework has 150."""

MAX_DOCX_PART_BYTES: Final = 16 * 1024 * 1024
"""One XML part of a DOCX, unpacked. The text of a report has less than one megabyte."""

MAX_MESSAGE_PARTS: Final = 10
"""Parts of a saved page that hold parts themselves. A browser writes one or two."""

MAX_PDF_PAGES: Final = 1000
"""Pages of a PDF. A report has 3 to 30."""

MAX_PDF_SHAPES: Final = 100_000
"""Shapes of one PDF page, lines of letters and pieces of rules counted alike. A page of a report has 4,000."""

MAX_PDF_RULES: Final = 1000
"""Rules of one PDF page, after pieces in one line are joined. A page of a report has 100."""

MAX_PDF_CROSSINGS: Final = 5000
"""Places on one PDF page where a rule crosses another. A page of a report has 500."""

# ---- The process that reads -----------------------------------------------------------------------------------------

MAX_SECONDS: Final = 120.0
"""Reading of one document. A PDF of as many pages as are allowed takes a minute."""

MAX_CONVERSION_SECONDS: Final = 60
"""The conversion of one legacy document. LibreOffice takes 2 to 5 seconds."""

MAX_MEMORY_BYTES: Final = 2 * 1024 * 1024 * 1024
"""What a process that reads documents may hold. It takes 300 megabytes for those of a whole province."""


def readable_size(size: int) -> str:
    """A limit in the words of a message: ``64 MB``."""
    return f"{size // (1024 * 1024)} MB"


def too_large(limit: int) -> Problem:
    """What is told of a file, or a part of one, that has more bytes than are read."""
    return Problem(code="file-too-large", values={"limit": readable_size(limit)})


def refuse_beyond(what: str, found: int, limit: int) -> None:
    """Refuse a document that holds more of something than is read. ``what`` is an id that the catalogue names.

    Raises:
        UnreadableError: there is more than the limit.
    """
    if found > limit:
        raise UnreadableError(Problem(code="file-beyond-limits", values={"extent": what, "limit": f"{limit:,}"}))
