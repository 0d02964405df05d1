"""An object store on this machine, in a process of its own."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from typing import Final
from uuid import uuid4

import pytest

HOST: Final = "127.0.0.1"
_START: Final = 60  # seconds


@pytest.fixture(scope="session")
def store() -> Iterator[str]:
    """The address of a store that speaks S3, with one bucket ``reports``."""
    pytest.importorskip("moto")
    port = _free_port()
    command = [sys.executable, "-m", "moto.server", "--host", HOST, "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait_for(port)
            connection = HTTPConnection(HOST, port)
            connection.request("PUT", "/reports")
            assert connection.getresponse().status == 200
            yield f"http://{HOST}:{port}"
        finally:
            server.kill()


@pytest.fixture
def bucket(store: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """An address in the store that no other test uses, with a Chinese name."""
    settings = {"ACCESS_KEY_ID": "any", "SECRET_ACCESS_KEY": "any", "REGION": "us-east-1", "ALLOW_HTTP": "true"}
    for name, value in (settings | {"ENDPOINT_URL": store}).items():
        monkeypatch.setenv(f"AWS_{name}", value)
    return f"s3://reports/数据 集/{uuid4().hex}"


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind((HOST, 0))
        port: int = listener.getsockname()[1]
    return port


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + _START
    while True:
        try:
            socket.create_connection((HOST, port), timeout=1).close()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return
