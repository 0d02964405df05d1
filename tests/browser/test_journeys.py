"""What a person does with the dashboard, done in a real browser on the sample dataset."""

from __future__ import annotations

import codecs
import csv
import re
import tomllib
from io import StringIO
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Locator, Page, Position, expect

from data.sample import sample_dataset
from pages.shell.registry import ENTRIES
from pages.shell.words import LANGUAGES, sentences
from parsing.catalogue import Language
from tests.browser.dashboard import ROOT, SIZES, go_back, settle, visit

pytestmark = pytest.mark.browser

FAULTS: Final = '[data-testid="stException"], [data-testid="stAlertContentError"]'
CHINESE: Final = sentences("zh")
ENGLISH: Final = sentences("en")
THEMES: Final = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]

FIRST_ROW: Final[Position] = {"x": 16, "y": 51}  # pixels: the box that chooses the first row of a table

# How many of these characters look different from each other. Without a font for them, all are the same empty box.
DIFFERENT_GLYPHS: Final = """characters => {
    const canvas = document.createElement('canvas');
    const pen = canvas.getContext('2d', {willReadFrequently: true});
    const family = getComputedStyle(document.querySelector('h1')).fontFamily;
    return new Set([...characters].map(character => {
        pen.clearRect(0, 0, canvas.width, canvas.height);
        pen.font = `60px ${family}`;
        pen.fillText(character, 20, 80);
        return canvas.toDataURL();
    })).size;
}"""


def content(page: Page) -> Locator:
    """The page itself, without what stands beside it."""
    return page.get_by_test_id("stMain")


def has_ground(page: Page, theme: str) -> None:
    """The page stands on the colour that a theme declares."""
    colour = THEMES[theme]["backgroundColor"]
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", f"rgb({red}, {green}, {blue})")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [entry.name for entry in ENTRIES])
def test_every_page_opens_in_both_languages(page: Page, name: str, language: Language) -> None:
    visit(page, name, lang=language)
    expect(page.locator("h1")).to_have_text(sentences(language)(f"{name}.title"))
    expect(page.locator(FAULTS)).to_have_count(0)


def test_chinese_is_drawn_and_not_boxed(page: Page) -> None:
    visit(page, "overview", lang="zh")
    assert page.evaluate(DIFFERENT_GLYPHS, "政府信息公开年报") == len("政府信息公开年报")


def test_pages_are_reached_by_the_navigation(page: Page) -> None:
    visit(page, "overview", lang="zh")
    page.get_by_role("link", name=CHINESE("licensing.title")).click()
    expect(page.locator("h1")).to_have_text(CHINESE("licensing.title"))
    expect(page).to_have_url(re.compile(r"/licensing\?"))


@pytest.mark.parametrize("link", ["stSidebarNavLink", "stPageLink-NavLink"])
def test_the_link_that_the_keyboard_is_on_has_an_outline(page: Page, link: str) -> None:
    visit(page, "overview", lang="zh")
    page.keyboard.press("Tab")  # from here on the browser shows where the focus is
    page.get_by_test_id(link).first.focus()
    expect(page.get_by_test_id(link).first).to_have_css("outline-style", "solid")


def test_an_address_gives_the_same_view_again(page: Page) -> None:
    visit(page, "overview", lang="zh")
    unfiltered = content(page).inner_text()
    page.get_by_role("switch", name=CHINESE("filters.sound")).press("Space")
    expect(page).to_have_url(re.compile("sound=1"))
    settle(page)
    filtered = content(page).inner_text()
    assert filtered != unfiltered

    page.goto(page.url)
    settle(page)
    expect(page.get_by_role("switch", name=CHINESE("filters.sound"))).to_be_checked()
    assert content(page).inner_text() == filtered


