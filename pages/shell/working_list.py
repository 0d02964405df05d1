"""A working list: entries at the left, the chosen one with all that is known of it at the right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl
import streamlit as st

from data.faults import DatasetError
from data.queries import issues as queries
from data.queries import scope
from data.queries.issues import Listed, State
from data.reviews import reviewed
from pages.shell import address, charts, choices, downloads, entry, frame, issues, notice, style, tables
from pages.shell.charts import Caption
from pages.shell.frame import View
from pages.shell.tables import Table
from pages.shell.words import Words, minute, number, plain
from parsing.catalogue import Severity

_SHOWN: Final = 500
_MOST_PILLS: Final = 8  # kinds side by side; more are a list to choose from
_LIST_WIDTH: Final = 420  # pixels
_EVERY: Final = ""
_SEVERAL: Final = (queries.SERIOUS, queries.EVERY)  # choices of more than one severity
_ALWAYS: Final = ("agency", "year")  # a column that says the same in every row is left out, but for these


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    """Which entries of a list are meant: of which severity, of which kind, decided how."""

    severity: str
    code: str
    state: State

    def of(self, entries: pl.LazyFrame) -> pl.LazyFrame:
        """Those of the chosen severity and kind."""
        severe = entries.filter(queries.as_severe(self.severity))
        return severe if self.code == _EVERY else severe.filter(pl.col("code") == self.code)


def show(name: str, view: View, *, findings: bool) -> None:
    """The list of one page."""
    if not (scope.count(view.totals) or scope.unreadable(view.totals)):
        frame.nothing_to_show(view)
        return
    everything = queries.listing(view.entries, findings=findings)
    counts = queries.counts(everything)
    if counts.is_empty():
        st.success(view.word(f"{name}.none"), icon=":material/check_circle:")
        return
    choice = _ask(name, counts, view.word, findings=findings)
    entries = choice.of(everything)
    try:
        listed = queries.listed(entries, view.dataset.location, choice.state, _SHOWN)
    except DatasetError as error:
        st.error(plain(error.message(view.word.language)), icon=":material/error:")
        return
    _head(name, listed, _all_in(entries, choice.state, view), view)
    if listed.rows.is_empty():
        st.info(_nothing(choice, counts, view.word), icon=":material/inbox:")
        return
    with st.container(key=style.ABREAST):
        left, right = st.columns([0.55, 0.45], gap="medium")
    key = _list_key(name, choice, view)
    with left:
        place = _list(name, key, listed.rows, view.word)
    with right:
        steps = _Steps(name=name, key=key, place=place, count=len(listed.rows), word=view.word)
        steps.above()
        entry.show(listed.rows.row(place, named=True), view, onwards=steps.below)


def _ask(name: str, counts: pl.DataFrame, word: Words, *, findings: bool) -> _Choice:
    """Severity, state and kind; the kinds are those of the severity.

    What was chosen stays chosen where the filters leave nothing of it: another year is no reason to show another kind.
    """
    _restore_rule(name)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        severity = _ask_severity(name, counts, word)
        state = State(choices.one("state", tuple(State), "review.states", word))
    kinds = dict(counts.filter(queries.as_severe(severity)).select("code", "entries").iter_rows())
    kept: str = st.session_state[_rule_key(name)]
    if queries.would_show(severity, kept, findings=findings):
        kinds.setdefault(kept, 0)
    code = _ask_rule(name, kinds, word)
    return _Choice(severity=severity, code=code, state=state)


def _ask_severity(name: str, counts: pl.DataFrame, word: Words) -> str:
    """All but notes, one severity or all, each with its number. A link to a kind that is a note shows the notes."""
    key, default = f"{name}.severity", queries.severity_of_kind(st.session_state[_rule_key(name)])
    address.restore("severity", key=key, read=str, default=default)
    offered = queries.severities(counts, st.session_state[key])
    if st.session_state[key] not in offered:
        st.session_state[key] = queries.SERIOUS
    labels = {
        code: word("faults.rule_count", title=_severity_name(code, word), count=number(count))
        for code, count in offered.items()
    }
    chosen = st.segmented_control(
        word("faults.severity"),
        list(labels),
        format_func=labels.__getitem__,
        key=key,
        required=True,
        wrap=True,
        persist_state="session",
    )
    address.record("severity", chosen or queries.SERIOUS)
    return chosen or queries.SERIOUS


def _severity_name(code: str, word: Words) -> str:
    return word(f"faults.severities.{code}") if code in _SEVERAL else issues.badge(code, word)


def _nothing(choice: _Choice, counts: pl.DataFrame, word: Words) -> str:
    """Why the list is empty."""
    offered = queries.severities(counts)
    if choice.severity not in {queries.EVERY, Severity.NOTE} and not offered[queries.SERIOUS]:
        return word("faults.only_notes", count=number(offered[queries.EVERY]))
    if choice.of(counts.lazy()).collect().is_empty():
        return word("faults.none_such")
    return word(f"review.empty.{choice.state}")


def _all_in(entries: pl.LazyFrame, state: State, view: View) -> downloads.Make:
    """What makes the download: every entry in the state, not only those that are shown."""
    location, word = view.dataset.location, view.word
    return lambda: for_download(queries.in_state(reviewed(entries.collect(), location), state), word)


def _ask_rule(name: str, entries: Mapping[str, int], word: Words) -> str:
    """One kind, or all of them, each with how often it occurs."""
    labels = {_EVERY: word("faults.rule_count", title=word("faults.every_rule"), count=number(sum(entries.values())))}
    labels |= {
        code: word("faults.rule_count", title=issues.title(code, word), count=number(count))
        for code, count in entries.items()
    }
    key = _rule_key(name)
    if st.session_state[key] not in labels:
        st.session_state[key] = _EVERY
    label = word("faults.rule")
    if len(labels) <= _MOST_PILLS:
        chosen = st.pills(
            label, list(labels), format_func=labels.__getitem__, key=key, required=True, persist_state="session"
        )
    else:
        chosen = st.selectbox(
            label, list(labels), format_func=labels.__getitem__, key=key, width=_LIST_WIDTH, persist_state="session"
        )
    address.record("rule", chosen or _EVERY)
    return chosen or _EVERY


def _rule_key(name: str) -> str:
    return f"{name}.rule"


def _restore_rule(name: str) -> None:
    """Before the severity is asked for: where the address names only a kind, its severity follows from that."""
    address.restore("rule", key=_rule_key(name), read=str, default=_EVERY)


def _head(name: str, listed: Listed, everything: downloads.Make, view: View) -> None:
    word = view.word
    shown = len(listed.rows)
    is_cut = listed.total > shown
    told = [
        word("faults.severity_count", severity=word(f"severity.{severity}"), count=number(count))
        for severity, count in listed.severities.items()
    ]
    counted = word.listed(told) if told else word("faults.none_listed")
    caption = Caption(
        title=word("faults.listed", counted=counted, scope=view.scope, years=view.span),
        subtitle=word("faults.limited", shown=number(shown), all=number(listed.total)) if is_cut else "",
        alt="",
    )
    rows = downloads.made(everything, word)
    charts.head(caption, view, key=name, rows=rows, also=lambda: notice.offer_all(name, view))


def for_download(entries: pl.DataFrame, word: Words) -> pl.DataFrame:
    """Reviewed entries as they are taken away, each in a sentence and as severe as on the page."""
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
        pl.Series("state", [_state(decision, word) for decision in entries["decision"]], dtype=pl.String),
        "reason",
        "name",
        pl.Series("decided_at", [minute(at) if at else None for at in entries["decided_at"]], dtype=pl.String),
        "source",
        "report_id",
        "fingerprint",
    ).pipe(tables.severities, "severity", word)


def _state(decision: str | None, word: Words) -> str:
    return word(f"review.states.{decision or State.OPEN}")


def _list(name: str, key: str, rows: pl.DataFrame, word: Words) -> int:
    """The entries; gives back the number of the chosen one."""
    _restore_item(key, rows)
    shown = rows.select(
        pl.Series("agency", [tables.organ(row, word) for row in rows.iter_rows(named=True)], dtype=pl.String),
        pl.col("fiscal_year").alias("year"),
        pl.Series("kind", [issues.signed_title(each, word) for each in rows["code"]], dtype=pl.String),
        pl.col("size").cast(pl.Float64).alias("difference"),
        pl.Series("where", [issues.where(issues.record(row), word) for row in rows.iter_rows(named=True)], pl.String),
        pl.Series("state", [_state(decision, word) for decision in rows["decision"]], dtype=pl.String),
    )
    telling = [name for name in shown.columns if name in _ALWAYS or shown[name].n_unique() > 1]
    widths: Mapping[str, int] = {}
    if "kind" in telling:  # then there is no room for the place
        telling, widths = [name for name in telling if name != "where"], tables.NARROW
    table = Table(rows=shown.select(telling), alt=word(f"{name}.title"), widths=widths)
    place = tables.choose_row(table, word, key=key, required=True) or 0
    address.record("item", rows["item"][place])
    return place


def _list_key(name: str, choice: _Choice, view: View) -> str:
    """A selection counts rows, so another choice of rows is another table."""
    return f"{name}.list.{hash((choice, view.filters, view.dataset.version))}"


def _restore_item(key: str, rows: pl.DataFrame) -> None:
    wanted = f"{key}.item"
    address.restore("item", key=wanted, read=str, default="")
    item = st.session_state.pop(wanted)
    if item and item in rows["item"] and (key not in st.session_state or address.follows()):
        tables.select(key, rows["item"].to_list().index(item))
    elif key not in st.session_state:
        tables.select(key, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Steps:
    """The ways to the entry before and the one after, above an entry and again below it, where it is decided about."""

    name: str
    key: str  # of the list
    place: int
    count: int
    word: Words

    def above(self) -> None:
        """With keys, and with where this is in the list."""
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            self._step("previous", -1, "Alt+ArrowUp")
            self._step("next", 1, "Alt+ArrowDown")
            st.caption(self.word("faults.position", place=number(self.place + 1), all=number(self.count)))

    def below(self) -> None:
        """The same once more; a key can press only one button."""
        with st.container(horizontal=True, gap="small"):
            self._step("previous", -1)
            self._step("next", 1)

    def _step(self, way: str, by: int, shortcut: str | None = None) -> None:
        target = self.place + by
        st.button(
            self.word(f"faults.{way}"),
            key=f"{self.name}.{way}" if shortcut else f"{self.name}.{way}.below",
            icon={"previous": ":material/arrow_upward:", "next": ":material/arrow_downward:"}[way],
            shortcut=shortcut,
            disabled=not 0 <= target < self.count,
            on_click=tables.select,
            args=(self.key, target),
        )
