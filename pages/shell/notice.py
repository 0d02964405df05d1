"""整改通知: letters that ask organs to verify and correct, for one organ or for all that are chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import polars as pl

from data import notices
from pages.shell import downloads
from pages.shell.frame import View
from pages.shell.words import today

_DOCX: Final = "docx"
_ZIP: Final = "zip"


def offer_one(organ_id: str, agency: str, view: View) -> None:
    """The letter to one organ about all its chosen reports."""
    name = downloads.stem(agency, view.word("notice.file"))
    own = view.entries.filter(pl.col("organ_id") == organ_id)
    downloads.button(_DOCX, _letter(own, view), f"{name}.docx", view.word, key="notice.one")


def offer_all(name: str, view: View) -> None:
    """The letters to all organs with something to correct."""
    word = view.word
    file = f"{downloads.stem(word('notice.file'), view.scope, view.span)}.zip"
    downloads.button(_ZIP, _archive(view.entries, view), file, word, key=f"{name}.notices")


def _letter(entries: pl.LazyFrame, view: View) -> Callable[[], bytes]:
    location = view.dataset.location
    return lambda: notices.letter(notices.to_rectify(entries, location), today())


def _archive(entries: pl.LazyFrame, view: View) -> Callable[[], bytes]:
    location = view.dataset.location
    return lambda: notices.archive(notices.to_rectify(entries, location), today())
