"""What is asked at the door of the server, without a browser."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Mapping
from typing import Any

import pytest
import streamlit as st
from starlette.responses import PlainTextResponse
from starlette.types import Message
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
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    headers = [(b"cookie", cookies.encode("latin-1"))]
    scope = {"type": "http", "method": "GET", "path": path, "headers": headers, "query_string": b""}
    asyncio.run(Door(PlainTextResponse("content"))(scope, receive, send))
    return sent[0]["status"], {name.decode(): value.decode() for name, value in sent[0]["headers"]}


def test_every_answer_keeps_foreign_pages_out() -> None:
    status, headers = ask(PAGE)
    assert status == 200
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert "default-src 'self'" in headers["content-security-policy"]


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
