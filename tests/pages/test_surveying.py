"""While the survey of a large dataset is made, the dashboard says so and shows what was there before."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.dataset import open_dataset
from data.survey import kept
from pages.shell import shelf, store
from pages.shell.words import sentences
from tests.made_up_reports import dataset, row
from tests.pages.conftest import ROOT

WORD = sentences("zh")


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A dataset that counts as too large to be surveyed at once."""
    monkeypatch.setattr(shelf, "_AT_ONCE", 0)
    monkeypatch.setenv(store.VARIABLE, str(tmp_path / "dataset"))
    dataset(tmp_path / "dataset", [row("甲局", 2021)])
    return tmp_path / "dataset"


def opened() -> AppTest:
    store.look_again()
    return AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()


def texts(app: AppTest) -> str:
    return " ".join(str(element.value) for element in (*app.markdown, *app.title, *app.metric))


def test_the_first_survey_is_waited_for_and_can_be_stopped(large: Path) -> None:
    app = opened()
    assert not app.exception
    assert "总览" not in texts(app)
    app.button(key="survey.stop").click().run()
    assert WORD("survey.stopped") in texts(app)
    kept.refresh(open_dataset(large))
    assert "总览" in texts(opened())


def test_the_version_before_is_shown_whole_until_then(large: Path) -> None:
    kept.refresh(open_dataset(large))
    assert opened().metric[0].value == "1"
    dataset(large, [row("乙局", 2021)])
    app = opened()
    assert app.metric[0].value == "1"
    assert app.button(key="survey.stop").label == WORD("survey.stop")
    kept.refresh(open_dataset(large))
    time.sleep(0.1)
    assert opened().metric[0].value == "2"
