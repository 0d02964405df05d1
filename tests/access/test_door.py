"""What is asked at the door of the server, without a browser."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Mapping
from typing import Any

import pytest
import streamlit as st
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from pages.shell.door import Door
from tests.access.conftest import AUTH, PEOPLE

FILE, UPLOAD, METRICS, PAGE = "/media/abc.csv", "/_stcore/upload_file/1/2", "/_stcore/metrics", "/licensing"
SECRETS = {"auth": AUTH, "gongkai": {"access": PEOPLE}}


class Secrets:
    """Settings as Streamlit gives them."""

    def __init__(self, told: dict[str, Any]) -> None:
        self._told = told

    def load_if_toml_exists(self) -> bool:
        return bool(self._told)

    def to_dict(self) -> dict[str, Any]:
        return self._told


@pytest.fixture
def with_sign_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "secrets", Secrets(SECRETS))
    monkeypatch.setattr("pages.shell.access.get_cookie_secret", lambda: AUTH["cookie_secret"])


def cookie(claims: Mapping[str, object], secret: str = AUTH["cookie_secret"]) -> str:
    told = json.dumps({"is_logged_in": True, "iat": time.time()} | dict(claims))
    return f"{USER_COOKIE_NAME}={create_signed_value(secret, USER_COOKIE_NAME, told).decode()}"


def ask(path: str, cookies: str = "") -> tuple[int, dict[str, str]]:
    """The status and the headers of the answer."""
    status, headers, _ = asked(path, PlainTextResponse("content"), cookies)
    return status, headers


def asked(path: str, app: ASGIApp, cookies: str = "") -> tuple[int, dict[str, str], bytes]:
    """The status, the headers and the body of the answer, where an app stands behind the door."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    headers = [(b"cookie", cookies.encode("latin-1"))]
    scope = {"type": "http", "method": "GET", "path": path, "headers": headers, "query_string": b""}
    asyncio.run(Door(app)(scope, receive, send))
    head, *parts = sent
    named = {name.decode(): value.decode() for name, value in head["headers"]}
    return head["status"], named, b"".join(part["body"] for part in parts)


def test_every_answer_keeps_foreign_pages_out() -> None:
    status, headers = ask(PAGE)
    assert status == 200
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert "default-src 'self'" in headers["content-security-policy"]


def test_a_page_is_sent_with_our_script_and_without_the_date_of_streamlits() -> None:
    streamlits = HTMLResponse("<html></html>", headers={"ETag": '"1"', "Content-Encoding": "gzip"})
    _, headers, body = asked(PAGE, streamlits)
    assert b"history.pushState" in body.partition(b'<script type="module"')[0]
    assert int(headers["content-length"]) == len(body)
    assert not headers.keys() & {"etag", "content-encoding"}


async def in_parts(_scope: Scope, _receive: Receive, send: Send) -> None:
    """An app that sends a page in two parts."""
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]})
    await send({"type": "http.response.body", "body": b"<html>", "more_body": True})
    await send({"type": "http.response.body", "body": b"</html>"})


def test_a_page_in_several_parts_is_sent_once() -> None:
    assert asked(PAGE, in_parts)[2].count(b"history.pushState =") == 1


@pytest.mark.parametrize(
    ("path", "app"),
    [
        ("/other", HTMLResponse("content")),
        (PAGE, HTMLResponse("content", status_code=404)),
        (PAGE, PlainTextResponse("content")),
    ],
)
def test_nothing_else_is_changed(path: str, app: ASGIApp) -> None:
    _, headers, body = asked(path, app)
    assert body == b"content"
    assert "link" not in headers


def test_on_this_computer_alone_nobody_is_asked() -> None:
    assert [ask(path)[0] for path in (FILE, UPLOAD, METRICS)] == [200, 200, 200]


@pytest.mark.usefixtures("with_sign_in")
@pytest.mark.parametrize(
    ("claims", "statuses"),
    [
        ({"email": "li@example.org"}, [200, 200, 200]),
        ({"email": "zhang@example.org"}, [200, 403, 200]),
        ({"email": "li@example.org", "iat": 0}, [403, 403, 403]),
        ({"email": "li@example.org", "is_logged_in": False}, [403, 403, 403]),
    ],
)
def test_files_go_to_whoever_may_look_and_come_from_whoever_may_import(
    claims: dict[str, object], statuses: list[int]
) -> None:
    assert [ask(path, cookie(claims))[0] for path in (FILE, UPLOAD, METRICS)] == statuses


@pytest.mark.usefixtures("with_sign_in")
@pytest.mark.parametrize("cookies", ["", f"{USER_COOKIE_NAME}=x", cookie({}, "another secret" * 3)])
def test_nobody_comes_in_with_a_cookie_of_their_own_making(cookies: str) -> None:
    assert [ask(path, cookies)[0] for path in (FILE, UPLOAD, METRICS, PAGE)] == [403, 403, 403, 200]
    assert ask(FILE, cookies)[1]["x-frame-options"] == "DENY"


@pytest.mark.parametrize("told", [{"auth": "yes"}, {"gongkai": {"access": PEOPLE}}])
def test_wrong_settings_shut_the_door(monkeypatch: pytest.MonkeyPatch, told: dict[str, Any]) -> None:
    monkeypatch.setattr(st, "secrets", Secrets(told))
    assert ask(FILE)[0] == 403
