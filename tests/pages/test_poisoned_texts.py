"""Names and texts that hold HTML, Markdown, links, icons, formulas and signs that turn text around stay text."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import cast
from zipfile import ZipFile

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from data import intake, notices, sheets
from data.faults import DatasetError, Fault
from data.file_names import file_name, file_stem
from data.survey import refresh
from pages.shell import store
from pages.shell.downloads import stem
from pages.shell.drawn import literal
from pages.shell.registry import ENTRIES
from pages.shell.store import Desk
from pages.shell.words import plain
from tests.made_up_reports import Row, entries, filled, imbalance, issue, row
from tests.pages.conftest import Open
from tests.pages.conftest import go as open_page

POISON = (
    "=1+1<a href='https://e.example'>b</a><img src=x>[l](https://e.example)![i](//e.example)`c`**d** $x$ :red[y] "
    ":material/home: www.e.example a@e.example \u202eabc\u2066 #h 局"
)
RAW = (
    "<a href",
    "<img",
    "[l](",
    "![i]",
    ":material/",
    "https://e",
    "www.e",
    "a@e",
    "\u202e",
    "\u2066",
    ":red[y",
    "$x$",
    "`c`",
)


def reports() -> list[Row]:
    new = filled("applications", "2021", 2) | filled("proactive", "2021", 40) | filled("remedies", "2021", 0)
    told = {"row": "granted", "column": "total", "printed": POISON}
    unread = issue(
        "cell-not-a-number",
        "malformed",
        finding=False,
        cells=["applications.granted.total"],
        excerpt=POISON,
        values=json.dumps(told),
    )
    return [
        row(POISON, 2021, **new, source=f"{POISON}.html", worst="inconsistent", issues=[imbalance(0, 6), unread]),
        row(POISON, 2022, **new, source=f"{POISON}.pdf", worst="malformed", issues=[unread]),
        row("甲市应急管理局", 2022, **new),
    ]


def written(app: AppTest) -> dict[str, list[str]]:
    """What a page writes as Markdown, as HTML, and in charts."""
    said = (*app.title, *app.subheader, *app.markdown, *app.caption, *app.info, *app.success, *app.warning, *app.error)
    labels = (*app.button, *app.metric, *app.expander, *app.tabs, *app.toggle)
    return {
        "markdown": [*(each.value for each in said), *(each.label for each in labels), *(m.value for m in app.metric)],
        "html": [each.proto.body for each in app.get("html")],
        "charts": [each.proto.spec for each in app.get("plotly_chart")],
    }


def is_read_as_markup(text: str) -> bool:
    """Whether anything of the poison is left once signs behind a backslash, which are text, are taken out."""
    return any(raw in re.sub(r"\\.", "", text) for raw in RAW)


@pytest.mark.parametrize("name", [entry.name for entry in ENTRIES])
def test_a_poisoned_dataset_stays_text_on_every_page(open_app: Open, name: str) -> None:
    rows = reports()
    app = open_app(rows, organs=str(rows[0]["organ_id"]))
    codes = {"report": str(rows[0]["report_id"])} if name == "report" else {}
    for part in ("", "tables", "faults", "source", "series", "claims") if name == "report" else ("",):
        shown = written(open_page(app, name, **codes, **({"part": part} if part else {})))
        assert not app.exception
        assert [text for text in shown["markdown"] if is_read_as_markup(text)] == []
        assert [text for text in shown["html"] if "<a href='" in text or "<img" in text] == []
        assert [text for text in shown["charts"] if "<a href" in text or "<img" in text] == []


def test_a_code_in_the_address_stays_text(open_app: Open) -> None:
    shown = written(open_page(open_app(reports()), "report", report=POISON))
    assert [text for text in shown["markdown"] if is_read_as_markup(text)] == []


FAULT = DatasetError(Fault.UNWRITABLE, place=f"/srv/{POISON}", detail=OSError(POISON))


def test_a_fault_of_the_disk_while_files_are_read_stays_text(open_app: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    progress = intake.Progress(stage=intake.Stage.FAILED, total=1, last="", arrivals=(), seconds_left=None, fault=FAULT)
    desk = Desk()
    desk.intake = cast("intake.Intake", SimpleNamespace(progress=lambda: progress))
    monkeypatch.setattr(store, "desk", lambda _: desk)
    app = open_page(open_app(reports()), "importing")
    assert len(app.error) == 1
    assert not is_read_as_markup(app.error[0].value)


def test_a_fault_of_the_disk_while_reports_are_checked_stays_text(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    progress = refresh.Progress(refresh.Stage.FAILED, 0, FAULT)
    under_way = cast("refresh.Refresh", SimpleNamespace(progress=lambda: progress))
    shown = store.shown
    monkeypatch.setattr(store, "shown", lambda: replace(shown(), refresh=under_way))
    told = [each.value for each in open_app(reports()).markdown if "/srv/" in each.value]
    assert len(told) == 1
    assert not is_read_as_markup(told[0].removeprefix(":material/info:"))


def test_text_within_markdown_stays_in_its_line() -> None:
    assert plain("a\n===\n\n    b") == r"a \=\=\= b"
    assert not plain("    x").startswith("    ")
    assert plain("&lt;b&gt;") == r"\&lt;b\&gt;"
    assert plain("第12条：3件。") == "第12条：3件。"


def test_text_in_charts_is_no_markup() -> None:
    trace = {"x": ["2021"], "y": [1], "hovertext": ("<b>甲</b><br>5 < 6 & 7",), "name": "<a href='x'>y</a>"}
    figure = literal({"data": [trace], "layout": {}})
    assert figure["data"][0]["hovertext"] == ["&lt;b&gt;甲&lt;/b&gt;<br>5 &lt; 6 &amp; 7"]
    assert figure["data"][0]["name"] == "&lt;a href='x'&gt;y&lt;/a&gt;"


# ---- Downloads ------------------------------------------------------------------------------------------------------


def test_names_of_files_are_allowed_everywhere() -> None:
    for name in (POISON, "CON", "a/b\\c:d", "长" * 500, "\u202etxt.exe", "..", "x.", " .a"):
        for made in (stem(name, "2021"), file_stem(name)):
            assert not set(made) & set('<>:"/\\|?*\n\r\t \u202e')
            assert len(made) <= 81
            assert made.split(".")[0].lower() not in {"con", "nul", "aux", "prn"}


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("a/b/报告.html", "报告.html"),
        ("C:\\x\\报告.docx", "报告.docx"),
        ("con.txt", "_con.txt"),
        ("x/\u202ecod.exe", "cod.exe"),
        ("a/..", "_"),
        ("长" * 500 + ".pdf", "长" * 80 + ".pdf"),
    ],
)
def test_an_original_keeps_its_name_and_ending(called: str, name: str) -> None:
    assert file_name(called) == name


def test_downloads_of_poisoned_texts_hold_no_formula() -> None:
    frame = pl.DataFrame({"agency": [POISON], "count": [-1]})
    target = BytesIO()
    sheets.csv([frame], target)
    ((_, _), (agency, count)) = csv.reader(StringIO(target.getvalue().decode("utf-8-sig")))
    assert (agency, count) == (f"'{POISON}", "-1")
    sheet = BytesIO()
    sheets.xlsx(frame, sheet)
    with ZipFile(sheet) as package:
        assert not any(b"<f>" in package.read(name) for name in package.namelist())
        assert not any("hyperlink" in name.lower() for name in package.namelist())


def test_letters_to_poisoned_organs_are_whole(tmp_path: Path) -> None:
    letters = list(notices.letters(notices.to_rectify(entries(reports()), tmp_path), date(2026, 11, 22)))
    assert [letter.agency for letter in letters] == [POISON]
    with ZipFile(BytesIO(letters[0].content)) as package:
        text = package.read("word/document.xml").decode()
    assert "<a href" not in text
    assert "\u202e" not in text
    with ZipFile(
        BytesIO(notices.archive(notices.to_rectify(entries(reports()), tmp_path), date(2026, 11, 22)))
    ) as package:
        assert not set(package.namelist()[0]) & set('<>:"/\\|?*\u202e')
