"""Each way is one step of the browser's history, in whichever halves its address is written."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from pages.shell.steps import with_single_steps

SITE = "http://gongkai.test"
FRONT = "/?years=1"
SOON, LATER = 200, 3000  # milliseconds
KEY = "Tab"  # that a visitor presses
MOVE = "by => new Promise(done => { window.addEventListener('popstate', done, {once: true}); history.go(by); })"


@pytest.fixture
def page(browser: Browser) -> Page:
    """A page of nothing but the script, whose clock goes as it is told, at an address that it has had for long."""
    opened = browser.new_context(base_url=SITE).new_page()
    opened.add_init_script("window.time = 0; performance.now = () => window.time;")
    empty = with_single_steps("<title></title><script></script>")
    opened.route("**/*", lambda route: route.fulfill(body=empty, content_type="text/html"))
    opened.goto(FRONT)
    wait(opened, LATER)
    return opened


def wait(page: Page, milliseconds: int) -> None:
    page.evaluate("passed => { window.time += passed; }", milliseconds)


def write(page: Page, address: str) -> None:
    page.evaluate("address => history.pushState({}, '', address)", address)


def steps(page: Page, *written: str | int) -> list[str]:
    """The addresses that a visitor meets on the way back, after some were written, with pauses and keys between."""
    for each in written:
        if isinstance(each, int):
            wait(page, each)
        elif each == KEY:
            page.keyboard.press(each)
        else:
            write(page, each)
    met = [page.url]
    while page.url != f"{SITE}{FRONT}" and len(met) <= len(written):
        page.evaluate(MOVE, -1)
        met.append(page.url)
    return [address.removeprefix(SITE) for address in met]


@pytest.mark.parametrize(
    ("written", "met"),
    [
        pytest.param(["/a", "/a?years=1"], ["/a?years=1"], id="navigation"),
        pytest.param(["/a", LATER, "/a?years=1"], ["/a?years=1"], id="slow navigation"),
        pytest.param(["/a?b=1", SOON, "/a?b=1&c=2"], ["/a?b=1&c=2"], id="link with some codes"),
        pytest.param([KEY, "/?years=2", LATER, "/?years=3"], ["/?years=3", "/?years=2"], id="two choices"),
        pytest.param([KEY, "/?row=1", SOON, "/a?row=1"], ["/a?row=1"], id="row"),
        pytest.param(
            ["/a", "/a?b=1", SOON, "/a?row=1", "/c?row=1"], ["/c?row=1", "/a?b=1"], id="row as soon as it is there"
        ),
        pytest.param(
            ["/a", "/a?b=1", LATER, KEY, "/a?row=1", "/c?row=1"], ["/c?row=1", "/a?b=1"], id="row after a while"
        ),
        pytest.param(
            ["/a", "/a?b=1", LATER, KEY, "/a?b=2", LATER, "/c?b=2"],
            ["/c?b=2", "/a?b=2", "/a?b=1"],
            id="choice, then link",
        ),
    ],
)
def test_each_way_is_one_step(page: Page, written: list[str | int], met: list[str]) -> None:
    assert steps(page, *written) == [*met, FRONT]


def test_codes_that_a_page_adds_to_the_address_it_was_opened_at_are_no_step(page: Page) -> None:
    count = page.evaluate("() => history.length")
    write(page, "/?years=1&a=1")
    assert page.url == f"{SITE}/?years=1&a=1"
    assert page.evaluate("() => history.length") == count


def test_codes_that_a_page_adds_when_a_visitor_comes_back_leave_the_way_forward(page: Page) -> None:
    assert steps(page, KEY, "/a?b=1") == ["/a?b=1", FRONT]
    wait(page, LATER)
    write(page, "/?years=1&a=1")
    page.evaluate(MOVE, 1)
    assert page.url == f"{SITE}/a?b=1"


def test_what_a_visitor_who_has_just_come_back_chooses_is_a_step(page: Page) -> None:
    page.keyboard.press(KEY)
    write(page, "/a?b=1")
    wait(page, LATER)
    page.evaluate(MOVE, -1)
    wait(page, SOON)
    assert steps(page, KEY, "/?years=2") == ["/?years=2", FRONT]


@pytest.fixture
def linked(page: Page) -> Page:
    """The page with a link in a table and another one, which tells of every step that it hears of."""
    page.evaluate(
        """() => {
            const table = '<table class="gk-form"><tr><th><a href="a?b=1">甲局</a></th></tr></table>';
            document.body.innerHTML = `${table}<a href="c">丙</a>`;
            window.heard = [];
            window.addEventListener('popstate', () => { window.heard.push(location.pathname + location.search); });
        }"""
    )
    return page


def test_a_link_in_a_table_goes_on_within_the_page(linked: Page) -> None:
    linked.get_by_role("link", name="甲局").click()
    assert linked.evaluate("() => window.heard") == ["/a?b=1"]
    assert steps(linked, "/a?b=1&c=2") == ["/a?b=1&c=2", FRONT]


def test_a_link_opens_another_tab_when_asked_to(linked: Page) -> None:
    with linked.context.expect_page():
        linked.get_by_role("link", name="甲局").click(modifiers=["ControlOrMeta"])
    assert linked.url == f"{SITE}{FRONT}"
    assert linked.evaluate("() => window.heard") == []


def test_any_other_link_is_left_to_the_browser(linked: Page) -> None:
    linked.get_by_role("link", name="丙").click()
    linked.wait_for_url(f"{SITE}/c")
    assert not linked.evaluate("() => 'heard' in window")
