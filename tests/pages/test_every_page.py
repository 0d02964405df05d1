from __future__ import annotations

import json
import logging

import pytest
from plotly.graph_objects import Figure
from streamlit.testing.v1 import AppTest

from pages.shell.registry import ENTRIES
from tests.made_up_reports import Row, row, scan
from tests.pages.conftest import Open, go, reports, small_print, titles

OF_THE_HARNESS = "missing ScriptRunContext"  # AppTest itself runs outside a session
WITHOUT_REPORTS = {"importing", "rules"}  # say what they have to say all the same
DATASETS = {
    "reports": reports(),
    "nothing": [],
    "only-a-scan": [row("扫描件", None, agency=None, organ_id=None, worst="unreadable", issues=[scan()])],
    "no-figures": [row("甲市应急管理局", 2021)],
}


def texts(app: AppTest) -> list[str]:
    """Everything that a reader sees as text."""
    elements = (*app.title, *app.subheader, *app.markdown, *app.info, *app.success, *app.warning)
    return [*titles(app), *small_print(app), *(element.value for element in elements)]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("rows", DATASETS.values(), ids=DATASETS)
def test_every_page_runs_without_a_complaint(
    open_app: Open, streamlit_log: pytest.LogCaptureFixture, rows: list[Row], language: str
) -> None:
    app = open_app(rows, lang=language)
    for entry in ENTRIES:
        go(app, entry.name)
        assert not app.exception, entry.name
        assert not app.error, entry.name
        assert app.title, entry.name
        for chart in app.get("plotly_chart"):
            Figure(json.loads(chart.proto.spec))  # raises where Plotly does not know a part or a value
    complaints = [record.getMessage() for record in streamlit_log.records if record.levelno >= logging.WARNING]
    assert [text for text in complaints if OF_THE_HARNESS not in text] == []


@pytest.mark.parametrize("name", [entry.name for entry in ENTRIES if entry.name not in WITHOUT_REPORTS])
def test_a_page_without_reports_says_so_in_a_sentence(open_app: Open, name: str) -> None:
    app = go(open_app([]), name)
    said = [element.value for element in (*app.info, *app.success)]
    assert any(text.endswith("。") for text in said)


def test_a_dataset_that_is_not_there_is_told_in_words(open_app: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.pages.conftest.dataset", lambda *_: None)
    app = open_app([])
    assert not app.exception
    assert len(app.error) == 1
    assert "数据集" in app.error[0].value


def test_no_code_names_stand_on_the_pages(open_app: Open) -> None:
    app = open_app(reports())
    for entry in ENTRIES:
        shown = "\n".join(texts(go(app, entry.name)))
        for code in ("inconsistent", "malformed", "emergency", "applications-balance", "county"):
            assert code not in shown, entry.name
