"""Web pages: body text and tables in reading order, and what the head says.

The tree is never walked element by element: invisible parts are cut out, line breaks are written into the text, every
table is taken out and a mark left in its place; then the text of the whole body is one string, in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count, groupby
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element  # the type has no public name

from parsing.limits import MAX_TAGS, refuse_beyond
from parsing.model import UNCERTAIN, Block, Document, Format, Grid, Paragraph, Problem, UnreadableError
from parsing.readers.decoding import declared_encoding, decode
from parsing.readers.drawn import DrawnTable, is_drawn
from parsing.readers.grids import CELLS_OF_SMALLEST_TABLE, lay_out
from parsing.readers.html_carried import carried_article, may_carry
from parsing.readers.html_notes import set_notes_apart
from parsing.readers.html_sheets import hidden_by_sheets, is_word_in_cell
from parsing.readers.html_styles import hides, hides_for_good
from parsing.readers.html_tables import is_in_cell, replace_by, roles, text_of, written_rows
from parsing.readers.mhtml import is_saved_page, page_of
from parsing.readers.places import on_line
from parsing.readers.whitespace import BREAK, lines, one_line

_FEWEST_DRAWN_ROWS: Final = 2  # a path or a menu has bars too, in one line
_MARK: Final = "\u2029"  # around the number of a table that was taken out of the text
_CODE: Final = ("script", "style", "title", "xml", "textarea", "svg")  # text that is never shown as such
_SPARE: Final = ("noscript", "template", "select", "iframe", "object", "rp")  # shown to nobody, or a list of links
_STRUCK: Final = ("del", "s", "strike")  # cancelled by the author
_BREAKING: Final = (
    *("p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "dt", "dd", "pre", "blockquote"),
    *("section", "article", "header", "footer", "main", "aside", "nav", "address", "form", "fieldset"),
    *("center", "hr", "caption"),
)
_NOT_TYPED_IN: Final = frozenset(
    {"hidden", "submit", "button", "reset", "checkbox", "radio", "image", "password", "file"}
)
# Each begins with signs of its own, which are found soonest.
_HIDING: Final = tuple(
    map(
        re.compile,
        (
            *(b"hidden", b"collapse", b"display", b"line-through", b"opacity"),
            *(rb"font-size\s*:\s*[0.]", rb"-\d{3,}(?:p[xt]|r?em)"),
        ),
    )
)
_HAS_DIGIT: Final = re.compile(r"\d")
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CELL_END: Final = re.compile(r"</(?:td|th|tr|tbody|table|body|html)\b", re.IGNORECASE)
_OF_A_PAGE: Final = re.compile(r"<(?:html|body|p|div|br|li|h[1-6])\b", re.IGNORECASE)


def read(content: bytes) -> Document:
    """The page's paragraphs and tables.

    Raises:
        UnreadableError: the bytes are no text, or the markup is beyond a limit.
    """
    decoded = page_of(content) if is_saved_page(content) else decode(content, declared_encoding(content))
    shown = _read(decoded.text)
    carried = None if _shows_table(shown) else _carried(decoded.text, shown)
    problems = (*decoded.problems, Problem(code="page-data-read")) if carried else decoded.problems
    return replace(shown, blocks=(carried or shown).blocks, problems=problems)


def _read(text: str) -> Document:
    """What a page shows.

    Raises:
        UnreadableError: the markup is beyond a limit.
    """
    refuse_beyond("tags", text.count("<"), MAX_TAGS)
    root = _parse(text)
    head = _head(root)
    markup = text.encode("utf-8", errors="replace").lower()  # of text that takes three times as long
    _cut_invisible(root, may_hide=_may_hide(markup))
    _write_out(root, markup)
    return Document(format=Format.HTML, blocks=tuple(_blocks(root)), head=head)


def _carried(text: str, shown: Document) -> Document | None:
    """What a page carries as data, if that is an article with tables, and longer than all that is shown."""
    article = carried_article(_parse(text)) if may_carry(text) else ""
    if not article:
        return None
    carried, visible = _read(article), _text(shown)
    is_longer = "<table" in visible.lower() or len(_text(carried)) > len(visible)
    return carried if _shows_table(carried) and is_longer else None


def _shows_table(document: Document) -> bool:
    """Whether a document has a table as large as the smallest of a report."""
    grids = (block for block in document.blocks if isinstance(block, Grid))
    return any(sum(map(len, grid.rows)) >= CELLS_OF_SMALLEST_TABLE for grid in grids)


def _text(document: Document) -> str:
    rows = (block.rows if isinstance(block, Grid) else ((block,),) for block in document.blocks)
    return "".join(part.text for table in rows for row in table for part in row)


def _parse(text: str) -> Element:
    """The tree, which has a root even if the page is a comment only.

    The parser gets UTF-8 always: told ``gb2312`` it cuts the page silently at the first character outside GB 2312.
    """
    text = text.replace(_MARK, BREAK)
    if _is_cut_in_cell(text):
        text += UNCERTAIN  # what is left of a figure is no figure
    if not _OF_A_PAGE.search(text):
        text = text.replace("\n", BREAK)  # text with a table pasted into it: its lines are lines
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    root = etree.fromstring(f"<html>{text}".encode("utf-8", errors="replace"), parser)
    if any("depth" in error.message for error in parser.error_log):  # everything below was dropped
        raise UnreadableError(Problem(code="file-damaged", values={"format": "HTML"}))
    _clean(root)
    return root


def _is_cut_in_cell(text: str) -> bool:
    """Whether the file ends inside a table cell: only the beginning of the page was saved."""
    opened = text.rfind("<td")
    opened = max(opened, text.rfind("<TD", opened + 1))
    return opened >= 0 and _CELL_END.search(text, opened) is None


def _clean(root: Element) -> None:
    """Take out control characters. The parser lets them in, but refuses any text that is written back with them."""
    if not _CONTROL.search(text_of(root)):
        return
    for element in root.iter():
        element.text = _CONTROL.sub("", element.text or "")
        element.tail = _CONTROL.sub("", element.tail or "")


# ---- Head -----------------------------------------------------------------------------------------------------------


def _head(root: Element) -> Mapping[str, str]:
    """The page's title, its ``meta`` entries and hidden form fields; the first of a name counts."""
    head: dict[str, str] = {}
    for title in root.iter("title"):
        head.setdefault("title", one_line(text_of(title)))
    for entry in root.iter("meta", "input"):
        name, value = _entry(entry)
        if name and value:
            head.setdefault(name, one_line(value))
    return head


