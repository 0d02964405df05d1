"""The way in for other programs: a document, or a path."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from parsing import Source, read_report
from tests.accuracy.examples import REPORT as EXAMPLE
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


def halves(*, lost: str = "") -> Source:
    """A report whose table 三 goes on behind table 四, without the row that begins as ``lost`` does."""
    head, lower, rest = re.split(r"(?=（四）无法提供)|(?=四、政府信息公开行政复议)", EXAMPLE)
    remedies, closing = re.split(r"(?=五、存在的主要问题)", rest)
    going_on = f"三、收到和处理政府信息公开申请情况（续）\n{lower}"
    kept = [line for line in going_on.splitlines() if not lost or not line.startswith(lost)]
    return Source("report.txt", "\n".join((head + remedies.rstrip(), *kept, closing)).encode())


def test_a_row_that_stands_in_the_other_half_of_its_table_is_not_told_as_missing() -> None:
    report = read_report(halves())
    assert all(figure.value is not None for figure in report.figures.values())
    assert [problem.code for problem in report.problems if problem.code.startswith("rows-")] == []


def test_a_row_that_neither_half_of_its_table_has_is_told_as_missing_once() -> None:
    report = read_report(halves(lost="2.重复申请"))
    (told, *more) = [problem for problem in report.problems if problem.code == "rows-missing"]
    assert told.values == {"rows": "unprocessed_repeat", "found": 1}
    assert len(told.cells) == 7
    assert all(report.figures[cell].value is None for cell in told.cells)
    assert more == []
