"""A visitor without a browser: speaks Streamlit's protocol over its websocket, as the page in a browser does."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Self
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

_PATIENCE: Final = 120  # seconds until an answer counts as none
_MAIN: Final = 0  # the part of the page beside the sidebar
_EARLY: Final = ForwardMsg.FINISHED_EARLY_FOR_RERUN


class NoAnswerError(Exception):
    """The dashboard reported a fault, closed the connection or was silent."""


@dataclass(slots=True)
class Screen:
    """What one run of the script sent: the elements of the page, without those of the sidebar."""

    elements: list[Delta] = field(default_factory=list)
    seconds: float = 0.0

    def says(self, text: str) -> bool:
        """Whether some element holds a text, in whatever form it was sent."""
        sought = text.encode()
        escaped = text.encode("unicode_escape")  # as JSON of a chart may write it
        return any(sought in sent or escaped in sent for sent in map(Delta.SerializeToString, self.elements))

    def downloads(self) -> list[str]:
        """The numbers of the files that are made when they are asked for."""
        buttons = (delta.new_element.download_button for delta in self.elements)
        return [button.deferred_file_id for button in buttons if button.deferred_file_id and "CSV" in button.label]

    def faults(self) -> list[str]:
        """What the page says of errors."""
        elements = [delta.new_element for delta in self.elements]
        raised = [element.exception.message for element in elements if element.WhichOneof("type") == "exception"]
        return raised + [element.alert.body for element in elements if element.alert.format == element.alert.ERROR]


class Visitor:
    """One session. Used as a context; its pages are shown one after the other."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._session = ""
        self._known: dict[str, ForwardMsg] = {}  # the server sends what a browser holds already by its hash alone

    async def __aenter__(self) -> Self:
        stream = f"ws://{urlsplit(self._address).netloc}/_stcore/stream"
        self._socket: ClientConnection = await connect(
            stream, subprotocols=[Subprotocol("streamlit")], max_size=None, compression=None, open_timeout=_PATIENCE
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._socket.close()

    async def show(self, page: str, codes: Mapping[str, str]) -> Screen:
        """Go to a page with choices made, and wait until it stands.

        Raises:
            NoAnswerError: it never did.
        """
        message = BackMsg()
        message.rerun_script.page_name = page
        message.rerun_script.query_string = urlencode(codes)
        message.rerun_script.context_info.locale = "zh-CN"
        screen, start = Screen(), time.monotonic()
        await self._send(message)
        while True:
            received = await self._receive()
            if received.WhichOneof("type") == "delta" and received.metadata.delta_path[0] == _MAIN:
                screen.elements.append(received.delta)
            elif received.WhichOneof("type") == "script_finished":
                if received.script_finished == _EARLY:
                    screen.elements.clear()
                    continue
                break
        screen.seconds = time.monotonic() - start
        return screen

    async def file(self, number: str) -> str:
        """The address of a file, once the dashboard has made it.

        Raises:
            NoAnswerError: it was not made.
        """
        message = BackMsg()
        message.backend_operation_request.request_id = uuid4().hex
        message.backend_operation_request.session_id = self._session
        message.backend_operation_request.deferred_file.file_id = number
        await self._send(message)
        while True:
            received = await self._receive()
            if received.WhichOneof("type") == "backend_operation_response":
                answer = received.backend_operation_response
                if answer.error_msg:
                    raise NoAnswerError(answer.error_msg)
                return f"{self._address}{answer.deferred_file.url}"

    async def _send(self, message: BackMsg) -> None:
        await self._socket.send(message.SerializeToString())

    async def _receive(self) -> ForwardMsg:
        async with asyncio.timeout(_PATIENCE):
            data = await self._socket.recv(decode=False)
        received = ForwardMsg()
        received.ParseFromString(data)
        if received.WhichOneof("type") == "new_session":
            self._session = received.new_session.initialize.session_id
        if received.WhichOneof("type") == "ref_hash":
            whole = ForwardMsg()
            whole.CopyFrom(self._known[received.ref_hash])
            whole.metadata.CopyFrom(received.metadata)
            return whole
        if received.metadata.cacheable:
            self._known[received.hash] = received
        return received
