"""Pictures of every page in both languages, both themes and three widths.

``uv run python -m tests.browser.screenshots OUT``
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Final

import polars as pl
from playwright.sync_api import Browser

from data.sample import sample_dataset
from pages.report.sections import PARTS
from pages.shell.registry import ENTRIES
from pages.shell.words import LANGUAGES
from parsing.catalogue import Severity
from tests.browser.dashboard import SIZES, Theme, find_browser, open_browser, running_dashboard, settle, visit

THEMES: Final[tuple[Theme, ...]] = ("light", "dark")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What is shown: a page, and the codes of its address that choose a part of it."""

    name: str
    page: str
    codes: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """One picture: what is shown and how."""

    view: View
    language: str
    theme: Theme
    width: int

    @property
    def file_name(self) -> str:
        return f"{self.view.name}-{self.language}-{self.theme}-{self.width}.png"


def views() -> Iterator[View]:
    """Every page as it opens, and every part of the page of one report."""
    for entry in ENTRIES:
        yield View(name=entry.name, page=entry.name, codes={})
    inconsistent = sample_dataset().reports().filter(pl.col("worst") == Severity.INCONSISTENT)
    report: str = inconsistent.select(pl.col("report_id").first()).collect().item()
    for part in PARTS:
        yield View(name=f"report-{part}", page="report", codes={"report": report, "part": part})


def shots(pages: Collection[str], widths: Collection[int]) -> Iterator[Shot]:
    """Every view of these pages × language × theme × width."""
    chosen = [view for view in views() if view.page in pages]
    for view, language, theme, width in product(chosen, LANGUAGES, THEMES, widths):
        yield Shot(view=view, language=language, theme=theme, width=width)


def shoot(browser: Browser, dashboard: str, shot: Shot, folder: Path) -> None:
    """Take one picture, of the whole page and not only of what fits the window."""
    context = browser.new_context(
        base_url=dashboard,
        color_scheme=shot.theme,
        locale="zh-CN",
        viewport={"width": shot.width, "height": SIZES[shot.width]},
    )
    page = context.new_page()
    visit(page, shot.view.page, lang=shot.language, **shot.view.codes)
    content = page.locator('[data-testid="stMainBlockContainer"]').bounding_box()
    if content is not None:
        page.set_viewport_size({"width": shot.width, "height": max(SIZES[shot.width], int(content["height"]))})
        settle(page)
    page.screenshot(path=folder / shot.file_name)
    context.close()


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the pictures into a folder. Exit 1 when there is no browser."""
    names = [entry.name for entry in ENTRIES]
    parser = argparse.ArgumentParser(prog="python -m tests.browser.screenshots", description="Pictures of every page.")
    parser.add_argument("folder", type=Path, metavar="OUT", help="where the pictures go")
    parser.add_argument("--page", dest="pages", action="append", choices=names, help="only this one; may be repeated")
    parser.add_argument("--width", dest="widths", action="append", type=int, choices=list(SIZES), help="only this one")
    chosen = parser.parse_args(arguments)
    executable = find_browser()
    if executable is None:
        sys.stderr.write("No Chromium is installed.\n")
        return 1
    chosen.folder.mkdir(parents=True, exist_ok=True)
    with running_dashboard() as dashboard, open_browser(executable) as browser:
        for shot in shots(chosen.pages or names, chosen.widths or list(SIZES)):
            shoot(browser, dashboard, shot, chosen.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
