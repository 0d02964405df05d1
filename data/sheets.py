"""Frames as files for Excel and WPS: exact figures, text that is no formula, Chinese that opens correctly."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from math import isfinite
from typing import IO, TYPE_CHECKING, BinaryIO, Final, NamedTuple

import polars as pl
import polars.selectors as cs

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS: Final = 1_048_575  # below the head of an Excel sheet

# What begins so is a formula to Excel, or becomes one once tabs and line ends are stripped.
_FORMULA: Final = r"^[=+\-@\t\r\n＝＋－＠]"
_EXACT_DIGITS: Final = 15  # of a number are kept by Excel
_PLACES: Final = 8  # of a figure that was computed; the form's amounts have no more

_DAY_WIDTH, _MOMENT_WIDTH = 11, 24  # characters; Excel shows a day that is wider than its column as ####

Value = str | int | float | Decimal | date | datetime | bool | None


class _Formats(NamedTuple):
    """How a sheet shows a day, and a moment in UTC."""

    day: Format
    moment: Format


@dataclass(frozen=True, slots=True)
class Companion:
    """A second sheet that says what the first one holds: what is told, and what of."""

    name: str
    lines: tuple[tuple[str, str], ...]


class TooLongError(Exception):
    """More rows than an Excel sheet holds."""

    def __init__(self, rows: int) -> None:
        super().__init__(rows)
        self.rows = rows


def csv(frames: Iterable[pl.DataFrame], target: IO[bytes]) -> int:
    """Write frames of the same columns one below the other, and tell how many rows that were.

    UTF-8 with a byte order mark, so that Excel and WPS read Chinese; ISO dates; exact amounts.
    """
    target.write(codecs.BOM_UTF8)
    return rows((harmless(frame) for frame in frames), target)


def rows(frames: Iterable[pl.DataFrame], target: IO[bytes]) -> int:
    """Write the same for programs: without the mark, and with every text as it is."""
    written = 0
    for number, frame in enumerate(frames):
        target.write(_plain(frame).write_csv(include_header=number == 0).encode())
        written += frame.height
    return written


def harmless(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with an apostrophe before each text that a spreadsheet would take for a formula."""
    text = cs.string()
    return frame.with_columns(pl.when(text.str.contains(_FORMULA)).then("'" + text).otherwise(text).name.keep())


def xlsx(frame: pl.DataFrame, target: BinaryIO, companion: Companion | None = None) -> None:
    """Write one sheet whose head stays in sight, and its companion. Text is written as text, whatever it begins with.

    An exact figure of more digits than Excel keeps is written as text, too. A moment is told in UTC.

    Raises:
        TooLongError: more rows than a sheet holds.
    """
    if frame.height > MOST_ROWS:
        raise TooLongError(frame.height)
    import xlsxwriter  # noqa: PLC0415 - every page offers sheets, few visitors take one, and it takes long to load

    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as workbook:
        sheet = workbook.add_worksheet()
        sheet.freeze_panes(1, 0)
        bold = workbook.add_format({"bold": True, "text_wrap": True})
        formats = _formats(workbook)
        for column, (head, kind) in enumerate(frame.schema.items()):
            if kind.is_temporal():
                sheet.set_column(column, column, _DAY_WIDTH if kind == pl.Date else _MOMENT_WIDTH)
            sheet.write_string(0, column, head, bold)
        for row, values in enumerate(frame.iter_rows(), start=1):
            for column, value in enumerate(values):
                _write_cell(sheet, row, column, value, formats)
        if companion is not None:
            _write_companion(workbook.add_worksheet(companion.name), companion)


def _formats(workbook: Workbook) -> _Formats:
    shown = ("yyyy-mm-dd", 'yyyy-mm-dd hh:mm:ss "UTC"')
    return _Formats(*(workbook.add_format({"num_format": each}) for each in shown))


def _write_companion(sheet: Worksheet, companion: Companion) -> None:
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 80)
    for row, (label, told) in enumerate(companion.lines):
        sheet.write_string(row, 0, label)
        sheet.write_string(row, 1, told)


def _write_cell(sheet: Worksheet, row: int, column: int, value: Value, formats: _Formats) -> None:
    match value:
        case None:
            return
        case bool():
            sheet.write_boolean(row, column, value)
        case int() | Decimal() if len(Decimal(value).normalize().as_tuple().digits) <= _EXACT_DIGITS:
            sheet.write_number(row, column, float(value))
        case float() if isfinite(value):
            sheet.write_number(row, column, value)
        case datetime() if value.tzinfo is not None:
            sheet.write_datetime(row, column, value.astimezone(UTC).replace(tzinfo=None), formats.moment)
        case date() if not isinstance(value, datetime):
            sheet.write_datetime(row, column, datetime.combine(value, time()), formats.day)
        case _:
            sheet.write_string(row, column, str(value))


def _plain(frame: pl.DataFrame) -> pl.DataFrame:
    """Figures without the zeros that fill their last places, and without the digits that computing them has added."""
    computed = (_computed(pl.col(name)) for name, kind in frame.schema.items() if kind.is_float())
    return frame.with_columns(_shortest(cs.decimal()), *computed)


def _computed(figure: pl.Expr) -> pl.Expr:
    """A figure that is no exact amount, as far as it is one; what is too large for that stays as it is."""
    exact = figure.round(_PLACES).cast(pl.Decimal(38, _PLACES), strict=False)
    return pl.coalesce(_shortest(exact), figure.cast(pl.String))


def _shortest(amount: pl.Expr) -> pl.Expr:
    return amount.cast(pl.String).str.strip_chars_end("0").str.strip_chars_end(".")
