"""Colours and sizes, read once from the theme in ``.streamlit/config.toml``; charts and drawn tables take them here."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

import streamlit as st

from parsing.catalogue import Severity

_CONFIG: Final = Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml"

SOUND: Final = "sound"  # the condition of a report without anything above a note
MISSING: Final = "missing"  # a year for which there is no report
SIGNS: Final[Mapping[str, str]] = MappingProxyType(
    {
        Severity.UNREADABLE: "✕",
        Severity.MALFORMED: "▦",
        Severity.INCONSISTENT: "≠",
        Severity.NOTABLE: "△",
        Severity.NOTE: "ⓘ",
        SOUND: "✓",
        MISSING: "",
    }
)
_HUES: Final[Mapping[str, str]] = MappingProxyType(
    {
        Severity.UNREADABLE: "violet",
        Severity.MALFORMED: "red",
        Severity.INCONSISTENT: "orange",
        Severity.NOTABLE: "blue",
        Severity.NOTE: "gray",
        SOUND: "green",
        MISSING: "gray",
    }
)
# One measure has one colour on every page: its place in the categorical scale.
_MEASURE_PLACES: Final[Mapping[str, int]] = MappingProxyType(
    {"licensing": 0, "penalties": 1, "coercion": 3, "fees": 4, "normative_documents": 6, "applications": 2}
)
_OUTCOME_PLACES: Final[Mapping[str, int]] = MappingProxyType(
    {"granted": 2, "partially_granted": 5, "denied": 1, "unable": 4, "unprocessed": 3, "other": 7}
)
_RESULT_PLACES: Final[Mapping[str, int]] = MappingProxyType({"upheld": 0, "corrected": 1, "other": 7, "pending": 4})
# They stand on one page with the results, and have none of their colours.
_WAY_PLACES: Final[Mapping[str, int]] = MappingProxyType(
    {"administrative_review": 5, "litigation_direct": 3, "litigation_after_review": 2}
)

HEAD: Final = "head"  # the key around the head of a chart or table begins so
ABREAST: Final = "abreast"  # the key around two columns that stand one below the other where there is little room
_ABREAST: Final = f'.st-key-{ABREAST} > * > [data-testid="stHorizontalBlock"]'

_FOCUSED_LINKS: Final = ", ".join(
    f'a[data-testid="{link}"]:focus-visible' for link in ("stSidebarNavLink", "stPageLink-NavLink")
)

# What the theme cannot say: beside the page as much room as there is to spare, and not more; downloads below a head
# that they would squeeze; the words of a link where other words begin; which link the keyboard is on.
# Streamlit's own button for a table's CSV is hidden: its file names no source, and a spreadsheet would take text of a
# report for a formula.
RULES: Final = f"""
[data-testid="stElementToolbarButton"]:has(button[aria-label^="Download as CSV"]) {{ display: none; }}
[data-testid="stMainBlockContainer"] {{ padding-left: clamp(1rem, 3vw, 5rem); padding-right: clamp(1rem, 3vw, 5rem); }}
{_ABREAST} {{ flex-wrap: wrap; }}
{_ABREAST} > [data-testid="stColumn"] {{ min-width: min(100%, 27rem); }}
[class*="st-key-{HEAD}-"] > :first-child {{ flex-basis: 18rem; }}
.gk-head {{ word-break: break-word; }}
.gk-head h3 {{ font-size: 1.05rem; font-weight: 600; line-height: 1.2; margin: 0; padding: 0.75rem 0 0; }}
.gk-head p, .gk-source {{ font-size: 0.875rem; line-height: 1.6; margin: 0; opacity: 0.6; }}
{_FOCUSED_LINKS} {{ color: inherit; outline: 2px solid currentColor; outline-offset: -2px; }}
[data-testid="stMain"] [data-testid="stPageLink-NavLink"] {{ position: relative; left: -0.5rem; }}
"""

CHART_HEIGHT: Final = 380
SMALL_CHART_HEIGHT: Final = 200
ROW_HEIGHT: Final = 26  # of a square in the coverage chart and of a bar in a ranking


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The colours of one theme."""

    text: str
    muted: str
    ground: str
    raised: str
    grid: str
    accent: str
    scale: tuple[str, ...]  # categories, at most eight
    hues: Mapping[str, str]  # severities and conditions
    font: str

    def measure(self, measure: str) -> str:
        """The colour of a measure."""
        return self.scale[_MEASURE_PLACES[measure]]

    def outcome(self, outcome: str) -> str:
        """The colour of an outcome of applications."""
        return self.scale[_OUTCOME_PLACES[outcome]]

    def result(self, result: str) -> str:
        """The colour of a result of reviews and lawsuits."""
        return self.scale[_RESULT_PLACES[result]]

    def way(self, way: str) -> str:
        """The colour of reviews, or of one kind of lawsuit."""
        return self.scale[_WAY_PLACES[way]]

    def condition(self, condition: str) -> str:
        """The colour of a severity, of a sound report or of a missing one."""
        return self.hues[condition]


@cache
def palette(theme: str) -> Palette:
    """The colours of the theme ``light`` or ``dark``."""
    declared = tomllib.loads(_CONFIG.read_text(encoding="utf-8"))["theme"]
    colours = declared[theme]
    return Palette(
        text=colours["textColor"],
        muted=colours["grayColor"],
        ground=colours["backgroundColor"],
        raised=colours["secondaryBackgroundColor"],
        grid=colours["borderColor"],
        accent=colours["primaryColor"],
        scale=tuple(colours["chartCategoricalColors"]),
        hues={condition: colours[f"{hue}Color"] for condition, hue in _HUES.items()},
        font=declared["font"],
    )


def current() -> Palette:
    """The colours of the theme that the browser shows."""
    return palette("dark" if st.context.theme.type == "dark" else "light")


def condition(worst: str | None) -> str:
    """What a report's worst severity makes it: a note leaves it sound."""
    return SOUND if worst is None or worst == Severity.NOTE else worst


def hue(condition: str) -> str:
    """The theme's name of a condition's colour, for Markdown."""
    return _HUES[condition]


def faint(colour: str) -> str:
    """A colour as a quiet ground."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.25)"
