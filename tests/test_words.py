"""Everything that is said is said in both languages, with the same fields to fill in."""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest

from parsing import catalogue

SHELL: Final = Path(__file__).parents[1] / "pages" / "shell"


def fields(template: str) -> set[str]:
    """The names in braces that a wording is filled with."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def kinds() -> tuple[catalogue.Kind, ...]:
    return (*catalogue.PROBLEMS, *catalogue.FINDINGS)


def test_every_kind_is_declared_once() -> None:
    codes = sorted(kind.code for kind in kinds())
    assert [code for code, following in pairwise(codes) if code == following] == []


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.code)
def test_every_kind_says_the_same_in_both_languages(kind: catalogue.Kind) -> None:
    for part in ("title", "message", "advice"):
        chinese, english = getattr(kind.zh, part), getattr(kind.en, part)
        assert chinese, f"{part} is empty in Chinese"
        assert english, f"{part} is empty in English"
        assert fields(chinese) == fields(english), part


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.code)
def test_english_counts_of_one_are_right_too(kind: catalogue.Kind) -> None:
    """No noun in the plural stands right behind a count that may be one; what is repeated occurs twice at least."""
    assert re.findall(r"\{(?:found|stated|present|remedies|pages)\} (?!times)[a-z]+s\b", kind.en.message) == []


def words(language: str) -> dict[str, str]:
    """The pages' wording in one language, nested tables joined by dots."""
    return dict(flat(tomllib.loads((SHELL / f"words_{language}.toml").read_text(encoding="utf-8"))))


def flat(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)


def test_pages_speak_both_languages() -> None:
    chinese, english = words("zh"), words("en")
    assert sorted(chinese) == sorted(english)
    assert [key for key in chinese if fields(chinese[key]) != fields(english[key])] == []
    assert [key for key in chinese if bool(chinese[key].strip()) != bool(english[key].strip())] == []
