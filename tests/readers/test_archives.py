"""Folders and archives are searched in a fixed order, safely, and what is refused is named."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from parsing import read_report
from parsing.model import Source
from parsing.readers.archive import Refused, find_sources
from tests.readers.documents import docx, paragraph, zipped

PAGE = b"<p>1</p>"


def listed(*paths: Path) -> list[tuple[str, str]]:
    """The name of each document or refusal below the first path's folder, and how it came out."""
    folder = paths[0].parent.as_posix() + "/"
    return [
        (found.name.removeprefix(folder), "read" if isinstance(found, Source) else found.problem.code)
        for found in find_sources(paths)
    ]


def saved(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def gbk_zip(name: str, content: bytes) -> bytes:
    """An archive as Chinese Windows writes it: the name in GBK, without any mark."""
    stand_in = "x" * len(name.encode("gbk"))
    return zipped({stand_in: content}).replace(stand_in.encode(), name.encode("gbk"))


def test_files_come_in_the_order_given_and_folders_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b/2.html", "b/1.html", "b/a/9.html", "b/.hidden.html", "b/.git/1.html", "b/~$lock.docx"):
        saved(tmp_path, name, PAGE)
    first = saved(tmp_path, "z.html", PAGE)
    assert listed(first, tmp_path / "b") == [
        ("z.html", "read"),
        ("b/1.html", "read"),
        ("b/2.html", "read"),
        ("b/a/9.html", "read"),
    ]


def test_contents_are_handed_on_untouched(tmp_path: Path) -> None:
    (found,) = find_sources([saved(tmp_path, "1.html", PAGE)])
    assert found == Source((tmp_path / "1.html").as_posix(), PAGE)


def test_a_missing_path_is_told_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        find_sources([saved(tmp_path, "1.html", PAGE), tmp_path / "nowhere"])


def test_archives_are_expanded_and_documents_are_not(tmp_path: Path) -> None:
    word = docx(paragraph("1"))
    inner = zipped({"c.html": PAGE})
    path = saved(tmp_path, "all.zip", zipped({"b/2.docx": word, "a.html": PAGE, "n.zip": inner, "__MACOSX/a": b"x"}))
    assert listed(path, saved(tmp_path, "x.docx", word)) == [
        ("all.zip/a.html", "read"),
        ("all.zip/b/2.docx", "read"),
        ("all.zip/n.zip/c.html", "read"),
        ("x.docx", "read"),
    ]
    assert list(find_sources([path]))[1] == Source(f"{path.as_posix()}/b/2.docx", word)


def test_archives_nested_deeper_are_refused(tmp_path: Path) -> None:
    deepest = zipped({"b.zip": zipped({"c.zip": zipped({"1.html": PAGE})}), "2.html": PAGE})
    assert listed(saved(tmp_path, "a.zip", deepest)) == [
        ("a.zip/2.html", "read"),
        ("a.zip/b.zip/c.zip", "file-archive-refused"),
    ]


@pytest.mark.parametrize("packed", [gbk_zip("年报/规划局.html", PAGE), zipped({"年报/规划局.html": PAGE})])
def test_chinese_names_are_read_in_either_encoding(tmp_path: Path, packed: bytes) -> None:
    assert listed(saved(tmp_path, "a.zip", packed)) == [("a.zip/年报/规划局.html", "read")]


@pytest.mark.parametrize(
    "name", ["../evil.html", "/etc/evil.html", "a/../../evil.html", "C:\\evil.html", "..\\evil.html"]
)
def test_names_that_leave_the_folder_are_refused_and_the_rest_is_read(tmp_path: Path, name: str) -> None:
    listing = listed(saved(tmp_path, "a.zip", zipped({name: PAGE, "z.html": PAGE})))
    assert sorted(outcome for _, outcome in listing) == ["file-archive-refused", "read"]


def test_an_encrypted_entry_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    packed = bytearray(zipped({"a.html": PAGE, "b.html": PAGE}))
    for magic, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        packed[packed.index(magic) + flags] |= 1
    assert listed(saved(tmp_path, "a.zip", bytes(packed))) == [
        ("a.zip/a.html", "file-encrypted"),
        ("a.zip/b.html", "read"),
    ]


def test_a_damaged_entry_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    packed = zipped({"a.html": b"<p>" + bytes(range(256)), "b.html": PAGE})
    damaged = packed.replace(bytes(range(100, 140)), bytes(40))
    assert damaged != packed
    assert listed(saved(tmp_path, "a.zip", damaged)) == [("a.zip/a.html", "file-damaged"), ("a.zip/b.html", "read")]


def test_a_bomb_is_refused_without_unpacking(tmp_path: Path) -> None:
    packed = zipped({"bomb.html": b"0" * 3_000_000, "z.html": PAGE})
    assert listed(saved(tmp_path, "a.zip", packed)) == [
        ("a.zip/bomb.html", "file-archive-refused"),
        ("a.zip/z.html", "read"),
    ]


def test_limits_of_archives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path, "a.zip", zipped({f"{number}.html": PAGE for number in range(5)}))
    monkeypatch.setattr("parsing.readers.archive.MAX_FILE_BYTES", 7)
    assert {outcome for _, outcome in listed(path)} == {"file-too-large"}
    monkeypatch.setattr("parsing.readers.archive.MAX_ARCHIVE_UNPACKED", 39)
    assert listed(path) == [("a.zip", "file-archive-refused")]
    monkeypatch.setattr("parsing.readers.archive.MAX_ARCHIVE_ENTRIES", 4)
    assert listed(path) == [("a.zip", "file-archive-refused")]


