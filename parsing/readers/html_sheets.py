"""What a page's own style sheets hide: a figure of last year, or the one for telephones beside the one for desks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from cssselect import HTMLTranslator, SelectorError, parse
from lxml.etree import _Element as Element  # the type has no public name

from parsing.limits import MAX_HIDING_RULES, refuse_beyond
from parsing.readers.html_styles import effects
from parsing.readers.html_tables import text_of

_COMMENT: Final = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_BLOCK: Final = re.compile(r"@(?P<at>[\w-]+)(?P<media>[^{};]*)\{(?P<rules>(?:[^{}]*\{[^{}]*\})*)[^{}]*\}")
_RULE: Final = re.compile(r"(?P<selectors>[^{}@;]+)\{(?P<style>[^{}]*)\}")
# What holds only while a reader points at something, and what is said of signs that the style itself writes.
_NOT_AT_REST: Final = re.compile(r"::|:(?:hover|focus|active|visited|target|before|after|first-l|selection)")
_BOUND: Final = re.compile(r"(?P<end>min|max)-(?:device-)?width\s*:\s*(?P<pixels>\d+)(?:\.\d+)?px")
_DESK: Final = 1280  # pixels of the window in which a report is read
_NOT_SHOWN: Final = ("noscript", "template")
_CELLS: Final = ("td", "th")
_LONGEST: Final = 40
_TRANSLATOR: Final = HTMLTranslator()


@dataclass(frozen=True, slots=True)
class _Rule:
    """What one selector does to the elements on its path: by property, whether it hides them.

    ``weight`` decides between two rules, ``certain`` is whether the rule holds on the screen of a desk.
    """

    path: str
    weight: tuple[int, int, int]
    effects: dict[str, bool]
    certain: bool


def hidden_by_sheets(root: Element) -> dict[Element, bool]:
    """The words in cells that style sheets hide, or may hide, each with whether that is certain.

    What is longer, or stands outside a table, may be shown by a script: the pane of a tab, a page that fades in.

    Raises:
        UnreadableError: there are more such rules than any page has.
    """
    rules = [rule for text, certain in _sheets(root) for rule in _rules(text, certain=certain)]
    if not any(hides for rule in rules for hides in rule.effects.values()):
        return {}
    refuse_beyond("styles", len(rules), MAX_HIDING_RULES)
    found: dict[Element, dict[str, tuple[bool, bool]]] = defaultdict(dict)
    for rule in sorted(rules, key=lambda rule: rule.weight):
        for element in root.xpath(rule.path):
            _apply(rule.effects, found[element], certain=rule.certain)
    for element, told in found.items():
        _apply(effects(element.get("style", "")), told, certain=True)
    told_of = ((element, _outcome(told)) for element, told in found.items())
    return {element: certain for element, certain in told_of if certain is not None and _is_in_cell(element)}


def _is_in_cell(element: Element) -> bool:
    return next(element.iterancestors(*_CELLS), None) is not None and len(text_of(element).strip()) <= _LONGEST


def _apply(changes: dict[str, bool], told: dict[str, tuple[bool, bool]], *, certain: bool) -> None:
    for name, hides in changes.items():
        before, _ = told.get(name, (False, True))
        if certain or hides != before:
            told[name] = (hides, certain)


def _outcome(told: dict[str, tuple[bool, bool]]) -> bool | None:
    """True where something hides an element for certain, False where it may, None where nothing does."""
    if any(hides and certain for hides, certain in told.values()):
        return True
    return False if any(not certain for _, certain in told.values()) else None


def _sheets(root: Element) -> Iterator[tuple[str, bool]]:
    """The rules that hold, or may hold, on the screen of a desk, and whether they do."""
    for sheet in root.iter("style"):
        if not sheet.text or next(sheet.iterancestors(*_NOT_SHOWN), None) is not None:
            continue
        text, of_sheet = _COMMENT.sub("", sheet.text), _holds(sheet.get("media", ""))
        parts = [(_BLOCK.sub("", text), of_sheet)]
        parts += [(each["rules"], _holds(each["media"])) for each in _BLOCK.finditer(text) if each["at"] == "media"]
        for rules, holds in parts:
            if holds is not False and of_sheet is not False:
                yield rules, bool(holds and of_sheet)


def _holds(media: str) -> bool | None:
    """Whether rules for these media hold on a desk; None where that is not plain."""
    query = media.strip().lower()
    if query in {"", "all", "screen"}:
        return True
    bound = _BOUND.search(query)
    if bound and "," not in query:
        return (int(bound["pixels"]) <= _DESK) is (bound["end"] == "min")
    return False if query == "print" else None


def _rules(text: str, *, certain: bool) -> Iterator[_Rule]:
    for match in _RULE.finditer(text):
        told = effects(match["style"])
        if not told:
            continue
        with suppress(SelectorError):  # no browser heeds such a rule
            selectors = (each for each in parse(match["selectors"]) if not _NOT_AT_REST.search(each.canonical()))
            yield from (
                _Rule(_TRANSLATOR.selector_to_xpath(each), each.specificity(), told, certain) for each in selectors
            )
