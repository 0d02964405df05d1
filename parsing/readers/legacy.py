"""Word and WPS documents of the formats before DOCX: converted by LibreOffice where it is installed, else refused."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import psutil

from parsing.limits import MAX_CONVERSION_SECONDS
from parsing.model import Document, Problem, UnreadableError
from parsing.readers import docx

_PROGRAMS: Final = ("soffice", "libreoffice", "soffice.com")  # the last is the console program on Windows
_SETTINGS: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>
"""
_DAMAGED: Final = Problem(code="file-damaged", values={"format": "DOC"})


def read(content: bytes) -> Document:
    """The document as LibreOffice converts it to DOCX.

    Raises:
        UnreadableError: LibreOffice is not installed, or cannot open the file.
    """
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise UnreadableError(Problem(code="file-legacy-word"))
    document = docx.read(_converted(program, content))
    return replace(document, problems=(*document.problems, Problem(code="file-converted")))


def _converted(program: str, content: bytes) -> bytes:
    """The same document as DOCX.

    The program gets a profile of its own, in which no macro runs and no link is followed; an open window of the user's
    is left alone.
    """
    with TemporaryDirectory(prefix="gongkai-", ignore_cleanup_errors=True) as folder:
        original, result = Path(folder, "report.doc"), Path(folder, "report.docx")
        original.write_bytes(content)
        profile = Path(folder, "profile")
        settings = profile / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, encoding="utf-8")
        command = [
            program,
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            "docx",
        ]
        try:
            _run([*command, "--outdir", folder, str(original)])
            return result.read_bytes()
        except (subprocess.SubprocessError, OSError) as error:
            raise UnreadableError(_DAMAGED) from error


def _run(command: list[str]) -> None:
    """Run a program to its end.

    Raises:
        subprocess.TimeoutExpired: it takes too long; then it is ended with all that it has started.
    """
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet) as process:  # noqa: S603 - found on the path
        try:
            process.wait(MAX_CONVERSION_SECONDS)
        except subprocess.TimeoutExpired:
            _end_started_by(process.pid)
            raise
        finally:
            process.kill()  # nothing where it has ended; else leaving would wait for it without limit


def _end_started_by(pid: int) -> None:
    """End what a program has started, as LibreOffice starts another. What has just gone, or is not ours, is left."""
    with suppress(psutil.Error):
        for started in psutil.Process(pid).children(recursive=True):
            with suppress(psutil.Error):
                started.kill()
