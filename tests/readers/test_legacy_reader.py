"""Word documents of the formats before DOCX."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from random import Random
from threading import Thread

import psutil
import pytest

from data.synthetic.layouts import LAYOUTS
from parsing import read_report
from parsing.model import Format, Source, UnreadableError
from parsing.readers import docx, legacy
from parsing.readers.documents import read_document
from tests.parsing.mutations import busy_draft
from tests.readers.documents import in_old_format, shape

# A document that LibreOffice knows by its content, with a picture from elsewhere; without our settings it is fetched.
LINKED = """<?xml version="1.0"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:mimetype="application/vnd.oasis.opendocument.text" office:version="1.2"><office:body><office:text><text:p>Page
 one<draw:frame svg:width="2cm" svg:height="2cm" text:anchor-type="as-char"><draw:image xlink:href="LINK"/></draw:frame>
</text:p></office:text></office:body></office:document>"""
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


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("layout", ["docx-merged", "docx-split"])
def test_an_old_document_gives_the_figures_of_the_new_one(layout: str) -> None:
    new = LAYOUTS[layout].set(busy_draft(Random(1), 2023))  # noqa: S311 - the same draft in every run
    old, same = (
        {cell: figure.value for cell, figure in read_report(source).figures.items()}
        for source in (Source("report.doc", in_old_format(new)), Source("report.docx", new))
    )
    assert len(old) == 200
    assert old == same


def test_a_conversion_that_fails_is_a_damaged_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legacy, "_PROGRAMS", ("python3", "python"))
    with pytest.raises(UnreadableError) as error:
        read_document(Source("report.doc", RTF))
    assert error.value.problem.code == "file-damaged"


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_no_link_of_a_document_is_followed() -> None:
    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

    with HTTPServer(("127.0.0.1", 0), Listener) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        link = f"http://127.0.0.1:{server.server_port}/a.png"
        content = legacy._converted(shutil.which("soffice") or "", LINKED.replace("LINK", link).encode())  # noqa: SLF001
        server.shutdown()
    assert shape(docx.read(content))[0] == "Page one"
    assert asked == []


def test_a_conversion_that_takes_too_long_is_ended_with_all_it_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legacy, "MAX_CONVERSION_SECONDS", 2)
    waits = "import time; time.sleep(60)"
    starts = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {waits!r}])"
    before = set(psutil.Process().children(recursive=True))
    start = time.monotonic()
    with pytest.raises(subprocess.TimeoutExpired):
        legacy._run([sys.executable, "-c", starts])  # noqa: SLF001 - no program of that kind is at hand
    assert time.monotonic() - start < 30
    assert set(psutil.Process().children(recursive=True)) <= before


def test_a_conversion_is_ended_though_a_child_of_it_has_just_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legacy, "MAX_CONVERSION_SECONDS", 2)
    waits = "import time; time.sleep(20)"
    starts = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {waits!r}])"
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        gone = psutil.Process(ended.pid)
    children = psutil.Process.children
    monkeypatch.setattr(psutil.Process, "children", lambda self, recursive: [gone, *children(self, recursive)])
    before = set(children(psutil.Process(), recursive=True))
    start = time.monotonic()
    with pytest.raises(subprocess.TimeoutExpired):
        legacy._run([sys.executable, "-c", starts])  # noqa: SLF001 - no program of that kind is at hand
    assert time.monotonic() - start < 15
    assert set(children(psutil.Process(), recursive=True)) <= before
