"""Who reports: the organ's full name as printed, from the strongest evidence there is."""

from __future__ import annotations

import re
from typing import Final

from parsing.identity.lines import Lines
from parsing.identity.mentions import acting, mentions
from parsing.identity.names import clean_name, fullest, may_be_short, unabbreviated
from parsing.identity.region import named_divisions
from parsing.identity.titles import TOWNSHIP
from parsing.model import Agency

_NATIONAL: Final = re.compile(r"^(?:国家|中国|中华)")


def find_agency(lines: Lines) -> Agency | None:
    """The reporting organ; None where nothing names it."""
    text = "".join("\0".join(lines.all).split()).replace("\0", "\n")  # without spacing, in lines
    cleaned = ((evidence, clean_name(name)) for evidence, name in mentions(lines))
    named = ((evidence, name) for evidence, name in cleaned if name)
    evidence, name = next(named, ("text", ""))
    if not name:
        alone = _only_one_acting(lines, text)
        return Agency(name=alone, evidence=evidence) if alone else None
    full = fullest(name, text)
    if may_be_short(full, text):
        full = unabbreviated(full, (fullest(other, text) for _, other in named))
    return Agency(name=full, evidence=evidence)


def _only_one_acting(lines: Lines, text: str) -> str | None:
    """The one organ that the text tells of by its own name; a report tells of no other as much as of itself."""
    names = {fullest(name, text) for name in map(clean_name, acting(lines)) if name and _is_of_a_place(name)}
    longest = max(names, key=len, default="")
    return longest if longest and all(longest.endswith(name) for name in names) else None


def _is_of_a_place(name: str) -> bool:
    return bool(named_divisions(name)[:1] or _NATIONAL.match(name) or TOWNSHIP.search(name))
