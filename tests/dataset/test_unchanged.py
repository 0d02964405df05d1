"""Files that have not changed are not opened again, and none that has changed is passed over."""

from __future__ import annotations

import os
import shutil
import time
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from data import found, unchanged
from data.dataset import Dataset, create_dataset, open_dataset
from data.ingest import Outcome, Summary, ingest_files
from parsing import Refused, find_sources
from parsing.model import Source
from tests.dataset.published import named_in_gbk, web_page
from tests.dataset.read_reports import folder

HOUR = 3600


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two reports and an archive of two more, all of them an hour old for the program."""
    now = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: now() + HOUR * 10**9)
    place = tmp_path / "reports"
    place.mkdir()
    for year in (2021, 2022):
        (place / f"{year}.html").write_bytes(web_page(year=year))
    with zipfile.ZipFile(place / "more.zip", "w") as archive:
        for year in (2023, 2024):
            archive.writestr(f"{year}.html", web_page(year=year))
    return place


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were opened since."""
    names: list[str] = []

    def watched(file: Path) -> Iterator[Source | Refused]:
        names.append(file.name)
        return find_sources([file])

    monkeypatch.setattr(found, "read_file", watched)
    return names


def counts(outcomes: Mapping[Outcome, int]) -> dict[str, int]:
    return {outcome.value: count for outcome, count in outcomes.items() if count}


def again(paths: Path, dataset: Dataset) -> Summary:
    return ingest_files([paths], open_dataset(dataset.location))


def test_unchanged_files_and_archives_are_not_opened(reports: Path, dataset: Dataset, opened: list[str]) -> None:
    assert counts(ingest_files([reports], dataset).outcomes) == {"new": 4}
    opened.clear()
    assert counts(again(reports, dataset).outcomes) == {"same": 4}
    assert opened == []


def test_a_file_whose_name_is_no_utf_8_is_passed_over_like_any_other(
    reports: Path, dataset: Dataset, opened: list[str]
) -> None:
    named_in_gbk(reports / "2021.html", "二〇二一年报")
    assert counts(ingest_files([reports], dataset).outcomes) == {"new": 4}
    opened.clear()
    assert counts(again(reports, dataset).outcomes) == {"same": 4}
    assert opened == []


def test_a_changed_file_is_read_though_size_and_time_are_the_same(
    reports: Path, dataset: Dataset, opened: list[str]
) -> None:
    ingest_files([reports], dataset)
    changed = reports / "2022.html"
    before = changed.stat()
    changed.write_bytes(web_page(year=2022, received="5"))
    os.utime(changed, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert changed.stat().st_size == before.st_size
    opened.clear()
    assert counts(again(reports, dataset).outcomes) == {"supersedes": 1, "same": 3}
    assert opened == ["2022.html"]


def test_what_was_changed_only_just_now_is_opened_again(
    reports: Path, dataset: Dataset, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    ingest_files([reports], dataset)
    assert counts(again(reports, dataset).outcomes) == {"same": 4}
    assert unchanged.state(reports / "2021.html").is_settled is False
    assert opened == []  # no longer watched


def test_a_document_that_the_dataset_lacks_is_read_whatever_the_notes_say(
    reports: Path, dataset: Dataset, tmp_path: Path
) -> None:
    ingest_files([reports], dataset)
    emptied = create_dataset(tmp_path / "restored")
    shutil.copy(folder(dataset) / unchanged.NAME, folder(emptied) / unchanged.NAME)
    assert counts(ingest_files([reports], emptied).outcomes) == {"new": 4}


@pytest.mark.parametrize("damage", [b"", b"no database", None])
def test_without_usable_notes_files_are_recognised_by_their_content(
    reports: Path, dataset: Dataset, damage: bytes | None
) -> None:
    ingest_files([reports], dataset)
    notes = folder(dataset) / unchanged.NAME
    if damage is None:
        notes.unlink()
    else:
        notes.write_bytes(damage)
    assert counts(again(reports, dataset).outcomes) == {"same": 4}


def test_a_file_that_could_not_be_read_is_tried_again(reports: Path, dataset: Dataset, opened: list[str]) -> None:
    with zipfile.ZipFile(reports / "hostile.zip", "w") as archive:
        archive.writestr("../2020.html", web_page(year=2020))
        archive.writestr("2019.html", web_page(year=2019))
    assert counts(ingest_files([reports], dataset).outcomes) == {"new": 5, "unreadable": 1}
    opened.clear()
    assert counts(again(reports, dataset).outcomes) == {"same": 5, "unreadable": 1}
    assert opened == ["hostile.zip"]
