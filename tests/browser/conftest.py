"""One dashboard and one browser for all journeys; each journey has a window of its own that asks only this computer."""

from __future__ import annotations

import os
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from tests.browser.dashboard import HOST, SETTLES_WITHIN, find_browser, open_browser, running_dashboard

expect.set_options(timeout=SETTLES_WITHIN)


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


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A new window. After the journey: nothing was asked of another computer, and the browser reported no error."""
    context = browser.new_context(base_url=address, locale="zh-CN", viewport={"width": 1440, "height": 1000})
    asked: list[str] = []
    reported: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on("console", lambda message: reported.append(message.text) if is_error(message) else None)
    context.on("weberror", lambda error: reported.append(str(error.error)))
    yield context.new_page()
    context.close()
    assert [url for url in asked if is_foreign(url)] == []
    assert reported == []


def is_foreign(url: str) -> bool:
    """Whether a request leaves this computer."""
    parts = urlsplit(url)
    return parts.scheme not in {"data", "blob"} and parts.hostname != HOST


def is_error(message: ConsoleMessage) -> bool:
    """Whether the browser reports a fault. Streamlit tries out where it is served from, so these misses are none."""
    return message.type == "error" and "/_stcore/" not in message.location["url"]
