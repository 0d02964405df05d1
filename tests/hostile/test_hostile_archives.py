"""Archives that lie about their size, their names or what is in them are told apart from those that only are large."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from parsing.limits import MAX_NAME
from parsing.model import Source
from parsing.readers import archive, packages
from parsing.readers.archive import Refused, find_sources
from tests.hostile import archives

REPORT = b"<p>1</p>"


def found(folder: Path, content: bytes) -> dict[str, str]:
    """What comes out of an archive: names below it, and the problem of each, ``read`` for those without one."""
    file = folder / "archive.zip"
    file.write_bytes(content)
    prefix = file.as_posix()
    return {
        each.name.removeprefix(prefix).removeprefix("/"): "read" if isinstance(each, Source) else each.problem.code
        for each in find_sources([file])
    }


def test_an_archive_that_unpacks_to_far_more_than_it_holds_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its entries share their bytes, so that each of them looks harmless."""
    monkeypatch.setattr(archive, "MAX_FILE_BYTES", 100_000)
    assert found(tmp_path, archives.overlapping(3, os.urandom(60_000))) == {"a.txt": "read"}
    assert found(tmp_path, archives.overlapping(300, b"x" * 60_000)) == {"": "file-archive-refused"}


def test_archives_in_archives_end_at_the_second(tmp_path: Path) -> None:
    assert found(tmp_path, archives.nested(REPORT, 2)) == {"1.zip/report.txt": "read"}
    assert found(tmp_path, archives.nested(REPORT, 9)) == {"8.zip/7.zip": "file-archive-refused"}


def test_a_hundred_thousand_entries_are_refused_soon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_ARCHIVE_ENTRIES", 500)
    start = time.process_time()
    assert found(tmp_path, archives.many([f"{number}.txt" for number in range(1000)])) == {"": "file-archive-refused"}
    assert time.process_time() - start < 2


def test_a_directory_that_would_fill_the_memory_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(tmp_path, archives.vast_directory(3_000_000_000)) == {"": "file-beyond-limits"}
    monkeypatch.setattr(packages, "MAX_DIRECTORY_BYTES", 1000)
    assert found(tmp_path, archives.many([f"{number}.txt" for number in range(100)])) == {"": "file-beyond-limits"}


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "C:/Windows/x.txt",
        "C:x.txt",
        "\\\\host\\share\\x.txt",
        "a/../../b.txt",
        "..\\x",
    ],
)
def test_names_that_leave_the_archive_are_refused(tmp_path: Path, name: str) -> None:
    (code,) = found(tmp_path, archives.packed([(name, REPORT)])).values()
    assert code == "file-archive-refused"


@pytest.mark.parametrize("name", ["CON", "nul.txt", "aux.html", "COM1.txt", "x. ", "<b>.txt", "=1+1.txt"])
def test_names_that_no_file_may_have_are_only_names(tmp_path: Path, name: str) -> None:
    """Nothing is written under the name of an entry, so Windows' own names do no harm."""
    assert found(tmp_path, archives.packed([(name, REPORT)])) == {name: "read"}
    assert [path.name for path in tmp_path.iterdir()] == ["archive.zip"]


def test_names_are_shown_without_signs_that_turn_or_end_the_line(tmp_path: Path) -> None:
    (name,) = found(tmp_path, archives.packed([("报\u202e告\u2066\x1b[31m\n.txt", REPORT)]))
    assert name == "报\ufffd告\ufffd\ufffd[31m\ufffd.txt"


def test_very_long_names_keep_their_beginning_and_their_end(tmp_path: Path) -> None:
    (file,) = find_sources([_saved(tmp_path, archives.packed([("长" * 5000 + "/报告.txt", REPORT)]))])
    assert len(file.name) == MAX_NAME
    assert file.name.startswith((tmp_path / "archive.zip").as_posix())
    assert file.name.endswith("长/报告.txt")


@pytest.mark.skipif(os.name == "nt", reason="names of files are whole characters there")
def test_a_file_name_that_is_no_text_can_be_printed(tmp_path: Path) -> None:
    os.close(os.open(os.fsencode(tmp_path) + b"/\xff\xfe.txt", os.O_CREAT))
    (file,) = find_sources([tmp_path])
    assert file.name.encode("utf-8").endswith("\ufffd\ufffd.txt".encode())


def test_of_two_entries_of_one_name_none_is_lost(tmp_path: Path) -> None:
    content = archives.packed([("1.txt", b"one"), ("1.txt", b"two")]).replace(b"1.tx\1", b"1.txt")
    contents = [each.content for each in find_sources([_saved(tmp_path, content)]) if isinstance(each, Source)]
    assert sorted(contents) == [b"one", b"two"]


def test_a_symbolic_link_is_not_followed(tmp_path: Path) -> None:
    (file,) = find_sources([_saved(tmp_path, archives.link("/etc/passwd"))])
    assert isinstance(file, Source)
    assert file.content == b"/etc/passwd"


def test_an_encrypted_entry_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    assert found(tmp_path, archives.locked({"a.txt": REPORT, "b.txt": REPORT})) == {
        "a.txt": "file-encrypted",
        "b.txt": "file-encrypted",
    }


@pytest.mark.parametrize("keep", [3, 10, 40, 100, 130])
def test_a_torn_archive_is_told(tmp_path: Path, keep: int) -> None:
    content = archives.packed([("a.txt", os.urandom(100))])
    (file,) = find_sources([_saved(tmp_path, content[:keep])])
    assert isinstance(file, Source | Refused)


def test_half_a_gigabyte_is_refused_without_being_read(tmp_path: Path) -> None:
    file = tmp_path / "large.html"
    with file.open("wb") as stream:
        stream.truncate(500 * 1024 * 1024)
    start = time.process_time()
    (each,) = find_sources([file])
    assert isinstance(each, Refused)
    assert each.problem.code == "file-too-large"
    assert time.process_time() - start < 1


def _saved(folder: Path, content: bytes) -> Path:
    file = folder / "archive.zip"
    file.write_bytes(content)
    return file
