"""Files for spreadsheets hold what the frame holds, and no text in them acts as a formula."""

from __future__ import annotations

import io
import zipfile
from csv import reader
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from xml.etree import ElementTree as ET

import polars as pl
import pytest

from data import sheets
from data.sheets import TooLongError, csv, harmless, xlsx

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"]
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def as_csv(*frames: pl.DataFrame) -> bytes:
    file = io.BytesIO()
    csv(frames, file)
    return file.getvalue()


def as_xlsx(frame: pl.DataFrame) -> zipfile.ZipFile:
    file = io.BytesIO()
    xlsx(frame, file)
    return zipfile.ZipFile(file)


@pytest.mark.parametrize("text", FORMULAS)
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert harmless(pl.DataFrame({"a": [text]}))["a"].item() == f"'{text}"


@pytest.mark.parametrize("text", ["应急管理局", "", "1-1", "a=b", " -"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert harmless(pl.DataFrame({"a": [text]}))["a"].item() == text


def test_numbers_stay_numbers_even_when_negative() -> None:
    frame = pl.DataFrame({"change": [-467, None], "amount": [Decimal("-0.5"), None]})
    assert as_csv(frame).decode("utf-8-sig").splitlines() == ["change,amount", "-467,-0.5", ","]


def test_computed_figures_are_written_as_they_are_shown() -> None:
    frame = pl.DataFrame({"total": [3809.0, -387.0, 0.0, None], "change": [156.4578 - 169.6643, 1 / 3, 1e40, 0.5]})
    assert as_csv(frame).decode("utf-8-sig").splitlines()[1:] == [
        "3809,-13.2065",
        "-387,0.33333333",
        "0,1e+40",
        ",0.5",
    ]


def test_a_csv_is_utf_8_with_a_mark_and_reads_back_equal() -> None:
    amounts = [Decimal("25.96"), Decimal("24252.311082"), Decimal(100), Decimal(0), None]
    frame = pl.DataFrame(
        {
            "机关": ["渝中区", 'a "b", c', "two\nlines", None, "末"],
            "count": [0, 1, None, 10, 11398889],
            "amount": pl.Series(amounts, dtype=pl.Decimal(20, 8)),
            "published": [date(2025, 1, 22), None, None, None, None],
        }
    )
    written = as_csv(frame)
    assert written.startswith(b"\xef\xbb\xbf")
    head, *rows = reader(io.StringIO(written.decode("utf-8-sig"), newline=""))
    assert head == frame.columns
    assert [row[0] or None for row in rows] == frame["机关"].to_list()
    assert [row[1] and int(row[1]) for row in rows] == [0, 1, "", 10, 11398889]
    assert [row[2] for row in rows] == ["25.96", "24252.311082", "100", "0", ""]
    assert rows[0][3] == "2025-01-22"


def test_the_parts_of_a_long_csv_share_one_head() -> None:
    part = pl.DataFrame({"a": [1, 2]})
    assert as_csv(part, part).decode("utf-8-sig").split() == ["a", "1", "2", "1", "2"]


def test_an_excel_sheet_holds_text_as_text_and_figures_as_figures() -> None:
    frame = pl.DataFrame(
        {
            "text": ["=1+1", "http://example.invalid"],
            "count": [7, None],
            "amount": pl.Series([Decimal("24252.311082"), Decimal("123456789012.12345678")], dtype=pl.Decimal(20, 8)),
            "day": [date(2025, 1, 22), None],
        }
    )
    file = as_xlsx(frame)
    sheet = ET.fromstring(file.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - written just above
    cells = {cell.get("r"): cell for cell in sheet.iter(f"{SHEET}c")}
    shown = {place: "".join(cell.itertext()) for place, cell in cells.items()}
    assert not list(sheet.iter(f"{SHEET}f"))
    assert "xl/worksheets/_rels/sheet1.xml.rels" not in file.namelist()
    assert (shown["A2"], shown["B2"], shown["C2"]) == ("=1+1", "7", "24252.311082")
    assert shown["C3"] == "123456789012.12345678"
    assert cells["C3"].get("t") == "inlineStr"
    assert "B3" not in cells
    assert shown["D2"] == "45679"  # days since 1900, shown as 2025-01-22
    assert next(sheet.iter(f"{SHEET}pane")).get("state") == "frozen"


# Every type of column that pages and commands hand over, with what Excel keeps of it.
WRITTEN = [
    (pl.String, "12.0", "inlineStr", "12.0", "General"),
    (pl.Enum(["held"]), "held", "inlineStr", "held", "General"),
    (pl.Boolean, True, "b", "1", "General"),
    (pl.UInt32, 7, None, "7", "General"),
    (pl.Int64, -467, None, "-467", "General"),
    (pl.Decimal(20, 8), Decimal("25.96"), None, "25.96", "General"),
    (pl.Float64, 12.0, None, "12", "General"),
    (pl.Float64, -0.1, None, "-0.1", "General"),
    (pl.Float64, 100 / 3, None, "33.33333333333334", "General"),
    (pl.Float64, float("nan"), "inlineStr", "nan", "General"),
    (pl.Date, date(2025, 1, 22), None, "45679", "yyyy-mm-dd"),
    (pl.Datetime("us", "UTC"), datetime(2025, 1, 22, 18, tzinfo=UTC), None, "45679.75", 'yyyy-mm-dd hh:mm:ss "UTC"'),
    (
        pl.Datetime("us", "Asia/Shanghai"),
        datetime(2025, 1, 23, 2, tzinfo=timezone(timedelta(hours=8))),
        None,
        "45679.75",
        'yyyy-mm-dd hh:mm:ss "UTC"',
    ),
    (pl.Datetime("us"), datetime(2025, 1, 22, 18), "inlineStr", "2025-01-22 18:00:00", "General"),  # noqa: DTZ001
]


@pytest.mark.parametrize(("kind", "value", "type_", "shown", "look"), WRITTEN)
def test_excel_gets_each_type_of_column_as_what_it_is(
    kind: pl.DataType, value: object, type_: str | None, shown: str, look: str
) -> None:
    file = as_xlsx(pl.DataFrame({"a": pl.Series([value, None], dtype=kind)}))
    sheet = ET.fromstring(file.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - written just above
    _, cell = sheet.iter(f"{SHEET}c")
    assert (cell.get("t"), "".join(cell.itertext()), look_of(cell, file)) == (type_, shown, look)


def look_of(cell: ET.Element, file: zipfile.ZipFile) -> str:
    """The number format of a cell."""
    styles = ET.fromstring(file.read("xl/styles.xml"))  # noqa: S314 - written just above
    formats = [each for group in styles.iter(f"{SHEET}cellXfs") for each in group]
    known = {each.get("numFmtId"): each.get("formatCode", "") for each in styles.iter(f"{SHEET}numFmt")}
    return known.get(formats[int(cell.get("s", "0"))].get("numFmtId"), "General")


def test_more_rows_than_excel_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", 1)
    with pytest.raises(TooLongError) as error:
        as_xlsx(pl.DataFrame({"a": [1, 2]}))
    assert error.value.rows == 2
