"""A corrected report counts, and the one whose place it took is nowhere added to it."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256

import pytest
from streamlit.testing.v1 import AppTest

from tests.made_up_reports import Row, blank, imbalance, late, row
from tests.pages.conftest import Open, go, written_rows

LICENCES = "proactive.licensing.decisions"
RECEIVED = "applications.new_received.total"


def corrected() -> list[Row]:
    """An organ's report of 2022 was wrong and late; the one that took its place is neither. Another organ has two."""
    digest = sha256(b"corrected").hexdigest()
    behind = late(date(2023, 3, 1))
    found = {"worst": "inconsistent", "issues": [imbalance(0, 6), *behind["issues"]]}
    wrong = row("甲市应急管理局", 2022, agency="甲市应急局", **(behind | found))
    right = row("甲市应急管理局", 2022, sha256=digest, report_id=digest[:16], published=date(2023, 1, 20))
    return [
        wrong | {LICENCES: 1000, RECEIVED: 500},
        row("乙市应急管理局", 2021) | {LICENCES: 40, RECEIVED: 4},
        row("乙市应急管理局", 2022, worst="note", issues=[blank()]) | {LICENCES: 70, RECEIVED: 7},
        right | {LICENCES: 30, RECEIVED: 3},
    ]


@pytest.fixture(params=["surveyed when opened", "surveyed before"])
def app(request: pytest.FixtureRequest, open_app: Open, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The dashboard, with what it asks of most held in memory or read from files."""
    if request.param == "surveyed before":
        monkeypatch.setattr("pages.shell.shelf.HELD_IN_MEMORY", 0)
    return open_app(corrected())


def drawn(app: AppTest) -> list[list[float]]:
    """The values of every line and bar of a page."""
    return [trace.get("y") for chart in app.get("plotly_chart") for trace in json.loads(chart.proto.spec)["data"]]


def test_the_overview_counts_and_adds_up_the_current_reports(app: AppTest) -> None:
    assert [metric.value for metric in app.metric] == ["3", "2", "75.0%", "0.0%"]
    assert [40, 100] in drawn(app)
    assert [4, 10] in drawn(app)


def test_sums_and_rankings_have_the_corrected_figure(app: AppTest) -> None:
    go(app, "licensing")
    assert [40, 100] in drawn(app)
    ranked = app.dataframe[0].value
    assert ranked[["group", "total"]].to_numpy().tolist() == [["乙市应急管理局", 70], ["甲市应急管理局", 30]]


def test_the_organ_is_there_once_called_as_it_is_now_and_in_time(app: AppTest) -> None:
    go(app, "filing")
    assert app.multiselect[-1].options == ["乙市应急管理局", "甲市应急管理局"]
    in_time_and_late = [row[:3] for row in written_rows(app, "各年度报送情况")]
    assert in_time_and_late == [["2021", "1", "0"], ["2022", "2", "0"]]


def test_what_was_wrong_with_the_older_one_is_not_listed(app: AppTest) -> None:
    go(app, "inconsistencies")
    assert app.success
    assert not app.dataframe
