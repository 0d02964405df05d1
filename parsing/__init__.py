"""Annual reports on government information disclosure, read into exact figures with the place of each."""

from __future__ import annotations

from parsing.model import Report, Source
from parsing.output import as_json
from parsing.readers.archive import Refused, find_sources
from parsing.reading import read_report

__all__ = ["Refused", "Report", "Source", "as_json", "find_sources", "read_report"]
