from __future__ import annotations

from datetime import date

import polars as pl

from data.queries.filing import Filing, filing, of_year, tally
from tests.made_up_reports import frame, row

IN_TIME, LATE = date(2022, 1, 31), date(2022, 2, 1)
ROWS = [
    row("甲局", 2020),
    row("甲局", 2022),
    row("乙局", 2020),
    row("乙局", 2021, published=LATE),
    row("丙局", 2021, published=IN_TIME),
    row("丙局", 2022),
    row("丁区人民政府", 2021, organ_id="210102-人民政府", published=date(2022, 3, 31)),
    row("扫描件", None, organ_id=None),
]
YEARS = (2020, 2021, 2022)


def test_each_organ_has_a_state_for_each_year() -> None:
    states = filing(frame(ROWS)).group_by("agency", maintain_order=True).agg("filing")
    assert dict(states.iter_rows()) == {
        "丁区人民政府": ["not-yet", "filed", "no-more"],
        "丙局": ["not-yet", "filed", "filed"],
        "乙局": ["filed", "late", "no-more"],
        "甲局": ["filed", "missing", "filed"],
    }


def test_the_tally_counts_what_the_matrix_shows() -> None:
    shown = filing(frame(ROWS))
    counted = tally(frame(ROWS), YEARS)
    for year in YEARS:
        own = shown.filter(pl.col("fiscal_year") == year)["filing"]
        told = counted.filter(pl.col("year") == year).row(0, named=True)
        assert {state: told[state] for state in Filing} == {state: (own == state).sum() for state in Filing}


def test_one_year_lists_whom_to_ask() -> None:
    asked = of_year(frame(ROWS), 2021).select("agency", "filing", "report_id").rows()
    assert [(agency, state) for agency, state, _ in asked] == [("乙局", "late"), ("甲局", "missing")]
    assert asked[1][2] is None
    assert of_year(frame(ROWS), 2022)["filing"].to_list() == ["no-more", "no-more"]


def test_nothing_is_missing_from_nothing() -> None:
    assert tally(frame(), ()).is_empty()
    assert filing(frame()).is_empty()
