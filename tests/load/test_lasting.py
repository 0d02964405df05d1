from __future__ import annotations

import pytest
from streamlit.runtime.media_file_manager import MediaFileMetadata
from streamlit.runtime.media_file_storage import MediaFileKind

from pages.shell.lasting import Lasting


def test_a_made_file_outlives_the_runs_of_others_but_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    ordinary, lasting = (kind(MediaFileKind.DOWNLOADABLE) for kind in (MediaFileMetadata, Lasting))
    for file in (ordinary, lasting):
        file.mark_for_delete()
    assert ordinary.is_marked_for_delete  # as Streamlit has it: gone with the next run of whomever
    assert not lasting.is_marked_for_delete
    now = 1061.0
    assert lasting.is_marked_for_delete


def test_a_file_that_is_shown_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    lasting = Lasting(MediaFileKind.DOWNLOADABLE)
    now = 2000.0
    assert not lasting.is_marked_for_delete
