"""The example of docs/nginx.conf, run as it stands with a certificate and ports of this test."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import urlsplit

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from tests.browser.dashboard import HOST, ROOT, free_port, running_dashboard
from tests.made_up_reports import dataset, row

EXAMPLE: Final = (ROOT / "docs" / "nginx.conf").read_text(encoding="utf-8")
AROUND: Final = """\
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/example.conf;
}}
"""
STARTS_WITHIN: Final = 20  # seconds
PATIENCE: Final = 60  # seconds: a shared machine may stand still for a while


class Ports(NamedTuple):
    """Where the proxy answers, encrypted and not, and the dashboard behind it."""

    encrypted: int
    plain: int
    dashboard: int


@pytest.fixture(scope="module")
def nginx() -> str:
    found = shutil.which("nginx", path=f"{os.environ['PATH']}{os.pathsep}/usr/sbin")
    if found is None:
        pytest.skip("no nginx is installed (on Debian: apt-get install nginx-light)")
    return found


@pytest.fixture(scope="module")
def proxy(nginx: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ports]:
    """A dashboard that is reached through the example."""
    folder = tmp_path_factory.mktemp("nginx")
    dataset(folder / "dataset", [row("甲市应急管理局", 2021)])
    certificate(folder)
    with running_dashboard(folder / "dataset") as address:
        ports = Ports(encrypted=free_port(), plain=free_port(), dashboard=urlsplit(address).port or 0)
        changed = {
            "listen 443": f"listen {HOST}:{ports.encrypted}",
            "listen 80": f"listen {HOST}:{ports.plain}",
            "server 127.0.0.1:8501": f"server {address.removeprefix('http://')}",
            "/etc/ssl/gongkai": folder.as_posix(),
        }
        example = EXAMPLE
        for old, new in changed.items():
            assert old in example
            example = example.replace(old, new)
        (folder / "example.conf").write_text(example, encoding="utf-8")
        (folder / "nginx.conf").write_text(AROUND.format(folder=folder.as_posix()), encoding="utf-8")
        with subprocess.Popen([nginx, "-p", str(folder), "-c", str(folder / "nginx.conf")]) as server:
            try:
                wait_for(ports.plain)
                yield ports
            finally:
                server.terminate()


def certificate(folder: Path) -> None:
    """A certificate that this test alone believes."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    signed = made.not_valid_before(now).not_valid_after(now + timedelta(days=1)).sign(key, hashes.SHA256())
    (folder / "certificate.pem").write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    (folder / "key.pem").write_bytes(key.private_bytes(serialization.Encoding.PEM, *plain))


def wait_for(port: int) -> None:
    deadline = time.monotonic() + STARTS_WITHIN
    while True:
        with closing(http.client.HTTPConnection(HOST, port, timeout=5)) as connection:
            try:
                connection.request("GET", "/")
                connection.getresponse()
            except OSError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.05)
            else:
                return


def trusting() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def ask(port: int, method: str, path: str, body: bytes = b"", **headers: str) -> http.client.HTTPResponse:
    with closing(http.client.HTTPSConnection(HOST, port, timeout=30, context=trusting())) as connection:
        connection.request(method, path, body=body, headers=headers)
        answer = connection.getresponse()
        answer.read()
        return answer


def test_what_is_not_encrypted_is_sent_to_what_is(proxy: Ports) -> None:
    with closing(http.client.HTTPConnection(HOST, proxy.plain, timeout=30)) as connection:
        connection.request("GET", "/licensing")
        answer = connection.getresponse()
    assert answer.status == HTTPStatus.MOVED_PERMANENTLY
    assert answer.headers["Location"] == f"https://{HOST}/licensing"


def test_pages_carry_the_headers_that_keep_them_apart(proxy: Ports) -> None:
    answer = ask(proxy.encrypted, "GET", "/licensing")
    assert answer.status == HTTPStatus.OK
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Referrer-Policy"] == "same-origin"


