"""How soon pages stand and follow a filter, in the browser, beside a Streamlit app of nothing but one chart.

``uv run python -m tests.browser.pace``
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

from playwright.sync_api import Browser, Page

from pages.shell.registry import ENTRIES
from tests.browser.dashboard import OFFICE, find_browser, open_browser, path_of, running, running_dashboard, settle

RUNS: Final = 5
WITH_CHARTS: Final = frozenset(entry.name for entry in ENTRIES if entry.has_charts)
FOLLOWING: Final = WITH_CHARTS - {"filing"}  # whose first chart is another when only sound reports are shown
# With what a page begins so that the filter changes its first chart: in the last year all reports are sound.
CHOICES: Final = {"outcomes": "?year=all"}
BARE: Final = Path(__file__).parents[1] / "bench" / "one_chart.py"
HEAD_STANDS: Final = "() => document.querySelector('h1') !== null"
CHART_STANDS: Final = "() => document.querySelector('h1') !== null && document.querySelector('.main-svg path') !== null"
# The first chart is drawn of other figures, and no script runs. Another picture is no sign of that: a flow goes on
# moving into its place when all else stands. Nor is a script seen running: it may begin and end between two frames.
FOLLOWED: Final = """() => {
    const chart = document.querySelector('.js-plotly-plot');
    return document.querySelector('[data-testid="stApp"]').dataset.testScriptState === 'notRunning'
        && chart !== null
        && chart.querySelector('.main-svg path') !== null
        && JSON.stringify(chart.data) !== window.dataBefore;
}"""
NOTE_KEY: Final = """() => {
    window.dataBefore = JSON.stringify(document.querySelector('.js-plotly-plot').data);
    window.addEventListener('keydown', () => { window.pressedAt = performance.now(); }, {once: true, capture: true});
}"""


def pairs(measured: Callable[[], float], base: Callable[[], float]) -> tuple[float, float]:
    """The median of several runs, and of each as a multiple of the base right before it."""
    found = [(base(), measured()) for _ in range(RUNS)]
    return median(took for _, took in found), median(took / bare for bare, took in found)


def _in_new_window(browser: Browser, address: str, measured: Callable[[Page], float]) -> float:
    context = browser.new_context(base_url=address, locale=OFFICE.locale, viewport=OFFICE.viewport)
    took = measured(context.new_page())
    context.close()
    return took


def stands(path: str, condition: str) -> Callable[[Page], float]:
    """What tells how long a page takes from its request until it stands."""

    def measured(page: Page) -> float:
        page.goto(path, wait_until="commit")
        page.wait_for_function(condition, polling="raf")
        return float(page.evaluate("() => performance.now()"))

    return measured


def follows(path: str) -> Callable[[Page], float]:
    """What tells how long a page takes from a key on a filter until its first chart is another."""

    def measured(page: Page) -> float:
        page.goto(path)
        settle(page)
        page.evaluate(NOTE_KEY)
        page.get_by_role("switch", name=OFFICE.word("filters.sound")).press("Space")
        page.wait_for_function(FOLLOWED, polling="raf")
        return float(page.evaluate("() => performance.now() - window.pressedAt"))

    return measured


def lines(browser: Browser, dashboard: str, bare: str) -> Iterator[str]:
    """A line for the app of one chart, and one for each page."""

    def base() -> float:
        return _in_new_window(browser, bare, stands("/", CHART_STANDS))

    base()  # what is read from disk for the first time
    _in_new_window(browser, dashboard, follows(path_of(ENTRIES[0].name)))
    yield "| page | stands, ms | of one chart | follows a filter, ms |\n| --- | ---: | ---: | ---: |"
    yield f"| nothing but one chart | {median(base() for _ in range(RUNS)):.0f} | 1.00 | |"
    for name in (entry.name for entry in ENTRIES):
        has_chart, path = name in WITH_CHARTS, path_of(name)
        stood = stands(path, CHART_STANDS if has_chart else HEAD_STANDS)
        took, ratio = pairs(partial(_in_new_window, browser, dashboard, stood), base)
        followed = ""
        if name in FOLLOWING:
            follow = follows(path + CHOICES.get(name, ""))
            followed = f"{median(_in_new_window(browser, dashboard, follow) for _ in range(RUNS)):.0f}"
        yield f"| {name} | {took:.0f} | {ratio:.2f} | {followed} |"


def main() -> int:
    """Print the table. Exit 1 when there is no browser."""
    executable = find_browser()
    if executable is None:
        sys.stderr.write("No Chromium is installed.\n")
        return 1
    with (
        running_dashboard() as dashboard,
        running(BARE) as bare,
        open_browser(executable) as browser,
    ):
        for line in lines(browser, dashboard, bare):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
