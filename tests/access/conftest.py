"""The dashboard behind a sign-in."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from streamlit.testing.v1 import AppTest

from pages.shell import access, store
from tests.made_up_reports import dataset, imbalance, row

ROOT: Final = Path(__file__).parents[2]
AUTH: Final = {"cookie_secret": "0123456789abcdef0123456789abcdef", "client_id": "gongkai"}
PEOPLE: Final = {"view": ["*"], "import": ["li@example.org"], "review": ["zhang@example.org"]}

Enter = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def _settings_read_anew() -> Iterator[None]:
    access._sign_in.cache_clear()  # noqa: SLF001 - otherwise read once in a process
    yield
    access._sign_in.cache_clear()  # noqa: SLF001


@pytest.fixture
def location(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a dataset with an inconsistent report, which the dashboard opens."""
    folder = tmp_path / "数据集"
    dataset(folder, [row("甲市应急管理局", 2021, worst="inconsistent", issues=[imbalance(0, 6)])])
    monkeypatch.setenv(store.VARIABLE, str(folder))
    return folder


@pytest.fixture
def enter(location: Path) -> Enter:  # noqa: ARG001 - there must be a dataset
    """What opens the dashboard with some settings, for somebody with some claims."""

    def entered(settings: dict[str, Any] | None = None, **claims: object) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
        if settings is not None:
            app.secrets |= settings
        app.user = {"is_logged_in": True, "iat": time.time(), **claims} if claims else {"is_logged_in": False}
        return app.run()

    return entered
