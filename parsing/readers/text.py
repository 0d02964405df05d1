"""Plain text and Markdown: lines, and tables drawn with pipes or tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from parsing.limits import MAX_BLANKS, MAX_CHARACTERS, refuse_beyond
from parsing.model import UNCERTAIN, Block, Document, Format, Paragraph
from parsing.readers.copied import copied_rows
from parsing.readers.decoding import declared_encoding, decode
from parsing.readers.drawn import (
    WRAPPING,
    DrawnTable,
    cells_of_page,
    comma_rows,
    has_marks,
    is_drawn,
    is_whole_page,
    open_ended,
    plain,
    unquoted,
    whole_lines,
    whole_rows,
)
from parsing.readers.places import on_line
from parsing.readers.whitespace import visible, without_lost_blanks

_CUT_FIGURE: Final = re.compile(r"(?<=[^\d])[1-9]\d*\Z")  # a file that ends in a figure may be cut there
_BOOKMARK: Final = re.compile(r"\[bookmark: [^\[\]]*\]")  # left behind by a conversion from a word processor
# A text with attributes, [规章]{lang="ZH-CN"}; what hides or raises it is left standing.
_SPAN: Final = re.compile(
    r"\[([^\[\]\n]*)\]\{(?![^{}\n]*(?:display|visib|opacity|vertical|line-through|raise))[^{}\n]*\}"
)
_LAST_LINE_A_NUMBER: Final = re.compile(r"\n[^\S\n]*(?P<number>\d{1,4})\s*\Z")
# A row shorter than others is filled up with bars that close no cell; such tables leave out cells that were blank.
_PADDED: Final = re.compile(r"[^\s|] \| \|{2,}[^\S\n]*$", re.MULTILINE)
_PADDING: Final = re.compile(r"(?<=[^\s|] )\|(?:[^\S\n]*\|)+[^\S\n]*$", re.MULTILINE)
_LONE_BAR: Final = re.compile(r"\|[^\S\n]*\n[^\S\n]*\|+[^\S\n]*$", re.MULTILINE)
_SENTENCE_IN_TABS: Final = re.compile(r"^\t[^\t\n]*。[^\t\n]*\t$", re.MULTILINE)
_FEWEST_SENTENCES: Final = 3
_TABS_AT_END: Final = re.compile(r"^\t+|\t+$", re.MULTILINE)
_TABS: Final = re.compile(r"\t+")
_FEWEST_TABS: Final = 12
_FARTHEST_NUMBERING: Final = 3  # a title page or table of contents may not be counted
_BLANKS: Final = re.compile(rf"[^\S\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]{{{MAX_BLANKS + 1},}}")  # in one line


def read(content: bytes) -> Document:
    """The lines and tables of a text file.

    Raises:
        UnreadableError: the bytes are no text in any known encoding, or more text than any report has.
    """
    decoded = decode(content, declared_encoding(content))
    refuse_beyond("characters", len(decoded.text), MAX_CHARACTERS)
    text = without_lost_blanks(_without_page_numbers(visible(decoded.text)))
    if "<" in text:
        text = WRAPPING.sub("", text)
    if "]{" in text:
        text = _SPAN.sub(r"\1", text)
    if "\t" in text:
        text = _with_single_tabs(text)
    if _PADDED.search(text):
        text = _PADDING.sub("|", text)
    if text[-1:].isdecimal():
        text = _CUT_FIGURE.sub(rf"\g<0>{UNCERTAIN}", text)
    return Document(format=Format.TEXT, blocks=tuple(_blocks(text)), problems=decoded.problems)


def _with_single_tabs(text: str) -> str:
    """The text with one tab between two cells; programs write two, or one before and behind every text of a page."""
    if len(_SENTENCE_IN_TABS.findall(text)) >= _FEWEST_SENTENCES:
        return _TABS_AT_END.sub("", text)
    tabs = _TABS.findall(text)
    return text.replace("\t\t", "\t") if len(tabs) >= _FEWEST_TABS and all(len(run) % 2 == 0 for run in tabs) else text


def _without_page_numbers(text: str) -> str:
    """The text without the last line of each page where that numbers the page; a form feed ends a page."""
    *ended, last = text.split("\f")
    return "\n".join((*(_without_its_number(page, number) for number, page in enumerate(ended, start=1)), last))


def _without_its_number(page: str, number: int) -> str:
    match = _LAST_LINE_A_NUMBER.search(page)
    return page[: match.start()] if match and abs(int(match["number"]) - number) <= _FARTHEST_NUMBERING else page


def _blocks(text: str) -> Iterator[Block]:
    tables = 1
    lines = _BLANKS.sub(" " * MAX_BLANKS, _BOOKMARK.sub("", text)).splitlines()
    copied = copied_rows(text, lines)
    rows = {**(comma_rows(lines) if "," in text else {}), **copied.rows}
    is_plain = not rows and not has_marks(text)
    bars = open_ended(lines) if "|" in text else frozenset[int]()
    every = whole_lines(lines) if '"' in text else enumerate(lines, start=1)
    numbered = [(number, line) for number, line in every if number - 1 not in copied.inside]
    if is_plain:
        yield from [Paragraph(words, on_line(number)) for number, line in numbered if (words := line.strip())]
        return
    table = DrawnTable(tables, open_ended=bars)
    for number, line in whole_rows(numbered) if _LONE_BAR.search(text) else numbered:
        if table.is_empty and number - 1 not in rows and not has_marks(line):
            if words := line.strip():
                table.ended = False
                yield Paragraph(words, on_line(number))
            continue
        if number - 1 in rows:
            table.add(rows[number - 1])
            continue
        if not is_whole_page(line) and _takes(table, number, line):
            continue
        if not table.is_empty:
            yield from table.end()
            tables += 1
            table = DrawnTable(tables, open_ended=bars, ended=table.ended and not line.strip())
        if is_whole_page(line):
            yield from (Paragraph(cell, on_line(number)) for cell in cells_of_page(line))
        else:
            written = plain(line).split("\n") if "<" in line else [plain(line)]
            yield from (Paragraph(words, on_line(number)) for each in written if (words := each.strip()))
    yield from table.end()


def _takes(table: DrawnTable, number: int, line: str) -> bool:
    """Whether a line belongs to a table; if so it is added."""
    if not line:
        ends_row = bool(table.stacked)
        table.end_stack()
        return ends_row
    if is_drawn(line):
        table.draw(number, line)
        return True
    if line.startswith("\t") and "\t" not in line.strip():
        table.stacked.append((number, line.strip()))
        return True
    if table.stacked and line.isdecimal():  # the rest of a torn figure, or a page number: which, nothing tells
        at, figure = table.stacked.pop()
        table.stacked.append((at, f"{figure}{UNCERTAIN}{line}"))
        return True
    if "\t" in line.strip() or (table.rows and "\t" in line.lstrip()):  # the last cells of a row may be blank
        table.end_stack()
        table.add([(number, unquoted(text.strip())) for text in line.rstrip("\n").split("\t")])
        return True
    return False
