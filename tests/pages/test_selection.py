"""All figures of the chosen reports, to be taken away."""

from __future__ import annotations

import pytest

from pages.shell import selection
from tests.pages.conftest import Open, go, reports


def offered(open_app: Open) -> tuple[list[str], str]:
    """The keys of the buttons, and all captions."""
    app = go(open_app(reports(), lang="en"), "filing")
    assert not app.exception
    buttons = (button.proto.id.rpartition("-")[2] for button in app.get("download_button"))
    return [key for key in buttons if key.startswith("selection.")], " ".join(each.value for each in app.caption)


def test_files_are_offered(open_app: Open) -> None:
    keys, said = offered(open_app)
    assert keys == ["selection.csv", "selection.xlsx", "selection.package", "selection.companion"]
    assert "gongkai export" not in said


def test_more_reports_than_memory_holds_are_left_to_the_command(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selection, "_MOST", 5)
    keys, said = offered(open_app)
    assert keys == []
    assert "`gongkai export figures.csv --dataset" in said
