"""What a report carries over from the year before, and what keeps the rules from judging it."""

from __future__ import annotations

import json
from typing import Any

import polars as pl
import pytest

from data.checks import BROKEN, HOLDS, years
from tests.across import one_rule
from tests.made_up_reports import Value, filled, row, states

STOCK = "proactive.normative_documents"


def filed(year: int, organ: str = "甲市应急管理局", **values: Value) -> dict[str, Value]:
    """A report for the year; cells that are not given are 0."""
    edition = "2021" if year >= 2021 else "2019"
    zeros: dict[str, Any] = filled("proactive", edition) | filled("applications", edition)
    return row(organ, year, **(zeros | values))


def findings(*rows: dict[str, Value]) -> pl.DataFrame:
    return one_rule.findings(years.check, rows)


def outcome(code: str, *rows: dict[str, Value]) -> str | None:
    return one_rule.outcome(years.check, code, rows)


def test_what_is_carried_in_must_be_what_was_carried_out() -> None:
    before = filed(2022, applications__carried_out__natural_person=3, applications__carried_out__total=3)
    after = filed(2023, applications__carried_in__natural_person=3, applications__carried_in__total=5)
    assert outcome("year-carry-over", before, after) == BROKEN
    (finding,) = findings(before, after).iter_rows(named=True)
    assert (finding["code"], finding["severity"]) == ("year-carry-over", "inconsistent")
    assert (finding["report_id"], finding["cells"]) == (after["report_id"], ["applications.carried_in.total"])
    assert (finding["left"], finding["right"]) == ("5", "3")
    values = json.loads(finding["values"])
    assert (values["other_report_id"], values["other_year"]) == (before["report_id"], 2022)
    assert values["other_cells"] == "applications.carried_out.total"


def test_carry_over_holds_across_the_change_of_the_form() -> None:
    before, after = filed(2020, applications__carried_out__total=3), filed(2021, applications__carried_in__total=3)
    assert outcome("year-carry-over", before, after) == HOLDS
    assert findings(before, after).is_empty()


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([filed(2023)], "first-report"),
        ([filed(2021), filed(2023)], "no-year-before"),
        ([filed(2022, organ="甲市安监局"), filed(2023)], "first-report"),
        ([filed(2022), filed(2023, applications__carried_in__total=None)], "cells-unread"),
        ([filed(2022, edition_applications=None), filed(2023)], "table-missing"),
        ([filed(2022, worst="unreadable"), filed(2023)], "first-report"),
        ([filed(2022), filed(2023, organ_id=None)], None),
        ([filed(year, organ_id="000000-应急管理局") for year in (2022, 2023)], None),
    ],
    ids=["founded", "gap", "renamed", "blank", "no table", "scan", "no organ", "no region"],
)
def test_where_nothing_can_be_compared_nothing_is_found(rows: list[dict[str, Value]], reason: str | None) -> None:
    assert outcome("year-carry-over", *rows) == reason
    assert "year-carry-over" not in findings(*rows)["code"]


def test_a_figure_found_by_arithmetic_is_compared_with_nothing() -> None:
    found = states("2021", applications__carried_in__total="derived")
    rows = filed(2022), filed(2023, applications__carried_in__total=7, states=found)
    assert outcome("year-carry-over", *rows) == "cells-unread"


def test_a_stock_grows_by_what_was_issued_and_shrinks_by_what_was_repealed() -> None:
    before = filed(2022, proactive__normative_documents__in_force=10)
    issued: dict[str, Any] = {
        "proactive__normative_documents__issued": 4,
        "proactive__normative_documents__repealed": 1,
    }
    assert outcome("year-stock", before, filed(2023, **issued, proactive__normative_documents__in_force=13)) == HOLDS
    after = filed(2023, **issued, proactive__normative_documents__in_force=12)
    (finding,) = findings(before, after).iter_rows(named=True)
    assert (finding["code"], finding["severity"]) == ("year-stock", "notable")
    assert (finding["left"], finding["right"]) == ("12", "13")
    assert finding["cells"] == [f"{STOCK}.in_force", f"{STOCK}.issued", f"{STOCK}.repealed"]


def test_a_stock_of_the_form_of_2019_grows_by_what_was_disclosed() -> None:
    before = filed(2019, proactive__regulations__total_disclosed=10)
    after = filed(2020, proactive__regulations__disclosed=2, proactive__regulations__total_disclosed=11)
    (finding,) = findings(before, after).iter_rows(named=True)
    assert (finding["code"], finding["left"], finding["right"]) == ("year-stock", "11", "12")


def test_the_stocks_of_two_forms_are_different_measures() -> None:
    before = filed(2020, proactive__normative_documents__total_disclosed=40)
    after = filed(2021, proactive__normative_documents__in_force=9)
    assert outcome("year-stock", before, after) == "edition"
    assert outcome("year-items", before, after) == "edition"
    assert findings(before, after).is_empty()


def test_items_continue_the_last_report_of_the_form_of_2019() -> None:
    before = filed(2019, proactive__penalties__previous_items=40, proactive__penalties__change=-3)
    assert outcome("year-items", before, filed(2020, proactive__penalties__previous_items=37)) == HOLDS
    after = filed(2020, proactive__penalties__previous_items=40)
    (finding,) = findings(before, after).iter_rows(named=True)
    assert (finding["code"], finding["severity"], finding["right"]) == ("year-items", "notable", "37")
    assert outcome("year-items", filed(2022), filed(2023)) == "edition-without-row"


def test_years_between_two_reports_are_missing() -> None:
    rows = filed(2019), filed(2022)
    (finding,) = findings(*rows).iter_rows(named=True)
    assert (finding["code"], finding["fiscal_year"]) == ("year-missing", 2022)
    assert json.loads(finding["values"])["missing"] == "2020-2021"
    assert outcome("year-missing", filed(2021), filed(2022)) == HOLDS
    assert outcome("year-missing", filed(2022)) == "first-report"
