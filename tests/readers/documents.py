"""Small documents made in code, and what readers make of them in a form that is easy to compare."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from parsing.model import Document, Grid, Paragraph

SONG = "STSong-Light"
WORD = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def shape(document: Document) -> list[str | list[list[str]]]:
    """Paragraphs as text, tables as rows of cell texts."""
    return [
        block.text if isinstance(block, Paragraph) else [[cell.text for cell in row] for row in block.rows]
        for block in document.blocks
    ]


def grids(document: Document) -> list[Grid]:
    return [block for block in document.blocks if isinstance(block, Grid)]


def lefts(grid: Grid) -> list[list[int]]:
    """The column at which each cell begins."""
    return [[cell.left for cell in row] for row in grid.rows]


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    """A ZIP archive."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A DOCX file whose body holds that WordprocessingML."""
    main = f'<?xml version="1.0" encoding="UTF-8"?><w:document {WORD}><w:body>{body}</w:body></w:document>'
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": main, **parts})


def in_old_format(content: bytes) -> bytes:
    """A DOCX as LibreOffice writes it in the format before."""
    with TemporaryDirectory(prefix="gongkai-") as folder:
        new = Path(folder, "report.docx")
        new.write_bytes(content)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "doc", "--outdir", folder, str(new)]
        subprocess.run(command, check=True, capture_output=True)
        return new.with_suffix(".doc").read_bytes()


def paragraph(text: str) -> str:
    """A paragraph in WordprocessingML."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def word_cell(text: str, properties: str = "") -> str:
    """A table cell in WordprocessingML."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def word_table(*rows: Sequence[str]) -> str:
    """A table in WordprocessingML from rows of cells, plain texts among them."""
    cells = [[cell if cell.startswith("<") else word_cell(cell) for cell in row] for row in rows]
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in cells) + "</w:tbl>"


def pdf(*pages: Callable[[Canvas], None]) -> bytes:
    """A PDF file of A4 pages, each drawn by a function."""
    pdfmetrics.registerFont(UnicodeCIDFont(SONG))
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=A4, invariant=1)
    for draw in pages:
        canvas.setFont(SONG, 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def recognised(lines: Sequence[str]) -> bytes:
    """A PDF file of one page: the image of a scan, and over it in invisible print what was recognised on it."""

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(io.BytesIO(b"P6 1 1 255 \xff\xff\xff")), 0, 0, *A4)
        text = canvas.beginText(100, 700)
        text.setTextRenderMode(3)
        text.textLines(list(lines))
        canvas.drawText(text)

    return pdf(draw)


def ruled(
    canvas: Canvas, rows: Sequence[Sequence[str]], top: float = 700, width: float = 80, height: float = 20
) -> None:
    """Draw a table of equal cells with all its rules; ``top`` is measured from the bottom of the page."""
    columns = max(map(len, rows))
    canvas.grid(
        [100 + width * column for column in range(columns + 1)], [top - height * row for row in range(len(rows) + 1)]
    )
    written(canvas, rows, top, width, height)


def written(canvas: Canvas, rows: Sequence[Sequence[str]], top: float, width: float = 80, height: float = 20) -> None:
    """Draw the texts of a table without its rules."""
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            canvas.drawString(104 + width * column, top - height * row - 14, text)
