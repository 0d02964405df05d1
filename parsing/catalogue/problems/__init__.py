"""Every kind of problem: a table or document is malformed, or could not be read, and a figure may be missing."""

from __future__ import annotations

from typing import Final

from parsing.catalogue.kinds import Kind
from parsing.catalogue.problems.cells import CELLS
from parsing.catalogue.problems.files import FILES
from parsing.catalogue.problems.reports import REPORTS
from parsing.catalogue.problems.tables import TABLES

__all__ = ["PROBLEMS"]

PROBLEMS: Final[tuple[Kind, ...]] = (*FILES, *REPORTS, *TABLES, *CELLS)
