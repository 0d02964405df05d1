"""Exports hold what the dataset holds: in a row a report, or in a row a figure with its state and print."""

from __future__ import annotations

from decimal import Decimal

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from data import export
from data.blobs import pack
from data.dataset import Dataset, Record
from data.export import Choice, headed, in_parts, long, metadata, wide
from data.filters import Filters
from data.reading import reading
from data.rows import row
from data.schema import FIGURES
from parsing.model import Figure, Place, Report, State
from tests.dataset.read_reports import FEES, RECEIVED, a_report

CARRIED = "applications.carried_in.total"
GRANTED = "applications.granted.total"
REVIEWS = "remedies.administrative_review.total"


def kept(report: Report) -> Record:
    return Record(row(report), pack(reading(report)), report.source.encode())


@pytest.fixture
def reports(dataset: Dataset) -> Dataset:
    """Two organs, one of them over two years; in one report a blank, a slash, a dash and an amount."""
    told_apart = a_report(
        "渝中2024",
        figures={
            RECEIVED: Figure(value=0, state=State.PRINTED, printed="0", place=Place(row=1)),
            CARRIED: Figure(value=None, state=State.BLANK, printed="", place=Place(row=2)),
            GRANTED: Figure(value=None, state=State.DASH, printed="/", place=Place(row=3)),
            REVIEWS: Figure(value=None, state=State.UNREADABLE, printed="若干", place=Place(row=4)),
            FEES: Figure(value=Decimal("25.96"), state=State.PRINTED, printed="25.96万元", place=Place(row=5)),
        },
    )
    others = (a_report("渝中2023", year=2023), a_report("南岸2024", name="重庆市南岸区财政局", division_code="500108"))
    return dataset.append([kept(report) for report in (told_apart, *others)]).dataset


def chosen(dataset: Dataset, choice: Choice) -> list[str]:
    sources = choice.apply(dataset.reports()).select("source").collect()["source"]
    return [source.removesuffix(".html") for source in sources]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice(), ["渝中2023", "渝中2024", "南岸2024"]),
        (Choice(filters=Filters(years=(2024, 2030))), ["渝中2024", "南岸2024"]),
        (Choice(agencies=("财政",)), ["南岸2024"]),
        (Choice(agencies=("财政", "应急")), ["渝中2023", "渝中2024", "南岸2024"]),
        (Choice(agencies=(".*",)), []),
        (Choice(division="50"), ["渝中2023", "渝中2024", "南岸2024"]),
        (Choice(division="500108"), ["南岸2024"]),
        (Choice(division="21"), []),
        (Choice(filters=Filters(levels=("city",))), []),
    ],
)
def test_a_choice_names_reports_by_division_organ_and_year(
    reports: Dataset, choice: Choice, expected: list[str]
) -> None:
    assert chosen(reports, choice) == expected


def test_a_row_a_report_leaves_empty_what_was_not_read(reports: Dataset) -> None:
    table = wide(Choice(division="500103", filters=Filters(years=(2024, 2024))).apply(reports.reports())).collect()
    assert table.height == 1
    assert table.select(RECEIVED, CARRIED, GRANTED, REVIEWS, FEES).row(0) == (0, None, None, None, Decimal("25.96"))
    assert table["unread"].item() == 3
    assert set(FIGURES) < set(table.columns)


def test_a_row_a_figure_keeps_blank_slash_zero_and_text_apart(reports: Dataset) -> None:
    (table,) = long(reports, Choice(agencies=("应急",), filters=Filters(years=(2024, 2024))).apply(reports.reports()))
    told = {cell: rest for cell, *rest in table.select("cell", "value", "state", "printed").iter_rows()}
    assert told == {
        RECEIVED: [0, "printed", "0"],
        CARRIED: [None, "blank", ""],
        GRANTED: [None, "dash", "/"],
        REVIEWS: [None, "unreadable", "若干"],
        FEES: [Decimal("25.96"), "printed", "25.96万元"],
    }


def test_nothing_chosen_still_has_its_columns(reports: Dataset) -> None:
    nothing = Choice(division="99").apply(reports.reports())
    (table,) = long(reports, nothing)
    assert table.is_empty()
    assert headed(table, "zh").columns[:3] == ["机关", "行政区划代码", "年度"]
    assert headed(wide(nothing).collect(), "zh").is_empty()
    assert next(in_parts(wide(nothing))).columns == wide(nothing).collect_schema().names()


def test_parts_are_the_whole(reports: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "_ROWS_AT_ONCE", 2)
    table = wide(Choice().apply(reports.reports()))
    first, *parts = in_parts(table)
    assert (first.height, len(parts) > 1) == (0, True)
    assert_frame_equal(pl.concat(parts), table.collect())


@pytest.mark.parametrize(
    ("language", "organ", "granted", "fees"),
    [
        ("zh", "机关", f"表三 予以公开 · 总计 [{GRANTED}]", f"表二 行政事业性收费 · 本年收费金额（万元） [{FEES}]"),
        (
            "en",
            "Organ",
            f"Table 3, applications: Granted · Total [{GRANTED}]",
            f"Table 2, proactive disclosure: Administrative fees · Fees charged in the year (10,000 yuan) [{FEES}]",
        ),
    ],
)
def test_heads_speak_the_language_and_name_the_cell(
    reports: Dataset, language: str, organ: str, granted: str, fees: str
) -> None:
    columns = headed(wide(reports.reports()).collect(), language).columns  # type: ignore[arg-type]
    assert columns[0] == organ
    assert {granted, fees} < set(columns)
    assert len(set(columns)) == len(columns)


def test_regions_levels_and_kinds_are_named(reports: Dataset) -> None:
    table = headed(wide(Choice(agencies=("财政",)).apply(reports.reports())).collect(), "zh")
    assert table.select("省级", "地级", "县级", "层级").row(0) == ("重庆市", None, "南岸区", "县级")


def test_labels_stand_beside_the_cell_in_the_long_form(reports: Dataset) -> None:
    table = headed(pl.concat(long(reports, reports.reports())), "zh").filter(pl.col("格") == FEES)
    assert table.select("表", "行", "列", "单位").row(0) == ("表二", "行政事业性收费", "本年收费金额", "万元")


def test_the_companion_tells_where_the_figures_come_from(reports: Dataset) -> None:
    told = metadata(reports, Choice(division="50", filters=Filters(years=(2019, 2024))), rows=3)
    assert told["dataset"] == str(reports.location)
    assert told["dataset_version"] == reports.version
    assert told["rows"] == 3
    assert told["filters"] == {
        "years": [2019, 2024],
        "agency": [],
        "division": "50",
        "level": [],
        "kind": [],
    }
