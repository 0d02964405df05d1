"""One problem or finding with all that is known of it: both sides, its cells, the other report, the review."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import cast

import streamlit as st

from data import notices
from data.queries import report
from data.queries.report import Filed
from data.reviews import About
from pages.shell import address, form_table, issues, notice, registry, review, style, tables
from pages.shell.form_table import Content
from pages.shell.frame import View
from pages.shell.issues import Record
from pages.shell.words import Words, number, plain
from parsing import catalogue
from parsing.model import Finding


def show(row: Mapping[str, object], view: View, *, onwards: Callable[[], None]) -> None:
    """Everything about one entry, the ways to its reports, and what was decided about it.

    ``onwards`` draws the way to other entries, beside the buttons that decide about this one.
    """
    word = view.word
    entry = issues.record(row)
    report_id = str(row["report_id"])
    _door(report_id, f"{tables.organ(row, word)} {row['fiscal_year'] or ''}", word)
    st.caption(f"{plain(word('report.file'))} **{plain(str(row['source']))}**")
    st.subheader(plain(issues.title(entry.code, word)), anchor=False)
    st.markdown(issues.coloured_badge(catalogue.severity(entry), word))
    st.markdown(plain(issues.sentence(entry, word)))
    sides = issues.sides(entry.code, word)
    if isinstance(entry, Finding) and sides:
        _sides(entry, (*sides, word("faults.apart")), cast("Decimal | None", row["size"]))
    filed = report.filed(view.survey.found(report_id), report_id)
    if entry.cells and filed is not None:
        st.markdown(f"**{word('faults.form')}**")
        st.html(_cut_out(entry, filed, view))
    _other_report(entry, view)
    if entry.excerpt:
        st.markdown(f"**{word('faults.printed')}**")
        st.code(entry.excerpt, language=None, wrap_lines=True)
    st.markdown(f"**{word('faults.do')}**")
    st.markdown(plain(issues.advice(entry.code, word)))
    review.ask(str(row["fingerprint"]), _about(row), _decided(row), view)
    onwards()
    if row["organ_id"] is not None and notices.is_to_rectify(row):
        notice.offer_one(str(row["organ_id"]), tables.organ(row, word), view)


def _door(report_id: str, label: str, word: Words) -> None:
    st.page_link(
        registry.page("report", word),
        label=plain(label),
        icon=":material/description:",
        query_params=address.link(report=report_id, part="faults"),
    )


def _sides(entry: Finding, names: Sequence[str], apart: Decimal | None) -> None:
    unit = "%" if entry.code == "narrative-percent" else ""
    for column, name, figure in zip(st.columns(3), names, (entry.left, entry.right, apart), strict=True):
        column.metric(name, number(figure) + unit)


def _cut_out(entry: Record, filed: Filed, view: View) -> str:
    content = Content(
        figures=filed.figures,
        states=filed.states,
        marks=issues.marks_of(entry, view.word),
        door=lambda cell: address.door(report=filed.report_id, part="source", cell=cell),
    )
    return form_table.cut_out(entry.cells, content, view.word, style.current())


def _other_report(entry: Record, view: View) -> None:
    """The report that a finding across reports holds this one against, with the figures it rests on."""
    other_id = str(entry.values.get("other_report_id") or "")
    other = report.filed(view.survey.found(other_id), other_id) if other_id else None
    if other is None:
        return
    word = view.word
    st.markdown(f"**{word('faults.other_report')}**")
    _door(other_id, f"{other.agency or word('report.no_agency')} {other.fiscal_year or ''}", word)
    cells = [cell for cell in str(entry.values.get("other_cells", "")).split(",") if cell]
    if cells:
        content = Content(
            figures=other.figures,
            states=other.states,
            door=lambda cell: address.door(report=other_id, part="source", cell=cell),
        )
        st.html(form_table.cut_out(cells, content, word, style.current()))


def _about(row: Mapping[str, object]) -> About:
    return About(
        code=str(row["code"]),
        organ_id=cast("str | None", row["organ_id"]),
        fiscal_year=cast("int | None", row["fiscal_year"]),
    )


def _decided(row: Mapping[str, object]) -> review.Decided | None:
    if row["decision"] is None:
        return None
    return review.Decided(
        decision=str(row["decision"]),
        reason=str(row["reason"]),
        name=str(row["name"]),
        at=cast("datetime", row["decided_at"]),
    )
