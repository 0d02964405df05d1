"""What the fuzzer reads: documents of every reader, damaged in ways that a seed decides."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from random import Random
from types import MappingProxyType
from typing import Final

from data.synthetic.layouts import LAYOUTS
from parsing.model import Source
from parsing.output import Json
from tests.fuzz.tokens import NASTY, OF_BYTES, OF_TEXT
from tests.parsing import mutations
from tests.readers.documents import in_old_format, zipped

_NOTHING_KNOWN: Final[Mapping[str, Json]] = MappingProxyType({})
_HARMLESS: Final = ("<!-- 1 -->", "<a name=x></a>", "<o:p></o:p>", "<wbr>", "\u200b", "\ufeff", "&shy;", "&#8203;")
_TAG_END: Final = re.compile(r"(?<=>)(?=<(?:td|tr|p|span|div))", re.IGNORECASE)
_MOST_STEPS: Final = 12
_REPORTS: Final = 4  # that are set in each layout, to be damaged
_PARTS: Final = ("word/document.xml", "[Content_Types].xml", "docProps/core.xml")


@dataclass(frozen=True, slots=True)
class Case:
    """One damaged document. ``figures`` are known where the damage must not change what is read silently."""

    source: Source
    figures: Mapping[str, Json] = field(default_factory=lambda: _NOTHING_KNOWN)


def case(reader: str, number: int) -> Case:
    """The document of a number: the same in every run."""
    chance = Random(f"{reader} {number}")  # noqa: S311 - a seed, so that every case can be had again
    return READERS[reader](chance)


# ---- Readers --------------------------------------------------------------------------------------------------------


def _of_layouts(*names: str) -> Callable[[Random], Case]:
    def make(chance: Random) -> Case:
        name = chance.choice(names)
        return Case(Source(f"fuzz.{LAYOUTS[name].suffix}", _damaged(_report(name, chance), chance)))

    return make


def _html(chance: Random) -> Case:
    base = _of_layouts("web-clean", "web-managed", "web-split", "web-shifted", "web-word")(chance)
    return base if chance.random() < 0.8 else Case(Source("fuzz.html", _markup(chance).encode("utf-8", "replace")))


def _markup(chance: Random) -> str:
    """A page of nothing but tags, spans and words of the form, nested as they come."""
    return "".join(chance.choice(OF_TEXT) * chance.choice((1, 1, 1, 2, 40)) for _ in range(chance.randrange(1, 400)))


def _saved_page(chance: Random) -> Case:
    page = _html(chance).source.content
    coding = chance.choice(("8bit", "quoted-printable", "base64", "x-uuencode", "nonsense"))
    message = (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n"
        b"Content-Transfer-Encoding: " + coding.encode() + b"\r\n\r\n" + page + b"\r\n--b--\r\n"
    )
    return Case(Source("fuzz.mht", _damaged(message, chance) if chance.random() < 0.5 else message))


def _docx(chance: Random) -> Case:
    """A DOCX whose parts are damaged before they are packed, or whose archive is damaged afterwards."""
    content = _report(chance.choice(("docx-merged", "docx-split")), chance)
    if chance.random() < 0.2:
        return Case(Source("fuzz.docx", _damaged(content, chance)))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    part = chance.choice([name for name in _PARTS if name in parts])
    return Case(Source("fuzz.docx", zipped({**parts, part: _damaged(parts[part], chance)})))


def _legacy(chance: Random) -> Case:
    """A Word document of the format before DOCX, damaged. Reading each takes LibreOffice a second or two."""
    return Case(Source("fuzz.doc", _damaged(_old(chance.choice(("docx-merged", "docx-split"))), chance)))


@cache
def _old(layout: str) -> bytes:
    return in_old_format(_set(layout, 0))


def _archive(chance: Random) -> Case:
    """An archive of reports in an archive, damaged."""
    inner = {f"{chance.choice(NASTY)}{number}.txt": _text(chance).source.content for number in range(3)}
    outer = zipped({**inner, "内.zip": zipped(inner)})
    return Case(Source("fuzz.zip", _damaged(outer, chance)))


def _keyed(chance: Random) -> Case:
    """A report with known figures, damaged in one place, and then in ways that leave no other figure to be read."""
    damaged = mutations.damaged(chance)
    name = f"fuzz.{'html' if damaged.layout.startswith('web') else 'txt'}"
    content = damaged.content
    if damaged.layout.startswith("web") and chance.random() < 0.5:
        content = _with_harmless(content, chance)
    return Case(Source(name, content), damaged.figures)


def _with_harmless(content: bytes, chance: Random) -> bytes:
    """A page with markup between its tags that shows nothing."""
    encoding = "utf-8" if _is_utf8(content) else "gb18030"
    pieces = _TAG_END.split(content.decode(encoding))
    noisy = [piece + (chance.choice(_HARMLESS) if chance.random() < 0.05 else "") for piece in pieces]
    return "".join(noisy).encode(encoding)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


_text: Final = _of_layouts("lines", "traditional", "bars", "rows", "indented", "tabs", "markdown")
READERS: Final[Mapping[str, Callable[[Random], Case]]] = MappingProxyType(
    {
        "html": _html,
        "mhtml": _saved_page,
        "text": _text,
        "docx": _docx,
        "pdf": _of_layouts("pdf", "pdf-repeated"),
        "archive": _archive,
        "report": _keyed,
        **({"legacy": _legacy} if shutil.which("soffice") else {}),
    }
)


def _report(layout: str, chance: Random) -> bytes:
    """One of a few reports in a layout; setting one takes longer than reading it."""
    return _set(layout, chance.randrange(_REPORTS))


@cache
def _set(layout: str, number: int) -> bytes:
    chance = Random(f"{layout} {number}")  # noqa: S311 - a seed, so that every case can be had again
    return LAYOUTS[layout].set(mutations.busy_draft(chance, chance.choice((2019, 2020, 2021, 2023))))


# ---- Damage ---------------------------------------------------------------------------------------------------------


def _damaged(content: bytes, chance: Random) -> bytes:
    """The content after some steps of damage, most often few."""
    for _ in range(min(1 + int(chance.expovariate(0.4)), _MOST_STEPS)):
        content = chance.choice(_STEPS)(content or b" ", chance)
    return content


def _cut(content: bytes, chance: Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _lose(content: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(content))
    return content[:start] + content[start + chance.randrange(1, 400) :]


def _repeat(content: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(content))
    piece = content[start : start + chance.choice((1, 3, 20, 300, 4000))]
    return content[:start] + piece * chance.choice((2, 3, 50, 400)) + content[start:]


def _flip(content: bytes, chance: Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 4, 64))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _insert(content: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(content))
    token = (
        chance.choice(OF_BYTES) if chance.random() < 0.5 else chance.choice(OF_TEXT).encode("utf-8", "surrogatepass")
    )
    return content[:start] + token * chance.choice((1, 1, 2, 100)) + content[start:]


def _move(content: bytes, chance: Random) -> bytes:
    first, second, third = sorted(chance.randrange(len(content)) for _ in range(3))
    return content[:first] + content[second:third] + content[first:second] + content[third:]


def _number(content: bytes, chance: Random) -> bytes:
    """A number in the markup replaced by one that nobody expects."""
    found = list(re.finditer(rb"\d+", content[:200_000]))
    if not found:
        return content
    match = chance.choice(found)
    other = chance.choice((b"0", b"-1", b"65536", b"4294967296", b"9" * 40, b"1e9", b"0x10"))
    return content[: match.start()] + other + content[match.end() :]


_STEPS: Final = (_cut, _lose, _repeat, _flip, _insert, _insert, _move, _number)
