"""Tables drawn with characters: cells between bars or commas, and the marks that Markdown writes around a text."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from itertools import groupby, zip_longest
from typing import Final

from parsing.limits import MAX_CELLS, MAX_COLUMNS
from parsing.model import Cell, Grid
from parsing.readers.places import in_table

_BARS: Final = re.compile("[|｜│┃║∣￨]")
_RULE: Final = re.compile(r"[\s|:+\-=─-╿]*")  # |---|:--:| below the heads, or between rows
_LONG_DASH: Final = re.compile("--|==|──|━━|══")
_BAR: Final = re.compile(r"(?<!\\)\|")
_CORNERS: Final = frozenset("+┌╔├╠┏┣╭")
_ESCAPED: Final = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~<>])")
_STRUCK: Final = re.compile(r"~~[^~]+~~")
_STRONG: Final = re.compile(r"(\*\*|__)(?=[^\s*_])([^*_]+)\1")
_LINE_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
# How a text looks; what hides it, raises it or strikes it out is left standing, so that nothing is read there.
_LOOK: Final = re.compile(
    r"</?(?:span|font|b|i|u|strong|em)(?:\s(?![^<>]*(?:display|visib|opacity|vertical|line-through|raise))[^<>]*)?>",
    re.IGNORECASE,
)
# A line of Markdown that only opens or closes a part of the page it was made from.
WRAPPING: Final = re.compile(
    r"^[^\S\n]*(?:</?(?:div|p|span|section|article|center|figure|font)\b[^<>\n]*>[^\S\n]*)+$",
    re.IGNORECASE | re.MULTILINE,
)
_WRITTEN: Final = re.compile(r"[\\&<~*_nN]")  # what Markdown or a program may have written into a cell
_BLANK: Final = frozenset({"nan", "NaN", "None", "NULL"})
_MARKS: Final = re.compile(r"[\t|｜│┃║∣￨+┌╔├╠┏┣╭\\&<~*_]")
_DIGIT: Final = re.compile(r"\d")
_QUOTED_CELL: Final = re.compile(r'(?:^|\t)"')
_NOTHING_BUT_BARS: Final = re.compile(r"\|+")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_THOUSANDS: Final = re.compile(r"(?<![\d,])\d{1,3}(?:,\d{3})+(?![\d,])")
_FEWEST_OPEN_BARS: Final = 4  # a label and its figures; fewer bars part the words of a path or a menu, too
_FEWEST_COMMAS: Final = 3
_FEWEST_COMMA_ROWS: Final = 4
_FIGURES_BEHIND_COMMAS: Final = re.compile(r"(?:,\s*(?:\d+\s*)?){6}$")
_FEWEST_FIGURE_ROWS: Final = 12  # table 三 has twice as many
_MOST_LINES_OF_ROW: Final = 40
_MOST_BARS: Final = 60  # in a line; the longest row of the form has fifteen figures


@dataclass(slots=True)
class DrawnTable:
    """The rows of a table drawn with characters, collected until a line of another kind ends it."""

    number: int
    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    stacked: list[tuple[int, str]] = field(default_factory=list)  # one cell a line, a blank line ends the row
    lined: bool = False  # a rule stands between all rows
    wrapped: list[list[str]] = field(default_factory=list)  # the lines since the last rule
    last_line: int = 0
    ended: bool = False  # the last line ends with a bar: one that follows it closes a blank cell
    open_ended: frozenset[int] = frozenset()  # bars of rows that have one before each cell and none behind the last

    @property
    def is_empty(self) -> bool:
        """Whether nothing was collected yet."""
        return not (self.rows or self.stacked or self.wrapped)

    def add(self, cells: list[tuple[int, str]]) -> None:
        """One printed row, each cell with the line it stands on."""
        row = len(self.rows) + 1
        self.rows.append(
            tuple(
                Cell(text, in_table(self.number, row, left + 1, line), left) for left, (line, text) in enumerate(cells)
            )
        )

    def draw(self, number: int, line: str) -> None:
        """A line between bars, or a rule."""
        self.end_stack()
        bars = line.strip()
        if _is_rule(line):
            self.end_lines()
            self.lined = self.lined or _parts_rows(line)
        elif self.lined:
            self.wrapped.append(_between_bars(line))
            self.last_line = number
        elif _NOTHING_BUT_BARS.fullmatch(bars):
            blank = bars if self.ended else bars[1:]
            for _ in blank[: MAX_CELLS + 1]:  # with more of them the document is refused
                self.add([(number, "")])
        else:
            behind = [""] if bars[:1] == bars[-1:] == "|" and bars.count("|") in self.open_ended else []
            self.add([(number, text) for text in (*_between_bars(line), *behind)])
        self.ended = bars[-1:] == "|"

    def end_lines(self) -> None:
        """Close what stands between two rules."""
        for cells in _put_together(self.wrapped) if self.wrapped else ():
            self.add([(self.last_line, text) for text in cells])
        self.wrapped = []

    def end_stack(self) -> None:
        """Close a row whose cells stand one below the other."""
        if self.stacked:
            self.add(self.stacked)
            self.stacked = []

    def end(self) -> Iterator[Grid]:
        """The table, if any row was collected."""
        self.end_stack()
        self.end_lines()
        if self.rows:
            yield Grid(rows=tuple(self.rows), aligned=False)


# ---- Bars -----------------------------------------------------------------------------------------------------------


def has_marks(line: str) -> bool:
    """Whether a line holds any sign of a table, or any mark of Markdown; most lines of most texts hold none."""
    return _MARKS.search(line) is not None


def open_ended(lines: Sequence[str]) -> frozenset[int]:
    """How many bars those rows have that begin with one and do not end with one, if several have as many.

    A row of as many bars that ends with one has a blank cell behind it.
    """
    printed = (line.strip() for line in lines)
    counts = Counter(line.count("|") for line in printed if line[:1] == "|" and line[-1:] != "|")
    return frozenset(bars for bars, rows in counts.items() if rows > 1 and bars >= _FEWEST_OPEN_BARS)


def is_drawn(line: str) -> bool:
    """Whether a line may be a row between bars, or a rule between rows."""
    return _BARS.search(line) is not None or (_parts_rows(line) and _is_rule(line))


def _is_rule(line: str) -> bool:
    """Whether a line only parts rows from one another."""
    rule = _BARS.sub("|", line).replace("\\", "")
    return _RULE.fullmatch(rule) is not None and _LONG_DASH.search(rule) is not None


def _parts_rows(rule: str) -> bool:
    """Whether a rule is one of those that stand between all rows, so that a row may take several lines."""
    return rule.lstrip()[:1] in _CORNERS


def _between_bars(line: str) -> list[str]:
    """The cells between bars; a bar at the very start or end is a border."""
    cells = [text.strip() for text in _BAR.split(_BARS.sub("|", line).strip())]
    if _WRITTEN.search(line):
        cells = [_filled(plain(text).strip()) for text in cells]
    start = 1 if len(cells) > 1 and not cells[0] else 0
    end = -1 if len(cells) > 1 and not cells[-1] else len(cells)
    return cells[start:end]


def cells_of_page(line: str) -> list[str]:
    """All cells of a line between bars or tabs that are not blank."""
    return [text for part in _between_bars(line) for cell in part.split("\t") if (text := cell.strip())]


def is_whole_page(line: str) -> bool:
    """Whether a line of bars or tabs has more cells than any row of the form: the line breaks of a page were lost."""
    return _MOST_BARS < max(line.count("|"), line.strip().count("\t")) < MAX_COLUMNS


def _filled(text: str) -> str:
    """A cell's text; programs write a name for a cell that is blank."""
    return "" if text in _BLANK else text


