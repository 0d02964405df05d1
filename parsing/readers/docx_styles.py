"""How runs look by their styles: written onto the runs of a DOCX file, as if it were their direct formatting.

Only what tells whether and how a text counts is looked at, and only where some style tells it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import Final

from lxml.etree import _Element as Element  # the type has no public name

from parsing.readers.docx_colours import fills_ground, is_light
from parsing.readers.docx_text import attribute, child, is_on, local_name, properties, sibling_tag, whole_number

_TINY: Final = 4  # half points: no text that is meant to be read is set as small

_TOGGLES: Final = frozenset({"vanish", "strike"})  # on in a paragraph's and in a character's style: off
_LOOK: Final = ("vanish", "strike", "dstrike", "vertAlign", "position", "color", "sz")
_LOOK_TAGS: Final = tuple(f"{{*}}{name}" for name in _LOOK)
_BASES: Final = 20  # styles that a style may rest on, one on another

_Look = Mapping[str, Element]


@dataclass(frozen=True, slots=True)
class Styles:
    """What the styles of a document tell of a text. Most are named by none: a look is put together when it is asked."""

    by_id: Mapping[str, Element]
    usual: str  # the style of a paragraph that names none
    defaults: _Look
    tags: tuple[str, ...]  # the properties by which some style keeps a text from counting
    on_paragraphs: bool  # so does a style of paragraphs
    known: dict[str, _Look]

    def of_run(self, name: str) -> _Look:
        """How a style of runs looks, with what it rests on."""
        if name not in self.known:
            look: dict[str, Element] = {}
            for style in self._chain(name):
                look = {**properties(style, "rPr", self.tags), **look}
            self.known[name] = look
        return self.known[name]

    def of_paragraph(self, name: str) -> _Look:
        """How a style of paragraphs looks, with what all text rests on."""
        return {**self.defaults, **self.of_run(name or self.usual)}

    def lays_ground(self, name: str) -> bool:
        """Whether a style lays some ground behind its text."""
        return any(fills_ground(shading) for style in self._chain(name) for shading in style.iter("{*}shd"))

    def _chain(self, name: str) -> Iterator[Element]:
        """A style and those that it rests on, the nearest first."""
        for _ in range(_BASES):
            style = self.by_id.get(name)
            if style is None:
                return
            yield style
            name = attribute(child(style, "basedOn"), "val")


def no_styles() -> Styles:
    """What a document without styles tells."""
    return Styles({}, "", {}, (), on_paragraphs=False, known={})


def read_styles(root: Element) -> Styles:
    """The styles of ``styles.xml``."""
    by_id = {attribute(style, "styleId"): style for style in root.iterchildren("{*}style")}
    telling = [part for part in root.iter(*_LOOK_TAGS) if _tells(part)]
    if not telling:
        return replace(no_styles(), by_id=by_id)
    tags = tuple(sorted({f"{{*}}{local_name(part)}" for part in telling}))
    usual = next((name for name, style in by_id.items() if _is_usual(style)), "")
    on_paragraphs = any(map(_is_of_paragraphs, telling))
    return Styles(by_id, usual, _defaults(root, tags), tags, on_paragraphs, known={})


def _is_usual(style: Element) -> bool:
    return attribute(style, "type") == "paragraph" and attribute(style, "default") in {"1", "true", "on"}


def _is_of_paragraphs(part: Element) -> bool:
    """Whether a property is one of a style of paragraphs, or of all text."""
    style = next(part.iterancestors("{*}style"), None)
    return style is None or attribute(style, "type") == "paragraph"


def _defaults(root: Element, tags: Sequence[str]) -> _Look:
    of_runs = next(root.iterfind("{*}docDefaults/{*}rPrDefault"), None)
    return {} if of_runs is None else properties(of_runs, "rPr", tags)


def _tells(part: Element) -> bool:
    """Whether a property keeps a text from counting as it is written."""
    match local_name(part):
        case "color":
            return is_light(attribute(part, "val"))
        case "sz":
            return is_tiny(part)
        case "vertAlign":
            return attribute(part, "val") != "baseline"
        case "position":
            return attribute(part, "val") != "0"
        case _:
            return is_on(part)


def is_tiny(size: Element) -> bool:
    """Whether a size is too small to be seen."""
    value = whole_number(size)
    return value is not None and 0 <= value <= _TINY


# ---- Onto the runs --------------------------------------------------------------------------------------------------


def write_onto_runs(body: Element, styles: Styles) -> None:
    """Add to each run what its styles tell and its own formatting does not."""
    if not styles.on_paragraphs:
        for named in body.iter("{*}rStyle") if styles.tags else ():
            _add(named.getparent(), styles.of_run(attribute(named, "val")))
        return
    for paragraph in body.iter("{*}p"):
        name = attribute(properties(paragraph, "pPr", ("{*}pStyle",)).get("pStyle"), "val")
        of_paragraph = styles.of_paragraph(name)
        for run in paragraph.iter("{*}r"):
            mark = properties(run, "rPr", ("{*}rStyle",)).get("rStyle")
            of_run = styles.of_run(attribute(mark, "val"))
            if of_paragraph or of_run:
                _add(_own_look(run), _both(of_paragraph, of_run))


def _both(of_paragraph: _Look, of_run: _Look) -> _Look:
    """A character's style goes before a paragraph's; what both switch on is off."""
    both = {**of_paragraph, **of_run}
    twice = {name for name in _TOGGLES if name in of_paragraph and name in of_run}
    on = {name for name in twice if is_on(of_paragraph[name])}
    kept = {name: of_paragraph[name] for name in on if not is_on(of_run[name])}
    return {name: part for name, part in {**both, **kept}.items() if name not in on or name in kept}


def _own_look(run: Element) -> Element:
    look = child(run, "rPr")
    if look is None:
        look = run.makeelement(sibling_tag(run, "rPr"))
        run.insert(0, look)
    return look


def _add(look: Element | None, told: _Look) -> None:
    if look is None or not told:
        return
    own = {local_name(part) for part in look.iterchildren(*_LOOK_TAGS)}
    look.extend(copy(part) for name, part in told.items() if name not in own)
