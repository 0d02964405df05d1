"""The dataset keeps each document once, loses none, and says which report is the current one."""

from __future__ import annotations

import multiprocessing
import time
from datetime import datetime, tzinfo
from pathlib import Path
from typing import cast

import polars as pl
import pytest
from deltalake import DeltaTable, Transaction
from deltalake.table import TableOptimizer

from data import dataset as dataset_module
from data import delta
from data.dataset import Dataset, create_dataset, open_dataset
from data.delta import commit
from data.faults import DatasetError, Fault
from data.schema import REPORTS
from parsing.model import Problem
from tests.dataset.read_reports import RECEIVED, a_record, a_report, folder

UNREADABLE = (Problem(code="file-damaged", values={"format": "PDF"}),)


def received(rows: pl.LazyFrame) -> list[int | None]:
    """The applications received, report by report in the order in which they were taken in."""
    return rows.sort("ingested_at").select(RECEIVED).collect()[RECEIVED].to_list()


def refused(error: pytest.ExceptionInfo[DatasetError]) -> Fault:
    """The fault, after a look at its sentences."""
    assert error.value.message("zh") != error.value.message("en")
    assert "{" not in error.value.message("zh") + error.value.message("en")
    return error.value.fault


def test_an_empty_dataset_has_the_schema_and_no_rows(dataset: Dataset) -> None:
    assert dataset.version == 0
    for rows in (dataset.reports(), dataset.history()):
        assert rows.collect_schema() == REPORTS
        assert rows.collect().is_empty()


def test_what_is_appended_is_read_back_from_disk(dataset: Dataset) -> None:
    report = a_report("first", received=7)
    appended = dataset.append([a_record(report)])
    assert appended.stored == {report.sha256}
    assert appended.superseding == frozenset()
    again = open_dataset(str(dataset.location))
    assert again == appended.dataset
    assert again.version == 1
    assert again.reports().collect_schema() == REPORTS
    assert received(again.reports()) == [7]
    assert again.original(report.sha256) == b"first"
    assert again.reading(report.sha256) == {"source": "first.html"}


def test_the_same_bytes_are_never_stored_twice(dataset: Dataset) -> None:
    record = a_record(a_report())
    first = dataset.append([record, record])
    second = first.dataset.append([record])
    assert len(first.stored) == 1
    assert second.stored == frozenset()
    assert second.dataset.version == first.dataset.version == 1


def test_a_corrected_report_supersedes_and_the_older_one_stays_in_the_history(dataset: Dataset) -> None:
    older, newer = a_report("older", received=1), a_report("newer", received=2, name="重庆市渝中区应急管理局")
    first = dataset.append([a_record(older)])
    second = first.dataset.append([a_record(newer)])
    assert second.superseding == {newer.sha256}
    assert received(second.dataset.reports()) == [2]
    assert received(second.dataset.history()) == [1, 2]
    assert received(first.dataset.reports()) == [1]  # an opened version never changes


def test_of_two_reports_taken_in_together_the_later_one_counts(dataset: Dataset) -> None:
    older, newer = a_report("older", received=1), a_report("newer", received=2)
    appended = dataset.append([a_record(older), a_record(newer)])
    assert appended.superseding == {newer.sha256}
    assert received(appended.dataset.reports()) == [2]


def test_taking_in_the_superseded_bytes_again_changes_nothing(dataset: Dataset) -> None:
    older, newer = a_record(a_report("older", received=1)), a_record(a_report("newer", received=2))
    latest = dataset.append([older]).dataset.append([newer]).dataset
    assert latest.append([older]).stored == frozenset()
    assert received(latest.reports()) == [2]


def test_the_order_of_ingestion_survives_a_clock_that_was_set_back(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    latest = dataset.append([a_record(a_report("older", received=1))]).dataset

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Clock:
            return cls(2001, 1, 1, tzinfo=tz)

    monkeypatch.setattr(dataset_module, "datetime", Clock)
    latest = latest.append([a_record(a_report("newer", received=2))]).dataset
    assert received(latest.reports()) == [2]


def test_reports_of_another_organ_or_year_or_of_nobody_stand_by_themselves(dataset: Dataset) -> None:
    reports = (
        a_report("first"),
        a_report("another year", year=2023),
        a_report("another organ", name="渝中区财政局"),
        *(a_report(f"nobody {number}", name=None) for number in range(2)),
        *(a_report(f"no year {number}", year=None) for number in range(2)),
    )
    appended = dataset.append([a_record(report) for report in reports])
    assert appended.superseding == frozenset()
    assert appended.dataset.reports().select(pl.len()).collect().item() == len(reports)


def test_an_unreadable_file_does_not_supersede_a_report_that_was_read(dataset: Dataset) -> None:
    scan = a_record(a_report("scan", received=None, issues=UNREADABLE))
    appended = dataset.append([a_record(a_report("read", received=3))]).dataset.append([scan])
    assert appended.stored
    assert appended.superseding == frozenset()
    assert received(appended.dataset.reports()) == [3, None]


def test_which_reports_are_current_is_told_without_reading_figures(dataset: Dataset) -> None:
    latest = dataset.append([a_record(a_report("older")), a_record(a_report("newer"))]).dataset
    plan = latest.reports().select("agency").explain()
    assert f"PROJECT 2/{len(REPORTS)} COLUMNS" in plan.replace("*", "2")


def test_a_crash_before_the_commit_leaves_a_dataset_without_the_report(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = a_record(a_report())

    def crash(*_: object) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(dataset_module, "commit", crash)
        with pytest.raises(KeyboardInterrupt):
            dataset.append([record])
    latest = open_dataset(dataset.location)
    assert latest.known() == set()
    assert latest.append([record]).stored == {record.sha256}


def append_many(location: Path, writer: int) -> None:
    dataset = open_dataset(location)
    for number in range(4):
        shared = a_report(f"shared {number}", year=1900 + number)
        own = a_report(f"own {writer} {number}", name=f"第{writer}局", year=2000 + number)
        dataset = dataset.append([a_record(shared), a_record(own)]).dataset


def test_writers_at_the_same_time_lose_nothing_and_store_nothing_twice(dataset: Dataset) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=append_many, args=(dataset.location, writer)) for writer in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0, 0]
    history = open_dataset(dataset.location).history().collect()
    assert history.height == history["sha256"].n_unique() == 4 + 2 * 4
    assert history["ingested_at"].n_unique() == history.height


