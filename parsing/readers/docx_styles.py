"""How runs look by their styles: written onto the runs of a DOCX file, as if it were their direct formatting.

Only what tells whether and how a text counts is looked at, and only where some style tells it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element as Element  # the type has no public name

from parsing.readers.docx_colours import fills_ground, is_light
from parsing.readers.docx_text import attribute, child, is_on, local_name, properties, sibling_tag

TINY: Final = 4  # half points: no text that is meant to be read is set as small

_TOGGLES: Final = frozenset({"vanish", "strike"})  # on in a paragraph's and in a character's style: off
_LOOK: Final = ("vanish", "strike", "dstrike", "vertAlign", "position", "color", "sz")
_LOOK_TAGS: Final = tuple(f"{{*}}{name}" for name in _LOOK)
_BASES: Final = 20  # styles that a style may rest on, one on another

_Look = Mapping[str, Element]


@dataclass(frozen=True, slots=True)
class Styles:
    """What the styles of a document tell, by the id of each; ``""`` is the style of what names none."""

    characters: Mapping[str, _Look]
    paragraphs: Mapping[str, _Look]
    shaded: frozenset[str]  # styles that lay some ground behind their text


NO_STYLES: Final = Styles({}, {}, frozenset())


def read_styles(root: Element) -> Styles:
    """The styles of ``styles.xml`` that tell whether a text counts."""
    found = {attribute(style, "styleId"): style for style in root.iterchildren("{*}style")}
    defaults = _defaults(root)
    chains = {name: list(_chain(style, found)) for name, style in found.items()}
    looks = {name: _merged(chain) for name, chain in chains.items()}
    watched = {name for look in (*looks.values(), defaults) for name, part in look.items() if _tells(part)}
    by_kind: dict[str, dict[str, _Look]] = {"character": {}, "paragraph": {"": defaults}}
    for name, style in found.items():
        kind = by_kind.get(attribute(style, "type"))
        if kind is not None:
            kind[name] = looks[name] if kind is by_kind["character"] else {**defaults, **looks[name]}
            if kind is by_kind["paragraph"] and attribute(style, "default") in {"1", "true", "on"}:
                kind[""] = kind[name]
    shaded = frozenset(name for name, chain in chains.items() if any(map(_lays_ground, chain)))
    return Styles(_watched(by_kind["character"], watched), _watched(by_kind["paragraph"], watched), shaded)


def _defaults(root: Element) -> _Look:
    of_runs = next(root.iterfind("{*}docDefaults/{*}rPrDefault"), None)
    return {} if of_runs is None else properties(of_runs, "rPr", _LOOK_TAGS)


def _chain(style: Element | None, styles: Mapping[str, Element]) -> Iterator[Element]:
    """A style and those that it rests on, the nearest first."""
    for _ in range(_BASES):
        if style is None:
            return
        yield style
        style = styles.get(attribute(child(style, "basedOn"), "val"))


def _merged(chain: Iterable[Element]) -> _Look:
    look: dict[str, Element] = {}
    for style in chain:
        look = {**properties(style, "rPr", _LOOK_TAGS), **look}
    return look


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
    value = attribute(size, "val")
    return value.isascii() and value.isdigit() and int(value) <= TINY


def _lays_ground(style: Element) -> bool:
    return any(fills_ground(shading) for shading in style.iter("{*}shd"))


def _watched(looks: Mapping[str, _Look], watched: set[str]) -> dict[str, _Look]:
    kept = {id_: {name: part for name, part in look.items() if name in watched} for id_, look in looks.items()}
    return {id_: look for id_, look in kept.items() if look}


# ---- Onto the runs --------------------------------------------------------------------------------------------------


def write_onto_runs(body: Element, styles: Styles) -> None:
    """Add to each run what its styles tell and its own formatting does not."""
    if not styles.paragraphs:
        for named in body.iter("{*}rStyle") if styles.characters else ():
            _add(named.getparent(), styles.characters.get(attribute(named, "val"), {}))
        return
    for paragraph in body.iter("{*}p"):
        name = attribute(properties(paragraph, "pPr", ("{*}pStyle",)).get("pStyle"), "val")
        of_paragraph = styles.paragraphs.get(name, {})
        for run in paragraph.iter("{*}r"):
            mark = properties(run, "rPr", ("{*}rStyle",)).get("rStyle")
            of_run = styles.characters.get(attribute(mark, "val"), {})
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
