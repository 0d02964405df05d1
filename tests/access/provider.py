"""An OpenID provider on this computer, and a dashboard that asks it who somebody is."""

from __future__ import annotations

import http.client
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from tests.browser.dashboard import HOST, STARTS_WITHIN, free_port, running_dashboard

SETTINGS: Final = """\
[auth]
redirect_uri = "http://{host}:{{port}}/oauth2callback"
cookie_secret = "{secret}"
client_id = "gongkai"
client_secret = "of no matter here"
server_metadata_url = "{provider}/.well-known/openid-configuration"

[gongkai.access]
view = ["office:xxgk"]
import = ["li@example.org"]
review = ["zhang@example.org"]
"""
# Which claims somebody's sign-in carries, by what is pressed at the provider.
PEOPLE: Final[Mapping[str, Mapping[str, object]]] = {
    "li": {"email": "li@example.org", "email_verified": True, "office": "xxgk"},
    "zhang": {"email": "zhang@example.org", "email_verified": True},
    "wang": {"email": "wang@example.org", "email_verified": True, "office": "xxgk"},
    "false": {"email": "li@example.org", "email_verified": False},
}


@contextmanager
def running_provider() -> Iterator[str]:
    """The address of a provider that knows :data:`PEOPLE`, as long as the block runs."""
    port = free_port()
    claims = [f"--user-claims={json.dumps({'sub': name} | dict(told))}" for name, told in PEOPLE.items()]
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", f"--port={port}", f"--host={HOST}", *claims]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait_for(port)
            yield f"http://{HOST}:{port}"
        finally:
            server.terminate()


@contextmanager
def running_guarded_dashboard(folder: Path, dataset: Path, provider: str) -> Iterator[str]:
    """The address of a dashboard with sign-in. ``folder`` takes its settings."""
    settings = folder / "secrets.toml"
    settings.write_text(SETTINGS.format(host=HOST, secret="0123456789abcdef" * 2, provider=provider), encoding="utf-8")
    with running_dashboard(dataset, secrets__files=settings) as address:
        yield address


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + STARTS_WITHIN
    while True:
        with closing(http.client.HTTPConnection(HOST, port, timeout=5)) as connection:
            try:
                connection.request("GET", "/.well-known/openid-configuration")
                connection.getresponse()
            except OSError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.1)
            else:
                return
