"""An article that a page carries as data for a script or a frame to show: in strings, templates, fields, or escaped."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

from lxml.etree import _Element as Element  # the type has no public name

from parsing.readers.html_tables import text_of

_HINT: Final = re.compile(r"(?:&lt;|\\u003c|\\x3c|<)table", re.IGNORECASE)
_TEMPLATE: Final = re.compile(r"template|html|handlebars|mustache", re.IGNORECASE)
# Strings of a script, and what only looks like them: comments. A string that is not closed ends with its line.
_STRING: Final = re.compile(
    r"//[^\n]*|/\*.*?(?:\*/|\Z)"
    r"|\"(?P<double>[^\"\\\n]*(?:\\.[^\"\\\n]*)*)(?:\"|(?=\n)|\\?\Z)"
    r"|'(?P<single>[^'\\\n]*(?:\\.[^'\\\n]*)*)(?:'|(?=\n)|\\?\Z)"
    r"|`(?P<long>[^`\\]*(?:\\.[^`\\]*)*)(?:`|\\?\Z)",
    re.DOTALL,
)
_ESCAPE: Final = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r?\n)|(.))", re.DOTALL)
_SIGNS: Final = {"n": "\n", "t": "\t", "r": "\r", "b": "", "f": "", "v": "", "0": ""}
_DATA: Final = ("{", "[")


def may_carry(page: str) -> bool:
    """Whether a table may stand anywhere in a page, as its markup or in a string."""
    return _HINT.search(page) is not None


def carried_article(root: Element) -> str:
    """The markup of the only article with tables that a page carries; nothing when there is none, or one of several."""
    found = {" ".join(article.split()): article for text in _carriers(root) if (article := _article(text))}
    return next(iter(found.values())) if len(found) == 1 else ""


def _carriers(root: Element) -> Iterator[str]:
    """Everything in a page that may be markup and is not shown as such."""
    for element in root.iter():
        if element.tag == "script":
            text = element.text or ""
            yield from [text] if _TEMPLATE.search(element.get("type") or "") else _strings(text)
        else:
            yield text_of(element) if element.tag == "textarea" else element.text or ""
            yield element.get("srcdoc") or ""
            yield element.get("value") or ""
        yield element.tail or ""


def _strings(script: str, *, within: bool = False) -> Iterator[str]:
    """The strings of a script or of data, and those of data in such a string."""
    for match in _STRING.finditer(script) if "table" in script.lower() else ():
        text = _unescaped(match[match.lastgroup]) if match.lastgroup else ""
        if not within and text.lstrip().startswith(_DATA):
            yield from _strings(text, within=True)
        else:
            yield text


def _unescaped(string: str) -> str:
    if "\\" not in string:
        return string
    text = _ESCAPE.sub(_sign, string)
    return text.encode("utf-16", errors="surrogatepass").decode("utf-16", errors="replace")  # joins halves of a sign


def _sign(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2] or escape[3]
    if code:
        return chr(int(code, 16)) if int(code, 16) <= 0x10FFFF else "\ufffd"  # noqa: PLR2004 - the last sign there is
    return "" if escape[4] else _SIGNS.get(escape[5], escape[5])


def _article(text: str) -> str:
    """The text if it is markup with whole tables, escaped or not; else nothing."""
    lower = text.lower()
    if "<table" not in lower and "&lt;table" in lower:
        text = html.unescape(text)
        lower = text.lower()
    opened = lower.count("<table")
    return text if opened and opened == lower.count("</table") else ""
