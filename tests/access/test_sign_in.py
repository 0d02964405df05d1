"""Signing in with a provider that speaks OpenID Connect, in a real browser."""

from __future__ import annotations

import http.client
import os
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from data import reviews
from data.dataset import open_dataset
from data.sample import DOCUMENTS
from pages.shell.registry import ENTRIES
from pages.shell.words import sentences
from tests.access.provider import running_guarded_dashboard, running_provider
from tests.browser.dashboard import SETTLES_WITHIN, find_browser, open_browser, settle, visit
from tests.made_up_reports import dataset, filled, imbalance, row

pytestmark = pytest.mark.browser

ORGAN = "甲市应急管理局"
SAID = sentences("zh")
HOME = re.compile(r"^http://[^/]+/(\?.*)?$")
Open = Callable[[], Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    executable = find_browser()
    if executable is None:
        absent = "no Chromium is installed (on Debian: apt-get install chromium)"
        if os.environ.get("GONGKAI_REQUIRE_BROWSER"):
            pytest.fail(absent)
        pytest.skip(absent)
    with open_browser(executable) as opened:
        yield opened


@pytest.fixture(scope="module")
def location(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office") / "数据集"
    table = filled("applications", "2021", 0)
    dataset(folder, [row(ORGAN, 2021, worst="inconsistent", issues=[imbalance(0, 6)], **table)])
    return folder


@pytest.fixture(scope="module")
def address(browser: Browser, location: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:  # noqa: ARG001
    with (
        running_provider() as provider,
        running_guarded_dashboard(tmp_path_factory.mktemp("settings"), location, provider) as started,
    ):
        yield started


@pytest.fixture
def open_window(browser: Browser, address: str) -> Iterator[Open]:
    """What opens a window of somebody else's browser."""
    contexts = []

    def opened() -> Page:
        contexts.append(browser.new_context(base_url=address, locale="zh-CN"))
        page = contexts[-1].new_page()
        page.set_default_timeout(SETTLES_WITHIN)
        return page

    yield opened
    for context in contexts:
        context.close()


def sign_in(page: Page, name: str) -> None:
    """Go the way that the first page shows, and be that person at the provider."""
    page.goto("/")
    page.get_by_role("button", name=SAID("access.sign_in")).click()
    page.get_by_role("button", name=name, exact=True).click()
    page.wait_for_url(HOME)
    settle(page)


def received(page: Page) -> list[bytes]:
    """Everything that comes to the browser through its websocket from now on."""
    frames: list[bytes] = []

    def keep(payload: str | bytes) -> None:
        frames.append(payload if isinstance(payload, bytes) else payload.encode())

    page.on("websocket", lambda socket: socket.on("framereceived", keep))
    return frames


@pytest.mark.parametrize("name", [entry.name for entry in ENTRIES])
def test_signed_out_no_address_gives_anything_away(open_window: Open, name: str) -> None:
    page = open_window()
    frames = received(page)
    visit(page, name, report="0" * 16)
    expect(page.get_by_role("button", name=SAID("access.sign_in"))).to_be_visible()
    assert page.locator("h1").inner_text() == SAID("access.title")
    assert frames
    assert not any("应急管理局".encode() in frame for frame in frames)
    assert not any(b"importing.files" in frame for frame in frames)


def test_who_may_look_may_not_import_or_decide(open_window: Open) -> None:
    page = open_window()
    sign_in(page, "wang")
    expect(page.get_by_test_id("stSidebar")).to_contain_text("wang")
    visit(page, "importing")
    expect(page.get_by_text(re.compile("没有导入权限"))).to_be_visible()
    expect(page.get_by_test_id("stFileUploader")).to_have_count(0)
    visit(page, "inconsistencies")
    expect(page.get_by_text(re.compile("没有核查权限"))).to_be_visible()
    expect(page.get_by_role("button", name=SAID("review.do.dismissed"))).to_have_count(0)


def test_an_address_that_nobody_proved_opens_nothing(open_window: Open) -> None:
    page = open_window()
    sign_in(page, "false")
    expect(page.get_by_text(re.compile("没有查看权限"))).to_be_visible()


def test_a_reviewer_decides_under_the_account_alone(open_window: Open, location: Path) -> None:
    page = open_window()
    sign_in(page, "zhang")
    visit(page, "inconsistencies")
    expect(page.get_by_label(SAID("review.name"))).to_have_count(0)
    page.get_by_label(SAID("review.reason")).fill("已电话核实")
    page.get_by_role("button", name=SAID("review.do.dismissed")).click()
    expect(page.get_by_text(re.compile("zhang.*已电话核实"))).to_be_visible()
    told = reviews.history(location).row(-1, named=True)
    assert (told["name"], told["signed_in"], told["reason"]) == ("zhang@example.org", True, "已电话核实")


def test_an_import_survives_its_browser_and_tells_who_began_it(open_window: Open, location: Path) -> None:
    document = min((DOCUMENTS / "synthetic").glob("*.txt"))
    page = open_window()
    sign_in(page, "li")
    visit(page, "importing")
    page.locator('input[type="file"]').set_input_files(document)
    page.get_by_role("button", name=re.compile("^读取")).click()
    page.wait_for_timeout(200)
    page.context.close()  # the connection is lost while documents are read

    again = open_window()
    sign_in(again, "li")
    visit(again, "importing")
    commit = again.get_by_role("button", name=re.compile("^写入数据集"))
    expect(commit).to_be_enabled()
    commit.click()
    expect(again.get_by_text(re.compile("已写入 1 份报告"))).to_be_visible()
    taken_in = open_dataset(location).history().sort("ingested_at").collect()
    assert taken_in.select("source", "ingested_by").row(-1) == (document.name, "li@example.org")


def test_signing_out_closes_the_door(open_window: Open) -> None:
    page = open_window()
    sign_in(page, "wang")
    with page.expect_response(re.compile("/auth/logout")):
        page.get_by_role("button", name=SAID("access.sign_out")).click()
    page.get_by_role("button", name="End session").click()  # at the provider, who leads back
    page.wait_for_url(HOME)
    visit(page, "licensing")
    expect(page.get_by_role("button", name=SAID("access.sign_in"))).to_be_visible()


def cookies(page: Page) -> dict[str, str]:
    held = {cookie["name"]: cookie["value"] for cookie in page.context.cookies()}
    return {"Cookie": "; ".join(f"{name}={value}" for name, value in held.items())} | {
        "X-Xsrftoken": held.get("_streamlit_xsrf", "")
    }


def test_a_file_is_for_those_who_signed_in(open_window: Open, address: str) -> None:
    page = open_window()
    sign_in(page, "wang")
    visit(page, "licensing")
    with page.expect_response(re.compile("/media/.*csv")) as caught:
        page.get_by_test_id("stMain").get_by_role("button", name=SAID("download.csv")).first.click()
    path = urlsplit(caught.value.url).path
    assert caught.value.headers["cache-control"] == "private, no-store"
    assert ask(address, "GET", path, **cookies(page)) == http.HTTPStatus.OK
    assert ask(address, "GET", path) == http.HTTPStatus.FORBIDDEN
    assert ask(address, "GET", path, Cookie="_streamlit_user=forged") == http.HTTPStatus.FORBIDDEN
    upload = "/_stcore/upload_file/00000000-0000-4000-8000-000000000000/1"
    assert ask(address, "PUT", upload, **cookies(page)) == http.HTTPStatus.FORBIDDEN  # may look, but not import


def test_who_may_import_may_bring_files_only_in_a_session(open_window: Open, address: str) -> None:
    page = open_window()
    sign_in(page, "li")
    upload = "/_stcore/upload_file/00000000-0000-4000-8000-000000000000/1"
    assert ask(address, "PUT", upload, **cookies(page)) == http.HTTPStatus.BAD_REQUEST


def ask(address: str, method: str, path: str, **headers: str) -> int:
    with closing(http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)) as connection:
        connection.request(method, path, body=b"x" if method == "PUT" else None, headers=headers)
        return connection.getresponse().status


def test_files_are_not_to_be_had_or_brought_without_a_session(address: str) -> None:
    assert ask(address, "GET", "/media/" + "0" * 56 + ".csv") == http.HTTPStatus.FORBIDDEN
    assert ask(address, "GET", "/_stcore/metrics") == http.HTTPStatus.FORBIDDEN
    upload = "/_stcore/upload_file/00000000-0000-4000-8000-000000000000/1"
    assert ask(address, "PUT", upload) == http.HTTPStatus.FORBIDDEN
    token = "a" * 32
    told = {"Cookie": f"_streamlit_xsrf={token}", "X-Xsrftoken": token}
    assert ask(address, "PUT", upload, **told) == http.HTTPStatus.FORBIDDEN
    assert ask(address, "POST", "/_stcore/agent/interact") in {
        http.HTTPStatus.NOT_FOUND,
        http.HTTPStatus.FORBIDDEN,
        http.HTTPStatus.METHOD_NOT_ALLOWED,
    }
