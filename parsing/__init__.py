"""Annual reports on government information disclosure, read into exact figures with the place of each."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parsing.model import Report, Source
    from parsing.output import as_json
    from parsing.readers.archive import Refused, find_sources
    from parsing.reading import read_report

__all__ = ["Refused", "Report", "Source", "as_json", "find_sources", "read_report"]

_HOMES = {
    "Refused": "parsing.readers.archive",
    "Report": "parsing.model",
    "Source": "parsing.model",
    "as_json": "parsing.output",
    "find_sources": "parsing.readers.archive",
    "read_report": "parsing.reading",
}


def __getattr__(name: str) -> object:
    """What is imported from here, loaded when it is first asked for.

    Whoever imports any module of this package imports this one, and most need neither readers nor rules: the
    dashboard shows its first page without them.
    """
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(_HOMES[name]), name)
