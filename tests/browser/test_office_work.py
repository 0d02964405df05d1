"""The work of an office from end to end, in each width, theme and language."""

from __future__ import annotations

import csv
import re
from contextlib import suppress
from io import StringIO
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Locator, Page, TimeoutError, expect  # noqa: A004 - its own

from data.synthetic.organs import roster
from pages.shell import downloads
from parsing.catalogue import KINDS
from tests.browser.conftest import OpenWindow
from tests.browser.dashboard import LOOKS, Look, settle, visit
from tests.browser.documents import PENALTIES, batch

pytestmark = pytest.mark.browser

CARRY_OVER: Final = "year-carry-over"
OPENINGS: Final = 3  # of a list, before it counts as out of reach
OPENS_WITHIN: Final = 20_000  # milliseconds
WAITING_ORGANS: Final = 10  # from this one of the roster on, nobody has filed yet


def content(page: Page) -> Locator:
    """The page itself, without what stands beside it."""
    return page.get_by_test_id("stMain")


def choose(page: Page, label: str, option: str | re.Pattern[str]) -> None:
    """Pick an entry of a list. What is drawn anew below an open list closes it, so that it is opened once more."""
    box, entry = page.get_by_role("combobox", name=label).first, page.get_by_role("option", name=option).first
    for _ in range(OPENINGS):
        settle(page)
        box.click()
        with suppress(TimeoutError):
            entry.click(timeout=OPENS_WITHIN)
            break
    else:
        pytest.fail(f"{label}: {option} is out of reach")
    settle(page)


def choose_years(page: Page, year: str, look: Look) -> None:
    """Leave only one year; on a narrow screen the filters have to be opened first, and closed again."""
    if look.width < 768:
        page.get_by_test_id("stExpandSidebarButton").click()
    choose(page, look.word("filters.first_year"), year)
    choose(page, look.word("filters.last_year"), year)
    if look.width < 768:
        page.get_by_test_id("stSidebarCollapseButton").get_by_role("button").click()


def rows_of(page: Page, button: str) -> list[dict[str, str]]:
    """The rows of a CSV file that a button gives."""
    with page.expect_download() as caught:
        content(page).get_by_role("button", name=button).first.click()
    assert caught.value.suggested_filename.endswith(".csv")
    return list(csv.DictReader(StringIO(Path(caught.value.path()).read_text(encoding="utf-8-sig"))))


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_broken_carry_over_is_found_seen_dismissed_and_taken_away(
    open_window: OpenWindow, office: str, look: Look
) -> None:
    word, organ = look.word, roster(len(LOOKS))[LOOKS.index(look)].name
    page = open_window(office, look)
    visit(page, "inconsistencies", lang=look.language)
    choose_years(page, "2022", look)
    kind = KINDS[CARRY_OVER].wording(look.language).title
    content(page).get_by_role("radio", name=re.compile(re.escape(kind))).click()
    expect(page).to_have_url(re.compile(rf"rule={CARRY_OVER}"))
    settle(page)
    list_address = to_entry_of(page, organ, word("faults.next"))

    content(page).get_by_role("link", name=organ).first.click()
    expect(page).to_have_url(re.compile("/report"))
    settle(page)
    expect(content(page).get_by_role("heading", level=3)).to_contain_text(organ)
    figure = content(page).get_by_role("table").first.get_by_role("link").first
    printed = figure.inner_text()
    figure.click()
    expect(content(page).get_by_test_id("stImage").get_by_role("img")).to_be_visible()
    settle(page)
    assert content(page).get_by_test_id("stMetricValue").all_inner_texts() == [printed, printed]

    page.goto(list_address)
    settle(page)
    expect(content(page).get_by_role("link", name=organ).first).to_be_visible()
    dismiss(page, f"已核实 {look}", "张三", look)
    by_state = {row[word("column.reason")]: row for row in rows_of(page, word("download.csv"))}
    row = by_state[f"已核实 {look}"]
    assert row[word("column.agency")] == organ
    assert row[word("column.fiscal_year")] == "2022"
    assert row[word("column.state")] == word("review.states.dismissed")
    assert row[word("column.name")] == "张三"
    assert "applications.carried_in" in row[word("column.cells")]


