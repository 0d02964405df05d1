"""A dataset on a disk that can be filled, or made read-only."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

import pytest
from streamlit.testing.v1 import AppTest

from pages.shell import store
from tests.made_up_reports import dataset, imbalance, row

ROOT: Final = Path(__file__).parents[2]
SIZE: Final = "4m"
_BLOCK: Final = 4096

Enter = Callable[[Path], AppTest]


class Disk:
    """A small file system of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fill(self) -> None:
        """Leave not a byte."""
        with suppress(OSError), (self.folder / "filler").open("wb", buffering=0) as file:
            while True:
                file.write(b"x" * _BLOCK)

    def clear(self) -> None:
        """Give the room back."""
        (self.folder / "filler").unlink()

    def lock(self) -> None:
        """Allow nobody to write."""
        self._mount("-o", "remount,ro")

    def _mount(self, *options: str) -> None:
        subprocess.run(["mount", *options, str(self.folder)], check=True, capture_output=True)  # noqa: S607


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """A disk of four megabytes, where this system lets tests have one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "none", str(folder)]
    if sys.platform != "linux" or shutil.which("mount") is None or subprocess.run(command, check=False).returncode:
        pytest.skip("only root on Linux can have a small disk")
    yield Disk(folder)
    subprocess.run(["umount", "-l", str(folder)], check=True)  # noqa: S607


@pytest.fixture
def location(tmp_path: Path) -> Path:
    """The folder of a dataset with two reports, one of them inconsistent."""
    return made(tmp_path / "数据集")


def made(folder: Path) -> Path:
    dataset(folder, [row("甲局", 2021, worst="inconsistent", issues=[imbalance(0, 6)]), row("甲局", 2022)])
    return folder


@pytest.fixture
def enter(monkeypatch: pytest.MonkeyPatch) -> Enter:
    """What opens the dashboard on a dataset, in English."""

    def entered(folder: Path) -> AppTest:
        store.look_again()
        monkeypatch.setenv(store.VARIABLE, str(folder))
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        app.query_params["lang"] = "en"
        return app.run()

    return entered
