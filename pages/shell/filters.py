"""The filters that all pages share: widgets in the sidebar, one frozen value out, removable words above the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl
import streamlit as st

from data import divisions
from data.filters import Filters, region_column
from data.queries import scope
from data.queries.scope import Choices
from pages.shell import address
from pages.shell.organs import kind_name, level_name
from pages.shell.words import Words, plain

_MOST_ORGANS: Final = 3000  # more names than this are no list to choose from
_BETWEEN: Final = ","

Span = tuple[int, int]
State = int | bool | list[str] | None


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in force, as a word above the page, and the state of its widgets when it is taken away."""

    label: str
    cleared: Mapping[str, State]


def key(name: str) -> str:
    """The key of a filter's widget."""
    return f"filters.{name}"


def ask(everyone: pl.LazyFrame, choices: Choices, word: Words) -> Filters:
    """Draw the filters and say what they mean. ``everyone`` are the organs of the survey."""
    years = _ask_years(choices.years, word)
    region = _ask_region(choices, word)
    kinds = _ask_several("kinds", choices.kinds, kind_name, word)
    levels = _ask_several("levels", choices.levels, level_name, word)
    organs = _ask_organs(everyone, Filters(region=region, levels=levels, kinds=kinds), word)
    sound_only = _ask_sound(word)
    return Filters(years=years, region=region, levels=levels, kinds=kinds, organs=organs, sound_only=sound_only)


def _ask_years(years: Sequence[int], word: Words) -> Span | None:
    """The first and last year; None when they leave nothing out, so that reports without a year stay in."""
    if not years:
        return None
    left, right = st.columns(2)
    with left:
        first = _ask_year("first_year", years, years[0], lambda span: span[0], word)
    with right:
        last = _ask_year("last_year", years, years[-1], lambda span: span[1], word)
    chosen = min(first, last), max(first, last)
    address.record("years", f"{chosen[0]}-{chosen[1]}")
    return None if chosen == (years[0], years[-1]) else chosen


def _ask_year(name: str, years: Sequence[int], default: int, end: Callable[[Span], int], word: Words) -> int:
    address.restore("years", key=key(name), read=lambda code: end(_read_years(code)), default=default)
    if st.session_state[key(name)] not in years:
        st.session_state[key(name)] = default
    chosen: int = st.selectbox(word(f"filters.{name}"), years, key=key(name), persist_state="session")
    return chosen


def _read_years(code: str) -> Span:
    first, _, last = code.partition("-")
    return int(first), int(last or first)


def _ask_region(choices: Choices, word: Words) -> str | None:
    """Province, then city, then county; each is asked where there is something to choose."""
    province = _ask_division("province", choices.provinces, word)
    cities = [code for code in choices.cities if divisions.province_of(code) == province]
    city = _ask_division("city", cities, word)
    counties = [
        code for code in choices.counties if divisions.province_of(code) == province and divisions.city_of(code) == city
    ]
    return _ask_division("county", counties, word) or city or province


def _ask_division(name: str, codes: Sequence[str], word: Words) -> str | None:
    address.restore(name, key=key(name), read=str, default=None)
    if st.session_state[key(name)] not in codes:
        st.session_state[key(name)] = None
    if not codes:
        return None
    chosen = st.selectbox(
        word(f"filters.{name}"),
        codes,
        format_func=division_name,
        key=key(name),
        placeholder=word("filters.any"),
        persist_state="session",
    )
    address.record(name, chosen or "")
    return chosen


def division_name(code: str) -> str:
    """The name of a division; one that is not known is called by its code."""
    return divisions.name(code) or code


def place_codes(code: str) -> dict[str, str]:
    """The codes of the address that choose a division: itself and those it lies in."""
    column = region_column(code)
    above = {"province": divisions.province_of(code), "city": divisions.city_of(code)}
    found = {} if column == "province" else above if column == "county" else {"province": above["province"]}
    return {name: place for name, place in {**found, column: code}.items() if place}


