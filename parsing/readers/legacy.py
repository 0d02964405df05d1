"""Word and WPS documents of the formats before DOCX: converted by LibreOffice where it is installed, else refused."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from parsing.limits import MAX_CONVERSION_SECONDS
from parsing.model import Document, Problem, UnreadableError
from parsing.readers import docx

_PROGRAMS: Final = ("soffice", "libreoffice", "soffice.com")  # the last is the console program on Windows
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

    The program gets a profile of its own, with the settings it is delivered with: unsigned macros do not run, and an
    open window of the user's is left alone.
    """
    with TemporaryDirectory(prefix="gongkai-", ignore_cleanup_errors=True) as folder:
        original, result = Path(folder, "report.doc"), Path(folder, "report.docx")
        original.write_bytes(content)
        profile = Path(folder, "profile").as_uri()
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "docx"]
        try:
            subprocess.run(  # noqa: S603 - the program found on the path, and files of our own naming
                [*command, "--outdir", folder, str(original)],
                check=True,
                capture_output=True,
                stdin=subprocess.DEVNULL,
                timeout=MAX_CONVERSION_SECONDS,
            )
            return result.read_bytes()
        except (subprocess.SubprocessError, OSError) as error:
            raise UnreadableError(_DAMAGED) from error
