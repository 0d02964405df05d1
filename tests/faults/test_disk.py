"""A disk that is full, or that nobody may write to: a sentence, and nothing lost."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path

import pytest

from data import intake as intake_module
from data.commands import main
from data.dataset import open_dataset
from data.faults import DatasetError, Fault
from data.intake import Intake, Progress, Stage, Upload
from data.places import Location
from data.reviews import Decision, Signed, decide, history
from data.workers import in_this_process
from pages.shell.registry import ENTRIES
from tests.dataset.published import web_page
from tests.faults.conftest import Disk, Enter, made

SIGNED = Signed(reason="核实", name="张三")
DEADLINE = 60  # seconds


def corpus(folder: Path) -> Path:
    folder.mkdir()
    for year in (2022, 2023):
        (folder / f"{year}.html").write_bytes(web_page(year=year))
    return folder


def reports(location: Path) -> int:
    return open_dataset(location).reports().collect().height


def finished(intake: Intake) -> Progress:
    ends = time.monotonic() + DEADLINE
    while intake.progress().stage is Stage.READING:
        assert time.monotonic() < ends
        time.sleep(0.02)
    return intake.progress()


def test_an_ingest_onto_a_full_disk_says_so_and_goes_on_when_there_is_room(
    disk: Disk, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    location = made(disk.folder / "dataset")
    command = ["ingest", str(corpus(tmp_path / "corpus")), "--dataset", str(location), "--workers", "1"]
    disk.fill()
    assert main(command) == 2
    told = capfd.readouterr().err
    assert os.strerror(errno.ENOSPC) in told
    assert "Traceback" not in told
    assert "panicked" not in told
    assert reports(location) == 2
    disk.clear()
    assert main(command) == 0
    assert reports(location) == 4


def test_what_was_read_is_committed_once_there_is_room_again(disk: Disk) -> None:
    location = made(disk.folder / "dataset")
    intake = Intake(open_dataset(location), [Upload("a.html", web_page(year=2023))], in_this_process)
    assert finished(intake).stage is Stage.READ
    disk.fill()
    with pytest.raises(DatasetError) as caught:
        intake.commit("李四")
    assert caught.value.fault is Fault.UNWRITABLE
    assert reports(location) == 2
    disk.clear()
    assert intake.commit("李四").stored
    assert reports(location) == 3


def test_a_decision_that_found_no_room_leaves_the_others(disk: Disk) -> None:
    location = made(disk.folder / "dataset")
    decide(location, "aa", Decision.CONFIRMED, SIGNED)
    disk.fill()
    with pytest.raises(DatasetError) as caught:
        decide(location, "bb", Decision.CONFIRMED, SIGNED)
    assert caught.value.fault is Fault.UNWRITABLE
    assert history(location)["fingerprint"].to_list() == ["aa"]
    disk.clear()
    decide(location, "bb", Decision.CONFIRMED, SIGNED)
    assert history(location)["fingerprint"].to_list() == ["aa", "bb"]


def test_a_disk_that_is_locked_can_be_looked_at(disk: Disk, enter: Enter) -> None:
    location = made(disk.folder / "dataset")
    disk.lock()
    app = enter(location)
    for entry in ENTRIES:
        app.switch_page(f"pages/{entry.name}/page.py")
        app.run()
        assert not app.exception, entry.name
        assert not app.error, entry.name


def test_a_decision_on_a_locked_disk_is_told_on_the_page(disk: Disk, enter: Enter) -> None:
    location = made(disk.folder / "dataset")
    disk.lock()
    app = enter(location)
    app.switch_page("pages/inconsistencies/page.py")
    app.run()
    app.text_input("review.name").set_value("张三")
    next(field for field in app.text_input if "reason" in str(field.key)).set_value("已核实")
    app.button("review.confirmed").click()
    app.run()
    assert not app.exception
    (error,) = app.error
    assert "cannot be written to" in error.value
    assert "Check permissions and disk space" in error.value


def test_an_ingest_into_a_locked_folder_ends_with_a_sentence(
    disk: Disk, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    location = made(disk.folder / "dataset")
    disk.lock()
    assert main(["ingest", str(corpus(tmp_path / "corpus")), "--dataset", str(location), "--workers", "1"]) == 2
    assert os.strerror(errno.EROFS) in capfd.readouterr().err
    assert main(["ingest", str(tmp_path / "corpus"), "--dataset", str(disk.folder / "new"), "--workers", "1"]) == 2


def full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_no_room_for_what_a_browser_sends_is_told(location: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake_module, "_kept", full)
    progress = finished(Intake(open_dataset(location), [Upload("a.html", b"")], in_this_process))
    assert progress.stage is Stage.FAILED
    assert progress.fault is not None
    assert os.strerror(errno.ENOSPC) in progress.fault.message("zh")


def test_a_failing_write_anywhere_in_a_commit_commits_nothing(location: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    intake = Intake(open_dataset(location), [Upload("a.html", web_page(year=2023))], in_this_process)
    assert finished(intake).stage is Stage.READ

    def no_room(_: Location, __: int) -> None:
        full()

    with monkeypatch.context() as patched:
        patched.setattr("data.dataset.check_room", no_room)
        with pytest.raises(DatasetError):
            intake.commit("李四")
    with monkeypatch.context() as patched:
        patched.setattr("data.delta.write_deltalake", full)
        with pytest.raises(DatasetError):
            intake.commit("李四")
    assert reports(location) == 2
    assert intake.commit("李四").stored
