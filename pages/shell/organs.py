"""What kinds and levels of organ are called."""

from __future__ import annotations

from pages.shell.words import Words
from parsing.identity.kinds import KINDS, LEVELS


def kind_name(code: str | None, word: Words) -> str:
    """The name of a kind of organ."""
    kind = KINDS.get(code or "")
    if kind is None:
        return word("organ.no_kind")
    return kind.zh if word.language == "zh" else kind.en


def level_name(code: str | None, word: Words) -> str:
    """The name of a level of organ."""
    names = LEVELS.get(code or "")
    if names is None:
        return word("organ.no_level")
    return names[0] if word.language == "zh" else names[1]
