"""Sentences as offices write them, each with what it claims: ``phrases.txt``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_FILE: Final = Path(__file__).with_name("phrases.txt")
_CLAIM: Final = re.compile(r"(?P<optional>\()?(?P<subject>[a-z_]+)=(?P<figure>\d+)\)?")
_ORGAN: Final = re.compile(r"@(\S+)")
_USUAL: Final = "甲区交通运输局"

Told = tuple[str, int]  # a subject and its figure


@dataclass(frozen=True, slots=True)
class Phrase:
    """Paragraphs of the report of an organ, and what they claim; ``allowed`` is what they may be taken to claim too."""

    paragraphs: tuple[str, ...]
    organ: str
    claims: frozenset[Told]
    allowed: frozenset[Told]


def _phrases() -> Iterator[Phrase]:
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        told, _, text = line.partition(" | ")
        organ = _ORGAN.search(told)
        found = [(bool(each["optional"]), (each["subject"], int(each["figure"]))) for each in _CLAIM.finditer(told)]
        yield Phrase(
            paragraphs=tuple(text.split(" ¶ ")),
            organ=organ[1] if organ else _USUAL,
            claims=frozenset(claim for optional, claim in found if not optional),
            allowed=frozenset(claim for optional, claim in found if optional),
        )


PHRASES: Final = tuple(_phrases())
