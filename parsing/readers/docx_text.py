"""The text that a DOCX element prints: kept changes, field results and one of two alternatives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from lxml.etree import _Element as Element  # the type has no public name

from parsing.readers.whitespace import BREAK

_NOT_PRINTED: Final = frozenset(
    {"", "del", "moveFrom", "delText", "instrText", "delInstrText"}  # "": comments and the like
    | {"pPr", "rPr", "sdtPr", "tblPr", "trPr", "tcPr", "rt"}
)
_CHARACTERS: Final[Mapping[str, str]] = MappingProxyType(
    {"tab": "\t", "ptab": "\t", "br": BREAK, "cr": BREAK, "noBreakHyphen": "-"}
)
_HIDING: Final = frozenset({"vanish", "strike", "dstrike"})
_LOOK: Final = tuple(f"{{*}}{name}" for name in (*_HIDING, "vertAlign"))
_RAISED: Final = frozenset({"sup", "sub"})  # of a formula: 5² is never 52
_LETTERED: Final = "Symbol"  # a symbol font that has digits
_ITS_DIGITS: Final = range(0xF030, 0xF03A)
_NO_TEXT: Final = range(0xD800, 0xF900)  # halves of characters, and pictograms of symbol fonts


def local_name(element: Element) -> str:
    """The tag without its namespace; nothing for comments and processing instructions."""
    return _local(element.tag)


def _without_namespace(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


_local: Final[Callable[[object], str]] = lru_cache(maxsize=1024)(_without_namespace)


def sibling_tag(element: Element, name: str) -> str:
    """The tag of that name in the element's namespace."""
    namespace, brace, _ = str(element.tag).rpartition("}")
    return f"{namespace}{brace}{name}"


def child(element: Element, name: str) -> Element | None:
    """The first child of that name."""
    for part in element:
        if _local(part.tag) == name:
            return part
    return None


def properties(element: Element, name: str, wanted: Sequence[str]) -> Mapping[str, Element]:
    """What the first child of that name (``tcPr`` of a cell) holds of what is wanted; the first of a name counts.

    ``wanted`` are tags of any namespace (``{*}gridSpan``): all others cost nothing.
    """
    found = child(element, name)
    return {} if found is None else {_local(part.tag): part for part in found.iterchildren(*wanted, reversed=True)}


def attribute(element: Element | None, name: str) -> str:
    """An attribute by its local name, or nothing."""
    if element is None:
        return ""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


def whole_number(element: Element | None) -> int | None:
    """What an element says as its value, if that is a whole number."""
    value = attribute(element, "val")
    return int(value) if value.isascii() and value.removeprefix("-").isdigit() else None


def shown(element: Element) -> Iterator[tuple[str, Element]]:
    """The children that are printed, each with its name. Of content that is stored twice only the newer one."""
    for part in element:
        name = _local(part.tag)
        if name == "AlternateContent":
            chosen = child(part, "Choice")
            chosen = child(part, "Fallback") if chosen is None else chosen
            if chosen is not None:
                yield from shown(chosen)
        elif name not in _NOT_PRINTED:
            yield name, part


def text_of(element: Element) -> str:
    """The text of a paragraph, without that of its text boxes."""
    return "".join(_pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    for name, part in shown(element):
        if name == "t":
            yield part.text or ""
        elif name in _CHARACTERS:
            yield _CHARACTERS[name]
        elif name == "sym":
            yield _symbol(attribute(part, "char"), attribute(part, "font"))
        elif name == "ddList":
            yield _chosen(part)
        elif name == "den":
            yield f"/{text_of(part)}"
        elif name == "r":
            yield _run(part)
        elif name in _RAISED:
            yield f"（{text_of(part)}）"
        elif name != "txbxContent":
            yield from _pieces(part)


def _run(run: Element) -> str:
    """A run's text: nothing when it is hidden or struck out; a raised figure is a note: 5¹ is never 51."""
    look = properties(run, "rPr", _LOOK)
    if any(is_on(look[name]) for name in _HIDING.intersection(look)):
        return ""
    text = "".join(_pieces(run))
    raised = attribute(look.get("vertAlign"), "val") in {"superscript", "subscript"}
    return f"（{text.strip()}）" if raised and any(map(str.isdigit, text)) else text


def is_on(switch: Element) -> bool:
    """Whether a property that is there is not switched off."""
    return attribute(switch, "val") not in {"0", "false", "off", "none"}


def _symbol(code: str, font: str) -> str:
    """A character given by its number in a symbol font; pictograms have no text."""
    try:
        number = int(code, 16)
        if font == _LETTERED and number in _ITS_DIGITS:
            return chr(number - _ITS_DIGITS.start + ord("0"))
        return "" if number in _NO_TEXT else chr(number)
    except (ValueError, OverflowError):
        return ""


def _chosen(entries: Element) -> str:
    """What a drop-down field shows: the entry that was chosen, or the first."""
    texts = [attribute(entry, "val") for entry in entries.iterchildren("{*}listEntry")]
    numbers = (child(entries, "result"), child(entries, "default"))
    told = next((number for number in numbers if number is not None), None)
    number = 0 if told is None else whole_number(told)
    return texts[number] if number is not None and 0 <= number < len(texts) else ""


def text_boxes(element: Element) -> Iterator[Element]:
    """The contents of the text boxes anchored in a paragraph."""
    if next(element.iter("{*}txbxContent"), None) is None:
        return
    for name, part in shown(element):
        if name == "txbxContent":
            yield part
        else:
            yield from text_boxes(part)


_WRAPPERS: Final = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"})


def unwrapped(container: Element, *names: str) -> Iterator[Element]:
    """The children of those names, also those that content controls and kept changes are wrapped around."""
    for name, part in shown(container):
        if name in names:
            yield part
        elif name in _WRAPPERS:
            yield from unwrapped(part, *names)
