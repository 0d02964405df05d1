from __future__ import annotations

import time
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from data.dataset import Dataset, create_dataset
from data.faults import Fault
from data.ingest import Outcome
from data.intake import Arrival, Intake, Progress, Stage, Upload
from data.sample import DOCUMENTS
from data.workers import in_this_process
from tests.dataset.read_reports import folder
from tests.made_up_reports import dataset as made_up
from tests.made_up_reports import row

REPORTS = sorted((DOCUMENTS / "synthetic").glob("*.html"))[:3]
DEADLINE = 60  # seconds


def uploads(*files: Path) -> list[Upload]:
    return [Upload(file.name, file.read_bytes()) for file in files]


def finished(dataset: Dataset, files: list[Upload]) -> tuple[Intake, Progress]:
    intake = Intake(dataset, files, in_this_process)
    ends = time.monotonic() + DEADLINE
    while intake.progress().stage is Stage.READING and time.monotonic() < ends:
        time.sleep(0.02)
    return intake, intake.progress()


def outcomes(progress: Progress) -> dict[str, Outcome]:
    return {arrival.name: arrival.outcome for arrival in progress.arrivals}


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    return create_dataset(tmp_path / "数据集")


def test_nothing_changes_before_the_commit(dataset: Dataset) -> None:
    intake, progress = finished(dataset, uploads(*REPORTS))
    assert (progress.stage, progress.total) == (Stage.READ, 3)
    assert set(outcomes(progress).values()) == {Outcome.NEW}
    assert dataset.reports().collect().is_empty()
    assert intake.commit("李四").dataset.reports().collect().height == 3


def test_files_are_called_as_their_sender_called_them(dataset: Dataset) -> None:
    archive = BytesIO()
    with ZipFile(archive, "w") as package:
        package.writestr("区县/报告.html", REPORTS[0].read_bytes())
        package.writestr("坏.pdf", b"%PDF-1.4 broken")
    _, progress = finished(dataset, [Upload("../年报.zip", archive.getvalue())])
    assert outcomes(progress) == {"../年报.zip/区县/报告.html": Outcome.NEW, "../年报.zip/坏.pdf": Outcome.UNREADABLE}


def test_what_the_dataset_holds_is_told_and_not_read_again(dataset: Dataset) -> None:
    intake, _ = finished(dataset, uploads(REPORTS[0]))
    _, progress = finished(intake.commit("李四").dataset, uploads(REPORTS[0], REPORTS[1]))
    assert outcomes(progress) == {REPORTS[0].name: Outcome.SAME, REPORTS[1].name: Outcome.NEW}


def test_a_corrected_report_names_the_one_it_supersedes(dataset: Dataset) -> None:
    intake, _ = finished(dataset, uploads(REPORTS[0]))
    held = intake.commit("李四").dataset
    corrected = [
        Upload(name, REPORTS[0].read_bytes() + f"<!--{name}-->".encode()) for name in ("更正.html", "再更正.html")
    ]
    again, progress = finished(held, corrected)
    earlier = [(arrival.outcome, arrival.earlier) for arrival in progress.arrivals]
    assert earlier == [(Outcome.SUPERSEDES, REPORTS[0].name), (Outcome.SUPERSEDES, "更正.html")]
    assert len(again.commit("李四").superseding) == 2


def test_no_report_supersedes_a_scan_that_could_not_be_read(dataset: Dataset) -> None:
    intake, progress = finished(dataset, uploads(REPORTS[0]))
    organ, year = (progress.arrivals[0].value(column) for column in ("organ_id", "fiscal_year"))
    assert isinstance(organ, str)
    assert isinstance(year, int)
    held = made_up(folder(dataset), [row(year=year, organ_id=organ, worst="unreadable")])
    _, progress = finished(held, uploads(REPORTS[0]))
    assert [(arrival.outcome, arrival.earlier) for arrival in progress.arrivals] == [(Outcome.NEW, "")]
    assert intake.commit("李四").superseding == frozenset()


def test_a_file_that_cannot_be_read_says_why(dataset: Dataset) -> None:
    _, progress = finished(dataset, [Upload("空.txt", b"")])
    (arrival,) = progress.arrivals
    assert arrival.outcome is Outcome.UNREADABLE
    assert arrival.cause is not None


def test_an_intake_goes_on_though_the_version_it_began_with_is_gone(dataset: Dataset) -> None:
    for file in REPORTS[:2]:
        intake, _ = finished(dataset, uploads(file))
        dataset = intake.commit("李四").dataset
    dataset.compacted(many=2)
    for part in dataset.files:
        Path(str(part)).unlink()
    corrected = Upload("更正.html", REPORTS[0].read_bytes() + b"<!-- -->")
    again, progress = finished(dataset, [corrected, *uploads(REPORTS[1])])
    assert progress.stage is Stage.READ
    assert outcomes(progress) == {"更正.html": Outcome.SUPERSEDES, REPORTS[1].name: Outcome.SAME}
    assert len(again.commit("李四").superseding) == 1


def test_a_dataset_that_is_damaged_meanwhile_is_told_and_nobody_waits_for_ever(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    intake, _ = finished(dataset, uploads(REPORTS[0]))
    held = intake.commit("李四").dataset
    add = Intake._add  # noqa: SLF001 - the moment between reading and judging cannot be met from outside

    def add_and_lose(intake: Intake, arrival: Arrival) -> None:
        add(intake, arrival)
        Path(str(held.files[0])).unlink()

    monkeypatch.setattr(Intake, "_add", add_and_lose)
    _, progress = finished(held, uploads(REPORTS[1]))
    assert progress.stage is Stage.FAILED
    assert progress.fault is not None
    assert progress.fault.fault is Fault.DAMAGED
    assert outcomes(progress) == {REPORTS[1].name: Outcome.NEW}


def test_a_stopped_intake_keeps_what_was_read(dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    files = uploads(*REPORTS)
    started: list[Intake] = []
    add = Intake._add  # noqa: SLF001 - the moment after the first document cannot be met from outside

    def add_and_stop(intake: Intake, arrival: Arrival) -> None:
        add(intake, arrival)
        intake.stop()

    monkeypatch.setattr(Intake, "_add", add_and_stop)
    many = [Upload(f"{number}.html", files[0].content + f"<!--{number}-->".encode()) for number in range(60)]
    started.append(Intake(dataset, many, in_this_process))
    ends = time.monotonic() + DEADLINE
    while started[0].progress().stage is Stage.READING and time.monotonic() < ends:
        time.sleep(0.02)
    progress = started[0].progress()
    assert progress.stage is Stage.STOPPED
    assert 0 < len(progress.arrivals) < len(many)
    assert started[0].commit("李四").stored
