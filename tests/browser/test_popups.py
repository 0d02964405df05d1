"""Streamlit's menus and hints in the language of the page."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit as st
from playwright.sync_api import Page, expect

from pages.shell.words import sentences
from tests.browser.dashboard import settle, visit

SCRIPTS = Path(st.__file__).parent / "static" / "static" / "js"
ORGAN = {"zh": "单位", "en": "Organ"}


@pytest.fixture(scope="module")
def scripts() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in SCRIPTS.glob("*.js"))


ENGLISH = {key: said for key, said in sentences("en").sentences.items() if key.startswith("streamlit.")}


@pytest.mark.parametrize("key", ENGLISH)
def test_what_is_translated_is_what_streamlit_says(scripts: str, key: str) -> None:
    """Another version may say it otherwise, and would stay untranslated without a word."""
    said = max(ENGLISH[key].split("{count}"), key=len)
    assert said.strip() in scripts


@pytest.mark.parametrize(
    ("language", "light", "none"), [("zh", "浅色", "没有匹配的选项"), ("en", "Light", "No results")]
)
def test_menus_and_lists_speak_the_language_of_the_page(page: Page, language: str, light: str, none: str) -> None:
    visit(page, "filing", lang=language)
    page.get_by_test_id("stMainMenu").click()
    expect(page.get_by_test_id("stMainMenuList")).to_contain_text(light)
    page.keyboard.press("Escape")
    organ = page.get_by_test_id("stSidebar").get_by_role("combobox", name=ORGAN[language], exact=True)
    organ.press_sequentially("教育")
    expect(page.get_by_role("listbox")).to_contain_text({"zh": "选中匹配的 4 项", "en": "Select 4 matches"}[language])
    organ.press_sequentially("某某")
    expect(page.get_by_role("listbox")).to_contain_text(none)


def test_another_language_is_spoken_at_once(page: Page) -> None:
    visit(page, "filing", lang="zh")
    page.get_by_role("radio", name="English").click()
    settle(page)
    page.get_by_test_id("stMainMenu").click()
    expect(page.get_by_test_id("stMainMenuList")).to_contain_text("Record screen")


def test_a_control_that_the_keyboard_comes_to_speaks_the_language_of_the_page(page: Page) -> None:
    visit(page, "filing", lang="zh")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("跳到正文")
    page.get_by_test_id("stMainMenu").locator("button").focus()
    expect(page.locator(":focus")).to_have_accessible_name("主菜单")
    page.get_by_role("radio", name="English").click()
    settle(page)
    page.get_by_test_id("stMainMenu").locator("button").focus()
    expect(page.locator(":focus")).to_have_accessible_name("Main menu")
