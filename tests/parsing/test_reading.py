"""The way in for other programs: a document, or a path."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsing import Source, read_report
from tests.readers.documents import zipped

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "samples" / "documents" / "nanan_emergency_2024_bars.txt"


def test_a_path_gives_what_its_document_gives() -> None:
    report = read_report(Source(SAMPLE.as_posix(), SAMPLE.read_bytes()))
    assert len(report.figures) == 200
    assert read_report(SAMPLE) == read_report(str(SAMPLE)) == report


def test_an_archive_of_one_document_is_that_document(tmp_path: Path) -> None:
    archive = tmp_path / "report.zip"
    archive.write_bytes(zipped({"report.txt": SAMPLE.read_bytes()}))
    assert read_report(archive).figures == read_report(SAMPLE).figures


def test_what_is_refused_is_an_unreadable_report(tmp_path: Path) -> None:
    archive = tmp_path / "report.zip"
    archive.write_bytes(zipped({"../report.txt": SAMPLE.read_bytes()}))
    report = read_report(archive)
    assert not report.figures
    assert [problem.code for problem in report.problems] == ["file-archive-refused"]


def test_a_folder_of_several_documents_is_no_report(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_bytes(SAMPLE.read_bytes())
    with pytest.raises(ValueError, match="no single document"):
        read_report(tmp_path)


def test_a_path_without_anything_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_report(tmp_path / "missing.pdf")
