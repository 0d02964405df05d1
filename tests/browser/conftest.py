"""One browser for all journeys, and two dashboards; each journey has windows of its own that ask only this computer."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from data.dataset import create_dataset
from data.ingest import ingest
from tests.browser.dashboard import HOST, OFFICE, SETTLES_WITHIN, Look, find_browser, open_browser, running_dashboard
from tests.browser.documents import broken_in_2022

expect.set_options(timeout=SETTLES_WITHIN)

OpenWindow = Callable[[str, Look], Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = find_browser()
    if executable is None:
        absent = "no Chromium is installed (on Debian: apt-get install chromium)"
        if os.environ.get("GONGKAI_REQUIRE_BROWSER"):
            pytest.fail(absent)
        pytest.skip(absent)
    with open_browser(executable) as opened:
        yield opened


@pytest.fixture(scope="session")
def address(browser: Browser) -> Iterator[str]:  # noqa: ARG001  (without a browser, no dashboard is started)
    """Where the dashboard answers, with the sample dataset open."""
    with running_dashboard() as started:
        yield started


@pytest.fixture(scope="session")
def office(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:  # noqa: ARG001  (the same)
    """Where a dashboard answers on a dataset of its own, to which journeys add decisions and reports."""
    folder = tmp_path_factory.mktemp("office") / "数据集"
    ingest(broken_in_2022(organs=3), create_dataset(folder))
    with running_dashboard(folder) as started:
        yield started


@pytest.fixture
def open_window(browser: Browser) -> Iterator[OpenWindow]:
    """What opens a new window on a dashboard.

    After the journey: nothing was asked of another computer, and the browser reported no error.
    """
    contexts: list[BrowserContext] = []
    asked: list[str] = []
    reported: list[str] = []

    def opened(dashboard: str, look: Look) -> Page:
        context = browser.new_context(
            base_url=dashboard, locale=look.locale, color_scheme=look.theme, viewport=look.viewport
        )
        context.on("request", lambda request: asked.append(request.url))
        context.on("console", lambda message: reported.append(message.text) if is_error(message) else None)
        context.on("weberror", lambda error: reported.append(str(error.error)))
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()
    assert [url for url in asked if is_foreign(url)] == []
    assert reported == []


@pytest.fixture
def page(open_window: OpenWindow, address: str) -> Page:
    """A new window on the sample dataset, as in most offices."""
    return open_window(address, OFFICE)


def is_foreign(url: str) -> bool:
    """Whether a request leaves this computer."""
    parts = urlsplit(url)
    return parts.scheme not in {"data", "blob"} and parts.hostname != HOST


def is_error(message: ConsoleMessage) -> bool:
    """Whether the browser reports a fault. Streamlit tries out where it is served from, so these misses are none."""
    return message.type == "error" and "/_stcore/" not in message.location["url"]
