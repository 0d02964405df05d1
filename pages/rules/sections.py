"""The parts of the page on rules and methods."""

from __future__ import annotations

from typing import Final

import polars as pl
import streamlit as st

from data.queries import rules as queries
from pages.shell import address, charts, downloads, form_table, issues, onwards, style, tables
from pages.shell.charts import Caption
from pages.shell.frame import View
from pages.shell.tables import Table
from pages.shell.words import Words, number, plain
from parsing.catalogue import FINDINGS, KINDS, PROBLEMS, Kind
from parsing.catalogue.reasons import REASONS, Reason

_KEY: Final = "rules.list"
_SHOWN: Final = ("basis", "tolerance", "example", "advice")
_READING: Final = ("traced", "certain", "blank", "editions", "derived", "newest")


def rules(outcomes: pl.DataFrame, view: View) -> None:
    """Every rule with its outcomes, and the chosen one in full."""
    word = view.word
    counts = queries.counted(outcomes, view.heads)
    tally = queries.tally(counts)
    caption = Caption(
        title=word("rules.rules", scope=view.scope, years=view.span), subtitle=_note(counts, word), alt=""
    )
    behind = downloads.made(lambda: _for_download(tally, word), word)
    charts.head(caption, view, key="rules", rows=behind)
    with st.container(key=style.ABREAST):
        left, right = st.columns([0.55, 0.45], gap="large")
    with left:
        place = _list(tally, word)
    with right:
        _detail(FINDINGS[place], tally.row(place, named=True), counts, view)


def _note(counts: pl.DataFrame, word: Words) -> str:
    """What is counted, and how reports come in of which an older version kept no outcomes."""
    is_known = Reason.NOT_RECORDED.code not in counts["outcome"]
    return word("rules.note") if is_known else word("rules.note_older")


def _list(tally: pl.DataFrame, word: Words) -> int:
    codes = tally["code"].to_list()
    wanted = f"{_KEY}.wanted"
    address.restore("rule", key=wanted, read=str, default=codes[0])
    code = st.session_state.pop(wanted)
    if _KEY not in st.session_state or address.follows():
        tables.select(_KEY, codes.index(code) if code in codes else 0)
    shown = tally.select(
        pl.Series("rule", [issues.signed_title(code, word) for code in codes], dtype=pl.String),
        "holds",
        "broken",
        "not_assessable",
    )
    place = tables.choose_row(Table(rows=shown, alt=word("rules.title")), word, key=_KEY, required=True) or 0
    address.record("rule", codes[place])
    return place


def _for_download(tally: pl.DataFrame, word: Words) -> pl.DataFrame:
    wordings = [KINDS[code].wording(word.language) for code in tally["code"]]
    severities = pl.Series("severity", [KINDS[code].severity for code in tally["code"]], dtype=pl.String)
    told = [pl.Series(part, [getattr(wording, part) for wording in wordings], dtype=pl.String) for part in _SHOWN]
    titles = pl.Series("rule", [wording.title for wording in wordings], dtype=pl.String)
    rows = tally.select("code", titles, severities, "holds", "broken", "not_assessable", *told)
    return tables.severities(rows, "severity", word)


def _detail(kind: Kind, row: dict[str, int], counts: pl.DataFrame, view: View) -> None:
    """What a rule rests on, what it says, and why it could not always be judged."""
    word = view.word
    wording = kind.wording(word.language)
    st.subheader(plain(wording.title), anchor=False)
    st.markdown(issues.coloured_badge(kind.severity, word))
    for part in _SHOWN:
        if text := getattr(wording, part):
            st.markdown(f"**{plain(word(f'column.{part}'))}**　{plain(text)}")
    reasons = queries.reasons(counts, kind.code)
    if not reasons.is_empty():
        st.markdown(f"**{plain(word('rules.reasons'))}**")
        for reason, reports in reasons.iter_rows():
            told = REASONS[reason].words(word.language)
            st.markdown(f"- {plain(word('rules.reason', reason=told, reports=number(reports)))}")
    if row["broken"]:
        onwards.way("inconsistencies", word("rules.open", count=number(row["broken"])), word, rule=kind.code)


def problems(view: View) -> None:
    """Every kind of problem of shape or reading."""
    word = view.word
    found = queries.problems(view.entries)
    wordings = [kind.wording(word.language) for kind in PROBLEMS]
    rows = pl.DataFrame(
        {
            "kind": [issues.signed_title(kind.code, word) for kind in PROBLEMS],
            "reports": found["reports"],
            "advice": [wording.advice for wording in wordings],
        }
    )
    caption = Caption(title=word("rules.problems", scope=view.scope, years=view.span), subtitle="", alt="")
    charts.head(caption, view, key="rules.problems", rows=downloads.table(rows.lazy(), word))
    widths = {"kind": 230, "reports": 72, "advice": 760}
    tables.show(Table(rows=rows, alt=caption.title, widths=widths), word, key="rules.problem_list")


def reading(view: View) -> None:
    """How a figure comes from the document into the dataset."""
    word = view.word
    st.subheader(word("rules.reading"), anchor=False)
    for sentence in _READING:
        st.markdown(f"- {plain(word(f'rules.how.{sentence}'))}")
    st.markdown(f"**{plain(word('report.legend'))}**")
    for state in (state for state in form_table.SHOWN_STATES if state != "derived"):
        st.markdown(f"- **{plain(word(f'form.sign.{state}'))}**　{plain(word(f'form.state.{state}'))}")
