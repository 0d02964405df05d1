"""Annual reports on government information disclosure, read into exact figures with the place of each."""

from __future__ import annotations

from parsing.output import as_json
from parsing.reading import read_report

__all__ = ["as_json", "read_report"]
