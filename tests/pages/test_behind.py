"""Every sum of the trends leads to the reports that it was added up from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from data.queries.behind import SUMS
from pages.shell.axes import BETWEEN_CODES
from tests.made_up_reports import filled, issue, row
from tests.pages.conftest import Open, address, go, reports, small_print, titles

REFUSED = filled("applications", "2021", 0, denied_third_party__total=4)


def doors(app: AppTest) -> Iterator[dict[str, str]]:
    """Where the marks of a page's charts lead that stand for sums."""
    for chart in app.get("plotly_chart"):
        for trace in json.loads(chart.proto.spec)["data"]:
            for door in trace.get("customdata", ()):
                if isinstance(door, str) and door.startswith("sum="):
                    yield dict(parse_qsl(door, separator=BETWEEN_CODES))


@pytest.mark.parametrize("name", ["overview", "licensing", "outcomes", "remedies"])
def test_the_marks_of_a_trend_lead_to_sums_that_there_are(open_app: Open, name: str) -> None:
    found = list(doors(go(open_app(reports()), name)))
    assert found
    for door in found:
        assert door["sum"] in SUMS
        assert door["year"] in {"2020", "2021", "2022", "all"}


def test_a_group_of_the_trend_leads_to_its_reports_alone(open_app: Open) -> None:
    app = go(open_app(reports()), "licensing", group="kind")
    door = next(door for door in doors(app) if door.get("kinds") == "police")
    assert door == {"sum": "proactive.licensing.decisions", "year": "2021", "kinds": "police"}
    assert go(app, "behind", **door).dataframe[0].value["agency"].to_list() == ["乙区公安局"]


def test_the_reports_behind_a_sum_stand_with_the_year_before(open_app: Open) -> None:
    app = open_app([row("甲局", 2021, **REFUSED), row("甲局", 2022, **REFUSED), row("乙局", 2022)])
    go(app, "behind", sum="shares.denied", year="2022")
    shown = app.dataframe[0].value
    assert shown[["agency", "count", "previous", "change"]].to_numpy().tolist() == [["甲局", 4.0, 4.0, 0.0]]
    assert "不予公开，全部单位，2022：4 件" in titles(app)[0]
    assert any("1 / 2 份报告有此数字" in told for told in small_print(app))
    assert address(app)["sum"] == "shares.denied"


def test_a_figure_in_doubt_is_marked_behind_the_sum(open_app: Open) -> None:
    app = go(open_app(reports()), "behind", sum="applications.new_received.total", year="2021")
    assert sorted(app.dataframe[0].value["unsound"]) == ["", "△ 表三有问题"]


def test_a_sum_of_nothing_says_so(open_app: Open) -> None:
    app = go(open_app([row("甲局", 2022)]), "behind", sum="shares.denied", year="2022")
    assert "没有填写" in app.info[0].value
    assert not any("点击一行" in caption.value for caption in app.caption)


@pytest.mark.parametrize("name", ["behind", "licensing"])
def test_the_first_year_of_a_choice_is_compared_with_the_one_before(open_app: Open, name: str) -> None:
    filed = [row("甲局", year, **filled("proactive", "2021", figure)) for year, figure in ((2021, 30), (2022, 33))]
    shown = go(open_app(filed), name, years="2022-2022", year="2022").dataframe[0].value
    assert shown[["previous", "change"]].to_numpy().tolist() == [[30, 3]]


def test_all_years_of_a_choice_leave_the_one_before_out(open_app: Open) -> None:
    filed = [row("甲局", year, **filled("proactive", "2021", 5)) for year in (2020, 2021, 2022)]
    shown = go(open_app(filed), "behind", years="2021-2022", year="all").dataframe[0].value
    assert sorted(shown["year"]) == [2021, 2022]


def test_a_figure_in_doubt_is_marked_in_the_ranking_of_organs(open_app: Open) -> None:
    torn = issue("row-repeated", "malformed", finding=False, table="proactive")
    doubtful = row("乙局", 2022, **filled("proactive", "2021", 9), issues=[torn])
    app = go(open_app([row("甲局", 2022, **filled("proactive", "2021", 4)), doubtful]), "licensing")
    shown = app.dataframe[0].value
    assert dict(zip(shown["group"], shown["unsound"], strict=True)) == {"甲局": "", "乙局": "△ 表二有问题"}


def test_the_ranking_of_groups_tells_how_many_of_their_reports_state_the_figure(open_app: Open) -> None:
    told = row("甲局", 2022, **filled("proactive", "2021", 4))
    app = go(open_app([told, row("乙局", 2022)]), "licensing", group="level")
    shown = app.dataframe[0].value
    assert shown["reports"].to_list() == ["1 / 2"]
    assert "known" not in shown
