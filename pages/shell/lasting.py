"""Files that were made for somebody stay long enough to be fetched.

Streamlit 1.67 forgets a file that a download button has made as soon as two runs of any session have ended: among many
visitors a browser comes too late for it.
"""

from __future__ import annotations

import time
from typing import Final

from streamlit.runtime import media_file_manager
from streamlit.runtime.media_file_manager import MediaFileMetadata
from streamlit.runtime.media_file_storage import MediaFileKind

_SECONDS: Final = 60.0


class Lasting(MediaFileMetadata):
    """What Streamlit knows of a file, with the time at which it was made."""

    def __init__(self, kind: MediaFileKind = MediaFileKind.MEDIA) -> None:
        super().__init__(kind)
        self._made = time.monotonic()

    @property
    def is_marked_for_delete(self) -> bool:
        """Whether the file goes when nobody shows it any more."""
        return super().is_marked_for_delete and time.monotonic() - self._made > _SECONDS


def keep_made_files() -> None:
    """Have Streamlit keep each made file for a minute. Before it serves anything."""
    media_file_manager.MediaFileMetadata = Lasting  # type: ignore[misc]  # the name that its manager makes them by
