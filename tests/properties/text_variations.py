"""What is left of a report when it is copied as text: one row a line, or everything in one line."""

from __future__ import annotations

from collections.abc import Iterator

from data.synthetic.draft import Draft
from data.synthetic.layouts.blocks import Table
from data.synthetic.layouts.sheet import Box, spread
from tests.properties.realistic import labels_of, text, texts

# ---- One row a line -------------------------------------------------------------------------------------------------


def words_and_spaces(report: Draft) -> bytes:
    return text(report, lambda table: (" ".join(texts(row)) for row in table.sheet))


def aligned_by_spaces(report: Draft) -> bytes:
    def rows(table: Table) -> Iterator[str]:
        for row in spread(table.sheet):
            yield "".join(f"{box.text if box else '':<12}" for box in row)

    return text(report, rows)


def labels_spaced_out(report: Draft) -> bytes:
    """行 政 许 可      124."""

    def rows(table: Table) -> Iterator[str]:
        for row in table.sheet:
            yield "    ".join(box.text if box.figure else " ".join(box.text) for box in row)

    return text(report, rows)


def commas(report: Draft) -> bytes:
    """Comma separated values."""
    return text(report, lambda table: (",".join(texts(row)) for row in spread(table.sheet)))


def thousands_by_comma(report: Draft) -> bytes:
    """Rows by spaces, the thousands of their figures parted by commas."""

    def written(box: Box) -> str:
        return f"{int(box.text):,}" if box.figure and box.text.isdigit() else box.text

    return text(report, lambda table: (" ".join(map(written, row)) for row in table.sheet))


def semicolons(report: Draft) -> bytes:
    return text(report, lambda table: ("；".join(texts(row)) for row in table.sheet))


def quoted_cells(report: Draft) -> bytes:
    return text(report, lambda table: ("\t".join(f'"{cell}"' for cell in texts(row)) for row in spread(table.sheet)))


def bars_without_borders(report: Draft) -> bytes:
    return text(report, lambda table: ("|".join(texts(row)) for row in table.sheet))


def drawn_with_box_characters(report: Draft) -> bytes:
    def rows(table: Table) -> Iterator[str]:
        for row in spread(table.sheet):
            yield f"│{'│'.join(texts(row))}│"
            yield f"├{'┼'.join('───' for _ in row)}┤"

    return text(report, rows)


def labels_and_colons(report: Draft) -> bytes:
    """行政许可：124."""

    def rows(table: Table) -> Iterator[str]:
        for row in table.sheet:
            yield "".join(f"{box.text} " if box.figure else f"{box.text}：" for box in row)

    return text(report, rows)


def blank_cells_lost(report: Draft) -> bytes:
    """Zeros were blank cells, and a row by spaces does not show them."""
    return text(report, lambda table: (" ".join(cell for cell in texts(row) if cell != "0") for row in table.sheet))


def blank_cells_lost_one_a_line(report: Draft) -> bytes:
    return text(report, lambda table: (cell for row in table.sheet for cell in texts(row) if cell != "0"))


def copied_from_a_browser(report: Draft) -> bytes:
    """Cells hold paragraphs, the first of them blank: a tab stands on a line of its own between two cells."""

    def rows(table: Table) -> Iterator[str]:
        yield ""
        for row in table.sheet:
            yield "\n\n\t\n\n".join(f"\xa0{box.text}" if box.figure else f"\xa0\n\n{box.text}" for box in row)
            yield "\n\n"

    return text(report, rows)


# ---- Everything in one line -----------------------------------------------------------------------------------------


def all_in_one_line(report: Draft) -> bytes:
    return text(report, lambda table: [" ".join(cell for row in table.sheet for cell in texts(row))])


def whole_document_in_one_line(report: Draft) -> bytes:
    return b" ".join(all_in_one_line(report).split(b"\n"))


def all_in_one_line_with_commas(report: Draft) -> bytes:
    return text(report, lambda table: ["，".join(cell for row in table.sheet for cell in texts(row))])


def glued_labels_and_spaced_figures(report: Draft) -> bytes:
    def line(table: Table) -> list[str]:
        boxes = [box for row in table.sheet for box in row]
        return ["".join(f" {box.text} " if box.figure else box.text for box in boxes)]

    return text(report, line)


def all_glued(report: Draft) -> bytes:
    return text(report, lambda table: ["".join(cell for row in table.sheet for cell in texts(row))])


def rows_glued(report: Draft) -> bytes:
    return text(report, lambda table: ("".join(texts(row)) for row in table.sheet))


def grid_of_figures_above_labels(report: Draft) -> bytes:
    """Of a table whose cells hold paragraphs only the figures stayed in the table; its labels follow it."""

    def lines(table: Table) -> Iterator[str]:
        for row in table.sheet:
            if figures := [box.text for box in row if box.figure]:
                yield f"|  |  | {' | '.join(figures)} | "
        yield from (label for row in table.sheet for label in labels_of(row))

    return text(report, lines)


def figures_of_a_row_glued(report: Draft) -> bytes:
    def lines(table: Table) -> Iterator[str]:
        for row in table.sheet:
            yield from (box.text for box in row if not box.figure)
            yield "".join(box.text for box in row if box.figure)

    return text(report, lines)
