"""What all tests share: where the reports stand that are kept beside the checkout, and how long an example may take."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from hypothesis import settings

BESIDE: Final = Path(__file__).parents[2] / "shared"

settings.register_profile("gongkai", deadline=None)  # a shared machine pauses at will
settings.load_profile("gongkai")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of published reports with keys. It is no part of the project, so a checkout may stand without it."""
    if not BESIDE.is_dir():
        pytest.skip("published reports with keys are not beside this checkout (../shared)")
    return BESIDE
