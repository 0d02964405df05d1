"""What stands beside a table that is taken away: when it was made, from which dataset, what was chosen.

The words are those of the W3C's *CSV on the Web*, which has them in a file called as the CSV with ``-metadata.json``
behind: a program that reads the table finds its columns described there, and the table itself stays plain.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

import polars as pl
import polars.selectors as cs

from data.export import HEADS
from parsing.catalogue import Language
from parsing.output import Json

SUFFIX: Final = "-metadata.json"
_CONTEXT: Final = "http://www.w3.org/ns/csvw"
_CELL: Final = re.compile(r"\[([\w.]+)\]$")  # at the end of a head
_NAMES: Final[Mapping[str, str]] = {head: name for name, heads in HEADS.items() for head in heads}
_KINDS: Final = (
    (cs.integer(), "integer"),
    (cs.decimal(), "decimal"),
    (cs.float(), "double"),
    (cs.boolean(), "boolean"),
    (cs.date(), "date"),
    (cs.datetime(), "dateTime"),
)


def companion(file_name: str, table: pl.DataFrame, language: Language, told: Mapping[str, Json]) -> bytes:
    """The companion of a file of that name that holds such a table; ``told`` is what was chosen, of which dataset."""
    kinds = {column: kind for selector, kind in _KINDS for column in cs.expand_selector(table, selector)}
    columns: list[Json] = [
        {"name": _name(head), "titles": head, "datatype": kinds.get(head, "string")} for head in table.columns
    ]
    content: dict[str, Json] = {
        "@context": [_CONTEXT, {"@language": language}],
        "url": file_name,
        "dc:created": datetime.now(UTC).isoformat(timespec="seconds"),
        "notes": [dict(told)],
        "tableSchema": {"columns": columns},
    }
    return json.dumps(content, ensure_ascii=False, indent=2).encode()


def _name(head: str) -> str:
    """What programs call a column: the id of its cell, or its name in the dataset."""
    cell = _CELL.search(head)
    return cell[1] if cell else _NAMES.get(head, head)
