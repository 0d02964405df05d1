"""Every hostile document ends in a sentence that says why it is not read, soon and without harm."""

from __future__ import annotations

import json
import time

import pytest

from parsing import as_json, read_report
from parsing.catalogue import KINDS, Severity, message
from parsing.model import Source
from tests.hostile.corpus import CORPUS

SECONDS = 8.0  # of processor time; most take a few milliseconds, the slowest three seconds, on a slow machine five


@pytest.fixture(autouse=True)
def without_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)


@pytest.mark.parametrize("name", CORPUS)
def test_a_hostile_document_is_refused_with_a_reason(name: str) -> None:
    make, expected = CORPUS[name]
    content = make()
    start = time.process_time()
    report = read_report(Source(name, content))
    assert time.process_time() - start < SECONDS
    told = [problem for problem in report.problems if KINDS[problem.code].severity is Severity.UNREADABLE]
    assert told
    assert expected in {"", *(problem.code for problem in told)}
    assert all(message(problem, language) for problem in told for language in ("zh", "en"))
    json.dumps(as_json(report), ensure_ascii=False).encode("utf-8")


@pytest.mark.parametrize("name", ["outside.html", "outside.xhtml", "outside.docx", "entities.html", "entities.mht"])
def test_no_entity_is_followed(name: str) -> None:
    report = read_report(Source(name, CORPUS[name][0]()))
    text = "".join(paragraph.text for paragraph in report.narrative)
    assert "root:" not in text
    assert "haha" not in text


def test_signs_that_turn_text_around_are_left_out() -> None:
    for name in ("bidi.txt", "controls.html"):
        report = read_report(Source(name, CORPUS[name][0]()))
        assert not {"\u202e", "\u2066"} & set("".join(paragraph.text for paragraph in report.narrative))
