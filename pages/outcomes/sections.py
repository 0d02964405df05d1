"""The parts of the page on applications."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import polars as pl
import streamlit as st

from data.queries import outcomes
from pages.outcomes import figures
from pages.shell import address, charts, downloads, frame, style, tables
from pages.shell.charts import Caption
from pages.shell.frame import View
from pages.shell.tables import Table
from pages.shell.words import Words, number, percent, plain, signed
from parsing import form

_YEAR: Final = "outcomes.year"
_MOST_LEFT_OUT: Final = 200


def flow(view: View) -> None:
    """Where the applications of one year, or of all years shown, went."""
    word = view.word
    year = _year(view)
    row = outcomes.flow(view.totals, year).row(0, named=True)
    stages = {stage: row[stage] for stage in outcomes.STAGES}
    received, carried_in, carried_out = (number(stages[name]) for name in (*outcomes.ARRIVALS, outcomes.LEFT_OVER))
    caption = Caption(
        title=word("outcomes.flow", scope=view.scope, years=str(year) if year else view.span),
        subtitle=word.joined(*_flow_told(row, word, is_of_years=year is None and len(view.years) > 1)),
        alt=word("outcomes.flow_alt", received=received, carried_in=carried_in, carried_out=carried_out),
    )
    rows = pl.LazyFrame(
        {"stage": [word(f"outcome.{stage}") for stage in stages], "count": list(stages.values())},
        schema={"stage": pl.String, "count": pl.Int64},
    )
    figure = figures.flow(stages, row["arrived"], word, style.current())
    behind = downloads.table(rows, word)
    charts.head(caption, view, key="outcomes.flow", rows=behind, also=lambda: _ask_year(view))
    charts.show_below(figure, caption, view, key="outcomes.flow")
    if row["left_out"]:
        _left_out(row["left_out"], year, view)


def _flow_told(row: Mapping[str, int], word: Words, *, is_of_years: bool) -> list[str]:
    """On which reports the flow rests, and what is not as it should be."""
    told = [word("outcomes.flow_subtitle", complete=number(row["complete"]), reports=number(row["reports"]))]
    if row["unsound"]:
        told.append(word("outcomes.unsound", count=number(row["unsound"])))
    if row["left_out"]:
        told.append(word("outcomes.flow_left_out", count=number(row["left_out"])))
    if row["difference"]:
        told.append(word("outcomes.flow_unbalanced", difference=signed(row["difference"])))
    if is_of_years:
        told.append(word("outcomes.flow_years"))
    return told


def _left_out(count: int, year: int | None, view: View) -> None:
    """The reports that are not in the flow, closed until somebody asks; a row opens its report."""
    word = view.word
    label = word("outcomes.left_out", count=number(count))
    opened = st.expander(plain(label), icon=":material/rule:", key="outcomes.left_out", on_change="rerun")
    if not opened.open:
        return
    found = outcomes.left_out(view.warm, year, _MOST_LEFT_OUT)
    names = [tables.organ(row, word) for row in found.iter_rows(named=True)]
    rows = found.with_columns(agency=pl.Series(names, dtype=pl.String)).drop("report_id")
    with opened:
        table = Table(rows=tables.conditions(rows, "worst", word), alt=label)
        key = f"outcomes.left_out.{hash((view.filters, year, view.dataset.version))}"
        chosen = tables.choose_row(table, word, key=key)
        if count > len(found):
            st.caption(word("outcomes.left_out_limited", shown=number(len(found))))
    if chosen is not None:
        frame.open_report(found["report_id"][chosen], view)


def _year(view: View) -> int | None:
    """The year that is chosen for the flow, or None for all years together."""
    years = [str(year) for year in reversed(view.years)]
    address.restore("year", key=_YEAR, read=str, default=years[0] if years else "")
    if st.session_state[_YEAR] not in years:
        st.session_state[_YEAR] = ""
    chosen: str = st.session_state[_YEAR]
    address.record("year", chosen or "all")
    return int(chosen) if chosen else None


def _ask_year(view: View) -> None:
    """The choice of the year. It stands at the head of the flow, since it is of nothing else."""
    word = view.word
    st.selectbox(
        word("outcomes.year"),
        ["", *(str(year) for year in reversed(view.years))],
        format_func=lambda code: code or word("outcomes.all_years"),
        key=_YEAR,
        width=170,
        label_visibility="collapsed",
        persist_state="session",
    )


def shares(view: View) -> None:
    """How the outcomes divide up year by year, as columns and as a table of rates."""
    word = view.word
    found = outcomes.shares(view.totals)
    years = found.unique("year")
    caption = Caption(
        title=word("outcomes.shares", scope=view.scope, years=view.span),
        subtitle=_with_doubts(
            word(
                "outcomes.shares_subtitle",
                complete=number(years["complete"].sum()),
                reports=number(years["reports"].sum()),
                base=outcomes.SMALLEST_BASE,
            ),
            int(years["unsound"].sum()),
            word,
        ),
        alt=word("outcomes.shares_alt", years=view.span),
    )
    named = found.with_columns(outcome=_outcome_names(found["outcome"], word))
    figure = figures.shares(found, view.years, word, style.current())
    clicked = charts.show_clickable(
        figure, caption, view, key="outcomes.shares", rows=downloads.table(named.lazy(), word)
    )
    charts.follow(clicked, view)
    tables.show_few(Table(rows=_rates(found, word), alt=caption.title), word)


def _with_doubts(told: str, unsound: int, word: Words) -> str:
    """On how many reports a chart rests, and in how many of them table 三 has a problem."""
    return word.joined(told, word("outcomes.unsound", count=number(unsound))) if unsound else told


def _outcome_names(outcome: pl.Series, word: Words) -> pl.Series:
    return pl.Series("outcome", [word(f"outcome.{name}") for name in outcome], dtype=pl.String)


def _rates(shares: pl.DataFrame, word: Words) -> pl.DataFrame:
    """Years down, outcomes across, each as 37.5%（12/32）."""
    cells = shares.with_columns(
        rate=pl.Series([_rate(row["share"], row["count"], row["base"], word) for row in shares.iter_rows(named=True)])
    )
    return cells.pivot(on="outcome", index="year", values="rate", maintain_order=True)


def _rate(share: float | None, count: int | None, base: int | None, word: Words) -> str | None:
    if base is None:
        return None
    first = word("outcomes.no_rate") if share is None else percent(share)
    return word("outcomes.rate", share=first, count=number(count), base=number(base))


def grounds(view: View) -> None:
    """Why information was refused."""
    found = outcomes.refusal_grounds(view.totals)
    names = [_row_name(cell, view.word) for cell in found["cell"]]
    _bars(found, names, "grounds", style.current().outcome("denied"), view)


def applicants(view: View) -> None:
    """Who applied."""
    found = outcomes.applicants(view.totals)
    names = [_column_name(cell, view.word) for cell in found["cell"]]
    _bars(found, names, "applicants", style.current().measure("applications"), view)


def _row_name(cell: str, word: Words) -> str:
    _, row, _ = form.describe(cell)
    return row.name if word.language == "zh" else row.english.removeprefix("Refused: ").capitalize()


def _column_name(cell: str, word: Words) -> str:
    _, _, column = form.describe(cell)
    return column.name if word.language == "zh" else column.english


def _bars(found: pl.DataFrame, names: list[str], name: str, colour: str, view: View) -> None:
    word = view.word
    covered = outcomes.coverage(found)
    caption = Caption(
        title=word(f"outcomes.{name}", scope=view.scope, years=view.span),
        subtitle=_with_doubts(
            word(f"outcomes.{name}_subtitle", known=number(covered.known), reports=number(covered.reports)),
            covered.unsound,
            word,
        ),
        alt=word(f"outcomes.{name}_alt"),
    )
    rows = found.select(pl.Series("group", names, dtype=pl.String), "count", "known", "reports", "unsound")
    figure = figures.bars(found, names, colour, word, style.current())
    clicked = charts.show_clickable(
        figure, caption, view, key=f"outcomes.{name}", rows=downloads.table(rows.lazy(), word)
    )
    charts.follow(clicked, view)


def backlog(view: View) -> None:
    """What was carried from year to year."""
    word = view.word
    found = outcomes.backlog(view.totals)
    caption = Caption(
        title=word("outcomes.backlog", scope=view.scope, years=view.span),
        subtitle=_with_doubts(
            word(
                "outcomes.backlog_subtitle", known=number(found["known"].sum()), reports=number(found["reports"].sum())
            ),
            int(found["unsound"].sum()),
            word,
        ),
        alt=word("outcomes.backlog_alt", years=view.span),
    )
    figure = figures.backlog(found, view.years, word, style.current())
    clicked = charts.show_clickable(
        figure, caption, view, key="outcomes.backlog", rows=downloads.table(found.lazy(), word)
    )
    charts.follow(clicked, view)
