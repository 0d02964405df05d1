"""The sample dataset is made once for each user, by whoever comes first, wherever there is room."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from data import sample
from data.dataset import Dataset
from data.sample import sample_dataset
from tests.dataset.published import web_page
from tests.dataset.read_reports import folder


@pytest.fixture(autouse=True)
def one_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A sample of a single document, and a cache folder of its own."""
    documents = tmp_path / "documents"
    (documents / "inner").mkdir(parents=True)
    (documents / "inner" / "report.html").write_bytes(web_page())
    monkeypatch.setattr(sample, "DOCUMENTS", documents)
    monkeypatch.setattr(sample, "fingerprint", lambda: "0123456789abcdef")
    for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME", "USERPROFILE"):
        monkeypatch.setenv(variable, str(tmp_path / "cache"))
    sample_dataset.cache_clear()
    yield documents
    sample_dataset.cache_clear()


def sources(dataset: Dataset) -> list[str]:
    return dataset.reports().select("source").collect()["source"].to_list()


def test_documents_are_named_without_the_folder_of_the_installation() -> None:
    assert sources(sample_dataset()) == ["inner/report.html"]


def test_a_later_process_opens_what_the_first_has_made(one_document: Path) -> None:
    first = sample_dataset()
    sample_dataset.cache_clear()
    shutil.rmtree(one_document)
    assert sample_dataset() == first
    assert [entry.name for entry in folder(first).parent.iterdir()] == ["sample-0123456789abcdef"]


def test_of_two_processes_the_first_to_finish_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    make = sample._make

    def overtaken(location: Path) -> Dataset:
        made = make(location)
        shutil.copytree(location, location.parents[1] / location.name)
        return made

    monkeypatch.setattr(sample, "_make", overtaken)
    dataset = sample_dataset()
    assert sources(dataset) == ["inner/report.html"]
    assert [entry.name for entry in folder(dataset).parent.iterdir()] == ["sample-0123456789abcdef"]


def test_without_a_cache_folder_a_temporary_one_serves(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way", encoding="utf-8")
    dataset = sample_dataset()
    assert sources(dataset) == ["inner/report.html"]
    shutil.rmtree(folder(dataset).parent)


def test_samples_of_other_versions_are_removed_when_they_are_old() -> None:
    cache = folder(sample_dataset()).parent
    for name, age in (("sample-old", 30), ("sample-recent", 1)):
        (cache / name).mkdir()
        moment = time.time() - age * 24 * 3600
        os.utime(cache / name, (moment, moment))
    shutil.rmtree(cache / "sample-0123456789abcdef")
    sample_dataset.cache_clear()
    sample_dataset()
    assert sorted(entry.name for entry in cache.iterdir()) == ["sample-0123456789abcdef", "sample-recent"]
