"""What each rule says of one report: that it holds, is broken, or cannot be judged, and then why."""

from __future__ import annotations

from collections import Counter
from typing import Final

import polars as pl
import streamlit as st

from data.checks import BROKEN, HOLDS
from data.queries import rules as queries
from data.queries.report import Filed
from pages.shell import issues, tables
from pages.shell.frame import View
from pages.shell.tables import Table
from pages.shell.words import Words, number
from parsing.catalogue.reasons import REASONS

_OUTCOMES: Final = ("holds", "broken", "not_assessable")


def show(filed: Filed, view: View) -> None:
    """Every rule with its outcome, behind a line that counts them."""
    word = view.word
    told = queries.of_report(view.survey.outcomes, view.survey.found(filed.report_id), filed.report_id)
    counts = Counter(map(_outcome, told["outcome"]))
    with st.expander(word("report.rules", **{name: number(counts[name]) for name in _OUTCOMES})):
        rows = pl.DataFrame(
            {
                "rule": [issues.title(code, word) for code in told["code"]],
                "judged": [word(f"column.{_outcome(outcome)}") for outcome in told["outcome"]],
                "obstacle": [_reason(outcome, word) for outcome in told["outcome"]],
            }
        )
        tables.show(Table(rows=rows, alt=word("report.parts.faults")), word, key="report.rules")


def _outcome(outcome: str) -> str:
    return outcome if outcome in {HOLDS, BROKEN} else "not_assessable"


def _reason(outcome: str, word: Words) -> str:
    return REASONS[outcome].words(word.language) if outcome in REASONS else ""