def test_a_page_with_charts_names_the_script_that_draws_them(proxy: Ports) -> None:
    [address] = re.findall(r"<\.(/[^>]+)>", ask(proxy.encrypted, "GET", "/licensing").headers["Link"])
    script = ask(proxy.encrypted, "GET", address)
    assert script.status == HTTPStatus.OK
    assert "javascript" in script.headers["Content-Type"]
    assert "Link" not in ask(proxy.encrypted, "GET", "/problems").headers


def test_cookies_travel_encrypted_alone(proxy: Ports) -> None:
    cookies = ask(proxy.encrypted, "GET", "/_stcore/health").headers.get_all("Set-Cookie") or []
    assert cookies
    assert all("secure" in cookie.lower() for cookie in cookies)


@contextmanager
def opened_page(proxy: Ports) -> Iterator[list[ForwardMsg]]:
    """What the dashboard sends until its first page stands; the session lives as long as the context."""
    stream = f"wss://{HOST}:{proxy.encrypted}/_stcore/stream"
    origin = f"https://{HOST}:{proxy.encrypted}"
    with connect(
        stream,
        ssl=trusting(),
        subprotocols=[Subprotocol("streamlit")],
        origin=Origin(origin),
        max_size=None,
        open_timeout=PATIENCE,
    ) as socket:
        message = BackMsg()
        message.rerun_script.query_string = "lang=zh"
        socket.send(message.SerializeToString())
        received = [ForwardMsg.FromString(socket.recv(timeout=PATIENCE, decode=False))]
        while received[-1].WhichOneof("type") != "script_finished":
            received.append(ForwardMsg.FromString(socket.recv(timeout=PATIENCE, decode=False)))
        yield received


def test_the_connection_of_a_page_goes_through(proxy: Ports) -> None:
    with opened_page(proxy) as received:
        assert received[-1].script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
        assert any("甲市应急管理局".encode() in message.SerializeToString() for message in received)


def test_another_address_cannot_open_the_connection_of_a_page(proxy: Ports) -> None:
    stream = f"wss://{HOST}:{proxy.encrypted}/_stcore/stream"
    with (
        pytest.raises(Exception, match="403"),
        connect(
            stream,
            ssl=trusting(),
            subprotocols=[Subprotocol("streamlit")],
            origin=Origin("https://elsewhere.example.org"),
            open_timeout=PATIENCE,
        ),
    ):
        pass


def test_a_foreign_name_for_this_computer_opens_nothing(proxy: Ports) -> None:
    name = f"rebound.example.org:{proxy.dashboard}"  # as a web page does whose name was made to mean this computer
    with (
        socket.create_connection((HOST, proxy.dashboard)) as direct,
        pytest.raises(InvalidStatus, match="403"),
        connect(
            f"ws://{name}/_stcore/stream",
            sock=direct,
            origin=Origin(f"http://{name}"),
            proxy=None,
            open_timeout=PATIENCE,
        ),
    ):
        pass


def test_bodies_are_bounded(proxy: Ports) -> None:
    large = bytes(2 * 1024 * 1024)
    assert ask(proxy.encrypted, "POST", "/", large).status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    assert ask(proxy.encrypted, "GET", "/_stcore/metrics").status == HTTPStatus.NOT_FOUND


def test_files_for_the_import_may_be_large(proxy: Ports) -> None:
    large = bytes(2 * 1024 * 1024)
    token = (ask(proxy.encrypted, "GET", "/_stcore/health").headers["Set-Cookie"]).partition("=")[2].partition(";")[0]
    told = {"Cookie": f"_streamlit_xsrf={token}", "X-Xsrftoken": token}
    form = {"Content-Type": "multipart/form-data; boundary=part"}
    head = b'--part\r\nContent-Disposition: form-data; name="file"; filename="a.html"\r\n\r\n'
    with opened_page(proxy) as received:
        session = next(filter(None, (message.new_session.initialize.session_id for message in received)))
        upload = f"/_stcore/upload_file/{session}/1"
        answer = ask(proxy.encrypted, "PUT", upload, head + large + b"\r\n--part--\r\n", **told, **form)
    assert answer.status == HTTPStatus.NO_CONTENT
