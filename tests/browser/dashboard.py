"""The real dashboard on a free port of this computer, and the Chromium that looks at it."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Literal
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from pages.shell.registry import ENTRIES
from pages.shell.words import Words, sentences
from parsing.catalogue import Language

ROOT: Final = Path(__file__).parents[2]
HOST: Final = "127.0.0.1"
STARTS_WITHIN: Final = 180  # seconds
SETTLES_WITHIN: Final = 120_000  # milliseconds

BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
QUIET: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

LOOKS_EVERY: Final = 250  # milliseconds

Theme = Literal["light", "dark"]
SIZES: Final = {1440: 1000, 1024: 768, 390: 844}  # an office screen, a small one, a telephone: width to height

# Whether anything on the page is another. No script may be seen to run: it may begin and end between two frames.
NOTE_CHANGE: Final = """() => {
    window.hasChanged = false;
    const watched = {subtree: true, childList: true, characterData: true};
    new MutationObserver(() => { window.hasChanged = true; }).observe(document.body, watched);
}"""
# The script has run, nothing of an earlier run is left, all charts are drawn, no word has moved since the last look.
SETTLED: Final = """() => {
    const shown = document.body.innerText;
    const still = shown === window.shownBefore;
    window.shownBefore = shown;
    const app = document.querySelector('[data-testid="stApp"]');
    const charts = [...document.querySelectorAll('[data-testid="stPlotlyChart"]')];
    return still
        && app !== null
        && app.dataset.testScriptState === 'notRunning'
        && app.dataset.testConnectionState === 'CONNECTED'
        && document.querySelector('h1, [data-testid="stException"], [data-testid="stAlert"]') !== null
        && document.querySelector('[data-testid="stSkeleton"], [data-stale="true"]') === null
        && charts.every(chart => chart.querySelector('.main-svg') !== null);
}"""


@dataclass(frozen=True, slots=True)
class Look:
    """Who looks at the dashboard: the width of the window, the theme and the language of the browser."""

    width: int
    theme: Theme
    language: Language

    def __str__(self) -> str:
        return f"{self.width}-{self.theme}-{self.language}"

    @property
    def viewport(self) -> ViewportSize:
        return {"width": self.width, "height": SIZES[self.width]}

    @property
    def locale(self) -> str:
        return {"zh": "zh-CN", "en": "en-GB"}[self.language]

    @property
    def word(self) -> Words:
        return sentences(self.language)


OFFICE: Final = Look(1440, "light", "zh")
LOOKS: Final = (OFFICE, Look(1024, "dark", "en"), Look(390, "dark", "zh"))  # every width, theme and language


class DashboardError(RuntimeError):
    """The dashboard did not start. Carries what it printed."""


def find_browser() -> str | None:
    """The path of a Chromium that is installed, or None."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


@contextmanager
def open_browser(executable: str) -> Iterator[Browser]:
    """Chromium without a window and without its own calls home."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=QUIET)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def running_dashboard(dataset: Path | None = None, **others: object) -> Iterator[str]:
    """The address of a dashboard that runs as long as the block, on a dataset folder or the sample.

    ``others`` are settings of Streamlit, with ``__`` for their dots.
    """
    with running(ROOT / "app.py", dataset, **others) as address:
        yield address


@contextmanager
def running(script: Path, dataset: Path | None = None, **others: object) -> Iterator[str]:
    """The address of a Streamlit app that runs as long as the block."""
    port = free_port()
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        log = Path(folder) / "dashboard.log"
        with log.open("wb") as output:
            server = subprocess.Popen(
                command(script, port, **others),
                cwd=ROOT,
                env=environment(dataset),
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        try:
            wait_until_healthy(server, port, log)
            yield f"http://{HOST}:{port}"
        finally:
            server.terminate()
            server.wait(timeout=STARTS_WITHIN)


def command(script: Path, port: int, **others: object) -> list[str]:
    """What starts the dashboard, as the README says it, on one port and without a window of its own."""
    options = {"server.address": HOST, "server.port": port, "server.headless": "true", "server.fileWatcherType": "none"}
    options |= {name.replace("__", "."): value for name, value in others.items()}
    flags = [f"--{name}={value}" for name, value in options.items()]
    return [sys.executable, "-m", "streamlit", "run", str(script), *flags]


def environment(dataset: Path | None) -> dict[str, str]:
    """This process's environment, naming no other dataset than the one meant."""
    others = {name: value for name, value in os.environ.items() if name != "GONGKAI_DATASET"}
    return others if dataset is None else {**others, "GONGKAI_DATASET": str(dataset)}


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until_healthy(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Return once the dashboard answers.

    Raises:
        DashboardError: it ended, or did not answer in time.
    """
    deadline = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < deadline and server.poll() is None:
        if is_healthy(port):
            return
        time.sleep(0.1)
    raise DashboardError(log.read_text(encoding="utf-8", errors="replace"))


def is_healthy(port: int) -> bool:
    with closing(http.client.HTTPConnection(HOST, port, timeout=5)) as connection:
        try:
            connection.request("GET", "/_stcore/health")
            return connection.getresponse().status == http.HTTPStatus.OK
        except OSError:
            return False


def visit(page: Page, name: str, **codes: str) -> None:
    """Open a page of the dashboard by its address and wait until it stands."""
    page.goto(f"{path_of(name)}?{urlencode(codes)}")
    settle(page)


def path_of(name: str) -> str:
    """The path of a page; the first one is at the root."""
    return "/" if name == ENTRIES[0].name else f"/{name}"


def go_back(page: Page) -> None:
    """Go one step back in the history, and wait until the page shows what its script then makes.

    Until that script begins, the page looks as settled as before.
    """
    page.evaluate(NOTE_CHANGE)
    page.go_back()
    page.wait_for_function("() => window.hasChanged", timeout=SETTLES_WITHIN)
    settle(page)


def settle(page: Page) -> None:
    """Wait until the page shows what its script made."""
    page.wait_for_function(SETTLED, polling=LOOKS_EVERY, timeout=SETTLES_WITHIN)