def test_many_small_commits_are_compacted_without_a_change_in_what_is_read(dataset: Dataset) -> None:
    for number in range(16):
        dataset = dataset.append([a_record(a_report(f"report {number}", year=2000 + number, received=number))]).dataset
    compacted = dataset.compacted()
    assert len(compacted.files) == 1
    assert received(compacted.reports()) == list(range(16)) == received(dataset.reports())
    assert compacted.append([a_record(a_report("one more", year=1999))]).dataset.files != compacted.files


def test_a_compaction_that_fails_lets_the_next_one_try_at_once(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(2):
        dataset = dataset.append([a_record(a_report(f"report {number}", year=2000 + number))]).dataset

    def fail(*_: object, **__: object) -> None:
        raise OSError

    with monkeypatch.context() as patched:
        patched.setattr(TableOptimizer, "compact", fail)
        with pytest.raises(DatasetError) as error:
            dataset.compacted(many=2)
        assert refused(error) is Fault.UNWRITABLE
    assert len(dataset.compacted(many=2).files) == 1


def test_a_compaction_ends_though_others_keep_writing(dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(2):
        dataset = dataset.append([a_record(a_report(f"report {number}", year=2000 + number))]).dataset
    tries: list[Transaction] = []

    def only_the_first(*given: object) -> bool:
        tries.append(cast("Transaction", given[2]))
        assert len(tries) < 1000
        return commit(*given) if len(tries) == 1 else False  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(delta, "commit", only_the_first)
    monkeypatch.setattr(time, "sleep", lambda _: None)
    assert len(dataset.compacted(many=2).files) == 1
    assert {each.app_id for each in tries} == {"gongkai.compacting"}


# ---- What cannot be opened ------------------------------------------------------------------------------------------


def test_a_folder_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError) as error:
        open_dataset(tmp_path / "nothing")
    assert refused(error) is Fault.MISSING


def test_a_folder_of_other_things_is_neither_opened_nor_written_to(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("hello", encoding="utf-8")
    for attempt in (open_dataset, create_dataset):
        with pytest.raises(DatasetError) as error:
            attempt(tmp_path)
        assert refused(error) is Fault.FOREIGN
    assert [entry.name for entry in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "dataset").write_text("", encoding="utf-8")
    with pytest.raises(DatasetError) as error:
        create_dataset(tmp_path / "dataset")
    assert refused(error) is Fault.UNWRITABLE


@pytest.mark.parametrize("name", ["reports [2024]", "100%25", "a^b"])
def test_names_that_the_table_library_fails_on_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(DatasetError) as error:
        create_dataset(tmp_path / name)
    assert refused(error) is Fault.NAME


def test_a_dataset_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    DeltaTable.create(
        str(tmp_path / "reports"),
        schema=REPORTS,
        configuration={"gongkai.schema": "99"},
        raise_if_key_not_exists=False,
    )
    with pytest.raises(DatasetError) as error:
        open_dataset(tmp_path)
    assert refused(error) is Fault.NEWER
    assert "99" in error.value.message("zh")


def test_a_damaged_log_is_told(dataset: Dataset) -> None:
    (folder(dataset) / "reports" / "_delta_log" / f"{0:020}.json").write_text("{", encoding="utf-8")
    with pytest.raises(DatasetError) as error:
        open_dataset(dataset.location)
    assert refused(error) is Fault.DAMAGED


def test_a_table_file_cut_short_is_told(dataset: Dataset) -> None:
    (file,) = map(Path, map(str, dataset.append([a_record(a_report())]).dataset.files))
    file.write_bytes(file.read_bytes()[:-9])
    with pytest.raises(DatasetError) as error:
        open_dataset(dataset.location)
    assert refused(error) is Fault.DAMAGED


def test_an_original_that_was_changed_is_told(dataset: Dataset) -> None:
    report = a_report()
    latest = dataset.append([a_record(report)]).dataset
    kept = folder(latest) / "originals" / report.sha256[:2] / report.sha256
    kept.write_bytes(b"another")
    with pytest.raises(DatasetError) as error:
        latest.original(report.sha256)
    assert refused(error) is Fault.DAMAGED


@pytest.mark.parametrize("sha256", ["0" * 64, "../../letter", "", "A" * 64])
def test_what_is_not_kept_is_told_and_no_name_leads_out_of_the_folder(dataset: Dataset, sha256: str) -> None:
    for look in (dataset.original, dataset.reading):
        with pytest.raises(DatasetError) as error:
            look(sha256)
        assert refused(error) is Fault.NOT_KEPT
