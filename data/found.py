"""What an ingest meets: the files in the order of their names, and in them the documents that the dataset lacks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from data.unchanged import Notes, State, state
from parsing import Refused
from parsing.model import Source
from parsing.readers.archive import files_of, read_file


@dataclass(frozen=True, slots=True)
class Held:
    """So many documents that the dataset holds already, or that were met before in this run."""

    documents: int


@dataclass(frozen=True, slots=True)
class FileDone:
    """A file of which nothing more will come."""


Met = Source | Refused | Held | FileDone


def count_files(paths: Iterable[Path]) -> int:
    """How many files there are."""
    return sum(1 for path in paths for _ in files_of(path))


def documents(paths: Iterable[Path], known: set[bytes], notes: Notes) -> Iterator[Met]:
    """The documents of files, folders and archives; those in ``known`` only as a number. What is new is added to it."""
    for path in paths:
        for file in files_of(path):
            yield from _documents(file, known, notes)
            yield FileDone()


def unknown(found: Iterable[Source | Refused], known: set[bytes]) -> Iterator[Met]:
    """The same for documents that are at hand already."""
    for one in found:
        yield _met(one, hashlib.sha256(one.content).digest(), known) if isinstance(one, Source) else one


def _documents(file: Path, known: set[bytes], notes: Notes) -> Iterator[Met]:
    seen = _state(file)
    held = notes.documents(seen) if seen else ()
    if held and known.issuperset(held):
        yield Held(len(held))
        return
    digests = []
    is_whole = True
    for one in read_file(file):
        if isinstance(one, Source):
            digests.append(hashlib.sha256(one.content).digest())
            yield _met(one, digests[-1], known)
        else:
            is_whole = False
            yield one
    if seen and seen.is_settled and is_whole:
        notes.note(seen, digests)


def _met(source: Source, digest: bytes, known: set[bytes]) -> Source | Held:
    if digest in known:
        return Held(1)
    known.add(digest)
    return source


def _state(file: Path) -> State | None:
    try:
        return state(file)
    except OSError:
        return None