def test_a_download_holds_the_figures_of_the_dataset(page: Page) -> None:
    visit(page, "licensing", lang="zh", measure="penalties")
    with page.expect_download() as caught:
        content(page).get_by_role("button", name=CHINESE("download.csv")).first.click()
    assert caught.value.suggested_filename.endswith(".csv")
    file = Path(caught.value.path()).read_bytes()
    assert file.startswith(codecs.BOM_UTF8)

    cell = "proactive.penalties.decisions"
    rows = list(csv.DictReader(StringIO(file.decode("utf-8-sig"))))
    (column,) = (head for head in rows[0] if f"[{cell}]" in head)
    downloaded = {row[CHINESE("column.report_id")]: row[column] for row in rows}
    stored = sample_dataset().reports().select("report_id", cell).collect().rows()
    assert downloaded == {report: "" if count is None else str(count) for report, count in stored}


def test_no_table_offers_a_file_that_spreadsheets_would_calculate(page: Page) -> None:
    visit(page, "filing", lang="zh")
    page.get_by_test_id("stDataFrame").first.hover()
    toolbar = page.get_by_test_id("stElementToolbar").first
    expect(toolbar.get_by_role("button", name=re.compile("^Search"))).to_be_visible()
    expect(toolbar.locator('[aria-label^="Download as CSV"]')).to_be_hidden()


def test_language_is_switched(page: Page) -> None:
    visit(page, "problems", lang="zh")
    page.get_by_role("radio", name=ENGLISH("app.own_name")).click()
    expect(page.locator("h1")).to_have_text(ENGLISH("problems.title"))
    expect(page).to_have_url(re.compile("lang=en"))


def test_theme_is_switched(page: Page) -> None:
    visit(page, "overview", lang="zh")
    has_ground(page, "light")
    page.get_by_test_id("stMainMenuButton").click()
    page.get_by_role("menuitemradio", name=CHINESE("streamlit.dark")).click()
    has_ground(page, "dark")


def test_the_first_filter_changes_the_page_and_does_not_build_it_anew(page: Page) -> None:
    visit(page, "overview", lang="zh")
    page.evaluate("() => { document.querySelector('[data-testid=\"stMetric\"]').isKept = true; }")
    page.get_by_role("switch", name=CHINESE("filters.sound")).press("Space")
    expect(content(page).get_by_role("button", name=CHINESE("filters.sound"))).to_be_visible()
    settle(page)
    assert page.evaluate("() => document.querySelector('[data-testid=\"stMetric\"]').isKept") is True


def test_what_to_look_at_first_is_opened_without_loading_the_dashboard_anew(page: Page) -> None:
    visit(page, "overview", lang="zh")
    page.evaluate("() => { window.isKept = true; }")
    door = content(page).get_by_role("table", name=CHINESE("overview.first")).get_by_role("link").first
    name = door.inner_text()
    door.press("Enter")
    expect(page.locator("h1")).to_have_text(CHINESE("report.title"))
    settle(page)
    assert name in content(page).inner_text()
    assert page.evaluate("() => window.isKept") is True

    go_back(page)
    expect(page.locator("h1")).to_have_text(CHINESE("overview.title"))


def test_an_inconsistency_leads_to_its_report(page: Page) -> None:
    visit(page, "inconsistencies", lang="zh")
    link = content(page).get_by_role("link").first
    agency, _, year = link.get_by_role("paragraph").inner_text().rpartition(" ")
    link.click()
    expect(page).to_have_url(re.compile(r"/report\?.*report=[0-9a-f]{16}"))
    expect(page.locator("h1")).to_have_text(CHINESE("report.title"))
    expect(content(page)).to_contain_text(agency)
    expect(content(page)).to_contain_text(year)


