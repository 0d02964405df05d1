"""Reports as plain text: what is left of a page when its table is copied out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import cycle
from typing import Final

import opencc

from data.synthetic.draft import Draft
from data.synthetic.layouts.blocks import Line, Role, Table, blocks, chinese_date
from data.synthetic.layouts.sheet import Box, Sheet, merged, spread, width
from parsing import form

_NO_BREAK: Final = "\u00a0"
_PADDINGS: Final = ("{}", f"{_NO_BREAK}{{}}", f"{_NO_BREAK}{{}}", f"{{}}{_NO_BREAK}", f"{{}}{_NO_BREAK}")
_HALF_WIDTH: Final = str.maketrans("（），：", "(),:")
_BREAKABLE: Final = frozenset(  # heads of four characters, which narrow columns break in two
    column.label for column in (*form.APPLICANTS, *form.REMEDY_RESULTS) if len(column.label) == len("结果维持")
)

_SetTable = Callable[[Sheet], Iterator[str]]


def lines(draft: Draft) -> bytes:
    """One cell a line with blank lines between and stray spaces, as a browser copies a table."""
    padding = cycle(_PADDINGS)

    def cells(sheet: Sheet) -> Iterator[str]:
        for box in _boxes(sheet):
            yield next(padding).format(box.text) if box.figure else box.text

    return _encode("\n\n".join((_dateline(draft), *_body(draft, cells))).translate(_HALF_WIDTH))


def traditional(draft: Draft) -> bytes:
    """One cell a line in Traditional script, narrow heads over two lines, as mirror sites convert a page."""

    def cells(sheet: Sheet) -> Iterator[str]:
        for box in _boxes(sheet):
            yield _broken(box.text, "\n")

    text = "\n\n".join((_dateline(draft), *_body(draft, cells)))
    return _encode("".join(map(_converted, text)))


def lines_with_bars(draft: Draft) -> bytes:
    """One cell a line, each closed by a bar; the columns that a row's spans cover leak as further bars."""

    def cells(sheet: Sheet) -> Iterator[str]:
        for row, leak in zip(sheet, _leaks(sheet), strict=True):
            *firsts, last = (f"{box.text} |" for box in row)
            yield from (*firsts, last + leak)

    return _encode("\n".join(_body(draft, cells, titled=False)).translate(_HALF_WIDTH))


def rows_with_bars(draft: Draft) -> bytes:
    """One row a line with bars between its cells; narrow heads are broken by a space."""

    def rows(sheet: Sheet) -> Iterator[str]:
        for row, leak in zip(sheet, _leaks(sheet), strict=True):
            yield " | ".join(_broken(box.text, " ") for box in row) + " |" + leak

    return _encode("\n".join((_dateline(draft), *_body(draft, rows, titled=False))).translate(_HALF_WIDTH))


def indented(draft: Draft) -> bytes:
    """One cell a line behind a tab, rows apart by a blank line, as a word processor exports a table."""

    def cells(sheet: Sheet) -> Iterator[str]:
        for row in merged(sheet):
            yield from (f"\t{box.text if begins else ''}" for box, begins in row)
            yield ""
        yield ""

    return _encode("\n".join(_body(draft, cells)))


def tabbed(draft: Draft) -> bytes:
    """One row a line with tabs between its cells, as pasted from a spreadsheet; spans leave empty cells."""

    def rows(sheet: Sheet) -> Iterator[str]:
        for row in spread(sheet):
            yield "\t".join(_text(box) for box in row)

    return _encode("\n".join((_dateline(draft), *_body(draft, rows))))


def markdown(draft: Draft) -> bytes:
    """Tables in Markdown: full rows, spanned cells empty, a rule below the first row."""

    def rows(sheet: Sheet) -> Iterator[str]:
        first, *others = (f"| {' | '.join(_text(box) for box in row)} |" for row in spread(sheet))
        yield from ("", first, "|" + "---|" * width(sheet), *others, "")

    return _encode("\n\n".join((_dateline(draft), "")) + "\n".join(_body(draft, rows)))


def glued(draft: Draft) -> bytes:
    """All cells of all tables in one line without anything between them."""

    def cells(sheet: Sheet) -> Iterator[str]:
        yield "".join(box.text for box in _boxes(sheet))

    title, *rest = _body(draft, cells)
    return _encode(f"{_dateline(draft)}\n{title}\n{''.join(rest)}")


# ---- Parts ----------------------------------------------------------------------------------------------------------


def _dateline(draft: Draft) -> str:
    """What a site prints above the report."""
    return f"来源：{draft.organ.name}  时间：{chinese_date(draft.published)}  浏览量：{100 + draft.organ.number}"


def _body(draft: Draft, set_table: _SetTable, *, titled: bool = True) -> list[str]:
    """The report's lines; without its title where a site keeps that apart."""
    return list(_set_blocks(draft, set_table, titled=titled))


def _set_blocks(draft: Draft, set_table: _SetTable, *, titled: bool) -> Iterator[str]:
    for block in blocks(draft):
        match block:
            case Line(role=Role.TITLE) if not titled:
                continue
            case Line(text=text):
                yield text
            case Table(sheet=sheet):
                yield from set_table(sheet)


def _boxes(sheet: Sheet) -> Iterator[Box]:
    return (box for row in sheet for box in row)


def _text(box: Box | None) -> str:
    return box.text if box else ""


def _leaks(sheet: Sheet) -> list[str]:
    """The bars behind each row for the columns that its own boxes do not fill; none behind the last row."""
    missing = (width(sheet) - len(row) for row in sheet[:-1])
    return [*(f" {'|' * count}" if count > 0 else "" for count in missing), ""]


def _broken(text: str, by: str) -> str:
    """A narrow head broken in the middle."""
    return f"{text[:2]}{by}{text[2:]}" if text in _BREAKABLE else text


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")


@cache
def _converted(character: str) -> str:
    """Converted by itself, without regard to the word, as mirror sites do."""
    return str(_converter().convert(character))


def _encode(text: str) -> bytes:
    return text.encode("utf-8")