def test_nested_archives_share_the_limits_of_the_outer_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = zipped({f"{number}.html": PAGE for number in range(3)})
    path = saved(tmp_path, "a.zip", zipped({"1.zip": inner, "2.zip": inner}))
    monkeypatch.setattr("parsing.readers.archive.MAX_ARCHIVE_ENTRIES", 6)
    assert [outcome for _, outcome in listed(path)] == ["read"] * 3 + ["file-archive-refused"]


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parsing.readers.archive.MAX_FILE_BYTES", 7)
    assert listed(saved(tmp_path, "1.html", PAGE)) == [("1.html", "file-too-large")]


def test_a_damaged_archive_is_handed_on_for_its_reader_to_tell(tmp_path: Path) -> None:
    assert listed(saved(tmp_path, "a.zip", zipped({"1.html": PAGE})[:40])) == [("a.zip", "read")]


def test_entries_of_unknown_compression_are_refused(tmp_path: Path) -> None:
    packed = bytearray(zipped({"a.html": PAGE * 20}))
    for magic, method in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        packed[packed.index(magic) + method] = 97
    assert listed(saved(tmp_path, "a.zip", bytes(packed))) == [("a.zip/a.html", "file-damaged")]


def test_an_empty_archive_has_nothing_to_read(tmp_path: Path) -> None:
    empty = io.BytesIO()
    zipfile.ZipFile(empty, "w").close()
    assert listed(saved(tmp_path, "a.zip", empty.getvalue())) == []


def test_refusals_tell_why(tmp_path: Path) -> None:
    (refused,) = find_sources([saved(tmp_path, "a.zip", zipped({"../evil.html": PAGE}))])
    assert isinstance(refused, Refused)
    assert refused.problem.values == {"reason": "../evil.html"}


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        ({"OFD.xml": b"<ofd:OFD/>", "Doc_0/Document.xml": b"<ofd:Document/>"}, "OFD"),
        ({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}, "ODT"),
        ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<a/>"}, "OpenDocument"),
        ({"mimetype": b"application/epub+zip", "page.html": PAGE}, "EPUB"),
        ({"[Content_Types].xml": b"<a/>", "xl/workbook.xml": b"<a/>"}, "XLSX"),
    ],
)
def test_a_document_of_a_kind_that_is_not_read_is_one_file_and_named(
    tmp_path: Path, parts: dict[str, bytes], kind: str
) -> None:
    content = zipped(parts)
    inside = saved(tmp_path, "all.zip", zipped({"report": content, "1.html": PAGE}))
    (found,) = find_sources([saved(tmp_path, "report", content)])
    assert isinstance(found, Refused)
    assert (found.problem.code, found.problem.values["format"]) == ("file-other-document", kind)
    assert listed(inside) == [("all.zip/1.html", "read"), ("all.zip/report", "file-other-document")]
    assert [problem.code for problem in read_report(Source("report", content)).problems] == ["file-other-document"]
