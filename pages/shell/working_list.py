"""A working list: entries at the left, the chosen one with all that is known of it at the right."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, cast

import polars as pl
import streamlit as st

from data.queries import issues as queries
from data.queries import report
from pages.shell import address, charts, downloads, form_table, issues, registry, style, tables
from pages.shell.charts import Caption
from pages.shell.form_table import Content, Mark
from pages.shell.frame import View
from pages.shell.issues import Record
from pages.shell.tables import Table
from pages.shell.words import Words, number, plain
from parsing import catalogue
from parsing.model import Finding

_SHOWN: Final = 500
_EVERY: Final = ""
_ALWAYS: Final = ("agency", "year")  # a column that says the same in every row is left out, but for these


def show(name: str, view: View, *, findings: bool) -> None:
    """The list of one page."""
    everything = queries.listing(view.reports, findings=findings)
    counts = queries.counts(everything)
    if counts.is_empty():
        st.success(view.word(f"{name}.none"), icon=":material/check_circle:")
        return
    code = _ask_rule(name, counts, view.word)
    entries = everything if code == _EVERY else everything.filter(pl.col("code") == code)
    rows = entries.head(_SHOWN).collect()
    chosen_counts = counts if code == _EVERY else counts.filter(pl.col("code") == code)
    _head(name, rows, int(chosen_counts["entries"].sum()), entries, view)
    left, right = st.columns([0.5, 0.5], gap="large")
    with left:
        place = _list(name, code, rows, view)
    with right:
        _steps(name, _list_key(name, code, view), place, len(rows), view.word)
        _detail(rows.row(place, named=True), view)


def _ask_rule(name: str, counts: pl.DataFrame, word: Words) -> str:
    """One kind, or all of them, each with how often it occurs."""
    entries = dict(counts.select("code", "entries").iter_rows())
    labels = {_EVERY: word("faults.rule_count", title=word("faults.every_rule"), count=number(sum(entries.values())))}
    labels |= {
        code: word("faults.rule_count", title=issues.title(code, word), count=number(count))
        for code, count in entries.items()
    }
    key = f"{name}.rule"
    address.restore("rule", key=key, read=str, default=_EVERY)
    if st.session_state[key] not in labels:
        st.session_state[key] = _EVERY
    chosen = st.pills(
        word("faults.rule"),
        list(labels),
        format_func=labels.__getitem__,
        key=key,
        required=True,
        persist_state="session",
    )
    address.record("rule", chosen or _EVERY)
    return chosen or _EVERY


def _head(name: str, rows: pl.DataFrame, total: int, entries: pl.LazyFrame, view: View) -> None:
    word = view.word
    subtitle = "" if total <= len(rows) else word("faults.limited", shown=number(len(rows)), all=number(total))
    caption = Caption(
        title=word(f"{name}.listed", count=number(total), scope=view.scope, years=view.span), subtitle=subtitle, alt=""
    )
    charts.head(caption, view, key=name, csv=downloads.made(lambda: _for_download(entries.collect(), word), word))


def _for_download(entries: pl.DataFrame, word: Words) -> pl.DataFrame:
    records = [issues.record(row) for row in entries.iter_rows(named=True)]
    said = [issues.sentence(record, word) for record in records]
    titles = [issues.title(record.code, word) for record in records]
    return entries.select(
        "agency",
        "fiscal_year",
        "severity",
        pl.Series("kind", titles, dtype=pl.String),
        pl.Series("sentence", said, dtype=pl.String),
        pl.col("left").cast(pl.Decimal(38, 8), strict=False).cast(pl.Float64),
        pl.col("right").cast(pl.Decimal(38, 8), strict=False).cast(pl.Float64),
        pl.col("size").cast(pl.Float64).alias("difference"),
        pl.col("cells").list.join(" "),
        pl.col("excerpt").alias("printed"),
        "source",
        "report_id",
    ).pipe(tables.conditions, "severity", word)


def _list(name: str, code: str, rows: pl.DataFrame, view: View) -> int:
    """The entries; gives back the number of the chosen one."""
    word = view.word
    key = _list_key(name, code, view)
    _restore_item(key, rows)
    shown = rows.select(
        pl.Series("agency", [tables.organ(row, word) for row in rows.iter_rows(named=True)], dtype=pl.String),
        pl.col("fiscal_year").alias("year"),
        pl.col("size").cast(pl.Float64).alias("difference"),
        pl.Series("kind", [issues.signed_title(each, word) for each in rows["code"]], dtype=pl.String),
    )
    telling = [name for name in shown.columns if name in _ALWAYS or shown[name].n_unique() > 1]
    table = Table(rows=shown.select(telling), alt=word(f"{name}.title"))
    place = tables.choose_row(table, word, key=key, required=True) or 0
    address.record("item", rows["item"][place])
    return place


def _list_key(name: str, code: str, view: View) -> str:
    """A selection counts rows, so another choice of rows is another table."""
    return f"{name}.list.{hash((code, view.filters, view.dataset.version))}"


def _restore_item(key: str, rows: pl.DataFrame) -> None:
    wanted = f"{key}.item"
    address.restore("item", key=wanted, read=str, default="")
    item = st.session_state.pop(wanted)
    if item and item in rows["item"] and (key not in st.session_state or address.follows()):
        tables.select(key, rows["item"].to_list().index(item))
    elif key not in st.session_state:
        tables.select(key, 0)


def _steps(name: str, key: str, place: int, count: int, word: Words) -> None:
    """To the entry before and the one after."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button(
            word("faults.previous"),
            icon=":material/arrow_upward:",
            key=f"{name}.previous",
            disabled=place == 0,
            on_click=tables.select,
            args=(key, place - 1),
        )
        st.button(
            word("faults.next"),
            icon=":material/arrow_downward:",
            key=f"{name}.next",
            disabled=place + 1 >= count,
            on_click=tables.select,
            args=(key, place + 1),
        )
        st.caption(word("faults.position", place=number(place + 1), all=number(count)))