def to_entry_of(page: Page, organ: str, following: str) -> str:
    """Go down the list until an entry of this organ is shown; its address."""
    while not content(page).get_by_role("link", name=organ).count():
        content(page).get_by_role("button", name=following).first.click()
        settle(page)
    return page.url


def dismiss(page: Page, reason: str, name: str, look: Look) -> None:
    """Say that the finding which is shown is none."""
    content(page).get_by_role("textbox", name=look.word("review.reason")).fill(reason)
    content(page).get_by_role("textbox", name=look.word("review.name")).fill(name)
    content(page).get_by_role("button", name=look.word("review.do.dismissed")).click()
    expect(content(page)).to_contain_text(reason)
    settle(page)


@pytest.mark.parametrize("look", LOOKS[:2], ids=str)
def test_twenty_files_are_read_looked_at_and_committed_although_the_tab_was_closed(
    open_window: OpenWindow, office: str, look: Look
) -> None:
    word, dropped = look.word, batch(WAITING_ORGANS + 20 * LOOKS.index(look))
    page = open_window(office, look)
    visit(page, "importing", lang=look.language)
    expect(content(page).get_by_role("button", name=word("importing.choose"))).to_be_visible()
    page.locator('input[type="file"]').set_input_files(
        {"name": "二十份.zip", "mimeType": "application/zip", "buffer": dropped.content}
    )
    content(page).get_by_role("button", name=word("importing.start", count=1)).click()
    expect(content(page).get_by_role("progressbar").or_(outcomes(page)).first).to_be_visible()
    page.context.close()

    page = open_window(office, look)
    visit(page, "importing", lang=look.language)
    commit = content(page).get_by_role("button", name=word("importing.commit", count="").rstrip("（份）() "))
    expect(commit).to_be_enabled()
    settle(page)
    assert outcomes(page).all_inner_texts() == ["17", "0", "0", "3"]
    told = {row[word("column.source")].rpartition("/")[2]: row for row in rows_of(page, word("download.csv"))}
    assert len(told) == 20
    assert all(told[name][word("importing.told")] for name in dropped.bad)
    assert not penalties(page, look).keys() & dropped.penalties.keys()

    visit(page, "importing", lang=look.language)
    commit.click()
    expect(content(page).get_by_test_id("stAlertContentSuccess")).to_be_visible()
    found = penalties(page, look)
    assert {organ: found[organ] for organ in dropped.penalties} == dropped.penalties


def outcomes(page: Page) -> Locator:
    """How many files were new, superseding, known, unreadable."""
    return content(page).get_by_test_id("stMetricValue")


def penalties(page: Page, look: Look) -> dict[str, int]:
    """The penalties of 2023 by organ, as the page on penalties gives them away."""
    visit(page, "licensing", lang=look.language, measure="penalties")
    rows = rows_of(page, look.word("download.csv"))
    agency, year, figure = (downloads.head(column, look.word) for column in ("agency", "fiscal_year", PENALTIES))
    return {row[agency]: int(row[figure]) for row in rows if row[year] == "2023"}


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_an_address_that_is_shared_gives_the_same_view(open_window: OpenWindow, address: str, look: Look) -> None:
    sender = open_window(address, look)
    visit(sender, "licensing", lang=look.language)
    choose_years(sender, "2022", look)
    content(sender).get_by_role("radio", name=look.word("licensing.groupings.kind")).click()
    expect(sender).to_have_url(re.compile("group=kind"))
    settle(sender)

    receiver = open_window(address, look)
    receiver.goto(sender.url)
    settle(receiver)
    assert receiver.url == sender.url
    assert content(receiver).inner_text() == content(sender).inner_text()
