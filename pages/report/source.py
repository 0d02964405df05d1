"""Where each figure of a report is printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, cast

import streamlit as st

from data.faults import DatasetError
from data.file_names import file_name
from data.queries import original
from data.queries.facsimile import borrows_fonts, facsimile
from data.queries.original import Original, Printed
from data.queries.report import Filed
from pages.report import beside
from pages.shell import address, form_table, style
from pages.shell.frame import View
from pages.shell.markup import Html, element, form_style, hue, together
from pages.shell.style import Palette
from pages.shell.words import NOTHING, Words, plain
from parsing import catalogue, form
from parsing.catalogue import Severity
from parsing.model import UnreadableError

_CELL: Final = "report.cell"
_PARTS: Final = ("page", "table", "line", "row", "column")

Place = Mapping[str, object]


def show(filed: Filed, view: View) -> None:
    """A cell of the form, what is printed there, and what is printed around it."""
    word = view.word
    if not filed.cells:
        st.info(word("report.no_tables"), icon=":material/grid_off:")
        return
    cell = _ask_cell(filed, word)
    try:
        place = _place(view.dataset.reading(filed.sha256), cell)
        content = view.dataset.original(filed.sha256)
    except DatasetError as error:
        st.error(plain(error.message(word.language)), icon=":material/error:")
        return
    _read_as(cell, filed, place, word)
    beside.sentence(filed, cell, view)
    _around(Original(name=filed.source, content=content, sha256=filed.sha256), place, word)
    st.download_button(
        word("report.original"),
        data=content,
        file_name=file_name(filed.source),
        key="report.original",
        icon=":material/download:",
        on_click="ignore",
        type="tertiary",
    )


def _ask_cell(filed: Filed, word: Words) -> str:
    """One cell of the report's tables, found by typing a part of its labels."""
    cells = filed.cells
    address.restore("cell", key=_CELL, read=str, default=cells[0])
    if st.session_state[_CELL] not in cells:
        st.session_state[_CELL] = cells[0]
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        chosen: str = st.selectbox(
            word("report.cell"), cells, format_func=lambda cell: _label(cell, word), key=_CELL, persist_state="session"
        )
        place = cells.index(chosen)
        _step("earlier", cells[place - 1] if place else None, "Alt+ArrowUp", word)
        _step("later", cells[place + 1] if place + 1 < len(cells) else None, "Alt+ArrowDown", word)
    address.record("cell", chosen)
    return chosen


def _step(name: str, cell: str | None, shortcut: str, word: Words) -> None:
    """To the figure before or after, by a click or by keys."""
    st.button(
        word(f"report.cell_{name}"),
        key=f"report.cell.{name}",
        icon={"earlier": ":material/arrow_upward:", "later": ":material/arrow_downward:"}[name],
        shortcut=shortcut,
        disabled=cell is None,
        on_click=_turn_to,
        args=(cell,),
    )


def _turn_to(cell: str) -> None:
    st.session_state[_CELL] = cell


def _label(cell: str, word: Words) -> str:
    table, _, _ = form.describe(cell)
    return f"{catalogue.table_label(table, word.language)} · {catalogue.cell_label(cell, word.language)}"


def _place(reading: Mapping[str, object], cell: str) -> Place:
    """Where a cell is printed, and what; empty when the document does not show it."""
    places = cast("Mapping[str, Mapping[str, Place]]", reading["report"])["places"]
    return places.get(cell, {})


def _read_as(cell: str, filed: Filed, place: Place, word: Words) -> None:
    state = filed.states[cell]
    figure = filed.figures[cell]
    _, _, column = form.describe(cell)
    read = NOTHING if figure is None else f"{form_table.shown_figure(cell, figure)} {column.unit}".rstrip()
    reading, printed, where = st.columns([0.25, 0.25, 0.5])
    reading.metric(word("report.reading"), plain(read))
    printed.metric(word("report.printed"), plain(str(place.get("printed") or "") or word("report.nothing_printed")))
    with where:
        st.caption(word("report.where"))
        st.markdown(plain(place_words(place, word)))
    if state in form_table.SHOWN_STATES:
        st.caption(f":material/info: {word(f'form.state.{state}')}")


def place_words(place: Place, word: Words) -> str:
    """A place in words."""
    parts = [word(f"place.{part}", value=str(place[part])) for part in _PARTS if place.get(part) is not None]
    return word("list.places").join(parts) if parts else word("report.no_place")


def _around(document: Original, place: Place, word: Words) -> None:
    """What is printed around the figure, which is marked: the page itself where there are pages."""
    if not place:
        return
    try:
        if place.get("bbox"):
            _page(document, place, word)
        _rows(original.surroundings(document, place), word)
    except UnreadableError:
        st.caption(word("report.original_unreadable"))


def _page(document: Original, place: Place, word: Words) -> None:
    """The page as a picture, or the part of it around the figure."""
    page = cast("int", place["page"])
    left, top, right, bottom = cast("tuple[float, float, float, float]", place["bbox"])
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        st.markdown(f"**{plain(word('report.page', page=page))}**", width="stretch")
        whole = st.toggle(word("report.whole_page"), key="report.whole_page", persist_state="session")
    box = (left, top, right, bottom)
    picture = facsimile(document, page, box, style.palette("light").condition(Severity.INCONSISTENT), whole=whole)
    st.image(picture, width="stretch", output_format="PNG", caption=word("report.page_alt", page=page))
    if borrows_fonts(document, page):
        st.caption(word("report.borrowed_fonts"))


def _rows(printed: Sequence[Printed], word: Words) -> None:
    if not printed:
        st.caption(word("report.original_unreadable"))
        return
    st.markdown(f"**{word('report.rows')}**")
    st.html(excerpt(printed, style.current()))


def excerpt(printed: Sequence[Printed], palette: Palette) -> str:
    """Printed rows as a table, with the number of each row or line."""
    rows = [element("tr", _number(row), *_cells(row, palette)) for row in printed]
    table = element("table", *rows, attributes={"class": "gk-form gk-original"})
    return together(form_style(palette), element("div", table, attributes={"class": "gk-scroll"})).source


def _number(row: Printed) -> Html:
    return element("th", "" if row.number is None else str(row.number), attributes={"class": "gk-line"})


def _cells(row: Printed, palette: Palette) -> Iterator[Html]:
    """The cells at their columns; what a cell above reaches into stays open."""
    marked: dict[str, str | int] = {"class": "gk-text gk-marked", **hue(palette.accent)}
    ordinary: dict[str, str | int] = {"class": "gk-text"}
    column = 0
    for place, cell in enumerate(row.cells):
        if cell.left > column:
            yield element("td", attributes={"colspan": cell.left - column})
        column = max(column, cell.left) + cell.width
        look = marked if place == row.here else ordinary
        yield element("td", cell.text, attributes={**look, "colspan": cell.width})
