"""Everything the dashboard says, in the chosen language. The sentences stand in the two TOML files beside this one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final, get_args

import streamlit as st

from data.shown import printable
from pages.shell import address
from parsing.catalogue import Language

LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
NOTHING: Final = "–"  # what stands where a figure is not known
_KEY: Final = "shell.language"
_MARKDOWN: Final = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~$:&=])")
# What Streamlit turns into icons, links and arrows even where it is escaped, unless something stands in between.
_JOINED: Final = re.compile(r"(?<=:)(?=material/|streamlit:|//)|(?<=www)(?=\.)|(?=@)|(?<=[-<=])(?=[->])", re.IGNORECASE)
_WORD_JOINER: Final = "\u2060"  # shows nothing and parts no words
_LINE_ENDS: Final = re.compile(r"^[ \t]+|\s*[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]\s*")


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of one language."""

    language: Language
    sentences: Mapping[str, str]

    def __call__(self, key: str, **fields: str | int) -> str:
        """A sentence with its fields filled in.

        Raises:
            KeyError: there is no such sentence, or a field of it is not given.
        """
        return self.sentences[key].format_map(fields)

    def listed(self, parts: list[str]) -> str:
        """Several things in one line."""
        return self("list.separator").join(parts)

    def joined(self, *told: str) -> str:
        """Several sentences one after the other."""
        return self("list.sentences").join(told)


def number(value: float | Decimal | None) -> str:
    """A figure with its thousands set apart: exact amounts as they are, means and the like with one decimal."""
    if value is None:
        return NOTHING
    if isinstance(value, Decimal):
        return f"{value.normalize():,f}"
    return f"{value:,.1f}".removesuffix(".0")


def signed(value: float | Decimal | None) -> str:
    """A change, with its sign."""
    if value is None:
        return NOTHING
    return f"+{number(value)}" if value > 0 else number(value).replace("-", "−")


def percent(share: float | None) -> str:
    """A share with one decimal."""
    return NOTHING if share is None else f"{share:.1%}"


def local_day(moment: datetime) -> date:
    """The day of a moment by this computer's clock and zone. Moments are kept in UTC, where it may be another day."""
    return moment.astimezone().date()


def today() -> date:
    """The day that it is now by this computer's clock and zone."""
    return local_day(datetime.now(UTC))


def day(value: date | None) -> str:
    """A date as ISO writes it; of a moment, its local day."""
    if isinstance(value, datetime):
        value = local_day(value)
    return NOTHING if value is None else value.isoformat()


def minute(moment: datetime) -> str:
    """A moment by this computer's clock and zone, to the minute."""
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")


def plain(text: str) -> str:
    """Text from a report, made safe to stand within Markdown: it stays text, in one line."""
    line = printable(_LINE_ENDS.sub(" ", text))
    return _MARKDOWN.sub(r"\\\1", _JOINED.sub(_WORD_JOINER, line))


@cache
def sentences(language: Language) -> Words:
    """All sentences of a language, by dotted key."""
    path = Path(__file__).with_name(f"words_{language}.toml")
    return Words(language, dict(_flatten(tomllib.loads(path.read_text(encoding="utf-8")))))


def _flatten(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, entry in table.items():
        if isinstance(entry, dict):
            yield from _flatten(entry, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", str(entry)


def current() -> Words:
    """The words of this session: as chosen, else as the address says, else as the browser prefers."""
    address.restore("lang", key=_KEY, read=_language, default=_preferred())
    return sentences(st.session_state[_KEY] or _preferred())


def ask_language(word: Words) -> None:
    """The control that changes the language. Its labels are the same in both."""
    st.segmented_control(
        word("app.language"),
        LANGUAGES,
        format_func=lambda language: sentences(language)("app.own_name"),
        key=_KEY,
        required=True,
        label_visibility="collapsed",
        persist_state="session",
    )
    address.record("lang", word.language)


def _language(code: str) -> Language:
    for language in LANGUAGES:
        if language == code:
            return language
    raise ValueError(code)


def _preferred() -> Language:
    locale = st.context.locale
    return "zh" if locale is None or locale.lower().startswith("zh") else "en"