def plain(text: str) -> str:
    """A text without the marks of Markdown: emphasis, struck out words, escapes, entities, line breaks."""
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", text)
    if "&" in text:
        text = unescape(text)
    if "<" in text:
        text = _LOOK.sub("", _LINE_BREAK.sub("\n", text))
    if "~" in text:
        text = _STRUCK.sub("", text)
    return _STRONG.sub(r"\2", text) if "*" in text or "_" in text else text


def _put_together(lines: Sequence[Sequence[str]]) -> list[list[str]]:
    """The lines between two rules: one row whose cells go on, or rows of their own where figures stand below others."""
    columns = list(zip_longest(*lines, fillvalue=""))
    if any(sum(1 for text in column if _DIGIT.search(text[:1])) > 1 for column in columns):
        return [list(line) for line in lines]
    return [["".join(column) for column in columns]]


# ---- Commas ---------------------------------------------------------------------------------------------------------


def comma_rows(lines: Sequence[str]) -> dict[int, list[tuple[int, str]]]:
    """The cells of each line of a table whose cells are parted by commas, each with its line, by the line's index.

    Sentences have commas too: only several lines in a row with as many cells each are a table.
    """
    found = [index for index, line in enumerate(lines) if line.count(",") >= _FEWEST_COMMAS]
    if len(found) < _FEWEST_COMMA_ROWS:
        return {}
    cells = {index: row for index in found if len(row := _between_commas(lines[index])) > _FEWEST_COMMAS}
    rows: dict[int, list[tuple[int, str]]] = {}
    for _, group in groupby(enumerate(cells), lambda each: (each[1] - each[0], len(cells[each[1]]))):
        indexes = [index for _, index in group]
        if len(indexes) >= _FEWEST_COMMA_ROWS:
            rows |= {index: [(index + 1, cell) for cell in cells[index]] for index in indexes}
    if sum(_FIGURES_BEHIND_COMMAS.search(lines[index]) is not None for index in cells) >= _FEWEST_FIGURE_ROWS:
        rows |= {index: [(index + 1, cell) for cell in row] for index, row in _short_rows(lines)}
    return rows


