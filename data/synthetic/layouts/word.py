"""Reports as DOCX files: Office Open XML with merged cells, written without compression and dates.

So the same report has the same bytes everywhere.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from xml.sax.saxutils import escape

from data.synthetic.draft import Draft
from data.synthetic.layouts.blocks import Line, Role, Table, blocks
from data.synthetic.layouts.sheet import COLUMN_SHARES, Box, Sheet, cut, merged

_ROWS_BEFORE_CUT: Final = 17  # behind （四）无法提供, where the page ends
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_DOCUMENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_PARTS: Final = {
    "[Content_Types].xml": (
        f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_DOCUMENT_TYPE}"/></Types>'
    ),
    "_rels/.rels": (
        f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    ),
}
_PAGE_WIDTH: Final = 8800  # twentieths of a point between the margins
_BORDERS: Final = "".join(
    f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_ALIGNMENT: Final = {Role.TITLE: "center", Role.SIGNATURE: "right"}


def merged_cells(draft: Draft) -> bytes:
    """Every table in one piece, its spans as merged cells."""
    return _package("".join(_whole(block) for block in blocks(draft)))


def split_table(draft: Draft) -> bytes:
    """Table three as two tables, the second beginning with an empty cell below each group label."""
    return _package("".join(_halved(block) for block in blocks(draft)))


def _whole(block: Line | Table) -> str:
    return _table(block.id, block.sheet) if isinstance(block, Table) else _line(block)


def _halved(block: Line | Table) -> str:
    if isinstance(block, Table) and block.id == "applications":
        return "".join(_table(block.id, sheet) for sheet in cut(block.sheet, _ROWS_BEFORE_CUT, repeat_labels=False))
    return _whole(block)


def _line(line: Line) -> str:
    align = _ALIGNMENT.get(line.role, "both")
    bold = "<w:rPr><w:b/></w:rPr>" if line.role in {Role.TITLE, Role.HEADING} else ""
    return f'<w:p><w:pPr><w:jc w:val="{align}"/></w:pPr><w:r>{bold}{_text(line.text)}</w:r></w:p>'


def _table(table: str, sheet: Sheet) -> str:
    """A table and the paragraph that keeps it apart from a following one."""
    shares = COLUMN_SHARES[table]
    widths = [_PAGE_WIDTH * share // sum(shares) for share in shares]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(f"<w:tr>{''.join(_cells(row, widths))}</w:tr>" for row in merged(sheet))
    borders = f"<w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>"
    return f"<w:tbl>{borders}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl><w:p/>"


def _cells(row: list[tuple[Box, bool]], widths: list[int]) -> Iterator[str]:
    left = 0
    for box, begins in row:
        merge = f'<w:vMerge w:val="{"restart" if begins else "continue"}"/>' if box.height > 1 else ""
        span = f'<w:gridSpan w:val="{box.width}"/>' if box.width > 1 else ""
        size = f'<w:tcW w:w="{sum(widths[left : left + box.width])}" w:type="dxa"/>'
        run = f"<w:r>{_text(box.text)}</w:r>" if begins and box.text else ""
        yield f"<w:tc><w:tcPr>{size}{span}{merge}</w:tcPr><w:p>{run}</w:p></w:tc>"
        left += box.width


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def _package(body: str) -> bytes:
    document = f'{_DECLARATION}<w:document xmlns:w="{_MAIN}"><w:body>{body}</w:body></w:document>'
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in (*_PARTS.items(), ("word/document.xml", document)):
            archive.writestr(zipfile.ZipInfo(name), content.encode("utf-8"))
    return buffer.getvalue()
