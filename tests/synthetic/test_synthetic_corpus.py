"""The bundled corpus is what the generator writes, is marked as synthetic, and holds what it should show."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from data.synthetic import command, corpus
from data.synthetic.corpus import Document
from data.synthetic.faults import FAULTS
from parsing import read_report
from parsing.model import Source

ROOT = Path(__file__).parents[2]
BUNDLED = ROOT / "data" / "samples" / "documents" / "synthetic"
KEY = ROOT / "tests" / "golden" / "synthetic.key.jsonl"
MOST_BYTES = 3_000_000


@cache
def generated() -> tuple[Document, ...]:
    return tuple(corpus.documents(agencies=command.AGENCIES, years=command.YEARS, seed=command.SEED))


def planted(documents: tuple[Document, ...]) -> Counter[str]:
    faults = (fault for document in documents for fault in document.key["planted"])  # type: ignore[attr-defined]
    return Counter(fault["code"] for fault in faults)


def test_the_bundled_documents_are_the_generators_to_the_byte() -> None:
    """After a change of the generator, write them anew with ``gongkai demo`` and move the key to tests/golden."""
    assert {path.name for path in BUNDLED.iterdir()} == {document.name for document in generated()}
    changed = [document.name for document in generated() if (BUNDLED / document.name).read_bytes() != document.content]
    assert changed == []


def test_the_bundled_key_is_the_generators() -> None:
    lines = KEY.read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [document.key for document in generated()]


def test_the_bundled_documents_are_small_and_of_all_formats() -> None:
    assert sum(path.stat().st_size for path in BUNDLED.iterdir()) < MOST_BYTES
    assert {document.key["format"] for document in generated()} == {"html", "text", "docx", "pdf"}


def test_the_bundled_corpus_shows_the_faults_that_matter_most() -> None:
    wanted = {"applications-balance", "year-carry-over", "year-missing", "cells-missing", "edition-superseded"}
    assert wanted <= set(planted(generated()))


def test_most_reports_are_sound() -> None:
    faulty = sum(bool(document.key["planted"]) for document in generated())
    assert 0 < faulty < len(generated()) / 4


@pytest.mark.slow
def test_every_bundled_document_says_that_it_is_synthetic_wherever_it_is_read() -> None:
    for document in generated():
        report = read_report(Source(document.name, document.content))
        words = "".join(paragraph.text for paragraph in report.narrative)
        assert "合成数据" in words or "合成數據" in words, document.name


def test_a_large_corpus_holds_every_fault() -> None:
    faults = planted(tuple(corpus.documents(agencies=40, years=range(2019, 2025), seed=3)))
    assert len(faults) >= len(FAULTS) - 2  # two faults share a code, one is planted under two
    assert {"narrative-figure", "text-copied-last-year", "cell-unit-missing", "year-stock"} <= set(faults)


def test_the_report_after_a_gap_names_the_missing_year() -> None:
    names = {document.name[:9] for document in generated()}
    after = [document for document in generated() if {"code": "year-missing", "cells": []} in document.key["planted"]]  # type: ignore[operator]
    assert after
    for document in after:
        number, year = document.name[:4], int(document.name[5:9])
        assert f"{number}_{year - 1}" not in names
        assert f"{number}_{year - 2}" in names
