"""DOCX files of other programs: cells not merged, tables by tabs, tracked changes, notes and text boxes in cells."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from data.synthetic.draft import Draft
from data.synthetic.layouts.blocks import Table, blocks
from data.synthetic.layouts.sheet import Box, spread, width
from tests.readers.documents import docx, paragraph, word_cell, word_table

_BOX_CONTENT: Final = f"<w:txbxContent>{paragraph('4')}</w:txbxContent>"
_BOX: Final = f"<w:r><w:pict><v:textbox>{_BOX_CONTENT}</v:textbox></w:pict></w:r>"


def _word(report: Draft, set_table: Callable[[Table], str]) -> bytes:
    """A DOCX file, its tables set in the given way."""
    return docx(
        "".join(set_table(block) if isinstance(block, Table) else paragraph(block.text) for block in blocks(report))
    )


def word_without_merged_cells(report: Draft) -> bytes:
    return _word(report, lambda table: word_table(*([box.text for box in row] for row in table.sheet)))


def word_full_grid(report: Draft) -> bytes:
    def set_table(table: Table) -> str:
        return word_table(*([box.text if box else "" for box in row] for row in spread(table.sheet)))

    return _word(report, set_table)


def word_rows_by_tabs(report: Draft) -> bytes:
    def set_table(table: Table) -> str:
        tab = "</w:t><w:tab/><w:t>"
        return "".join(paragraph(tab.join(box.text for box in row)) for row in table.sheet)

    return _word(report, set_table)


def word_lines_in_one_cell(report: Draft) -> bytes:
    """Each table is one row whose cells hold a whole column each, a paragraph for every row."""

    def set_table(table: Table) -> str:
        columns = [[row[column] for row in spread(table.sheet)] for column in range(width(table.sheet))]
        cells = ("".join(paragraph(box.text if box else "") for box in column) for column in columns)
        return f"<w:tbl><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"

    return _word(report, set_table)


def word_nested(report: Draft) -> bytes:
    def set_table(table: Table) -> str:
        inner = word_table(*([box.text for box in row] for row in table.sheet))
        return f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"

    return _word(report, set_table)


def word_with_tracked_changes(report: Draft) -> bytes:
    """Every figure replaces a deleted one."""

    def set_table(table: Table) -> str:
        return word_table(
            *([_tracked(box) if box.figure else word_cell(box.text) for box in row] for row in table.sheet)
        )

    return _word(report, set_table)


def word_with_text_boxes(report: Draft) -> bytes:
    """A page number in a text box is anchored in one cell of each table."""

    def set_table(table: Table) -> str:
        rows = [[box.text if box else "" for box in row] for row in spread(table.sheet)]
        rows[-1][-1] = f"<w:tc><w:p>{_BOX}<w:r><w:t>{rows[-1][-1]}</w:t></w:r></w:p></w:tc>"
        return word_table(*rows)

    return _word(report, set_table)


def word_with_footnotes(report: Draft) -> bytes:
    """Every fifth figure carries a footnote."""

    def set_table(table: Table) -> str:
        note = '<w:tc><w:p><w:r><w:t>{}</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p></w:tc>'
        cells = ([note.format(box.text) if box.figure else word_cell(box.text) for box in row] for row in table.sheet)
        return word_table(*cells)

    return _word(report, set_table)


def word_with_raised_notes(report: Draft) -> bytes:
    """A raised 1 behind each figure of table three."""

    def set_table(table: Table) -> str:
        raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>'
        cells = (
            [
                f"<w:tc><w:p><w:r><w:t>{box.text}</w:t></w:r>{raised}</w:p></w:tc>"
                if box.figure
                else word_cell(box.text)
                for box in row
            ]
            for row in table.sheet
        )
        return word_table(*cells)

    return _word(report, set_table)


def _tracked(box: Box) -> str:
    deleted = "<w:del><w:r><w:delText>9</w:delText></w:r></w:del>"
    return f"<w:tc><w:p>{deleted}<w:ins><w:r><w:t>{box.text}</w:t></w:r></w:ins></w:p></w:tc>"
