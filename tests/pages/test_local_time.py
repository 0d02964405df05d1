"""Moments are kept in UTC, and shown by the clock and the calendar of the office."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from data import dataset as dataset_module
from data import reviews
from pages.shell import downloads
from pages.shell.downloads import Make
from tests.made_up_reports import imbalance, row
from tests.pages.conftest import Open, go, small_print
from tests.pages.test_working_lists import decide

if not hasattr(time, "tzset"):
    pytest.skip("Windows has one zone for all programs", allow_module_level=True)

EARLY = datetime(2024, 3, 4, 23, 30, tzinfo=UTC)  # in Shanghai half past seven on the day after


class Early(datetime):
    """The time of a clock that stands still."""

    @classmethod
    def now(cls, tz: object = None) -> datetime:  # type: ignore[override]  # noqa: ARG003
        return EARLY


@pytest.fixture(autouse=True)
def _early_in_shanghai(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "Asia/Shanghai")
        time.tzset()
        for module in (dataset_module, reviews):
            patched.setattr(module, "datetime", Early)
        yield
    time.tzset()


def test_the_day_of_import_is_that_of_the_office(open_app: Open) -> None:
    app = open_app([row("甲局", 2021, proactive__licensing__decisions=5)])
    shown = small_print(app)
    charts = [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]
    assert any("2024-03-05" in text for text in shown)
    assert "2024-03-05" in str(charts)
    assert "2024-03-04" not in str(shown) + str(charts)


def test_a_download_names_the_day_of_the_office(open_app: Open) -> None:
    app = open_app([row("甲局", 2021)])
    assert dict(app.session_state["frame.view"].origin.about)["最近导入"] == "2024-03-05"


def test_a_decision_is_dated_by_the_clock_of_the_office(open_app: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[Make] = []

    def take(make: Make) -> Callable[[], bytes]:
        taken.append(make)
        return bytes

    monkeypatch.setattr(downloads, "csv", take)
    app = open_app([row("甲局", 2021, worst="inconsistent", issues=[imbalance(0, 6)])])
    decide(go(app, "inconsistencies"), "dismissed", reason="已电话核实", name="张三")
    assert any("2024-03-05 07:30" in element.value.replace("\\", "") for element in app.markdown)
    assert taken[-1]()["处理时间"].to_list() == ["2024-03-05 07:30"]
