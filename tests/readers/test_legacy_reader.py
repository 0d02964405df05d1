"""Word documents of the formats before DOCX."""

from __future__ import annotations

import shutil

import pytest

from parsing.model import Format, Source, UnreadableError
from parsing.readers import legacy, read_document
from tests.readers.documents import shape

RTF = rb"{\rtf1\ansi Page one\par Page two\par}"


def test_without_libreoffice_it_is_said_how_to_convert(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(UnreadableError) as error:
        read_document(Source("report.doc", RTF))
    assert error.value.problem.code == "file-legacy-word"


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_with_libreoffice_it_is_converted_and_said_so() -> None:
    document = read_document(Source("report.doc", RTF))
    assert shape(document) == ["Page one", "Page two"]
    assert document.format is Format.DOCX
    assert [problem.code for problem in document.problems] == ["file-converted"]


def test_a_conversion_that_fails_is_a_damaged_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legacy, "_PROGRAMS", ("python3", "python"))
    with pytest.raises(UnreadableError) as error:
        read_document(Source("report.doc", RTF))
    assert error.value.problem.code == "file-damaged"
