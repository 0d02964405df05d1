"""Bytes to text. Pages often declare an encoding that they do not have, so the bytes decide, not the declaration."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from parsing.model import UNCERTAIN, Problem, UnreadableError

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like UTF-16, so it is tried before
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARATION: Final = re.compile(rb"""(?:charset\s*=|<\?xml[^>]{0,80}?\bencoding\s*=)\s*["']?\s*([\w.:-]+)""")
_DECLARATION_WITHIN: Final = 4096  # bytes; browsers look at the first 1,024, word processors write long heads
_COMMONEST: Final = "的年，。、"
_MOST_LOST: Final = 0.05  # share of the characters beyond ASCII that may be unreadable in a text that is still taken


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and a note when the declared encoding was wrong or characters could not be read."""

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()


def declared_encoding(content: bytes) -> str:
    """What the page says about its encoding in a ``meta`` tag or XML declaration, or nothing."""
    head = content[:_DECLARATION_WITHIN].lower()
    found = _DECLARATION.search(head) if b"charset" in head or b"encoding" in head else None
    return found[1].decode("ascii") if found else ""


def decode(content: bytes, declared: str = "") -> Decoded:
    """The text of a file, without byte order mark.

    Raises:
        UnreadableError: the bytes are no text in any encoding that reports are published in.
    """
    for candidate in _candidates(content, declared):
        text = _strictly(content, candidate)
        if text is not None:
            return Decoded(text, candidate, _mismatch(text, declared, candidate))
    best = min((_leniently(content, candidate, declared) for candidate in _candidates(content, declared)), key=_lost)
    if _lost(best) > _MOST_LOST:
        raise UnreadableError(Problem(code="file-unknown"))
    return best


def _candidates(content: bytes, declared: str) -> Iterator[str]:
    """The encodings that the bytes may have, the likeliest first."""
    encoding = _marked(content) or _wide(content)
    if encoding:
        yield encoding
        return
    yield "utf-8"
    yield from ("big5hkscs", "gb18030") if _is_big5(declared) or _reads_as_big5(content) else ("gb18030", "big5hkscs")


def _reads_as_big5(content: bytes) -> bool:
    """Whether the bytes are Big5 and then hold more of the commonest signs: nearly all of Big5 is valid GB 18030."""
    text = _strictly(content, "big5hkscs")
    other = content.decode("gb18030", errors="replace") if text else ""
    return text is not None and sum(map(text.count, _COMMONEST)) > sum(map(other.count, _COMMONEST))


def _marked(content: bytes) -> str:
    """The encoding that a byte order mark names."""
    return next((encoding for mark, encoding in _BOMS if content.startswith(mark)), "")


def _wide(content: bytes) -> str:
    """UTF-16 without a mark: in every page most of the markup is ASCII, so every other byte is mostly zero."""
    head = content[: _DECLARATION_WITHIN // 2 * 2]
    even, odd, half = head[::2].count(0), head[1::2].count(0), len(head) // 2
    if odd > 10 * even and odd > half // 5:
        return "utf-16-le"
    return "utf-16-be" if even > 10 * odd and even > half // 5 else ""


def _is_big5(label: str) -> bool:
    return label.startswith(("big5", "big-5"))


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError:
        return None


def _leniently(content: bytes, encoding: str, declared: str) -> Decoded:
    """Unreadable bytes become U+FFFD, which no figure can hide behind."""
    text = content.decode(encoding, errors="replace").removeprefix("\ufeff")
    unread = text.count(UNCERTAIN)
    values = {"declared": declared or "?", "used": f"{encoding} ({unread} × U+FFFD)"}
    return Decoded(text, encoding, (Problem(code="file-encoding", values=values),))


def _lost(decoded: Decoded) -> float:
    """Share of the characters beyond ASCII that could not be read."""
    beyond_ascii = sum(not character.isascii() for character in decoded.text)
    return decoded.text.count(UNCERTAIN) / max(beyond_ascii, 1)


def _mismatch(text: str, declared: str, used: str) -> tuple[Problem, ...]:
    """A note when another encoding was declared than the one that the bytes have."""
    if not declared or text.isascii() or _family(declared) == _family(used):
        return ()
    return (Problem(code="file-encoding", values={"declared": declared, "used": used}),)


def _family(label: str) -> str:
    """The decoder that covers a label: all gb* labels are subsets of GB 18030."""
    name = label.lower()
    if name.startswith(("gb", "x-gbk", "cp936", "ms936", "windows-936")):
        return "gb18030"
    if _is_big5(name):
        return "big5"
    try:
        return codecs.lookup(name).name.removesuffix("-le").removesuffix("-be")
    except LookupError:
        return name