def _ask_several(name: str, codes: Sequence[str], called: Callable[[str, Words], str], word: Words) -> tuple[str, ...]:
    """Any number of codes."""
    address.restore(name, key=key(name), read=_read_several, default=list[str]())
    st.session_state[key(name)] = [code for code in st.session_state[key(name)] if code in codes]
    if len(codes) < 2:  # noqa: PLR2004 - one is no choice
        return ()
    chosen = st.multiselect(
        word(f"filters.{name}"),
        codes,
        format_func=lambda code: called(code, word),
        key=key(name),
        placeholder=word("filters.any"),
        persist_state="session",
    )
    address.record(name, _BETWEEN.join(chosen))
    return tuple(chosen)


def _read_several(code: str) -> list[str]:
    return code.split(_BETWEEN)


def _ask_organs(everyone: pl.LazyFrame, within: Filters, word: Words) -> tuple[str, ...]:
    """Organs by name. Those already chosen stay, whatever the other filters say."""
    address.restore("organs", key=key("organs"), read=_read_several, default=list[str]())
    kept = scope.named(everyone, tuple(st.session_state[key("organs")]))
    names = scope.organs(everyone, within, _MOST_ORGANS)
    offered = kept if names is None else kept | names
    st.session_state[key("organs")] = [organ for organ in st.session_state[key("organs")] if organ in kept]
    chosen = st.multiselect(
        word("filters.organs"),
        offered,
        format_func=lambda organ: offered[organ],
        key=key("organs"),
        placeholder=word("filters.organs_too_many" if names is None else "filters.organs_hint"),
        persist_state="session",
    )
    address.record("organs", _BETWEEN.join(chosen))
    return tuple(chosen)


def _ask_sound(word: Words) -> bool:
    address.restore("sound", key=key("sound"), read=lambda code: code == "1", default=False)
    chosen = st.toggle(
        word("filters.sound"), key=key("sound"), help=word("filters.sound_help"), persist_state="session"
    )
    address.record("sound", "1" if chosen else "")
    return chosen


# ---- The filters in force, as words ---------------------------------------------------------------------------------


def chips(filters: Filters, choices: Choices, names: Mapping[str, str], word: Words) -> list[Chip]:
    """A word for each filter in force. ``names`` are those of the chosen organs."""
    found: list[Chip] = []
    if filters.years is not None:
        whole = {key("first_year"): choices.years[0], key("last_year"): choices.years[-1]}
        found.append(Chip(span(filters.years), whole))
    if filters.region is not None:
        found.append(Chip(division_name(filters.region), {_region_key(filters.region): None}))
    for name, codes, called in (("kinds", filters.kinds, kind_name), ("levels", filters.levels, level_name)):
        if codes:
            found.append(Chip(word.listed([called(code, word) for code in codes]), {key(name): []}))
    if filters.organs:
        listed = [names.get(organ, organ) for organ in filters.organs]
        label = listed[0] if len(listed) == 1 else word("filters.several_organs", first=listed[0], count=len(listed))
        found.append(Chip(label, {key("organs"): []}))
    if filters.sound_only:
        found.append(Chip(word("filters.sound"), {key("sound"): False}))
    return found


def _region_key(code: str) -> str:
    if code.endswith("0000"):
        return key("province")
    return key("city") if code.endswith("00") else key("county")


def span(years: Span) -> str:
    """Years from first to last."""
    first, last = years
    return str(first) if first == last else f"{first}–{last}"


def show_chips(found: Sequence[Chip], word: Words) -> None:
    """The words, each with a cross that takes its filter away.

    Their row is there without any, too: else the first one would move all below, and the browser draw it from nothing.
    """
    with st.container(horizontal=True, gap="small"):
        for chip in found:
            st.button(
                plain(chip.label),
                key="chip." + ".".join(chip.cleared),
                icon=":material/close:",
                icon_position="right",
                help=word("filters.remove"),
                on_click=_clear,
                args=(chip,),
            )


def _clear(chip: Chip) -> None:
    st.session_state.update(chip.cleared)
