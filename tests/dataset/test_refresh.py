"""A survey that a process of its own makes can be watched and stopped, and leaves nothing behind when it is."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from data.dataset import Dataset, create_dataset
from data.faults import Fault
from data.survey import kept
from data.survey.refresh import Refresh, Stage
from tests.dataset.read_reports import folder

_MAKER: Final = """
import sys, time, pathlib
from data.workshop import workshop
with workshop(pathlib.Path(sys.argv[1])) as folder:
    (folder / "half").write_text("made", encoding="utf-8")
    time.sleep(600)
"""


def maker(surveys: Path) -> subprocess.Popen[bytes]:
    """A program that has made half a survey and goes on for minutes."""
    program = subprocess.Popen([sys.executable, "-c", _MAKER, str(surveys)], cwd=Path(__file__).parents[2])
    wait_for(lambda: any(surveys.glob("making-*/half")))
    return program


def wait_for(has_happened: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not has_happened() and time.monotonic() < deadline:
        time.sleep(0.002)


def ended(refresh: Refresh) -> Stage:
    deadline = time.monotonic() + 60
    while refresh.progress().stage is Stage.RUNNING and time.monotonic() < deadline:
        time.sleep(0.05)
    return refresh.progress().stage


def test_another_process_makes_the_survey(corrected: Dataset) -> None:
    refresh = Refresh(corrected)
    assert ended(refresh) is Stage.DONE
    assert refresh.progress().share == 1
    assert kept.kept(corrected) is not None


def test_it_can_be_stopped(corrected: Dataset) -> None:
    refresh = Refresh(corrected)
    refresh.stop()
    assert ended(refresh) is Stage.STOPPED
    assert refresh.progress().fault is None


def test_a_stopped_one_leaves_nothing_behind(corrected: Dataset) -> None:
    surveys = folder(corrected) / "survey"
    refresh = Refresh(corrected)
    wait_for(lambda: any(surveys.glob("making-*/survey")))
    refresh.stop()
    assert list(surveys.glob("making-*")) == []


def test_what_a_killed_program_left_is_removed_by_the_next(corrected: Dataset) -> None:
    surveys = folder(corrected) / "survey"
    surveys.mkdir()
    killed = maker(surveys)
    killed.kill()
    killed.wait()
    assert any(surveys.glob("making-*/half"))
    kept.refresh(corrected)
    assert list(surveys.glob("making-*")) == []


def test_what_another_program_is_still_making_is_not_touched(corrected: Dataset) -> None:
    surveys = folder(corrected) / "survey"
    surveys.mkdir()
    at_work = maker(surveys)
    kept.refresh(corrected)
    (half,) = surveys.glob("making-*/half")
    assert half.read_text(encoding="utf-8") == "made"
    at_work.kill()
    at_work.wait()


def test_what_is_wrong_with_the_dataset_is_told(tmp_path: Path) -> None:
    gone = create_dataset(tmp_path / "dataset")
    (tmp_path / "dataset").rename(tmp_path / "elsewhere")
    refresh = Refresh(gone)
    assert ended(refresh) is Stage.FAILED
    fault = refresh.progress().fault
    assert fault is not None
    assert fault.fault is Fault.MISSING
