"""What a page's own style sheets hide: a figure of last year, or the one for telephones beside the one for desks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from cssselect import HTMLTranslator, SelectorError, parse
from lxml.etree import _Element as Element  # the type has no public name

from parsing.limits import MAX_HIDING_RULES, refuse_beyond
from parsing.readers.html_styles import effects, reaches_inside
from parsing.readers.html_tables import is_in_cell, text_of

_COMMENT: Final = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_BLOCK: Final = re.compile(r"@(?P<at>[\w-]+)(?P<media>[^{};]*)\{(?P<rules>(?:[^{}]*\{[^{}]*\})*)[^{}]*\}")
_RULE: Final = re.compile(r"(?P<selectors>[^{}@;]+)\{(?P<style>[^{}]*)\}")
# What holds only while a reader points at something, and what is said of signs that the style itself writes.
_NOT_AT_REST: Final = re.compile(r"::|:(?:hover|focus|active|visited|target|before|after|first-l|selection)")
_BOUND: Final = re.compile(r"(?P<end>min|max)-(?:device-)?width\s*:\s*(?P<pixels>\d+)(?:\.\d+)?px")
_DESK: Final = 1280  # pixels of the window in which a report is read
_NOT_SHOWN: Final = ("noscript", "template")
_LONGEST: Final = 40
_TRANSLATOR: Final = HTMLTranslator()


@dataclass(frozen=True, slots=True)
class _Rule:
    """By property whether some selectors hide, and whether that is ``certain`` to hold on the screen of a desk."""

    selectors: str
    effects: dict[str, bool]
    certain: bool

    @property
    def hides(self) -> bool:
        """Whether it hides anything."""
        return any(self.effects.values())

    def selected(self, root: Element) -> Iterator[tuple[tuple[int, int, int], Element]]:
        """The elements that it is about, each with the weight that decides between two rules."""
        with suppress(SelectorError):  # no browser heeds such a rule
            for selector in parse(self.selectors):
                if not _NOT_AT_REST.search(selector.canonical()):
                    path = _TRANSLATOR.selector_to_xpath(selector)
                    yield from ((selector.specificity(), element) for element in root.xpath(path))


def hidden_by_sheets(root: Element) -> dict[Element, bool]:
    """The words in cells that style sheets hide, or may hide, each with whether that is certain.

    What is longer, or stands outside a table, may be shown by a script: the pane of a tab, a page that fades in.

    Raises:
        UnreadableError: there are more rules that hide something than any page has.
    """
    rules = [rule for text, certain in _sheets(root) for rule in _rules(text, certain=certain)]
    hiding = [rule for rule in rules if rule.hides]
    refuse_beyond("styles", len(hiding), MAX_HIDING_RULES)
    concerned = {element for rule in hiding for _, element in rule.selected(root) if is_word_in_cell(element)}
    if not concerned:
        return {}
    told: dict[Element, dict[str, tuple[bool, bool]]] = {element: {} for element in concerned}
    applied = [(weight, element, rule) for rule in rules for weight, element in rule.selected(root) if element in told]
    for _, element, rule in sorted(applied, key=itemgetter(0)):
        _apply(rule.effects, told[element], certain=rule.certain)
    for element, properties in told.items():
        _apply(effects(element.get("style", "")), properties, certain=True)
    outcomes = ((element, _outcome(properties, is_leaf=len(element) == 0)) for element, properties in told.items())
    return {element: certain for element, certain in outcomes if certain is not None}


def is_word_in_cell(element: Element) -> bool:
    """Whether it stands in a cell of a table and is short: a figure, or a few words beside one."""
    return is_in_cell(element) and len(text_of(element).strip()) <= _LONGEST


def _apply(changes: dict[str, bool], told: dict[str, tuple[bool, bool]], *, certain: bool) -> None:
    for name, hides in changes.items():
        before, _ = told.get(name, (False, True))
        if certain or hides != before:
            told[name] = (hides, certain)


def _outcome(told: dict[str, tuple[bool, bool]], *, is_leaf: bool) -> bool | None:
    """True where something hides an element for certain, False where it may, None where nothing does."""
    hiding = [certain and (is_leaf or reaches_inside(name)) for name, (hides, certain) in told.items() if hides]
    if True in hiding:
        return True
    return False if hiding or any(not certain for _, certain in told.values()) else None


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
        if told := effects(match["style"]):
            yield _Rule(match["selectors"], told, certain)
