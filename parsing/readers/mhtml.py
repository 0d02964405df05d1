"""Web pages that a browser or word processor saved with all their parts in one file (MHTML)."""

from __future__ import annotations

import email
import email.policy
import re
from typing import Final

from parsing.limits import MAX_MESSAGE_PARTS, refuse_beyond
from parsing.model import Problem, UnreadableError
from parsing.readers.decoding import Decoded, declared_encoding, decode

_HEAD_WITHIN: Final = 4096  # bytes
_PARTED: Final = re.compile(rb"^content-type:\s*multipart/", re.IGNORECASE | re.MULTILINE)
_MULTIPART: Final = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)


def is_saved_page(content: bytes) -> bool:
    """Whether the file is a message whose parts are a page and its pictures."""
    head = content[:_HEAD_WITHIN]
    return b"mime-version:" in head.lower() and _MULTIPART.search(head) is not None


def page_of(content: bytes) -> Decoded:
    """The page's markup.

    Raises:
        UnreadableError: no part is a page, or parts are nested beyond the limit.
    """
    refuse_beyond("parts", len(_PARTED.findall(content)), MAX_MESSAGE_PARTS)
    message = email.message_from_bytes(content, policy=email.policy.compat32)
    for part in message.walk():
        payload = part.get_payload(decode=True)
        if part.get_content_type() == "text/html" and isinstance(payload, bytes):
            return decode(payload, part.get_content_charset() or declared_encoding(payload))
    raise UnreadableError(Problem(code="file-damaged", values={"format": "MHTML"}))
