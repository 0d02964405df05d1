"""The pictures of the README, small enough for it: what a window shows of four pages with the sample dataset.

``uv run python -m tests.browser.images``
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Final

import polars as pl
from PIL import Image
from playwright.sync_api import Browser

from data.sample import sample_dataset
from tests.browser.dashboard import OFFICE, ROOT, Look, find_browser, open_browser, running_dashboard, settle, visit

FOLDER: Final = ROOT / "docs" / "images"
COLOURS: Final = 128
ENGLISH: Final = Look(1440, "dark", "en")


@dataclass(frozen=True, slots=True)
class Shown:
    """One picture: its name, who looks, and the page with the codes of its address."""

    name: str
    look: Look
    page: str
    codes: Mapping[str, str] = field(default_factory=dict)


def pictures() -> tuple[Shown, ...]:
    """The four of the README."""
    papers = sample_dataset().reports().filter(pl.col("format") == "pdf", pl.col("fiscal_year") == 2023)
    paper: str = papers.select(pl.col("report_id").first()).collect().item()
    printed = {"report": paper, "part": "source", "cell": "applications.new_received.natural_person"}
    return (
        Shown("overview", OFFICE, "overview"),
        Shown("trend", ENGLISH, "licensing", {"measure": "penalties", "group": "kind"}),
        Shown("inconsistency", OFFICE, "inconsistencies", {"rule": "year-carry-over"}),
        Shown("printed", Look(1440, "light", "en"), "report", printed),
    )


def shoot(browser: Browser, dashboard: str, shown: Shown, folder: Path) -> None:
    """Take one picture of the window and keep it in few colours."""
    look = shown.look
    context = browser.new_context(
        base_url=dashboard, color_scheme=look.theme, locale=look.locale, viewport=look.viewport
    )
    page = context.new_page()
    visit(page, shown.page, lang=look.language, **shown.codes)
    settle(page)
    drawn = Image.open(BytesIO(page.screenshot())).convert("RGB")
    context.close()
    drawn.quantize(COLOURS, dither=Image.Dither.NONE).save(folder / f"{shown.name}.png", optimize=True)


def main() -> int:
    """Write the pictures. Exit 1 when there is no browser."""
    executable = find_browser()
    if executable is None:
        sys.stderr.write("No Chromium is installed.\n")
        return 1
    with running_dashboard() as dashboard, open_browser(executable) as browser:
        for shown in pictures():
            shoot(browser, dashboard, shown, FOLDER)
    return 0


if __name__ == "__main__":
    sys.exit(main())