def _short_rows(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """The lines by commas of a text whose tables are so written, whatever their number of cells; sentences are none."""
    for index, line in enumerate(lines):
        if "," in line and "。" not in line and "\t" not in line and not _BARS.search(line):
            yield index, [text.strip() for text in next(csv.reader([line]), [])]


def _between_commas(line: str) -> list[str]:
    if line.count(",") < _FEWEST_COMMAS or "\t" in line or _BARS.search(line):  # else they part thousands
        return []
    if " " in line.strip() and "," not in _THOUSANDS.sub("", line):
        return []
    return [text.strip() for text in next(csv.reader([line]), [])]


# ---- Quotes ---------------------------------------------------------------------------------------------------------


def unquoted(text: str) -> str:
    """A cell as a spreadsheet program shows it, which copies one with a line break in quotes."""
    if len(text) > 1 and text[0] == text[-1] == '"':
        return text[1:-1].replace('""', '"').strip()
    return text


def whole_lines(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines with their numbers; a row by tabs whose quotes close on a later line is put together."""
    index = 0
    while index < len(lines):
        last = _closing(lines, index)
        yield index + 1, lines[index] if last == index else "".join(lines[index : last + 1])
        index = last + 1


def _closing(lines: Sequence[str], index: int) -> int:
    """The line on which the quotes of a row close; the line itself where they are no quotes around cells."""
    line = lines[index]
    if line.count('"') % 2 == 0 or not _QUOTED_CELL.search(line):
        return index
    for last in range(index + 1, min(index + _MOST_LINES_OF_ROW, len(lines))):
        if lines[last].count('"') % 2:
            return last if any("\t" in part for part in lines[index : last + 1]) else index
    return index


# ---- Rows whose blank cells are line breaks -------------------------------------------------------------------------


def whole_rows(lines: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The numbered lines; a row that goes on below, its blank cells written as line breaks, is one line."""
    index = 0
    while index < len(lines):
        last = _end_of_row(lines, index)
        number, line = lines[index]
        yield number, line if last == index else "".join(part.strip() for _, part in lines[index : last + 1])
        index = last + 1


def _end_of_row(lines: Sequence[tuple[int, str]], index: int) -> int:
    """The line that ends the row begun on a line: below it bars, and then figures between bars, none of them words."""
    first = lines[index][1].strip()
    if first[-1:] != "|" or first[:1] == "|" or not _is_bars(lines, index + 1):
        return index
    last = index
    for later in range(index + 1, min(index + _MOST_LINES_OF_ROW, len(lines))):
        line = lines[later][1].strip()
        if line[:1] != "|" or _HAN.search(line):
            break
        last = later
    return last if any(_DIGIT.search(line) for _, line in lines[index + 1 : last + 1]) else index


def _is_bars(lines: Sequence[tuple[int, str]], index: int) -> bool:
    return index < len(lines) and _NOTHING_BUT_BARS.fullmatch(lines[index][1].strip()) is not None
