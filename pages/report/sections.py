"""The parts of one report."""

from __future__ import annotations

from typing import Final

import polars as pl
import streamlit as st

from data import notices
from data.queries import report, scope
from data.queries.report import Filed
from pages.report import beside, figures
from pages.shell import (
    address,
    charts,
    downloads,
    filters,
    form_table,
    frame,
    issues,
    notice,
    onwards,
    style,
    tables,
)
from pages.shell.charts import Caption
from pages.shell.form_table import Content
from pages.shell.frame import View
from pages.shell.issues import Record
from pages.shell.tables import Table
from pages.shell.words import Words, day, number, plain
from parsing import catalogue, form
from parsing.form import statistics
from parsing.model import Finding

PARTS: Final = ("tables", "faults", "claims", "source", "years")
_REPORT: Final = "report.id"
_YEAR: Final = "report.year"
_MOST_LISTED: Final = 1000
_SERIES: Final = (
    "proactive.licensing.decisions",
    "proactive.penalties.decisions",
    "proactive.coercion.decisions",
    "applications.new_received.total",
    "applications.total_processed.total",
    "applications.carried_out.total",
)


def pick(view: View, unknown: str) -> None:
    """The reports that the filters leave, to choose one from."""
    word = view.word
    if unknown:
        st.warning(plain(word("report.unknown", report=unknown)), icon=":material/search_off:")
    found = report.catalogue(view.reports).head(_MOST_LISTED).collect()
    st.subheader(word("report.choose"), anchor=False)
    if found.is_empty():
        frame.nothing_to_show(view)
        return
    st.caption(_offered(len(found), view))
    shown = found.select(
        pl.Series("agency", [tables.organ(row, word) for row in found.iter_rows(named=True)], dtype=pl.String),
        pl.col("fiscal_year").alias("year"),
        "worst",
        "source",
    ).pipe(tables.conditions, "worst", word)
    table = Table(rows=shown, alt=word("report.choose"))
    chosen = tables.choose_row(table, word, key=f"report.list.{hash(view.filters)}")
    if chosen is not None:
        st.session_state[_REPORT] = found["report_id"][chosen]
        st.rerun()


def _offered(listed: int, view: View) -> str:
    """How many reports and unreadable files there are to choose from, counted as on the overview."""
    word, reports, unreadable = view.word, scope.count(view.totals), scope.unreadable(view.totals)
    told = [word("report.choose_count", count=number(reports))]
    if unreadable:
        told.append(word("report.choose_unreadable", count=number(unreadable)))
    if listed < reports + unreadable:
        told.append(word("report.choose_limited", shown=number(listed)))
    return word.joined(*told, word("report.choose_hint"))


def ask() -> str:
    """The report that the address names; empty when none is chosen."""
    address.restore("report", key=_REPORT, read=str, default="")
    report_id: str = st.session_state[_REPORT]
    address.record("report", report_id)
    return report_id


def _leave() -> None:
    st.session_state[_REPORT] = ""


def head(filed: Filed, records: list[Record], view: View) -> None:
    """Who, when, from which file, and how sound."""
    word = view.word
    title, back = st.columns([0.75, 0.25], vertical_alignment="center")
    with title:
        st.subheader(plain(_name(filed, word)), anchor=False)
    with back, st.container(horizontal=True, horizontal_alignment="right"):
        st.button(word("report.back"), icon=":material/list:", on_click=_leave)
    edition = word("report.edition_of", edition=filed.edition) if filed.edition else word("report.not_known")
    region = filters.division_name(filed.division_code) if filed.division_code else word("report.not_known")
    facts = [
        (word("report.edition"), edition),
        (word("report.published"), day(filed.published)),
        (word("report.region"), region),
        (word("report.file"), filed.source),
    ]
    if filed.synthetic:
        facts.append((word("report.data"), word("app.synthetic_mark")))
    st.caption("　".join(f"{plain(name)} **{plain(value)}**" for name, value in facts))
    st.markdown(_soundness(filed, records, word))


def _name(filed: Filed, word: Words) -> str:
    agency = filed.agency or word("report.no_agency")
    year = str(filed.fiscal_year) if filed.fiscal_year else word("report.no_year")
    return word("report.head", agency=agency, year=year)


def _soundness(filed: Filed, records: list[Record], word: Words) -> str:
    condition = style.condition(filed.worst)
    count = sum(catalogue.severity(record) == condition for record in records)
    sentence = word(f"report.soundness.{condition}", count=number(count))
    return f"{issues.coloured_badge(condition, word)}　{plain(sentence)}"


def other_years(filed: Filed, view: View) -> None:
    """The organ's reports of all years, one click away. The one that is open stands for its year."""
    if filed.organ_id is None or filed.fiscal_year is None:
        return
    own = report.own_series(view.survey.heads, filed.organ_id, ())
    by_year = dict(own.select("fiscal_year", "report_id").iter_rows()) | {filed.fiscal_year: filed.report_id}
    years = {by_year[year]: str(year) for year in sorted(by_year)}
    if len(years) > 1:
        st.session_state[_YEAR] = filed.report_id
        st.segmented_control(
            view.word("column.year"),
            list(years),
            format_func=lambda report_id: years.get(report_id, ""),
            key=_YEAR,
            required=True,
            on_change=_turn_to_year,
            label_visibility="collapsed",
        )


def _turn_to_year() -> None:
    st.session_state[_REPORT] = st.session_state[_YEAR]


