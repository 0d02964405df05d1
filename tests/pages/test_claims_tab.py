"""The tab that holds the text of a report against its tables."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.blobs import pack
from data.claims import comparisons
from data.dataset import Record, create_dataset
from data.reading import reading
from data.rows import row
from pages.shell import store
from parsing.checks import assess, findings
from parsing.model import Agreement, Report
from tests.checks.filings import filed, received
from tests.made_up_reports import dataset
from tests.made_up_reports import row as a_row
from tests.pages.conftest import ROOT, Open, go

CLAIMS = "共收到政府信息公开申请9件，办结7件，其中不予公开2件。全年作出行政处罚决定45件。"


def judged(text: str) -> Report:
    """A report with seven applications, all granted, and an unread number of penalties."""
    cells = received(7) | {"proactive.penalties.decisions": None}
    report = filed("一、总体情况", text, cells=cells)
    assessments = assess(report)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return replace(report, sha256=digest, assessments=assessments, findings=findings(assessments))


@pytest.fixture
def open_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], AppTest]:
    """What opens the tab of the only report of a dataset."""

    def opened(text: str) -> AppTest:
        report = judged(text)
        create_dataset(tmp_path / "data").append([Record(row(report), pack(reading(report)), text.encode())])
        monkeypatch.setenv(store.VARIABLE, str(tmp_path / "data"))
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run()
        return go(app, "report", report=report.sha256[:16], part="claims")

    return opened


def test_each_claim_stands_beside_the_figure_of_its_cells(open_report: Callable[[str], AppTest]) -> None:
    app = open_report(CLAIMS)
    assert not app.exception
    drawn = "".join(element.proto.body for element in app.get("html"))
    rows = [re.sub(r"<[^>]+>", " ", line) for line in drawn.split("<tr>")[2:]]
    assert [("不一致" in line, "无法核对" in line) for line in rows] == [
        (True, False),
        (False, False),
        (True, False),
        (False, True),
    ]
    assert "共收到政府信息公开申请9件" in rows[0]
    assert "本年新收" in rows[0]
    assert "行政处罚" in rows[3]
    assert "cell=applications.new_received.total" in drawn


def test_a_text_without_claims_says_so(open_report: Callable[[str], AppTest]) -> None:
    app = open_report("认真做好各项工作。")
    assert "没有提及" in app.info[0].value


def test_a_reading_of_an_older_version_says_that_nothing_was_kept(tmp_path: Path, open_app: Open) -> None:
    one = a_row("甲局", 2021)
    app = go(open_app([one]), "report", report=str(one["report_id"]), part="claims")
    assert "旧版本" in app.info[0].value
    held = dataset(tmp_path / "other", [one])
    assert comparisons(held.reading(str(one["sha256"]))) is None


def test_comparisons_are_read_back_as_they_were() -> None:
    report = judged(CLAIMS)
    kept = comparisons(reading(report))
    assert kept == tuple(each for rule in report.assessments for each in rule.comparisons)
    assert kept is not None
    assert [each.agreement for each in kept] == [
        Agreement.DIFFERS,
        Agreement.AGREES,
        Agreement.DIFFERS,
        Agreement.NOT_COMPARABLE,
    ]
    assert (kept[0].claimed, kept[0].filed, kept[3].unread) == (9, 7, ("proactive.penalties.decisions",))
