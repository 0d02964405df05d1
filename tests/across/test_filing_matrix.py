"""Who has filed for which year."""

from __future__ import annotations

from datetime import date

from data.queries.filing import filing
from data.survey import organs
from tests.made_up_reports import frame, late, row

YEARS = (2020, 2021, 2022)


def test_every_organ_and_year_has_a_state() -> None:
    reports = frame(
        [
            row("甲局", 2020),
            row("甲局", 2022, **late(date(2023, 2, 1))),
            row("乙局", 2021, published=date(2022, 1, 31)),
            row("人民政府", 2021, published=date(2022, 3, 31), organ_id="210100-人民政府"),
            row("人民政府", 2022, **late(date(2023, 4, 1)), organ_id="210100-人民政府"),
            row("丙局", None),
        ]
    )
    found = filing(organs.of(reports), reports, YEARS)
    states = {
        organ: [(row["fiscal_year"], row["filing"]) for row in found.filter(agency=organ).iter_rows(named=True)]
        for organ in ("甲局", "乙局", "人民政府")
    }
    assert states == {
        "甲局": [(2020, "filed"), (2021, "missing"), (2022, "late")],
        "乙局": [(2020, "not-yet"), (2021, "filed"), (2022, "no-more")],
        "人民政府": [(2020, "not-yet"), (2021, "filed"), (2022, "late")],
    }
    assert found.height == 9
    assert found.filter(filing="missing")["report_id"].to_list() == [None]


def test_a_run_of_organs() -> None:
    reports = frame([row(organ, year) for organ in ("甲局", "乙局", "丙局") for year in (2021, 2022)])
    whole = filing(organs.of(reports), reports, YEARS)
    assert filing(organs.of(reports), reports, YEARS, start=1, count=1).equals(whole[3:6])