def _detail(row: Mapping[str, object], view: View) -> None:
    """Everything about one entry, and the way to its report."""
    word = view.word
    entry = issues.record(row)
    report_id = str(row["report_id"])
    st.page_link(
        registry.page("report", word),
        label=plain(f"{tables.organ(row, word)} {row['fiscal_year'] or ''}"),
        icon=":material/description:",
        query_params=address.link(report=report_id, part="faults"),
    )
    st.subheader(plain(issues.title(entry.code, word)), anchor=False)
    st.markdown(issues.coloured_badge(catalogue.severity(entry), word))
    st.markdown(plain(issues.sentence(entry, word)))
    if isinstance(entry, Finding) and entry.left is not None and entry.right is not None:
        _sides(entry, cast("Decimal | None", row["size"]), word)
    if entry.cells:
        st.markdown(f"**{word('faults.form')}**")
        st.html(_cut_out(entry, report_id, view))
    if entry.excerpt:
        st.markdown(f"**{word('faults.printed')}**")
        st.code(entry.excerpt, language=None, wrap_lines=True)
    st.markdown(f"**{word('faults.do')}**")
    st.markdown(plain(issues.advice(entry.code, word)))


def _sides(entry: Finding, size: Decimal | None, word: Words) -> None:
    left, right, apart = st.columns(3)
    left.metric(word("faults.left"), number(entry.left))
    right.metric(word("faults.right"), number(entry.right))
    apart.metric(word("faults.apart"), number(size))


def _cut_out(entry: Record, report_id: str, view: View) -> str:
    filed = report.filed(view.everything, report_id)
    if filed is None:
        return ""
    mark = Mark(catalogue.severity(entry), issues.sentence(entry, view.word))
    content = Content(
        figures=filed.figures,
        states=filed.states,
        marks=dict.fromkeys(entry.cells, mark),
        door=lambda cell: address.door(report=report_id, part="source", cell=cell),
    )
    return form_table.cut_out(entry.cells, content, view.word, style.current())
