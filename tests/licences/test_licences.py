from __future__ import annotations

import re

import pytest

from tests.licences.listing import PAGE, Entry, entries, licence

FREE = re.compile(r"MIT|BSD|Apache|MPL|Mozilla|PSF|Python Software Foundation|ISC|HPND|Zlib|Unlicense|CC0")
BINDING = re.compile(r"GPL|AGPL|Proprietary|SSPL|Commercial", re.IGNORECASE)


@pytest.mark.parametrize("entry", list(entries()), ids=lambda entry: entry.name)
def test_whatever_is_deployed_may_be_passed_on(entry: Entry) -> None:
    assert FREE.search(entry.licence), entry
    assert not BINDING.search(entry.licence), entry


def test_the_page_lists_what_is_deployed() -> None:
    told = PAGE.read_text(encoding="utf-8").splitlines(keepends=True)
    wrong = [entry.line for entry in entries() if entry.line not in told]
    assert wrong == [], "uv run python -m tests.licences"


def test_a_licence_is_told_by_what_a_distribution_says_of_itself() -> None:
    assert licence("polars") == "MIT License"
    assert licence("streamlit") == "Apache-2.0"
    assert licence("no-such-distribution") == ""
