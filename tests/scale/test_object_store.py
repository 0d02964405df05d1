"""A dataset in an object store behaves as one in a folder."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from data.dataset import create_dataset, open_dataset
from data.faults import DatasetError, Fault
from data.ingest import Outcome, ingest, ingest_files
from data.places import Bucket
from data.reviews import Decision, Signed, decide, decisions, history
from data.survey import kept
from data.workers import processes
from parsing.model import Source
from tests.dataset.published import web_page
from tests.dataset.read_reports import RECEIVED, a_record, a_report


def test_documents_become_objects_that_are_read_back(bucket: str) -> None:
    source = Source("first.html", web_page())
    summary = ingest([source], create_dataset(bucket))
    again = open_dataset(f"{bucket}/")
    assert again == summary.dataset
    assert again.location == Bucket(bucket)
    rows = again.reports().collect()
    assert rows[RECEIVED].to_list() == [3]
    (sha256,) = rows["sha256"]
    assert again.original(sha256) == source.content
    assert again.reading(sha256).keys() == {"report", "narrative"}


def test_a_second_ingest_finds_everything_there(bucket: str, tmp_path: Path) -> None:
    for year in (2023, 2024):
        (tmp_path / f"{year}.html").write_bytes(web_page(year=year))
    ingest_files([tmp_path], create_dataset(bucket), open_pool=processes(1))
    again = ingest_files([tmp_path], open_dataset(bucket))
    assert again.outcomes == {Outcome.SAME: 2}


def append_many(location: str, writer: int) -> None:
    dataset = open_dataset(location)
    for number in range(3):
        shared = a_report(f"shared {number}", year=1900 + number)
        own = a_report(f"own {writer} {number}", name=f"第{writer}局", year=2000 + number)
        dataset = dataset.append([a_record(shared), a_record(own)]).dataset


@pytest.mark.slow
def test_writers_at_the_same_time_lose_nothing(bucket: str) -> None:
    create_dataset(bucket)
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=append_many, args=(bucket, writer)) for writer in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(120)
    history = open_dataset(bucket).history().collect()
    assert history.height == history["sha256"].n_unique() == 3 + 2 * 3


def test_many_commits_are_compacted(bucket: str) -> None:
    dataset = create_dataset(bucket)
    for year in (2022, 2023, 2024):
        dataset = dataset.append([a_record(a_report(f"{year}", year=year))]).dataset
    compacted = dataset.compacted(many=3)
    assert len(compacted.files) == 1
    assert compacted.reports().collect().height == 3


@pytest.mark.parametrize(("address", "fault"), [("", Fault.MISSING), ("s3://nobody/there", Fault.UNREACHABLE)])
def test_what_is_not_there_is_told(bucket: str, address: str, fault: Fault) -> None:
    with pytest.raises(DatasetError) as error:
        open_dataset(address or bucket)
    assert error.value.fault is fault


def test_an_object_that_is_not_there_is_told(bucket: str) -> None:
    dataset = create_dataset(bucket)
    for look in (dataset.original, dataset.reading):
        with pytest.raises(DatasetError) as error:
            look("0" * 64)
        assert error.value.fault is Fault.NOT_KEPT


def test_a_survey_is_kept_beside_the_reports(bucket: str) -> None:
    dataset = create_dataset(bucket).append([a_record(a_report("older", received=1))]).dataset
    kept.refresh(dataset)
    again = kept.kept(open_dataset(bucket))
    assert again is not None
    assert again.reports.select(RECEIVED).collect().rows() == [(1,)]
    newest = dataset.append([a_record(a_report("newer", received=2))]).dataset
    assert kept.kept(newest) is None
    before = kept.latest(newest.location)
    assert before is not None
    assert before.reports.select(RECEIVED).collect().rows() == [(1,)]
    for year in range(2000, 2004):
        newest = newest.append([a_record(a_report(f"{year}", year=year))]).dataset
        kept.refresh(newest)
    assert kept.kept(dataset) is None  # removed: it is older than those that are kept
    assert kept.kept(newest) is not None


def test_decisions_are_kept_beside_the_reports(bucket: str) -> None:
    location = create_dataset(bucket).location
    assert decisions(location).is_empty()
    decide(location, "aa", Decision.CONFIRMED, Signed(reason="原文如此", name="张三"))
    decide(location, "aa", Decision.DISMISSED, Signed(reason="机构合并", name="李四"))
    assert decisions(location).select("fingerprint", "decision", "name").rows() == [("aa", "dismissed", "李四")]
    assert history(location).height == 2
