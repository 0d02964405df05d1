"""Files, folders and ZIP archives to documents. Nothing is written to disk, and no archive is unpacked as a whole."""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from operator import itemgetter
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import IO, Final

from parsing.limits import (
    MAX_ARCHIVE_ENTRIES,
    MAX_ARCHIVE_UNPACKED,
    MAX_FILE_BYTES,
    MAX_NAME,
    MAX_RATIO,
    RATIO_FREE_BYTES,
    readable_size,
    too_large,
)
from parsing.model import Problem, Source, UnreadableError
from parsing.readers.packages import BAD_ARCHIVE, ZIP_STARTS, is_encrypted, main_part, opened, refuse_other_documents
from parsing.readers.whitespace import printable

_HIDDEN: Final = (".", "~$", "__MACOSX")  # hidden files, lock files of a word processor, what macOS adds to archives
# Files that lie beside reports and are none: keys, tables, and what a browser saves with a page.
_BESIDE: Final = (".json", ".jsonl", ".csv", ".tsv", ".xls", ".xlsx", ".js", ".css", ".parquet", ".lnk", ".url", ".db")
_DEEPEST_NESTING: Final = 1  # an archive inside an archive is read, one inside that is not
_NAME_IS_UTF8: Final = 0x800
_NAME_ENCODINGS: Final = ("utf-8", "gb18030")  # of names without the UTF-8 mark: Unix, then Chinese Windows
_TOO_LARGE: Final = too_large(MAX_FILE_BYTES)
_DAMAGED: Final = Problem(code="file-damaged", values={"format": "ZIP"})


@dataclass(frozen=True, slots=True)
class Refused:
    """A file or archive entry that was not read, and why."""

    name: str
    problem: Problem


@dataclass(slots=True)
class _Allowance:
    """What may still be taken from one archive, the archives inside it included."""

    entries: int
    unpacked: int


Found = Source | Refused


def find_sources(paths: Iterable[Path]) -> Iterator[Found]:
    """The documents of files, folders (with all their subfolders) and ZIP archives, in the order given.

    Of a folder or archive, hidden files and those that are plainly something else (a CSV, a script) are left out; what
    else is no report shows when it is read. A file that is named is always handed on.

    Raises:
        FileNotFoundError: one of the paths does not exist. Raised at once, before anything is read.
    """
    given = list(paths)
    for path in given:
        if not path.exists():
            raise FileNotFoundError(path)
    return (found for path in given for file in files_of(path) for found in read_file(file))


# ---- Folders --------------------------------------------------------------------------------------------------------


def files_of(path: Path) -> Iterator[Path]:
    """The file itself, or the files of a folder in the order of their names."""
    if not path.is_dir():
        yield path
        return
    for folder, subfolders, names in os.walk(path):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith(_HIDDEN))
        for name in sorted(names):
            file = Path(folder, name)
            if not _is_hidden(name) and file.is_file() and not _has_hidden_mark(file):
                yield file


def _has_hidden_mark(file: Path) -> bool:
    """Whether Windows hides the file, such as ``desktop.ini``."""
    return bool(getattr(file.stat(), "st_file_attributes", 0) & stat.FILE_ATTRIBUTE_HIDDEN)


def read_file(file: Path) -> Iterator[Found]:
    """The documents of one file: itself, or those of the archive that it is."""
    name = shown_name(file.as_posix())
    try:
        with file.open("rb") as stream:
            yield from _read_stream(stream, name, file.stat().st_size)
    except OSError:  # locked by another program, or no permission
        yield Refused(name, Problem(code="file-not-opened"))


def _read_stream(stream: IO[bytes], name: str, size: int) -> Iterator[Found]:
    is_zip = stream.read(4) in ZIP_STARTS
    stream.seek(0)
    if is_zip:
        yield from _read_zip(stream, name, size, _Allowance(MAX_ARCHIVE_ENTRIES, MAX_ARCHIVE_UNPACKED))
    else:
        yield _whole(stream, name, size)


# ---- Archives -------------------------------------------------------------------------------------------------------


def _read_zip(stream: IO[bytes], name: str, size: int, allowance: _Allowance, depth: int = 0) -> Iterator[Found]:
    """A DOCX as it is; of any other archive the entries, in the order of their names."""
    try:
        package = opened(stream)
    except UnreadableError as error:
        yield Refused(name, error.problem)
        return
    except BAD_ARCHIVE:
        yield _whole(stream, name, size)  # its reader tells a damaged DOCX from a damaged archive
        return
    with package:
        if main_part(package):
            yield _whole(stream, name, size)
            return
        try:
            refuse_other_documents(package)
        except UnreadableError as error:
            yield Refused(name, error.problem)
            return
        entries = [(_entry_name(info), info) for info in package.infolist() if not info.is_dir()]
        excess = _excess([info for _, info in entries], size, allowance, depth)
        if excess:
            yield _refused(name, excess)
            return
        for entry, info in sorted(entries, key=itemgetter(0)):
            if not _is_hidden(entry):
                yield from _read_entry(package, info, shown_name(f"{name}/{entry}"), allowance, depth)


