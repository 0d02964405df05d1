"""Documents with answer keys: figures that a person read, or that a generator printed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final

FACTS: Final = ("agency", "fiscal_year", "edition", "division_code", "published")
_MANY: Final = "key.jsonl"  # the key of a whole folder, a line for each document


@dataclass(frozen=True, slots=True)
class Key:
    """What reading a document must give. A partial key judges only the cells that it holds."""

    cells: Mapping[str, Decimal | None]
    facts: Mapping[str, object]
    layout: str
    partial: bool


@dataclass(frozen=True, slots=True)
class Keyed:
    """One document with its key."""

    name: str
    content: bytes
    key: Key


def keyed_documents(paths: Iterable[Path]) -> Iterator[Keyed]:
    """The documents of files and folders that have a key; those without one are left out.

    A key is ``key.jsonl`` in the folder, as ``gongkai demo`` writes it, or for ``x.pdf`` a file ``x.key.json`` beside
    it or ``x.json`` in the folder ``keys`` beside its folder.

    Raises:
        OSError: a path does not exist or cannot be read.
    """
    for path in paths:
        if (path / _MANY).is_file():
            yield from _of_one_key(path)
        else:
            for document in sorted(path.rglob("*")) if path.is_dir() else (path,):
                yield from _with_own_key(document)


def _of_one_key(folder: Path) -> Iterator[Keyed]:
    for line in (folder / _MANY).read_text(encoding="utf-8").splitlines():
        written: dict[str, object] = json.loads(line)
        name = str(written["source"])
        yield Keyed(name, (folder / name).read_bytes(), _key(written, Path(name)))


def _with_own_key(document: Path) -> Iterator[Keyed]:
    if document.suffix == ".json" or document.is_dir():
        return
    places = (
        document.with_name(f"{document.stem}.key.json"),
        document.parent.parent / "keys" / f"{document.stem}.json",
    )
    for place in places:
        if place.is_file():
            written: dict[str, object] = json.loads(place.read_text(encoding="utf-8"), parse_float=Decimal)
            yield Keyed(document.name, document.read_bytes(), _key(written, document))
            return


def _key(written: Mapping[str, object], document: Path) -> Key:
    cells = written["cells"]
    if not isinstance(cells, dict):
        raise TypeError(f"The cells in the key of {document} are no object.")
    return Key(
        cells={cell: None if value is None else Decimal(str(value)) for cell, value in cells.items()},
        facts={fact: written[fact] for fact in FACTS if fact in written},
        layout=str(written.get("layout") or document.suffix.removeprefix(".")),
        partial=bool(written.get("partial")),
    )
