"""A machine without a Chinese font: the figures are the same, and a page's picture says where its letters are from."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Final

import pytest
from pypdfium2 import PdfDocument

from data.queries.facsimile import borrows_fonts
from data.queries.original import Original
from data.sample import DOCUMENTS
from tests.faults.conftest import ROOT

FONTS: Final = "/usr/share/fonts"
WITHOUT: Final = f'mount -t tmpfs none {FONTS} && exec "$@"'
PICTURE: Final = """\
import sys
from pathlib import Path
from data.queries.facsimile import facsimile
from data.queries.original import Original
report = Original(name="", content=Path(sys.argv[1]).read_bytes(), sha256="")
sys.stdout.buffer.write(facsimile(report, 1, (50, 50, 90, 70), "#B45309", whole=True))
"""


def reports() -> list[Path]:
    """PDF files whose Chinese font is not part of them."""
    return sorted((DOCUMENTS / "synthetic").glob("*.pdf"))


def without_fonts(*command: str) -> bytes:
    """What a command prints on a machine without fonts."""
    unshare = shutil.which("unshare")
    if sys.platform != "linux" or unshare is None or os.geteuid() != 0 or not Path(FONTS).is_dir():
        pytest.skip("only root on Linux can take the fonts away from a command")
    done = subprocess.run(
        [unshare, "--mount", "sh", "-c", WITHOUT, "sh", sys.executable, *command],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if b"mount" in done.stderr:
        pytest.skip("this system does not let tests hide a folder")
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_figures_are_the_same_without_a_font() -> None:
    """The boxes of letters are a little different, so that a heading may be told to be incomplete; no figure is."""
    command = ["-c", "from data.commands import main; main()", "parse", "--json", *map(str, reports())]
    usual = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, check=True).stdout
    assert figures(without_fonts(*command)) == figures(usual)


def figures(printed: bytes) -> list[dict[str, object]]:
    return [json.loads(line)["cells"] for line in printed.splitlines()]


def test_a_page_is_still_drawn_without_a_font() -> None:
    assert without_fonts("-c", PICTURE, str(reports()[0])).startswith(b"\x89PNG")


def test_a_page_tells_that_its_fonts_are_not_in_the_file() -> None:
    assert borrows_fonts(document(reports()[0]), 1)


def test_a_page_without_letters_borrows_none(tmp_path: Path) -> None:
    with PdfDocument.new() as empty:
        empty.new_page(200, 200)
        empty.save(tmp_path / "empty.pdf")
    assert not borrows_fonts(document(tmp_path / "empty.pdf"), 1)


def document(path: Path) -> Original:
    content = path.read_bytes()
    return Original(name=path.name, content=content, sha256=sha256(content).hexdigest())
