"""The outermost layer of the server: what every answer carries, and which addresses ask who is there.

The pages ask for themselves (:mod:`pages.shell.access`). Files that Streamlit hands out and takes in have addresses of
their own, at which no script runs.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from http import HTTPStatus
from pathlib import Path
from types import MappingProxyType
from typing import Final

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.access import AccessSettingsError, Right
from pages.shell import access, registry
from pages.shell.popups import with_translated_popups
from pages.shell.registry import Entry
from pages.shell.steps import with_single_steps

_GUARDED: Final[Mapping[str, Right]] = MappingProxyType(
    {"/media/": Right.VIEW, "/_stcore/metrics": Right.VIEW, "/_stcore/upload_file/": Right.IMPORT}
)
# Streamlit and Plotly compile functions as they run and set styles from scripts; both come from this server alone.
_POLICY: Final = (
    "default-src 'self'; "
    "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
    "style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; "
    "font-src 'self' data:; "
    "worker-src 'self' blob:; "
    "object-src 'none'; "
    "base-uri 'self'; "
    "form-action 'self'; "
    "frame-ancestors 'none'"
)
_STATIC: Final = Path(st.__file__).parent / "static"
_HEADERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Content-Security-Policy": _POLICY,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
)


class Door:
    """Stands before all that Streamlit answers."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        right = next((right for part, right in _GUARDED.items() if part in scope["path"]), None)
        page = registry.at(scope["path"])
        is_page = False

        async def answer(message: Message) -> None:
            nonlocal is_page
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(_HEADERS)
                if right is not None:
                    headers["Cache-Control"] = "private, no-store"
                if page is not None and message["status"] == HTTPStatus.OK and _is_html(headers):
                    is_page = True
                    _announce(page, headers)
            elif is_page:
                if message.get("more_body", False):
                    return
                message = {"type": "http.response.body", "body": _page()}
            await send(message)

        if right is None or _may(right, Request(scope).cookies):
            await self._app(scope, receive, answer)
        else:
            await PlainTextResponse("403", status_code=403)(scope, receive, answer)


def _is_html(headers: Mapping[str, str]) -> bool:
    return headers.get("content-type", "").startswith("text/html")


def _announce(page: Entry, headers: MutableHeaders) -> None:
    """The headers of our page in the place of Streamlit's; without a date, that of an older version is not kept."""
    for name in ("Content-Encoding", "ETag", "Last-Modified", "Accept-Ranges"):
        del headers[name]
    headers["Content-Length"] = str(len(_page()))
    if page.has_charts and _drawing():
        headers.append("Link", _drawing())


@cache
def _page() -> bytes:
    """What Streamlit sends for every page of an app, with our scripts."""
    page = (_STATIC / "index.html").read_text(encoding="utf-8")
    return with_translated_popups(with_single_steps(page)).encode()


@cache
def _drawing() -> str:
    """Tells the browser to fetch at once what draws charts: Streamlit asks for it when the first chart is there."""
    found = (_STATIC / "static" / "js").glob("PlotlyChart.*.js")
    return ", ".join(f"<./static/js/{script.name}>; rel=modulepreload; crossorigin" for script in found)


def _may(right: Right, cookies: Mapping[str, str]) -> bool:
    try:
        return access.of_browser(cookies).may(right)
    except AccessSettingsError:
        return False