def _entry(element: Element) -> tuple[str, str]:
    if element.tag == "meta":
        name = element.get("name") or element.get("property") or ""
        return name.strip(), element.get("content") or ""
    if (element.get("type") or "").lower() != "hidden":
        return "", ""
    return (element.get("name") or element.get("id") or "").strip(), element.get("value") or ""


# ---- Cutting and marking --------------------------------------------------------------------------------------------


def _cut_invisible(root: Element, *, may_hide: bool) -> None:
    """Take out what no reader sees; text behind it stays. A table with figures is never taken out.

    What a style sheet may hide stays, with a mark that makes its figures unreadable.
    """
    by_sheets = hidden_by_sheets(root) if may_hide else {}
    etree.strip_elements(root, *_CODE, with_tail=False)
    hidden = [element for element in root.iter() if _is_hidden(element)] if may_hide else []
    for element, certain in by_sheets.items():
        if certain:
            hidden.append(element)
        elif _HAS_DIGIT.search(text_of(element)):
            element.text = UNCERTAIN + (element.text or "")
    for element in [*hidden, *root.iter(*_SPARE, *_STRUCK)]:
        if element.getparent() is not None and not _holds_figures(element):
            replace_by(element, "")


def _may_hide(markup: bytes) -> bool:
    """Whether any element can be hidden at all: most pages need no search for them."""
    return any(sign.search(markup) for sign in _HIDING)


def _is_hidden(element: Element) -> bool:
    style = element.get("style", "")
    return element.get("hidden") is not None or hides_for_good(style) or (hides(style) and is_word_in_cell(element))


def _holds_figures(element: Element) -> bool:
    return any(_HAS_DIGIT.search(text_of(table)) for table in element.iter("table"))


def _mark_breaks(elements: Iterable[Element]) -> None:
    for element in elements:
        element.text = BREAK + (element.text or "")
        element.tail = BREAK + (element.tail or "")


def _write_out(root: Element, markup: bytes) -> None:
    """Turn into text what is shown without being text: line breaks, raised notes, filled-in fields."""
    for line_break in root.iter("br"):
        line_break.tail = BREAK + (line_break.tail or "")
    for block in root.iter("pre"):
        for part in block.iter():
            part.text = (part.text or "").replace("\n", BREAK)
            part.tail = (part.tail or "").replace("\n", BREAK)
    set_notes_apart(root, markup)
    for field in root.iter("input"):
        if (field.get("type") or "text").lower() not in _NOT_TYPED_IN and is_in_cell(field):
            field.tail = _CONTROL.sub("", field.get("value") or "") + (field.tail or "")
    _mark_breaks(root.iter(*_BREAKING))


# ---- Reading order --------------------------------------------------------------------------------------------------


def _blocks(root: Element) -> Iterator[Block]:
    """Paragraphs and grids in reading order."""
    tables = _take_tables(root)
    numbers, drawn = count(1), count(len(tables) + 1)
    for index, part in enumerate(text_of(root).split(_MARK)):
        table = tables.pop(part, None) if index % 2 else None
        if table is None:
            yield from _lines(part, numbers, drawn)
        else:
            rows = written_rows(table)
            if text_of(table).strip():  # what stands in the table but in no cell
                yield from _lines(BREAK.join(table.itertext()), numbers, drawn)
            yield lay_out(rows, int(part))


def _lines(text: str, numbers: Iterator[int], tables: Iterator[int]) -> Iterator[Block]:
    """The lines of a text; rows that are drawn with bars below each other are a table."""
    for drawn, group in groupby(lines(text), is_drawn):
        found = [(next(numbers), line) for line in group]
        if not drawn or len(found) < _FEWEST_DRAWN_ROWS:
            yield from (Paragraph(line, on_line(number)) for number, line in found)
            continue
        table = DrawnTable(next(tables))
        for number, line in found:
            table.draw(number, line)
        yield from table.end()


def _take_tables(root: Element) -> dict[str, Element]:
    """Every data table by its running number, taken out of the tree; a mark with the number stays in its place."""
    tables = list(root.iter("table"))
    arranging, flattened = roles(tables)
    _mark_breaks({part for table in (*arranging, *flattened) for part in table.iter("table", "tr", "td", "th")})
    data = [table for table in tables if table not in arranging and table not in flattened]
    for number, table in enumerate(data, start=1):
        replace_by(table, f"{_MARK}{number}{_MARK}")
    return {str(number): table for number, table in enumerate(data, start=1)}
