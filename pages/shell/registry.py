"""The pages of the dashboard in the order of the navigation. A new page is a folder and a line here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import streamlit as st

from pages.shell.words import Words

_FOLDER: Final = Path(__file__).resolve().parents[1]
ICON: Final = str(Path(__file__).with_name("icon.svg"))


@dataclass(frozen=True, slots=True)
class Entry:
    """One page: its folder, which is also its address and the key of its words; its group and icon.

    ``has_charts`` tells that it begins with a chart, or nearly so.
    """

    name: str
    group: str
    icon: str
    has_charts: bool = False


ENTRIES: Final = (
    Entry("overview", "trends", ":material/dashboard:", has_charts=True),
    Entry("licensing", "trends", ":material/gavel:", has_charts=True),
    Entry("outcomes", "trends", ":material/account_tree:", has_charts=True),
    Entry("remedies", "trends", ":material/balance:", has_charts=True),
    Entry("behind", "trends", ":material/format_list_numbered:"),
    Entry("inconsistencies", "faults", ":material/rule:"),
    Entry("problems", "faults", ":material/grid_off:"),
    Entry("filing", "faults", ":material/event_busy:", has_charts=True),
    Entry("report", "material", ":material/description:"),
    Entry("importing", "material", ":material/upload_file:"),
    Entry("rules", "material", ":material/menu_book:"),
)


def at(path: str) -> Entry | None:
    """The page at an address of the server, if there is one; the first is at the root."""
    name = path.rpartition("/")[2]
    return next((entry for entry in ENTRIES if entry.name == name), ENTRIES[0] if path == "/" else None)


def script(name: str) -> Path:
    """The script of a page."""
    return _FOLDER / name / "page.py"


def page(name: str, word: Words) -> st.Page:
    """One page as Streamlit wants it. The first is the one at the root of the address."""
    entry = next(entry for entry in ENTRIES if entry.name == name)
    return st.Page(
        script(name),
        title=word(f"{name}.title"),
        icon=entry.icon,
        url_path=name,
        default=entry is ENTRIES[0],
        help=word(f"{name}.question"),
    )


def grouped(word: Words) -> dict[str, list[st.Page]]:
    """All pages under the headings of the navigation."""
    groups: dict[str, list[st.Page]] = {}
    for entry in ENTRIES:
        groups.setdefault(word(f"group.{entry.group}"), []).append(page(entry.name, word))
    return groups
