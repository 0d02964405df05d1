from __future__ import annotations

from datetime import UTC, date, datetime

import polars as pl
import pytest

from data.filters import Filters
from data.queries import filing
from data.queries.filing import Filing
from data.survey import organs, totals
from tests.made_up_reports import Row, frame, late, row

IN_TIME, LATE = date(2022, 1, 31), date(2022, 2, 1)
ROWS = [
    row("甲局", 2020),
    row("甲局", 2022),
    row("乙局", 2020),
    row("乙局", 2021, **late(LATE)),
    row("丙局", 2021, published=IN_TIME),
    row("丙局", 2022),
    row("丁区人民政府", 2021, organ_id="210102-人民政府", published=date(2022, 3, 31)),  # a government has longer
    row("扫描件", None, organ_id=None),
]
YEARS = (2020, 2021, 2022)


def states(rows: list[Row], filters: Filters | None = None) -> pl.DataFrame:
    reports = (filters or Filters()).apply(frame(rows))
    return filing.filing((filters or Filters()).apply(organs.of(frame(rows))), reports, YEARS)


def asked_of(rows: list[Row], year: int) -> pl.DataFrame:
    return filing.of_year(organs.of(frame(rows)), frame(rows), year)


def tally(rows: list[Row], filters: Filters | None = None) -> pl.DataFrame:
    kept = (filters or Filters()).apply(organs.of(frame(rows)))
    return filing.tally(kept, totals.chosen(totals.of(frame(rows)), frame(rows), filters or Filters()), YEARS)


def test_each_organ_has_a_state_for_each_year() -> None:
    by_organ = states(ROWS).group_by("agency", maintain_order=True).agg("filing")
    assert dict(by_organ.iter_rows()) == {
        "丁区人民政府": ["not-yet", "filed", "no-more"],
        "丙局": ["not-yet", "filed", "filed"],
        "乙局": ["filed", "late", "no-more"],
        "甲局": ["filed", "missing", "filed"],
    }


# Two kinds under one name, a second report of one year that could not be read, and one whose year is not known.
MIXED = [
    *ROWS,
    row("甲局", 2021, agency_kind="police"),
    row("丙局", 2022, agency_kind="police", worst="unreadable", ingested_at=datetime(2026, 1, 4, tzinfo=UTC)),
    row("戊局", None),
    row("乙局", None),
]


@pytest.mark.parametrize("filters", [Filters(), Filters(kinds=("police",)), Filters(organs=("210100-乙局",))], ids=str)
def test_the_tally_counts_what_the_matrix_shows(filters: Filters) -> None:
    shown, counted = states(MIXED, filters), tally(MIXED, filters)
    for year in YEARS:
        own = shown.filter(pl.col("fiscal_year") == year)["filing"]
        told = counted.filter(pl.col("year") == year).row(0, named=True)
        assert {state: told[state] for state in Filing} == {state: (own == state).sum() for state in Filing}


def test_organs_span_the_years_of_all_their_reports() -> None:
    known = organs.of(frame(MIXED)).select("agency", "agency_kind", "first", "last").collect()
    assert [each[1:] for each in known.rows() if each[0] == "甲局"] == [
        ("police", 2021, 2021),
        ("emergency", 2020, 2022),
    ]
    assert [each[2:] for each in known.rows() if each[0] in {"乙局", "戊局"}] == [(2020, 2021), (None, None)]
    assert filing.count(organs.of(frame(MIXED))) == 4
    assert states(MIXED).height == 4 * len(YEARS)


def test_one_year_lists_whom_to_ask() -> None:
    asked = asked_of(ROWS, 2021).select("agency", "filing", "report_id").rows()
    assert [(agency, state) for agency, state, _ in asked] == [("乙局", "late"), ("甲局", "missing")]
    assert asked[1][2] is None
    assert asked_of(ROWS, 2022)["filing"].to_list() == ["no-more", "no-more"]


def test_nothing_is_missing_from_nothing() -> None:
    assert filing.tally(organs.of(frame()), totals.of(frame()), ()).is_empty()
    assert states([]).is_empty()