def form_tables(filed: Filed, records: list[Record], view: View) -> None:
    """The three tables, laid out like the form."""
    word, palette = view.word, style.current()
    content = Content(
        figures=filed.figures,
        states=filed.states,
        marks=issues.marks(records, word),
        door=lambda cell: address.door(report=filed.report_id, part="source", cell=cell),
    )
    st.caption(word("report.hint"))
    if filed.has_statistics:
        st.markdown(f"##### {plain(catalogue.table_label(statistics.STATISTICS.id, word.language))}")
        st.html(form_table.listed(statistics.TABLE, content, word, palette))
        st.caption(_legend(filed, word))
        return
    for name in form.TABLE_NAMES.values():
        label = catalogue.table_label(name.id, word.language)
        st.markdown(f"##### {plain(word('report.table', label=label, title=name.title))}")
        edition = filed.table_editions.get(name.id)
        if edition is None:
            st.info(word("report.table_missing", table=label), icon=":material/grid_off:")
        else:
            st.html(form_table.whole(name.id, edition, content, word, palette))
    st.caption(_legend(filed, word))


def _legend(filed: Filed, word: Words) -> str:
    used = [state for state in form_table.SHOWN_STATES if state in filed.states.values()]
    parts = [word("list.pair", first=word(f"form.sign.{state}"), second=word(f"form.state.{state}")) for state in used]
    return plain(word("list.pair", first=word("report.legend"), second=word.listed(parts))) if parts else ""


def faults(filed: Filed, records: dict[str, Record], view: View) -> None:
    """Every problem and finding of the report, the worst first, each with the way to where it is decided about."""
    word, palette = view.word, style.current()
    if not records:
        st.success(word("report.no_faults"), icon=":material/check_circle:")
    for item, record in records.items():
        severity = catalogue.severity(record)
        st.markdown(f"{issues.coloured_badge(severity, word)}　**{plain(issues.title(record.code, word))}**")
        st.markdown(plain(issues.sentence(record, word)))
        if record.cells and severity is not catalogue.Severity.NOTE:
            content = Content(
                figures=filed.figures,
                states=filed.states,
                marks=issues.marks_of(record, word),
                door=lambda cell: address.door(report=filed.report_id, part="source", cell=cell),
            )
            st.html(form_table.cut_out(record.cells, content, word, palette))
        st.caption(plain(issues.advice(record.code, word)))
        if severity is not catalogue.Severity.NOTE:
            onwards.way(_list_of(record), word("report.to_list"), word, rule=record.code, item=item)
    if filed.organ_id is not None and filed.agency and any(map(notices.is_grave, records.values())):
        notice.offer_one(filed.organ_id, filed.agency, view)


def _list_of(record: Record) -> str:
    """The working list that a fault stands in."""
    return "inconsistencies" if isinstance(record, Finding) else "problems"


def years(filed: Filed, view: View) -> None:
    """The organ's own figures over the years."""
    word, palette = view.word, style.current()
    if filed.organ_id is None or filed.fiscal_year is None:
        st.info(word("report.no_series"), icon=":material/timeline:")
        return
    own = report.own_series(view.survey.warm, filed.organ_id, _SERIES)
    cell = _ask_series(word)
    span = range(own["fiscal_year"].to_list()[0], own["fiscal_year"].to_list()[-1] + 1)
    label = catalogue.cell_label(cell, word.language)
    agency = filed.agency or word("report.no_agency")
    caption = Caption(
        title=word("report.series", row=label, agency=agency, years=filters.span((span[0], span[-1]))),
        subtitle=word("report.series_subtitle", count=number(len(own))),
        alt=word("report.series_alt", row=label, agency=agency),
    )
    figure = figures.series(own, cell, list(span), word, palette)
    charts.show(figure, caption, view, key="report.series", rows=downloads.table(own.lazy(), word))
    st.caption(plain(word("report.series_table")))
    tables.show(_by_year(own, caption.title, word), word, key="report.years")
    beside.table(filed, _SERIES, view)


def _by_year(own: pl.DataFrame, title: str, word: Words) -> Table:
    """Figures down, years across, so that no head is longer than its column; a sign before a year that is in doubt."""
    years = [str(year) for year in own["fiscal_year"]]
    signs = [style.SIGNS[style.condition(worst)] for worst in own["worst"]]
    labels = [catalogue.cell_label(cell, word.language) for cell in _SERIES]
    rows = pl.DataFrame({"measure": labels}).hstack(
        [pl.Series(year, own.select(_SERIES).row(place), dtype=pl.Float64) for place, year in enumerate(years)]
    )
    heads = {year: f"{sign} {year}" for year, sign in zip(years, signs, strict=True)}
    return Table(rows=rows, alt=title, heads=heads, pinned=("measure",))


def _ask_series(word: Words) -> str:
    key = "choice.series"
    address.restore("series", key=key, read=str, default=_SERIES[0])
    if st.session_state[key] not in _SERIES:
        st.session_state[key] = _SERIES[0]
    cell: str = st.selectbox(
        word("report.series_cell"),
        _SERIES,
        format_func=lambda cell: catalogue.cell_label(cell, word.language),
        key=key,
        width=360,
        persist_state="session",
    )
    address.record("series", cell)
    return cell


def records_of(report_id: str, view: View) -> dict[str, Record]:
    """The problems and findings of the report by what their entries are called in the lists, the worst first."""
    entries = view.survey.entries_of(report_id).collect()
    return {row["item"]: issues.record(row) for row in entries.iter_rows(named=True)}