@pytest.mark.parametrize("name", ["inconsistencies", "problems"])
def test_on_a_small_screen_an_entry_stands_below_the_list(page: Page, name: str) -> None:
    page.set_viewport_size({"width": 1024, "height": SIZES[1024]})
    visit(page, name, lang="zh")
    table = content(page).get_by_test_id("stDataFrame").bounding_box()
    detail = content(page).get_by_text(CHINESE("faults.do"), exact=True).bounding_box()
    assert table is not None
    assert detail is not None
    assert detail["y"] > table["y"] + table["height"]
    assert detail["x"] == pytest.approx(table["x"], abs=2)


@pytest.mark.parametrize(("width", "is_below"), [(390, True), (1440, False)])
def test_downloads_stand_beside_a_head_unless_they_would_squeeze_it(page: Page, width: int, *, is_below: bool) -> None:
    page.set_viewport_size({"width": width, "height": SIZES[width]})
    visit(page, "outcomes", lang="zh")
    head = page.locator(".st-key-head-outcomes-shares")
    title, download, whole = (
        place.bounding_box() for place in (head.locator("h3"), head.get_by_test_id("stDownloadButton").first, head)
    )
    assert title is not None
    assert download is not None
    assert whole is not None
    assert (download["y"] > title["y"] + title["height"]) == is_below
    assert (download["x"] > title["x"] + title["width"]) != is_below
    if is_below:
        assert title["width"] == pytest.approx(whole["width"], abs=2)


def test_a_column_leads_to_the_organs_behind_it_and_to_the_print(page: Page) -> None:
    visit(page, "outcomes", lang="zh")
    backlog = page.locator(".st-key-picture-outcomes-backlog .js-plotly-plot")
    carried_out = backlog.locator("g.trace.bars").last.locator("path").last
    carried_out.scroll_into_view_if_needed()
    box = carried_out.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)  # Plotly's own layer lies above it
    expect(page).to_have_url(re.compile(r"/behind\?.*year=2024&sum=applications\.carried_out\.total"))
    expect(page.locator("h1")).to_have_text(CHINESE("behind.title"))
    table = page.get_by_test_id("stDataFrame")
    expect(table).to_have_count(1)  # that of the page before is gone
    settle(page)

    table.hover(position=FIRST_ROW)
    table.click(position=FIRST_ROW)
    expect(page).to_have_url(re.compile(r"/report\?.*part=source.*cell=applications\.carried_out\.total"))
    expect(page.locator("h1")).to_have_text(CHINESE("report.title"))
    settle(page)
    for title in ("behind.title", "outcomes.title"):
        go_back(page)
        expect(page.locator("h1")).to_have_text(CHINESE(title))


def test_back_and_forward_go_from_page_to_page(page: Page) -> None:
    visit(page, "overview", lang="zh")
    names = ["overview", "licensing", "outcomes"]
    for name in names[1:]:
        page.get_by_test_id("stSidebarNav").get_by_role("link", name=CHINESE(f"{name}.title")).click()
        expect(page.locator("h1")).to_have_text(CHINESE(f"{name}.title"))
        settle(page)
    for name in reversed(names[:-1]):
        go_back(page)
        expect(page.locator("h1")).to_have_text(CHINESE(f"{name}.title"))
    page.go_forward()
    expect(page.locator("h1")).to_have_text(CHINESE("licensing.title"))
    expect(page).to_have_url(re.compile(r"/licensing\?.*measure="))


def test_a_link_and_a_filter_are_one_step_each(page: Page) -> None:
    visit(page, "overview", lang="zh")
    link = content(page).get_by_role("link", name=CHINESE("measure_long.licensing")).first
    link.click()
    expect(page.locator("h1")).to_have_text(CHINESE("licensing.title"))
    settle(page)
    go_back(page)
    expect(page.locator("h1")).to_have_text(CHINESE("overview.title"))
    page.get_by_role("switch", name=CHINESE("filters.sound")).press("Space")
    expect(page).to_have_url(re.compile("sound=1"))
    settle(page)
    go_back(page)
    expect(page).not_to_have_url(re.compile("sound=1"))
    expect(page.locator("h1")).to_have_text(CHINESE("overview.title"))