def _whole(stream: IO[bytes], name: str, size: int) -> Found:
    if size > MAX_FILE_BYTES:
        return Refused(name, _TOO_LARGE)
    stream.seek(0)
    content = stream.read(MAX_FILE_BYTES + 1)  # what is no plain file has no size that could be trusted
    return Source(name, content) if len(content) <= MAX_FILE_BYTES else Refused(name, _TOO_LARGE)


def _refused(name: str, reason: str) -> Refused:
    return Refused(name, Problem(code="file-archive-refused", values={"reason": reason}))


def _excess(entries: Collection[zipfile.ZipInfo], size: int, allowance: _Allowance, depth: int) -> str:
    """Which limit an archive exceeds, as its directory tells; nothing when it is within all of them."""
    unpacked = sum(info.file_size for info in entries)
    if depth > _DEEPEST_NESTING:
        return "ZIP > ZIP > ZIP"
    if len(entries) > allowance.entries:
        return f"{len(entries)} > {MAX_ARCHIVE_ENTRIES}"
    if unpacked > allowance.unpacked:
        return f"{readable_size(unpacked)} > {readable_size(MAX_ARCHIVE_UNPACKED)}"
    if unpacked > MAX_FILE_BYTES and unpacked // max(size, 1) > MAX_RATIO:
        return f"{unpacked // max(size, 1)} : 1 > {MAX_RATIO} : 1"
    allowance.entries -= len(entries)
    allowance.unpacked -= unpacked
    return ""


def _read_entry(
    package: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, allowance: _Allowance, depth: int
) -> Iterator[Found]:
    problem = _entry_problem(info)
    if problem is not None:
        yield Refused(name, problem)
        return
    try:
        with package.open(info) as entry:
            content = entry.read(MAX_FILE_BYTES + 1)
    except BAD_ARCHIVE:
        yield Refused(name, _DAMAGED)
        return
    if content.startswith(ZIP_STARTS):
        yield from _read_zip(BytesIO(content), name, len(content), allowance, depth + 1)
    else:
        yield Source(name, content)


def _entry_problem(info: zipfile.ZipInfo) -> Problem | None:
    """Why an entry is not to be unpacked."""
    if _leaves_its_folder(_entry_name(info)):
        return Problem(code="file-archive-refused", values={"reason": shown_name(_entry_name(info))})
    if is_encrypted(info):
        return Problem(code="file-encrypted")
    if info.file_size > MAX_FILE_BYTES:
        return _TOO_LARGE
    ratio = info.file_size // max(info.compress_size, 1)
    if info.file_size > RATIO_FREE_BYTES and ratio > MAX_RATIO:
        return Problem(code="file-archive-refused", values={"reason": f"{ratio} : 1 > {MAX_RATIO} : 1"})
    return None


# ---- Names ----------------------------------------------------------------------------------------------------------


def shown_name(name: str) -> str:
    """A file's name as it can be shown and kept: without signs that show nothing or turn the text around, not too long.

    It is cut in the middle, since folders stand at its beginning and the file at its end.
    """
    name = printable(name)
    half = MAX_NAME // 2
    return name if len(name) <= MAX_NAME else f"{name[: half - 1]}…{name[-half:]}"


def _entry_name(info: zipfile.ZipInfo) -> str:
    """The name as its writer meant it, with forward slashes. Chinese Windows writes GBK without saying so."""
    name = info.orig_filename.split("\0")[0]
    if not info.flag_bits & _NAME_IS_UTF8 and not name.isascii():
        name = _decoded(name)
    return name.replace("\\", "/")


def _decoded(name: str) -> str:
    """A name that was read as code page 437 because nothing else was said."""
    for encoding in _NAME_ENCODINGS:
        try:
            return name.encode("cp437").decode(encoding)
        except UnicodeError:
            continue
    return name


def _leaves_its_folder(name: str) -> bool:
    return name.startswith("/") or ".." in PurePosixPath(name).parts or bool(PureWindowsPath(name).drive)


def _is_hidden(name: str) -> bool:
    """Whether a file is hidden, or plainly no report."""
    hidden = any(part.startswith(_HIDDEN) for part in PurePosixPath(name).parts if part != "..")
    return hidden or name.lower().endswith(_BESIDE)
